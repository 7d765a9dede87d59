/**
 * Which deadlines of an activity measure something else than its goal: no days are counted between those and others.
 */
import type { Day } from "@frist/domain/Day"
import type { Entry } from "@frist/domain/plan/Lens"
import { PlannedDate, type Slip } from "@frist/domain/PlannedDate"
import * as Schema from "effect/Schema"

/** Whether two dates measure the same thing. Where they do not, no days are counted: their slip is unknown. */
export const Alike = Schema.Boolean

/** Returns the slip between two dates, unknown where they measure different things. */
export const slipOf = (from: PlannedDate | null, to: PlannedDate | null, alike: boolean): Slip =>
  alike ? PlannedDate.slip(from, to) : { min: null, max: null }

/** Returns whether the deadline measures something else by the end of a day, or before the day; default: at the end. */
export type IsUnlike = (by?: { readonly endOf: Day } | { readonly before: Day }) => boolean

/**
 * Reads the entries of one activity. A document says what its date measures by a finding of the same day. A deadline
 * without a readable date goes on from the one before it, so it is of that too, whether the finding is open or closed.
 */
export const unlikeIn = (entries: ReadonlyArray<Entry>): IsUnlike => {
  const found = entries.filter(({ fact }) => fact._tag === "FindingRaised" && fact.code === "DeadlineSubjectDiffers")
  if (found.length === 0) return () => false
  const dated = entries.filter(({ fact }) => fact._tag === "DeadlineMoved" && isDated(fact.to))
  return (by) => {
    const isPast = ({ record }: Entry): boolean =>
      by === undefined || ("endOf" in by ? record.effectiveOn <= by.endOf : record.effectiveOn < by.before)
    const last = found.findLast(isPast)?.record.effectiveOn
    return last !== undefined && !dated.some((entry) => isPast(entry) && entry.record.effectiveOn > last)
  }
}

const isDated = ({ earliest, latest }: PlannedDate): boolean => earliest !== null || latest !== null
