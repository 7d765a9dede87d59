/**
 * The read model `completed`: the closed activities.
 */
import { completed } from "@frist/projections/Completed"
import { column, dateColumns, dateFields, readModel } from "../ReadModel.ts"
import { registeredFields } from "./RegistrationOrder.ts"
import { activityColumns, activityFields, registeredColumns, slipColumns, slipFields } from "./SharedColumns.ts"

/** A row for each closed activity. */
export const completedModel = readModel({
  name: "completed",
  shape: 3,
  about: "The closed activities: a row for each that is completed or discontinued.",
  key: ["activity"],
  columns: {
    ...activityColumns,
    status: column.text("`Completed` or `Discontinued`."),
    reason: column.textOrNull("The reason it was discontinued."),
    ...dateColumns("completed", "The date of completion"),
    reported_on: column.day("The day it was reported closed."),
    ...dateColumns("original", "The deadline first recorded"),
    ...dateColumns("baseline", "The deadline last approved as a baseline"),
    ...dateColumns("deadline", "The last deadline, a forecast"),
    ...slipColumns("after_original", "Days from the first deadline to the completion, negative ahead of it"),
    ...slipColumns("after_baseline", "Days from the approved baseline to the completion, negative ahead of it"),
    ...slipColumns("after_deadline", "Days from the last deadline to the completion, negative ahead of it"),
    is_new: column.booleanOrNull("Whether it was reported after the last review but one; null where there was none."),
    note: column.textOrNull("The latest follow-up note, whole."),
    findings: column.integer("The number of its open findings that are not waived."),
    ...registeredColumns
  },
  rows: (slice) =>
    completed(slice.history)
      .activities.filter(({ activity }) => activity === slice.id)
      .map((row) => ({
        ...activityFields(row, slice.history),
        status: row.status._tag,
        reason: row.status._tag === "Discontinued" ? row.status.reason : null,
        ...dateFields("completed", row.status._tag === "Completed" ? row.status.on : null),
        reported_on: row.reportedOn,
        ...dateFields("original", row.original),
        ...dateFields("baseline", row.baseline),
        ...dateFields("deadline", row.deadline),
        ...slipFields("after_original", row.after.original),
        ...slipFields("after_baseline", row.after.baseline),
        ...slipFields("after_deadline", row.after.deadline),
        is_new: row.isNew,
        note: row.note,
        findings: row.findings.filter(({ waived }) => waived === null).length,
        ...registeredFields(slice)
      }))
})
