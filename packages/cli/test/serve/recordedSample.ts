/**
 * Records events as they are in the log of the sample plan, whatever they say.
 */
import { Actor, BatchId, PlanId } from "@frist/domain/Names"
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import { EventLog } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"

export const plan = PlanId.make("sample")
/** Returns a recorded event as one to append; none where it was erased. */
export const newEvent = ({
  activity,
  effectiveOn,
  event,
  provenance,
  source
}: RecordedEvent): ReadonlyArray<NewEvent> =>
  event === null ? [] : [{ activity, effectiveOn, event, provenance, source } as NewEvent]

/** Records events in the plan. */
export const append = (batch: string, recorded: ReadonlyArray<NewEvent>) =>
  Effect.gen(function* () {
    const log = yield* EventLog
    const after = (yield* log.read(plan)).length
    yield* log.append({
      plan,
      batch: BatchId.make(batch),
      actor: Actor.make("test"),
      events: recorded,
      condition: { after, activities: [] }
    })
  })
