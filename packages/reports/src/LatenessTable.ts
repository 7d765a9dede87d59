/**
 * The table of lateness as Frist computes it: open activities against their original, approved and current deadline.
 */
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { isClosed } from "@frist/domain/Status"
import type { BoardRow } from "@frist/projections/Board"
import type { BoardViews } from "./BoardViews.ts"
import { blankCell, dateCell, latenessCell, tonedCell } from "./ReportCells.ts"
import type { ReportCell, ReportRow, ReportTable } from "./Report.ts"
import { isMissing } from "./Standings.ts"
import { comparedChanges, isCounted, unstatedPart } from "./words/Compared.ts"
import type { Spoken } from "./words/Spoken.ts"

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
  const followUp = (row.parent === null ? undefined : activities.get(row.parent))?.followUp ?? null
  const parts = views.board.activities.filter(({ parent }) => parent === row.activity).length
  // Where a cell holds several dates, its parts have one each.
  const inParts = (date: PlannedDate | null): ReportCell =>
    parts > 0 && date?.edtf === null ? { text: spoken.text.inParts(parts) } : dateCell(date)
  const against = (lateness: BoardRow["lateness"]["original"]): ReportCell => {
    const unstated = unstatedPart(row, lateness, followUp, spoken)
    return unstated === null ? latenessCell(lateness, spoken) : tonedCell(unstated, "quiet")
  }
  return {
    activity: row.activity,
    mark: own !== undefined && isMissing(own) && !isClosed(own.status) ? report.missing : null,
    cells: [
      { text: views.name(row.activity) },
      inParts(row.original),
      isCounted(row) ? against(row.lateness.original) : tonedCell(report.notComparable, "quiet"),
      ...(!hasApproved
        ? []
        : isApproved(row)
          ? [dateCell(row.baseline), against(row.lateness.baseline)]
          : [tonedCell(report.notDecided, "quiet"), blankCell]),
      inParts(row.deadline),
      against(row.lateness.deadline),
      { text: comparedChanges(row, row.moves, spoken) }
    ]
  }
}
