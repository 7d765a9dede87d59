/**
 * The events whose content decisions have removed: every view names them in its heading.
 */
import { Day } from "@frist/domain/Day"
import type { Times } from "@frist/domain/plan/Lens"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { Removals } from "@frist/domain/plan/Removal"
import * as Schema from "effect/Schema"

/** An event whose content was removed: what its record still says, and the decision. */
export const RemovedEvent = Schema.Struct({
  position: Schema.Int,
  activity: Schema.NullOr(Schema.String),
  type: Schema.String,
  effectiveOn: Day,
  decision: Schema.String,
  /** The position of the event that records the decision. */
  removedBy: Schema.Int
})
export type RemovedEvent = typeof RemovedEvent.Type

/** Returns the removed events among those of these times, in the order of the log. */
export const removedEvents = (
  events: ReadonlyArray<RecordedEvent>,
  removals: Removals,
  { asOf, knownAt = Infinity }: Times
): ReadonlyArray<RemovedEvent> => {
  if (removals.size === 0) return []
  return events
    .flatMap(({ activity, effectiveOn, event, position, recordedAt, type }): ReadonlyArray<RemovedEvent> => {
      const removal = removals.get(position)
      if (removal === undefined || type === "Redacted" || recordedAt > knownAt) return []
      if (asOf !== undefined && effectiveOn > asOf) return []
      // An erased event is erased at every time, also before the decision.
      if (event !== null && removal.recordedAt > knownAt) return []
      return [{ position, activity, type, effectiveOn, decision: removal.decided.decision, removedBy: removal.by }]
    })
    .sort((a, b) => a.position - b.position)
}
