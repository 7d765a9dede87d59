/**
 * The tables of the board: ongoing and completed activities in the document's own words, and lateness as computed. A page
 * builds them again for another day, so they need no more than the views of the board and a language.
 */
import type { Activity, Plan } from "@frist/domain/Plan"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { History } from "@frist/projections/History"
import type { ShownActivity, UnstatedCell } from "@frist/projections/View"
import type { BoardViews } from "./BoardViews.ts"
import { type Spoken, tallyWords } from "./words/Spoken.ts"
import { blankCell, dateCell, latenessCell, textCell, statusCell, tonedCell } from "./ReportCells.ts"
import { courseCells } from "./chart/Courses.ts"
import { freshLines } from "./FreshLines.ts"
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from "./Report.ts"

/** The three tables of the board. */
export interface BoardTables {
  readonly ongoing: ReportTable
  readonly completed: ReportTable
  readonly lateness: ReportTable
}

/** Builds the tables as of the day of the views. Marks what is new since the review before that day. */
export const boardTables = (views: BoardViews, spoken: Spoken): BoardTables => {
  const { board, completed, history, trend } = views
  const course = courseCells(trend, spoken)
  const { previousReview } = history
  const before = previousReview === null ? null : activitiesOf(previousReview.plan)
  return {
    ongoing: sourceTable(
      "ongoing",
      board.activities,
      history,
      spoken,
      ({ activity }) => before?.has(activity) === false,
      ({ activity }) => course(activity)
    ),
    completed: sourceTable(
      "completed",
      completed.activities,
      history,
      spoken,
      ({ reportedOn }) => previousReview !== null && reportedOn > previousReview.heldOn
    ),
    lateness: latenessTable(views, spoken)
  }
}

/** A row of the board, or of the completed activities, which have no status cell of their own. */
type ShownRow = ShownActivity & { readonly statusCell?: UnstatedCell | null }

/** Builds a table in the columns of the document, followed by the course of each deadline. */
const sourceTable = <Shown extends ShownRow>(
  id: "ongoing" | "completed",
  rows: ReadonlyArray<Shown>,
  { plan, previousReview }: History,
  spoken: Spoken,
  isNew: (row: Shown) => boolean,
  course?: (row: Shown) => ReportCell
): ReportTable => {
  const now = activitiesOf(plan)
  const before = previousReview === null ? null : activitiesOf(previousReview.plan)
  return {
    _tag: "Table",
    id,
    caption: spoken.text.report.section[id],
    asInSource: true,
    columns: [
      ...sourceColumns(spoken),
      ...(course === undefined
        ? []
        : [{ key: "course", heading: spoken.text.report.chart.course, kind: "course", counted: true } as const])
    ],
    rows: withoutParts(rows).map((row) => ({
      activity: row.activity,
      mark: isNew(row) ? spoken.text.report.mark : null,
      cells: [
        ...sourceCells(row, now.get(row.activity), before?.get(row.activity), spoken),
        ...(course === undefined ? [] : [course(row)])
      ]
    })),
    empty: spoken.text.report.blankTable
  }
}

/** Views name activities by plain strings. */
const activitiesOf = ({ activities }: Plan): ReadonlyMap<string, Activity> => activities

const sourceColumns = ({ text }: Spoken): ReadonlyArray<ReportColumn> => {
  const { column } = text.report
  return [
    { key: "area", heading: column.area, kind: "name" },
    { key: "goal", heading: column.goal, kind: "long" },
    { key: "actions", heading: column.actions, kind: "long" },
    { key: "deadline", heading: column.deadline, kind: "date" },
    { key: "responsible", heading: column.responsible, kind: "text" },
    { key: "status", heading: column.status, kind: "status" },
    { key: "followUp", heading: column.followUp, kind: "long" },
    { key: "newDeadline", heading: column.newDeadline, kind: "date" }
  ]
}

/** Returns the cell of the follow-up of `now`; lines that no earlier note has are new. */
const sourceCells = (
  row: ShownRow,
  now: Activity | undefined,
  before: Activity | undefined,
  spoken: Spoken
): ReadonlyArray<ReportCell> => [
  textCell(row.area),
  textCell(row.goal),
  textCell(row.actions),
  dateCell(row.original),
  textCell(row.responsible),
  statusCell(row.status, spoken, row.statusCell),
  followUp(now?.followUp ?? "", before?.notes ?? []),
  PlannedDate.same(row.original, row.deadline) ? blankCell : dateCell(row.deadline)
]

/** Marks nothing if there was no note before. */
const followUp = (text: string, earlier: ReadonlyArray<string>): ReportCell => {
  const fresh = earlier.length === 0 ? [] : freshLines(text, earlier)
  return fresh.length === 0 ? { text } : { text, fresh }
}

/** Leaves out the parts whose whole is among the rows; a part whose whole is in another table keeps its row. */
export const withoutParts = <Each extends Pick<ShownActivity, "activity" | "parent">>(
  rows: ReadonlyArray<Each>
): ReadonlyArray<Each> => {
  const there = new Set<string>(rows.map(({ activity }) => activity))
  return rows.filter(({ activity, parent }) => parent === null || parent === activity || !there.has(parent))
}

const latenessTable = ({ board, name }: BoardViews, spoken: Spoken): ReportTable => {
  const { report } = spoken.text
  const { column, table } = report
  const partsOf = Map.groupBy(board.activities, ({ parent }) => parent)
  // Where a cell holds several dates, its parts have one each.
  const inParts = ({ activity }: ShownActivity, date: PlannedDate | null): ReportCell => {
    const parts = partsOf.get(activity)?.length ?? 0
    return parts > 0 && date?.edtf === null ? { text: spoken.text.inParts(parts) } : dateCell(date)
  }
  return {
    _tag: "Table",
    id: "lateness",
    caption: table.lateness,
    asInSource: false,
    columns: [
      { key: "activity", heading: column.activity, kind: "name" },
      { key: "original", heading: column.original, kind: "date" },
      { key: "againstOriginal", heading: column.againstOriginal, kind: "number" },
      { key: "baseline", heading: column.approved, kind: "date" },
      { key: "againstBaseline", heading: column.againstApproved, kind: "number" },
      { key: "deadline", heading: column.latest, kind: "date" },
      { key: "againstDeadline", heading: column.againstLatest, kind: "number" },
      { key: "moves", heading: column.moves, kind: "text" }
    ],
    rows: board.activities.map((row): ReportRow => ({
      activity: row.activity,
      mark: null,
      cells: [
        { text: name(row.activity) },
        inParts(row, row.original),
        latenessCell(row.lateness.original, spoken),
        ...(PlannedDate.same(row.baseline, row.original)
          ? [tonedCell(report.notDecided, "quiet"), blankCell]
          : [dateCell(row.baseline), latenessCell(row.lateness.baseline, spoken)]),
        inParts(row, row.deadline),
        latenessCell(row.lateness.deadline, spoken),
        { text: tallyWords(row.moves, spoken) }
      ]
    })),
    empty: spoken.text.report.blankTable
  }
}
