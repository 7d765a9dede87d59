/**
 * Reads a plan from beginning to end in bounded memory. The next pages are on their way while one is processed.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { EventLog, type EventLogError } from "./EventLog.ts"
import { readAhead } from "./ReadAhead.ts"

/** Events per page: of whole rows where batches are long, and few enough to be garbage while they are young. */
const pageSize = 2500

/** Streams the events of a plan after a position, in order, up to its end when the reader reaches it. */
export const events = (plan: PlanId, after = 0): Stream.Stream<RecordedEvent, EventLogError, EventLog> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const log = yield* EventLog
      const read = yield* readAhead((from) => log.read(plan, { after: from, limit: pageSize }), pageSize)
      return Stream.paginate(after, (position) =>
        Effect.map(read(position), (page) => [
          page,
          page.length < pageSize ? Option.none<number>() : Option.some(position + page.length)
        ])
      )
    })
  )
