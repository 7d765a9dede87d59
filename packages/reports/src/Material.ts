/**
 * What the parts of a report are made from: the views of one plan at one time, each made once.
 */
import type { Day } from "@frist/domain/Day"
import { board, type Board } from "@frist/projections/Board"
import { changes, type Changes } from "@frist/projections/Changes"
import { completed, type Completed } from "@frist/projections/Completed"
import type { History } from "@frist/projections/History"
import { milestoneTrend, type MilestoneTrend } from "@frist/projections/MilestoneTrend"
import { shownActivity } from "@frist/projections/View"
import type { Phrases } from "./words/Phrases.ts"
import { namesOf } from "./Naming.ts"

export interface Material {
  readonly history: History
  readonly heldOn: Day
  readonly phrase: Phrases
  readonly board: Board
  readonly completed: Completed
  readonly changes: Changes
  readonly trend: MilestoneTrend
  readonly name: (activity: string) => string
}

export const material = (history: History, phrase: Phrases): Material => {
  const names = namesOf([...history.plan.activities.values()].map(shownActivity))
  return {
    history,
    heldOn: history.times.asOf ?? history.times.today,
    phrase,
    board: board(history),
    completed: completed(history),
    changes: changes(history),
    trend: milestoneTrend(history),
    name: (activity) => names.get(activity) ?? activity
  }
}
