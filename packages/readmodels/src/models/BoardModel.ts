/**
 * The read model `board`: what is still to be done.
 */
import { board } from "@frist/projections/Board"
import { boolean, type Computed, dateColumns, dateFields, integer, readModel, text, textOrNull } from "../ReadModel.ts"
import { registeredFields } from "./RegistrationOrder.ts"
import { activityColumns, activityFields, registeredColumns, slipColumns, slipFields } from "./SharedColumns.ts"

/** How late it is depends on the day, so the view counts it when it is asked. */
const computed: ReadonlyArray<Computed> = [
  {
    name: "late",
    kind: "text",
    required: true,
    about:
      "Whether the forecast has passed today: `certainly`, `possibly`, `no`, or `unknown` where it cannot be read.",
    postgres: `case when deadline_edtf is null then 'unknown'
      when current_date > deadline_latest then 'certainly'
      when current_date > deadline_earliest and deadline_edtf ~ '[~?]|\\.\\.|^\\d{4}-2[1-4]$' then 'possibly'
      else 'no' end`,
    sqlite: `case when deadline_edtf is null then 'unknown'
      when date('now', 'localtime') > deadline_latest then 'certainly'
      when date('now', 'localtime') > deadline_earliest and (deadline_edtf glob '*[~?]*' or deadline_edtf like '%..%'
        or deadline_edtf glob '[0-9][0-9][0-9][0-9]-2[1-4]') then 'possibly'
      else 'no' end`
  },
  {
    name: "days_past_min",
    kind: "integer",
    required: false,
    about: "Days past the forecast today, at least; negative are days left.",
    postgres: "current_date - deadline_latest",
    sqlite: "cast(julianday(date('now', 'localtime')) - julianday(deadline_latest) as integer)"
  },
  {
    name: "days_past_max",
    kind: "integer",
    required: false,
    about: "Days past the forecast today, at most; negative are days left.",
    postgres: "current_date - deadline_earliest",
    sqlite: "cast(julianday(date('now', 'localtime')) - julianday(deadline_earliest) as integer)"
  }
]

export const boardModel = readModel({
  name: "board",
  shape: 2,
  about: "What is still to be done: a row for each activity that is neither completed nor discontinued.",
  key: ["activity"],
  columns: {
    ...activityColumns,
    status: text("The status that the organisation reports: `NotStated`, `InProgress` or `Delayed`."),
    ...dateColumns("original", "The deadline first recorded"),
    ...dateColumns("baseline", "The deadline last approved as a baseline"),
    ...dateColumns("deadline", "The deadline believed in today"),
    moves: integer("How many times the forecast was moved."),
    moves_at_least: boolean("Whether there may have been more moves, between two documents."),
    ...slipColumns("net_slip", "Days from the first deadline to the forecast"),
    note: textOrNull("The latest follow-up note, whole."),
    findings: integer("How many findings stand against it and are not waived."),
    ...registeredColumns
  },
  computed,
  rows: (slice) =>
    board(slice.history)
      .activities.filter(({ activity }) => activity === slice.id)
      .map((row) => ({
        ...activityFields(row),
        status: row.status._tag,
        ...dateFields("original", row.original),
        ...dateFields("baseline", row.baseline),
        ...dateFields("deadline", row.deadline),
        moves: row.moves.count,
        moves_at_least: row.moves.atLeast,
        ...slipFields("net_slip", row.moves.net),
        note: row.note,
        findings: row.findings.filter(({ waived }) => waived === null).length,
        ...registeredFields(slice)
      }))
})
