/**
 * The ways in which an activity of the previous follow-up stands now.
 */

/** The ways to stand, in the order in which they are told. */
export const standings = [
  "postponed",
  "earlier",
  "changed",
  "completed",
  "discontinued",
  "passed",
  "passedUnread",
  "missing",
  "contradicted",
  "unchanged"
] as const
export type Standing = (typeof standings)[number]
