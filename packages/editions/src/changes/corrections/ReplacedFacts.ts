/**
 * Which recorded events are replaced by what they should have been.
 */
import type { Entry } from "@frist/domain/plan/Lens"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { Wanted } from "./RecordedEdition.ts"

/** Whether an activity would be registered with another first deadline now. */
export const hasOtherDeadline = ({ fact, record }: Entry, missing: ReadonlyArray<Wanted>): boolean =>
  fact._tag === "ActivityRegistered" &&
  missing.some(
    ({ event, fact: wanted }) =>
      wanted._tag === "ActivityRegistered" &&
      event.activity === record.activity &&
      !PlannedDate.same(wanted.deadline, fact.deadline)
  )

/** Pairs events with the facts of the same type, activity and column that they should have been. */
export const replacements = (
  withdrawn: ReadonlyArray<Entry>,
  missing: ReadonlyArray<Wanted>
): ReadonlyMap<Entry, Wanted> => {
  const free = new Set(missing)
  const pairs = new Map<Entry, Wanted>()
  for (const entry of withdrawn) {
    for (const each of free) {
      const { activity, source } = each.event
      const isSame =
        each.fact._tag === entry.fact._tag &&
        activity === entry.record.activity &&
        source?.column === entry.record.source?.column
      if (!isSame) continue
      free.delete(each)
      pairs.set(entry, each)
      break
    }
  }
  return pairs
}
