/**
 * The tables as people know them from their document, ongoing and completed, and beside them what is computed of the
 * ongoing. A page makes these anew for another day, so nothing here needs more than a language and two views.
 */
import type { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { Board } from "@frist/projections/Board"
import type { Completed } from "@frist/projections/Completed"
import type { ShownActivity } from "@frist/projections/View"
import { type Spoken, tallyWords } from "./words/Spoken.ts"
import { blank, dated, lateness, said, stated, toned } from "./Cells.ts"
import { freshLines } from "./FreshLines.ts"
import type { Cell, Column, Row, Table } from "./Report.ts"

/** The follow-ups of an activity: the cell as it stands, and every note that was ever in it. */
export interface FollowedUp {
  readonly followUp: string | null
  readonly notes: ReadonlyArray<string>
}
export type FollowUps = (activity: string) => FollowedUp

type Sourced = ShownActivity & FollowedUp

const sourceColumns = ({ text }: Spoken): ReadonlyArray<Column> => {
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

/** `earlier` are the notes that the previous review knew. */
const sourceCells = (row: Sourced, earlier: ReadonlyArray<string>, spoken: Spoken): ReadonlyArray<Cell> => [
  said(row.area),
  said(row.goal),
  said(row.actions),
  dated(row.original),
  said(row.responsible),
  stated(row.status, spoken),
  followUp(row.followUp ?? "", earlier),
  PlannedDate.same(row.original, row.deadline) ? blank : dated(row.deadline)
]

/** Nothing is marked where nothing stood before. */
const followUp = (text: string, earlier: ReadonlyArray<string>): Cell => {
  const fresh = earlier.length === 0 ? [] : freshLines(text, earlier)
  return fresh.length === 0 ? { text } : { text, fresh }
}

/** Rows of which parts follow are the document's; a part whose whole stands in another table is a row of its own. */
export const withoutParts = <Each extends Pick<ShownActivity, "activity" | "parent">>(
  rows: ReadonlyArray<Each>
): ReadonlyArray<Each> => {
  const there = new Set<string>(rows.map(({ activity }) => activity))
  return rows.filter(({ activity, parent }) => parent === null || parent === activity || !there.has(parent))
}

/** What the previous review knew of: `null` where there was none, and nothing is marked. */
export interface Before {
  readonly since: Day
  readonly followUps: FollowUps
  readonly isKnown: (activity: string) => boolean
}

export const ongoingTable = (board: Board, followUps: FollowUps, before: Before | null, spoken: Spoken): Table => ({
  _tag: "Table",
  id: "ongoing",
  caption: spoken.text.report.section.ongoing,
  asInSource: true,
  columns: sourceColumns(spoken),
  rows: withoutParts(board.activities).map((row) => ({
    activity: row.activity,
    mark: before !== null && !before.isKnown(row.activity) ? spoken.text.report.mark : null,
    cells: sourceCells({ ...row, ...followUps(row.activity) }, before?.followUps(row.activity).notes ?? [], spoken)
  })),
  empty: spoken.text.report.blankTable
})

export const completedTable = (
  completed: Completed,
  followUps: FollowUps,
  before: Before | null,
  spoken: Spoken
): Table => ({
  _tag: "Table",
  id: "completed",
  caption: spoken.text.report.section.completed,
  asInSource: true,
  columns: sourceColumns(spoken),
  rows: withoutParts(completed.activities).map((row) => ({
    activity: row.activity,
    mark: before !== null && row.reportedOn > before.since ? spoken.text.report.mark : null,
    cells: sourceCells({ ...row, ...followUps(row.activity) }, before?.followUps(row.activity).notes ?? [], spoken)
  })),
  empty: spoken.text.report.blankTable
})

export const latenessTable = (board: Board, name: (activity: string) => string, spoken: Spoken): Table => {
  const { report } = spoken.text
  const { column, table } = report
  const partsOf = Map.groupBy(board.activities, ({ parent }) => parent)
  // The dates of a cell that holds several stand with its parts.
  const inParts = ({ activity }: ShownActivity, date: PlannedDate | null): Cell => {
    const parts = partsOf.get(activity)?.length ?? 0
    return parts > 0 && date?.edtf === null ? { text: spoken.text.inParts(parts) } : dated(date)
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
    rows: board.activities.map((row): Row => ({
      activity: row.activity,
      mark: null,
      cells: [
        { text: name(row.activity) },
        inParts(row, row.original),
        lateness(row.lateness.original, spoken),
        ...(PlannedDate.same(row.baseline, row.original)
          ? [toned(report.notDecided, "quiet"), blank]
          : [dated(row.baseline), lateness(row.lateness.baseline, spoken)]),
        inParts(row, row.deadline),
        lateness(row.lateness.deadline, spoken),
        { text: tallyWords(row.moves, spoken) }
      ]
    })),
    empty: spoken.text.report.blankTable
  }
}
