/**
 * The read model `finding`: the open findings.
 */
import { findingList } from "@frist/projections/FindingList"
import { column, readModel } from "../ReadModel.ts"
import { sourceFields, originColumns } from "./SharedColumns.ts"

const { source_column, source_document, source_row, source_sha256, source_table } = originColumns

/** A row for each open finding. */
export const findingModel = readModel({
  name: "finding",
  shape: 1,
  about: "The open findings: a row for each, of an activity or of the plan.",
  key: ["position"],
  columns: {
    position: column.integer("The event that raised it, by its position in the log of the plan."),
    activity: column.textOrNull(
      "The activity, by its id within the plan; null for a finding about the plan or a whole document."
    ),
    area: column.textOrNull("The area of the activity, as last worded."),
    goal: column.textOrNull("The goal of the activity, as last worded."),
    code: column.text("The code of the finding; the reference lists them."),
    severity: column.text("`error`, `warning` or `info`."),
    concerns: column.textOrNull("The column of the document in which it was seen."),
    words: column.text("The words in which it was seen."),
    waived: column.textOrNull("The reason for its waiver; null where it is not waived."),
    raised_on: column.day("The day of the document, or of the person who raised it."),
    recorded_at: column.instant("When it was recorded, by the log's clock."),
    actor: column.text("Who recorded it."),
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
