/**
 * Requests for another date that is before a day which it should be after: the review, or the date that the row has now.
 */
import type { Activity } from "@frist/domain/plan/Activity"
import type { Day } from "@frist/domain/Day"
import type { PlannedDate } from "@frist/domain/PlannedDate"

/** Why a requested date is remarked on. */
export const earlyReasons = ["beforeReview", "beforeDeadline"] as const

/** The day that a requested date is before, and which day that is: the review, or the last of the present deadline. */
export interface EarlyDate {
  readonly why: (typeof earlyReasons)[number]
  readonly than: Day
}

/** Returns the day that all of a requested date is before; null if there is none, or the date has no last day. */
export const earlyDate = (to: PlannedDate, { deadline }: Activity, heldOn: Day): EarlyDate | null => {
  const { latest } = to
  if (latest === null) return null
  if (latest < heldOn) return { why: "beforeReview", than: heldOn }
  const first = deadline?.earliest ?? null
  return first !== null && latest < first ? { why: "beforeDeadline", than: first } : null
}
