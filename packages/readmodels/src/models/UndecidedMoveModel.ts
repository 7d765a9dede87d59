/**
 * The read model `undecided_move`: the deadlines that lie beyond their approved baselines without a decision.
 */
import { decisions } from "@frist/projections/Decisions"
import { column, dateColumns, dateFields, readModel } from "../ReadModel.ts"
import { activityColumns, activityFields, slipColumns, slipFields } from "./SharedColumns.ts"

/** A row for each activity whose move nobody decided. */
export const undecidedMoveModel = readModel({
  name: "undecided_move",
  shape: 2,
  about:
    "The deadlines that lie beyond their approved baseline, or their first date, without a decision: a row for each activity. A part that moved with its whole, and a milestone of a listed activity, have none.",
  key: ["activity"],
  columns: {
    ...activityColumns,
    status: column.text("The reported status."),
    is_closed: column.boolean("Whether the activity is completed or discontinued."),
    beyond: column.text("`certainly`, or `possibly` where only some of the days that the dates can mean lie beyond."),
    ...dateColumns("baseline", "The deadline last approved as a baseline, or first recorded"),
    ...dateColumns("deadline", "The current deadline, a forecast"),
    ...slipColumns("slip", "Days from the one to the other"),
    moves: column.integer("The number of moves since the baseline was approved, or since the first date.")
  },
  rows: ({ history, id }) =>
    decisions(history)
      .undecided.filter(({ activity }) => activity === id)
      .map((row) => ({
        ...activityFields(row, history),
        status: row.status._tag,
        is_closed: row.isClosed,
        beyond: row.beyond,
        ...dateFields("baseline", row.baseline),
        ...dateFields("deadline", row.deadline),
        ...slipFields("slip", row.slip),
        moves: row.moves.length
      }))
})
