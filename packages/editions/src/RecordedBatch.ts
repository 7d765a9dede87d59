/**
 * The events of one batch, as a log gives them back.
 */
import type { PlanId } from "@frist/domain/Names"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import { type Appended, EventLog } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"

/** Reads the events that an append recorded, but what says that cells are kept; none if it repeated an earlier one, or recorded nothing. */
export const recordedBatch = Effect.fnUntraced(function* (plan: PlanId, { first, last, repeated }: Appended) {
  if (repeated || last < first) return { events: [] as ReadonlyArray<NewEvent>, repeated: true }
  const records = yield* (yield* EventLog).read(plan, { after: first - 1, limit: last - first + 1 })
  const events = records.flatMap(({ activity, effectiveOn, event, provenance, source }): ReadonlyArray<NewEvent> =>
    event === null || event._tag === "EditionKept" ? [] : [{ activity, event, effectiveOn, provenance, source }]
  )
  return { events, repeated: false }
})
