/**
 * The views that the board's tables show. A page selects them again for an earlier day, so they need a history alone.
 */
import { board, type Board } from "@frist/projections/Board"
import { completed, type Completed } from "@frist/projections/Completed"
import type { History } from "@frist/projections/History"
import { milestoneTrend, type MilestoneTrend } from "@frist/projections/MilestoneTrend"
import { shownActivity } from "@frist/projections/View"
import { namesOf } from "./ActivityNames.ts"

/** The board, the completed list, the reported deadlines and the names of activities in one history. */
export interface BoardViews {
  readonly history: History
  readonly board: Board
  readonly completed: Completed
  readonly trend: MilestoneTrend
  /** Returns the name of an activity in a sentence; an unknown id is its own name. */
  readonly name: (activity: string) => string
}

/** Selects the views of a history, each once. */
export const boardViews = (history: History): BoardViews => {
  const names = namesOf([...history.plan.activities.values()].map(shownActivity))
  return {
    history,
    board: board(history),
    completed: completed(history),
    trend: milestoneTrend(history),
    name: (activity) => names.get(activity) ?? activity
  }
}
