/**
 * The read model `deadline_move`: every move of every deadline.
 */
import { deadlineHistory } from "@frist/projections/DeadlineHistory"
import { dateColumns, dateFields, integer, readModel, text, textOrNull } from "../ReadModel.ts"
import { activityColumns, activityFields, knownColumns, knownFields, slipColumns, slipFields } from "./SharedColumns.ts"

export const deadlineMoveModel = readModel({
  name: "deadline_move",
  shape: 1,
  about:
    "Every move of a deadline, and every new approved baseline: a row for each. Slips of moves that follow one another are not added: the net slip of an activity comes from its end points.",
  key: ["position"],
  columns: {
    position: integer("The event, by its position in the plan's log."),
    ...activityColumns,
    kind: text("What was moved: an `activity` or a `milestone`."),
    type: text("`moved` for a new forecast, `approved` for a new baseline, which is not a move."),
    ...dateColumns("before", "The date that stood before; null where there was none"),
    ...dateColumns("after", "The date that stands from then on"),
    ...slipColumns("slip", "Days from the one to the other, negative where it was brought forward"),
    reason: textOrNull("The reason for a move, or the decision behind a baseline."),
    ...knownColumns
  },
  rows: ({ history, id }) =>
    deadlineHistory(history)
      .activities.filter(({ activity }) => activity === id)
      .flatMap((activity) =>
        activity.moves.map((move) => ({
          position: move.position,
          ...activityFields(activity),
          kind: activity.kind,
          type: move.type,
          ...dateFields("before", move.from),
          ...dateFields("after", move.to),
          ...slipFields("slip", move.slip),
          reason: move.reason,
          ...knownFields(move)
        }))
      )
})
