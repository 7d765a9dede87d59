/**
 * Reading a plan from one end to the other in bounded memory: page by page, the next one asked for while this one is
 * looked at.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { EventLog, type EventLogError } from "./EventLog.ts"

/** Events a page. */
const pageSize = 5000

/** The events of a plan after a position, in order, up to where the plan ends once the reader has come there. */
export const events = (plan: PlanId, after = 0): Stream.Stream<RecordedEvent, EventLogError, EventLog> =>
  Stream.unwrap(
    Effect.map(EventLog, (log) =>
      Stream.paginate(after, (position) =>
        Effect.map(log.read(plan, { after: position, limit: pageSize }), (page) => [
          page,
          page.length < pageSize ? Option.none<number>() : Option.some(position + page.length)
        ])
      ).pipe(Stream.bufferArray({ capacity: 1 }))
    )
  )
