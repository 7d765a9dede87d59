/**
 * The cells of the document's own tables in which what Frist keeps is not what the last document says. Each shows the
 * words of the document, and marks Frist's value as its own.
 */
import type { Activity } from "@frist/domain/Plan"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { isClosed } from "@frist/domain/Status"
import type { History } from "@frist/projections/History"
import type { ShownActivity, UnstatedCell } from "@frist/projections/View"
import { blankCell, dateCell, statusCell } from "./ReportCells.ts"
import type { ReportCell } from "./Report.ts"
import { isContradicted, unwaived } from "./Standings.ts"
import type { Spoken } from "./words/Spoken.ts"

/** Returns the date column: where the document has changed it, its words and below them the date that Frist keeps. */
export const originalCell = (
  activity: Activity | undefined,
  original: PlannedDate | null,
  spoken: Spoken
): ReportCell => {
  const cell = dateCell(original)
  const rewritten = unwaived(activity?.findings ?? [], "BaselineRewritten")
  if (rewritten === undefined) return cell
  const { changedInDocument, frist } = spoken.text.report
  const { day: _, ...rest } = cell
  return { ...rest, text: `${rewritten.finding.words}\n${frist(changedInDocument(cell.text))}` }
}

/** The findings about words in a date column that are no date. */
const unreadDates: ReadonlySet<string> = new Set([
  "DateAmbiguous",
  "DateImpossible",
  "DateIsProse",
  "DateWithoutYear",
  "SeveralDates"
])

/**
 * Returns the column of new dates. Words that are no date are shown as written; a date that only an earlier document had
 * is marked.
 */
export const newDeadlineCell = (row: ShownActivity, history: History, spoken: Spoken): ReportCell => {
  const activity = (history.plan.activities as ReadonlyMap<string, Activity>).get(row.activity)
  if (PlannedDate.same(row.original, row.deadline)) return unreadCell(row, activity)
  const cell = dateCell(row.deadline)
  const { earlierEdition, frist } = spoken.text.report
  const emptied = unwaived(activity?.findings ?? [], "DateEmptied") !== undefined
  const closedOn = isClosed(row.status) ? history.closedOn(row.activity) : null
  const movedOn = history.movesOf(row.activity).findLast(({ type }) => type === "moved")?.effectiveOn
  const isEarlier = emptied || (closedOn !== null && movedOn !== undefined && movedOn < closedOn)
  if (!isEarlier) return cell
  const { day: _, ...rest } = cell
  return { ...rest, text: frist(earlierEdition(cell.text)) }
}

const unreadCell = ({ original }: ShownActivity, activity: Activity | undefined): ReportCell => {
  const found = activity?.findings.findLast(({ finding }) => unreadDates.has(finding.code))?.finding
  return found === undefined || original === null || said(original.words, found.words)
    ? blankCell
    : { text: found.words }
}

const said = (words: string, other: string): boolean => words.trim() === other.trim() || other.includes(words.trim())

/** Returns the status column. A status that follows from the table and not from a cell is marked. */
export const sourceStatusCell = (
  { status, statusCell: unstated }: Pick<ShownActivity, "status"> & { readonly statusCell?: UnstatedCell | null },
  activity: Activity | undefined,
  spoken: Spoken
): ReportCell => {
  const cell = statusCell(status, spoken, unstated)
  const { amongDone, frist, fromTable } = spoken.text.report
  if (activity === undefined) return cell
  if (isContradicted(activity)) return { ...cell, text: `${cell.text}\n${frist(amongDone)}` }
  const isEmpty = unwaived(activity.findings, "CompletedWithoutStatus") !== undefined
  return status._tag === "Completed" && isEmpty ? { ...cell, text: frist(fromTable) } : cell
}
