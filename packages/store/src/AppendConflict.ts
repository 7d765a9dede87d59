/**
 * Decides whether a batch conflicts with what was recorded after its decision.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { type Batch, Conflict } from "./EventLog.ts"

type Activity = RecordedEvent["activity"]

/**
 * Returns the conflict of a batch with the log, whose last position is `head`. `changedAfter` gives the activities of
 * the events after a position; it is only called when they matter.
 */
export const conflictOf = (
  batch: Batch,
  head: number,
  changedAfter: (after: number) => Iterable<Activity>
): Conflict | undefined => {
  const { activities, after } = batch.condition
  if (after === head) return undefined
  if (after > head || activities.length === 0) return conflictOver(batch, head, [])
  const conflict = conflictOver(batch, head, changedAfter(after))
  return conflict.activities.length === 0 ? undefined : conflict
}

/** Returns the conflict of a batch over those of its activities that are among the `changed` ones. */
export const conflictOver = ({ condition, plan }: Batch, head: number, changed: Iterable<string | null>): Conflict => {
  const found = new Set<string | null>(changed)
  const activities = condition.activities.filter((each) => found.has(each))
  return new Conflict({ plan, after: condition.after, head, activities })
}

/** Returns the conflict of restoring a plan that has `head` events; none if it has none. */
export const restoreConflict = (plan: PlanId, head: number): Conflict | undefined =>
  head === 0 ? undefined : new Conflict({ plan, after: 0, head, activities: [] })
