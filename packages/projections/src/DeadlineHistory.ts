/**
 * The deadline history: every move with its dates, slip, provenance, time, actor and reason, and the net slip of each
 * activity.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import * as Schema from "effect/Schema"
import { Move } from "./moves/DeadlineMove.ts"
import type { History } from "./History.ts"
import { linkedActivity } from "./rows/Links.ts"
import { MoveTally } from "./moves/MoveTally.ts"
import { heading, ShownActivity, shownActivity, ShownFinding, shownFindings, viewHeading } from "./View.ts"

const MovedActivity = Schema.Struct({
  ...ShownActivity.fields,
  /** The activity that a milestone stands for: where both moved, it was one move. */
  standsFor: Schema.NullOr(Schema.String),
  tally: MoveTally,
  moves: Schema.Array(Move),
  findings: Schema.Array(ShownFinding)
})

/** The deadline history: every move of each activity, with its tally. */
export const DeadlineHistory = Schema.Struct({
  view: Schema.Literal("frist/deadline-history"),
  ...heading,
  activities: Schema.Array(MovedActivity)
})
export type DeadlineHistory = typeof DeadlineHistory.Type

/** By id, an activity and its parts; by area, regardless of case, accents and punctuation. Default: the whole plan. */
interface Scope {
  readonly activity?: string | undefined
  readonly area?: string | undefined
}

/** Selects the moves within a scope: activities in the order of registration, moves in the order they took effect. */
export const deadlineHistory = (history: History, scope: Scope = {}): DeadlineHistory => {
  const activities = [...history.plan.activities.values()]
    .filter((each) => scope.activity === undefined || each.id === scope.activity || each.parent === scope.activity)
    .filter(
      (each) => scope.area === undefined || (each.area !== null && comparable(each.area) === comparable(scope.area))
    )
    .sort((a, b) => a.order - b.order)
  return {
    view: "frist/deadline-history",
    ...viewHeading(history),
    activities: activities.map((activity) => ({
      ...shownActivity(activity),
      standsFor: linkedActivity(activity, history.plan)?.id ?? null,
      tally: history.tallyOf(activity),
      moves: history.movesOf(activity.id),
      findings: shownFindings(activity.findings)
    }))
  }
}
