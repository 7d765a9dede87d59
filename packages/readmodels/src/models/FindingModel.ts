/**
 * The read model `finding`: what is odd and stands.
 */
import { findingList } from "@frist/projections/FindingList"
import { day, instant, integer, readModel, text, textOrNull } from "../ReadModel.ts"
import { sourceFields, knownColumns } from "./SharedColumns.ts"

const { source_column, source_document, source_row, source_sha256, source_table } = knownColumns

export const findingModel = readModel({
  name: "finding",
  shape: 1,
  about: "What was found odd and stands: a row for each finding, of an activity or of the plan.",
  key: ["position"],
  columns: {
    position: integer("The event that raised it, by its position in the plan's log."),
    activity: textOrNull(
      "The activity, by its id within the plan; null for a finding about the plan or a whole document."
    ),
    area: textOrNull("The area of the activity, as last worded."),
    goal: textOrNull("The goal of the activity, as last worded."),
    code: text("What was found; the reference lists the codes."),
    severity: text("`error`, `warning` or `info`."),
    concerns: textOrNull("The column of the document that it was seen in."),
    words: text("The words that it was seen in."),
    waived: textOrNull("The reason that it was waived for; null where it was not."),
    raised_on: day("The day that it is of."),
    recorded_at: instant("When it was recorded, by the log's clock."),
    actor: text("Who recorded it."),
    source_document,
    source_sha256,
    source_table,
    source_row,
    source_column
  },
  rows: ({ history, id }) =>
    findingList(history)
      .findings.filter(({ activity }) => activity === id)
      .map((row) => ({
        position: row.position,
        activity: row.activity,
        area: row.area,
        goal: row.goal,
        code: row.code,
        severity: row.severity,
        concerns: row.column,
        words: row.words,
        waived: row.waived,
        raised_on: row.raisedOn,
        recorded_at: row.recordedAt,
        actor: row.actor,
        ...sourceFields(row.source)
      }))
})
