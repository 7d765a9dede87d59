/**
 * The read model `activity_history`: every recorded event.
 */
import { activityHistory } from "@frist/projections/ActivityHistory"
import { column, readModel } from "../ReadModel.ts"
import { originColumns, originFields } from "./SharedColumns.ts"

/** A row for each event. */
export const activityHistoryModel = readModel({
  name: "activity_history",
  shape: 3,
  about: "Every recorded event with its corrections: a row for each.",
  key: ["position"],
  columns: {
    position: column.integer("The event, by its position in the log of the plan."),
    activity: column.textOrNull("The activity, by its id within the plan; null for the plan itself."),
    type: column.text("The type of the event."),
    event: column.textOrNull("The event as JSON; null where its content was redacted."),
    in_effect: column.boolean("Whether it is in effect, as recorded or as corrected."),
    ...originColumns,
    removed: column.textOrNull("The decision that removed its content; null for none.")
  },
  rows: ({ history, id }) =>
    activityHistory(history, id).entries.map((entry) => ({
      position: entry.position,
      activity: id,
      type: entry.type,
      event: entry.event === null ? null : JSON.stringify(entry.event),
      in_effect: entry.inEffect,
      ...originFields(entry),
      removed: entry.removed
    }))
})
