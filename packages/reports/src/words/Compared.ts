/**
 * What can be said of the dates of a row: nothing is counted between dates that measure different things, and a part
 * without a status of its own is not called late. The same in the terminal and in every report.
 */
import type { BoardRow } from "@frist/projections/Board"
import { unitSentence } from "./Quotes.ts"
import { changeWords, excerpt, type Spoken } from "./Spoken.ts"

interface Found extends Pick<BoardRow, "original"> {
  readonly findings: ReadonlyArray<{ readonly code: string; readonly words: string }>
}
type Lateness = BoardRow["lateness"]["original"]

/** Returns whether the lateness of a row of the board is known against its original date, if it has one. */
export const isCounted = ({ lateness, original }: Pick<BoardRow, "lateness" | "original">): boolean =>
  original?.edtf == null || lateness.original.passed !== "unknown"

/** The findings about words that may be a date and are not read. */
const unreadDates: ReadonlySet<string> = new Set([
  "DateAmbiguous",
  "DateImpossible",
  "DateIsProse",
  "DateWithoutYear",
  "DayAgainstColumn",
  "DayAgainstWords",
  "DayOfSmallNumber",
  "SeveralDates"
])

/** Returns the finding about words of an activity's row that may be a date and are not read, if there is one. */
export const unreadDate = <F extends { readonly code: string }>({
  findings
}: {
  readonly findings: ReadonlyArray<F>
}): F | undefined => findings.findLast(({ code }) => unreadDates.has(code))

/** Returns whether no change of a deadline is read, but words beside the original may be one. */
export const isChangeUnread = (row: Found, { count }: Pick<BoardRow["moves"], "count">): boolean => {
  const unread = unreadDate(row)
  return count === 0 && unread !== undefined && row.original !== null && unread.words !== row.original.words
}

/**
 * Returns how often a deadline has changed, and how far from the original where that can be counted. Where none is read
 * and words beside the original may be one, it is not said that there is none.
 */
export const comparedChanges = (row: Found, tally: BoardRow["moves"], spoken: Spoken): string =>
  isChangeUnread(row, tally) ? spoken.text.noneRead : changeWords(tally, spoken)

/**
 * Returns what is known of a part whose date has passed; null of any other row. Where the follow-up of its whole names
 * the unit, that is quoted.
 */
export const unstatedPart = (
  { activity, goal, parent, status }: Pick<BoardRow, "activity" | "goal" | "parent" | "status">,
  { passed }: Lateness,
  followUp: string | null,
  { text }: Spoken
): string | null => {
  if (parent === null || parent === activity || status._tag !== "NotStated") return null
  if (passed !== "certainly" && passed !== "possibly") return null
  const quote = unitSentence(goal, followUp)
  const { passedSaid, passedUnstated } = text.report
  return quote === null ? passedUnstated : passedSaid(excerpt(quote, 160))
}
