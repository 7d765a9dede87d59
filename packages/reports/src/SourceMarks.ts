/**
 * Where the tables in the document's words differ from what Frist keeps: the cells show what the last document says, and
 * what Frist keeps instead is told beside the row.
 */
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { isClosed } from "@frist/domain/Status"
import type { History } from "@frist/projections/History"
import type { ShownActivity } from "@frist/projections/View"
import { blankCell, dateCell } from "./ReportCells.ts"
import type { ReportCell } from "./Report.ts"
import { isContradicted, foundIn } from "./Standings.ts"
import type { Spoken } from "./words/Spoken.ts"

const activityOf = ({ plan }: History, id: string): Activity | undefined =>
  (plan.activities as ReadonlyMap<string, Activity>).get(id)

const rewrittenDate = (activity: Activity | undefined): string | null =>
  foundIn(activity?.findings ?? [], "BaselineRewritten")?.finding.words ?? null

/** Returns the first date as the last document has it. */
export const originalCell = ({ activity, original }: ShownActivity, history: History): ReportCell => {
  const rewritten = rewrittenDate(activityOf(history, activity))
  return rewritten === null ? dateCell(original) : { text: rewritten }
}

/** The findings about words in a date column that are no date. */
const unreadDates: ReadonlySet<string> = new Set([
  "DateAmbiguous",
  "DateImpossible",
  "DateIsProse",
  "DateWithoutYear",
  "SeveralDates"
])

const others: ReadonlySet<string> = new Set([
  "BaselineRewritten",
  "CompletedWithoutStatus",
  "DateEmptied",
  "DeadlineSubjectDiffers",
  "DoneButRed",
  "RowVanished"
])

/** Whether the tables of the board depend on a finding of this code. */
export const isToldInTables = (code: string): boolean => unreadDates.has(code) || others.has(code)

/** Returns the new date as the last document has it, words that are no date included. */
export const newDeadlineCell = (row: ShownActivity, history: History): ReportCell => {
  const { deadline, original } = row
  if (!PlannedDate.same(original, deadline)) return isEarlier(row, history) ? blankCell : dateCell(deadline)
  const findings = activityOf(history, row.activity)?.findings ?? []
  const found = findings.findLast(({ finding }) => unreadDates.has(finding.code))?.finding.words
  const isOriginal = found === undefined || original === null || found.includes(original.words.trim())
  return isOriginal ? blankCell : { text: found }
}

/** Returns whether the last document has no new date, but an earlier one had. */
const isEarlier = ({ activity, status }: ShownActivity, history: History): boolean => {
  if (foundIn(activityOf(history, activity)?.findings ?? [], "DateEmptied") !== undefined) return true
  const closedOn = isClosed(status) ? history.closedOn(activity) : null
  const move = history.movesOf(activity).findLast(({ type }) => type === "moved")
  return closedOn !== null && move !== undefined && move.source !== null && move.effectiveOn < closedOn
}

/** Returns what Frist keeps where the document says something else, or nothing, a line each. */
export const fristNotes = (row: ShownActivity, history: History, { text }: Spoken): ReadonlyArray<string> => {
  const { column, frist } = text.report
  const activity = activityOf(history, row.activity)
  const hasEarlier = !PlannedDate.same(row.original, row.deadline) && isEarlier(row, history)
  const isByTable =
    row.status._tag === "Completed" && foundIn(activity?.findings ?? [], "CompletedWithoutStatus") !== undefined
  return [
    ...(rewrittenDate(activity) === null
      ? []
      : [frist.changedInDocument(column.deadline, row.original?.words.trim() ?? "")]),
    ...(hasEarlier ? [frist.earlierEdition(column.newDeadline, row.deadline?.words.trim() ?? "")] : []),
    ...(isByTable ? [frist.byTable] : []),
    ...(activity !== undefined && isContradicted(activity) ? [frist.amongDone] : [])
  ]
}
