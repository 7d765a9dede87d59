/**
 * The read model `completed`: what is done or discontinued.
 */
import { completed } from "@frist/projections/Completed"
import { booleanOrNull, dateColumns, dateFields, day, integer, readModel, text, textOrNull } from "../ReadModel.ts"
import { registeredFields } from "./RegistrationOrder.ts"
import { activityColumns, activityFields, registeredColumns, slipColumns, slipFields } from "./SharedColumns.ts"

export const completedModel = readModel({
  name: "completed",
  shape: 2,
  about: "What is done or discontinued: a row for each such activity.",
  key: ["activity"],
  columns: {
    ...activityColumns,
    status: text("`Completed` or `Discontinued`."),
    reason: textOrNull("Why it was discontinued."),
    ...dateColumns("completed", "The day that it was completed"),
    reported_on: day("The day that it was reported closed."),
    ...dateColumns("original", "The deadline first recorded"),
    ...dateColumns("baseline", "The deadline last approved as a baseline"),
    ...dateColumns("deadline", "The deadline last believed in"),
    ...slipColumns("after_original", "Days from the first deadline to the completion, negative ahead of it"),
    ...slipColumns("after_baseline", "Days from the approved baseline to the completion, negative ahead of it"),
    ...slipColumns("after_deadline", "Days from the last forecast to the completion, negative ahead of it"),
    is_new: booleanOrNull("Whether it was reported after the review before the last; null where there was none."),
    note: textOrNull("The latest follow-up note, whole."),
    findings: integer("How many findings stand against it and are not waived."),
    ...registeredColumns
  },
  rows: (slice) =>
    completed(slice.history)
      .activities.filter(({ activity }) => activity === slice.id)
      .map((row) => ({
        ...activityFields(row),
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
