/**
 * What the parts of a report are made from: the views of one plan at one time, each made once.
 */
import type { Day } from "@frist/domain/Day"
import * as Plan from "@frist/domain/Plan"
import { board, type Board } from "@frist/projections/Board"
import { changes, type Changes } from "@frist/projections/Changes"
import { completed, type Completed } from "@frist/projections/Completed"
import type { Log, ViewTimes } from "@frist/projections/View"
import { milestoneTrend, type MilestoneTrend } from "@frist/projections/MilestoneTrend"
import { shownActivity } from "@frist/projections/View"
import type { Phrases } from "./words/Phrases.ts"
import { namesOf } from "./Naming.ts"

export interface Material {
  readonly log: Log
  readonly heldOn: Day
  readonly times: ViewTimes & { readonly asOf: Day }
  readonly phrase: Phrases
  readonly plan: Plan.Plan
  readonly board: Board
  readonly completed: Completed
  readonly changes: Changes
  readonly trend: MilestoneTrend
  readonly name: (activity: string) => string
}

export const material = (log: Log, times: Material["times"], phrase: Phrases): Material => {
  const plan = Plan.at(log, times)
  const names = namesOf([...plan.activities.values()].map(shownActivity))
  return {
    log,
    heldOn: times.asOf,
    times,
    phrase,
    plan,
    board: board(log, times),
    completed: completed(log, times),
    changes: changes(log, times),
    trend: milestoneTrend(log, times),
    name: (activity) => names.get(activity) ?? activity
  }
}
