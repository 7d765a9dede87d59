/**
 * The tables of the board: ongoing and completed activities in the document's own words, and lateness as computed. A page
 * builds them again for another day, so they need no more than the views of the board and a language.
 */
import type { Plan } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import { isClosed } from "@frist/domain/Status"
import type { History } from "@frist/projections/History"
import type { ShownActivity, UnstatedCell } from "@frist/projections/View"
import type { BoardViews } from "./BoardViews.ts"
import type { Spoken } from "./words/Spoken.ts"
import { latenessTable } from "./LatenessTable.ts"
import { blankCell, statusCell, textCell } from "./ReportCells.ts"
import { fristNotes, newDeadlineCell, originalCell } from "./SourceMarks.ts"
import { isMissing, foundIn } from "./Standings.ts"
import { courseCells } from "./chart/Courses.ts"
import { freshLines } from "./FreshLines.ts"
import type { ReportCell, ReportColumn, ReportTable } from "./Report.ts"

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
  history: History,
  spoken: Spoken,
  isNew: (row: Shown) => boolean,
  course?: (row: Shown) => ReportCell
): ReportTable => {
  const { plan, previousReview } = history
  const shown = withoutParts(rows)
  const hasNotes = shown.some((row) => fristNotes(row, history, spoken).length > 0)
  const now = activitiesOf(plan)
  const before = previousReview === null ? null : activitiesOf(previousReview.plan)
  return {
    _tag: "Table",
    id,
    caption: spoken.text.report.section[id],
    asInSource: true,
    columns: [
      ...sourceColumns(spoken),
      ...(hasNotes ? [notesColumn(spoken)] : []),
      ...(course === undefined
        ? []
        : [{ key: "course", heading: spoken.text.report.chart.course, kind: "course", counted: true } as const])
    ],
    rows: shown.map((row) => ({
      activity: row.activity,
      mark: markOf(row, isNew(row), now.get(row.activity), spoken),
      cells: [
        ...sourceCells(row, history, before?.get(row.activity), spoken),
        ...(hasNotes ? [{ text: fristNotes(row, history, spoken).join("\n") }] : []),
        ...(course === undefined ? [] : [course(row)])
      ]
    })),
    empty: spoken.text.report.blankTable
  }
}

/** Views name activities by plain strings. */
const activitiesOf = ({ activities }: Plan): ReadonlyMap<string, Activity> => activities

/** A column of what Frist keeps where the document says something else. */
const notesColumn = ({ text }: Spoken): ReportColumn => ({
  key: "countedAs",
  heading: text.report.column.countedAs,
  kind: "text",
  counted: true
})

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

/** Returns the word beside a row: that it is new, or that the last document no longer has it. */
const markOf = (
  { status }: ShownActivity,
  isNew: boolean,
  now: Activity | undefined,
  { text }: Spoken
): string | null =>
  isNew ? text.report.mark : now !== undefined && isMissing(now) && !isClosed(status) ? text.report.missing : null

/** Returns the cells in the words of the document. Lines of the follow-up that no earlier note has are new. */
const sourceCells = (
  row: ShownRow,
  history: History,
  before: Activity | undefined,
  spoken: Spoken
): ReadonlyArray<ReportCell> => {
  const now = activitiesOf(history.plan).get(row.activity)
  return [
    textCell(row.area),
    textCell(row.goal),
    textCell(row.actions),
    originalCell(row, history),
    textCell(row.responsible),
    sourceStatus(row, now, spoken),
    followUp(now?.followUp ?? "", before?.notes ?? []),
    newDeadlineCell(row, history)
  ]
}

/** Returns the status; none where the document's cell is empty and the table alone says that the row is done. */
const sourceStatus = (row: ShownRow, now: Activity | undefined, spoken: Spoken): ReportCell =>
  row.status._tag === "Completed" && foundIn(now?.findings ?? [], "CompletedWithoutStatus") !== undefined
    ? blankCell
    : statusCell(row.status, spoken, row.statusCell)

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
