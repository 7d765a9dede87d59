/**
 * The read model `activity_history`: everything that was recorded.
 */
import { activityHistory } from "@frist/projections/ActivityHistory"
import { boolean, integer, readModel, text, textOrNull } from "../ReadModel.ts"
import { knownColumns, knownFields } from "./SharedColumns.ts"

export const activityHistoryModel = readModel({
  name: "activity_history",
  shape: 1,
  about: "Everything that was recorded, corrections beside what they put right: a row for each event.",
  key: ["position"],
  columns: {
    position: integer("The event, by its position in the plan's log."),
    activity: textOrNull("The activity that it is about, by its id within the plan; null for the plan itself."),
    type: text("What happened: the name of the event."),
    event: textOrNull("What was recorded, as JSON; null where its content was removed by a decision."),
    stands: boolean("Whether it counts, as recorded or as corrected."),
    ...knownColumns
  },
  rows: ({ history, id }) => {
    const removed = new Set<number>(
      history.events.flatMap(({ event }) => (event?._tag === "Redacted" ? [event.position] : []))
    )
    return activityHistory(history, id).entries.map((entry) => ({
      position: entry.position,
      activity: id,
      type: entry.type,
      event: entry.event === null || removed.has(entry.position) ? null : JSON.stringify(entry.event),
      stands: entry.stands,
      ...knownFields(entry)
    }))
  }
})
