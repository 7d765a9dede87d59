/**
 * The read model `board`: the open activities.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { board } from "@frist/projections/Board"
import { column, type ComputedColumn, dateColumns, dateFields, readModel } from "../ReadModel.ts"
import { registeredFields } from "./RegistrationOrder.ts"
import {
  activityColumns,
  activityFields,
  registeredColumns,
  shareColumns,
  shareFields,
  slipColumns,
  slipFields,
  talliedPartColumns,
  talliedPartFields
} from "./SharedColumns.ts"

/** Lateness depends on today, so the view computes it at each read. */
const computed: ReadonlyArray<ComputedColumn> = [
  {
    name: "late",
    kind: "text",
    required: true,
    about:
      "Whether the deadline has passed today: `certainly`, `possibly`, `no`, or `unknown` where it cannot be read.",
    sql: ({ today }) => `case when deadline_edtf is null then 'unknown'
      when deadline_latest < ${today} then 'certainly'
      when deadline_vague and deadline_earliest < ${today} then 'possibly'
      else 'no' end`
  },
  {
    name: "days_past_min",
    kind: "integer",
    required: false,
    about: "Days past the deadline today, at least; negative are days left.",
    sql: ({ days, today }) => days("deadline_latest", today)
  },
  {
    name: "days_past_max",
    kind: "integer",
    required: false,
    about: "Days past the deadline today, at most; negative are days left.",
    sql: ({ days, today }) => days("deadline_earliest", today)
  }
]

/** A row for each open activity. */
export const boardModel = readModel({
  name: "board",
  shape: 5,
  about: "The open activities: a row for each that is neither completed nor discontinued.",
  key: ["activity"],
  columns: {
    ...activityColumns,
    status: column.text("The reported status: `NotStated`, `InProgress` or `Delayed`."),
    status_cell: column.textOrNull(
      "The words of the document's status cell, where they state no status; otherwise null."
    ),
    status_cell_code: column.textOrNull("The finding about that cell, as in `finding`; null where there is none."),
    ...dateColumns("original", "The deadline first recorded"),
    ...dateColumns("baseline", "The deadline last approved as a baseline"),
    ...dateColumns("deadline", "The current deadline, a forecast"),
    deadline_vague: column.boolean(
      "Whether the deadline is a season, an approximation or an open end, and so possibly passes from its second day on."
    ),
    moves: column.integer("The number of moves of the deadline."),
    moves_at_least: column.boolean("Whether there may have been more moves, between two documents."),
    ...slipColumns("net_slip", "Days from the first deadline to the current one"),
    ...shareColumns,
    ...talliedPartColumns,
    note: column.textOrNull("The latest follow-up note, whole."),
    findings: column.integer("The number of its open findings that are not waived."),
    ...registeredColumns
  },
  computed,
  rows: (slice) =>
    board(slice.history)
      .activities.filter(({ activity }) => activity === slice.id)
      .map((row) => ({
        ...activityFields(row, slice.history),
        status: row.status._tag,
        status_cell: row.statusCell?.words ?? null,
        status_cell_code: row.statusCell?.code ?? null,
        ...dateFields("original", row.original),
        ...dateFields("baseline", row.baseline),
        ...dateFields("deadline", row.deadline),
        deadline_vague: row.deadline !== null && PlannedDate.isVague(row.deadline),
        moves: row.moves.count,
        moves_at_least: row.moves.atLeast,
        ...slipFields("net_slip", row.moves.net),
        ...shareFields(row.moves),
        ...talliedPartFields(row.moves),
        note: row.note,
        findings: row.findings.filter(({ waived }) => waived === null).length,
        ...registeredFields(slice)
      }))
})
