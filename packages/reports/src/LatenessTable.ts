/**
 * The table of lateness as Frist computes it: open activities against their original, approved and current deadline.
 */
import type { Activity } from "@frist/domain/Plan"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { isClosed } from "@frist/domain/Status"
import type { BoardRow } from "@frist/projections/Board"
import type { BoardViews } from "./BoardViews.ts"
import { blankCell, dateCell, latenessCell, tonedCell } from "./ReportCells.ts"
import type { ReportCell, ReportRow, ReportTable } from "./Report.ts"
import { isComparable, isMissing } from "./Standings.ts"
import { unitSentence } from "./words/Quotes.ts"
import { changeWords, excerpt, type Spoken } from "./words/Spoken.ts"

/** Builds the table. It has columns of approved deadlines only where one was approved. */
export const latenessTable = (views: BoardViews, spoken: Spoken): ReportTable => {
  const { board } = views
  const { column, table, blankTable } = spoken.text.report
  const hasApproved = board.activities.some(isApproved)
  return {
    _tag: "Table",
    id: "lateness",
    caption: table.lateness,
    asInSource: false,
    columns: [
      { key: "activity", heading: column.activity, kind: "name" },
      { key: "original", heading: column.original, kind: "date" },
      { key: "againstOriginal", heading: column.againstOriginal, kind: "number" },
      ...(hasApproved
        ? ([
            { key: "baseline", heading: column.approved, kind: "date" },
            { key: "againstBaseline", heading: column.againstApproved, kind: "number" }
          ] as const)
        : []),
      { key: "deadline", heading: column.latest, kind: "date" },
      { key: "againstDeadline", heading: column.againstLatest, kind: "number" },
      { key: "moves", heading: column.moves, kind: "text" }
    ],
    rows: board.activities.map((row) => rowOf(row, hasApproved, views, spoken)),
    empty: blankTable
  }
}

const isApproved = ({ baseline, original }: BoardRow): boolean => !PlannedDate.same(baseline, original)

const rowOf = (row: BoardRow, hasApproved: boolean, views: BoardViews, spoken: Spoken): ReportRow => {
  const { report } = spoken.text
  const activities: ReadonlyMap<string, Activity> = views.history.plan.activities
  const own = activities.get(row.activity)
  const differs = own !== undefined && !isComparable(own)
  const parts = views.board.activities.filter(({ parent }) => parent === row.activity).length
  // Where a cell holds several dates, its parts have one each.
  const inParts = (date: PlannedDate | null): ReportCell =>
    parts > 0 && date?.edtf === null ? { text: spoken.text.inParts(parts) } : dateCell(date)
  const against = (lateness: BoardRow["lateness"]["original"]): ReportCell =>
    unstatedPart(row, lateness.passed, views, spoken) ?? latenessCell(lateness, spoken)
  return {
    activity: row.activity,
    mark: own !== undefined && isMissing(own) && !isClosed(own.status) ? report.missing : null,
    cells: [
      { text: views.name(row.activity) },
      inParts(row.original),
      differs ? tonedCell(report.notComparable, "quiet") : against(row.lateness.original),
      ...(!hasApproved
        ? []
        : isApproved(row)
          ? [dateCell(row.baseline), against(row.lateness.baseline)]
          : [tonedCell(report.notDecided, "quiet"), blankCell]),
      inParts(row.deadline),
      against(row.lateness.deadline),
      { text: differs ? spoken.text.timesMoved(row.moves.count) : changeWords(row.moves, spoken) }
    ]
  }
}

/**
 * Returns what is known of a part whose date has passed. It has no status of its own, so it is not called late; where the
 * follow-up of its whole names the unit, that is quoted.
 */
const unstatedPart = (
  { activity, goal, parent, status }: BoardRow,
  passed: BoardRow["lateness"]["original"]["passed"],
  { history }: BoardViews,
  { text }: Spoken
): ReportCell | null => {
  if (parent === null || parent === activity || status._tag !== "NotStated") return null
  if (passed !== "certainly" && passed !== "possibly") return null
  const whole = (history.plan.activities as ReadonlyMap<string, Activity>).get(parent)
  const quote = unitSentence(goal, whole?.followUp ?? null)
  const { passedSaid, passedUnstated } = text.report
  return tonedCell(quote === null ? passedUnstated : passedSaid(excerpt(quote, 160)), "quiet")
}
