/**
 * The read model `deadline_move`: every move of every deadline.
 */
import { deadlineHistory } from "@frist/projections/DeadlineHistory"
import { column, dateColumns, dateFields, readModel } from "../ReadModel.ts"
import {
  activityColumns,
  activityFields,
  originColumns,
  originFields,
  shareColumns,
  shareFields,
  slipColumns,
  slipFields
} from "./SharedColumns.ts"

/** A row for each move. */
export const deadlineMoveModel = readModel({
  name: "deadline_move",
  shape: 3,
  about:
    "The moves of deadlines, and the approved baselines: a row for each. Never add slips: the net slip of an activity comes from its end points.",
  key: ["position"],
  columns: {
    position: column.integer("The event, by its position in the log of the plan."),
    ...activityColumns,
    kind: column.text("`activity` or `milestone`."),
    type: column.text("`moved` for a new deadline; `approved` for an approved baseline, which is not a move."),
    ...dateColumns("before", "The date before; null where there was none"),
    ...dateColumns("after", "The date after"),
    ...slipColumns("slip", "Days from the one to the other, negative for an earlier date"),
    ...shareColumns,
    waits_for: column.textOrNull("The activities it waited for at the time, by their ids, separated by spaces."),
    quoted: column.textOrNull(
      "The sentences of the follow-up that were new in the document of the move, one a line: a quotation, not its reason."
    ),
    reason: column.textOrNull("The reason for a move, or the decision on a baseline."),
    removed: column.textOrNull("The decision that removed its content: it still counts. Null for none."),
    ...originColumns
  },
  rows: ({ history, id }) =>
    deadlineHistory(history)
      .activities.filter(({ activity }) => activity === id)
      .flatMap((activity) => {
        const shared = activityFields(activity, history)
        return activity.moves.map((move) => ({
          position: move.position,
          ...shared,
          kind: activity.kind,
          type: move.type,
          ...dateFields("before", move.from),
          ...dateFields("after", move.to),
          ...slipFields("slip", move.slip),
          ...shareFields(move),
          waits_for: move.waitsFor.length === 0 ? null : move.waitsFor.join(" "),
          quoted: move.quoted.length === 0 ? null : move.quoted.join("\n"),
          reason: move.reason,
          removed: move.removed,
          ...originFields(move)
        }))
      })
})
