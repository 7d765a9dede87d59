/**
 * Decisions about deadlines: a new forecast, which the open parts of an activity share, and a new approved baseline.
 */
import type { CommandOf } from "../Command.ts"
import { accept, type DecidedEvent, type Decision, nothing, refuse } from "./DecisionResult.ts"
import * as Result from "effect/Result"
import { descendants } from "../plan/Parts.ts"
import type { Plan } from "../plan/Plan.ts"
import type { Activity } from "../plan/Activity.ts"
import { PlannedDate } from "../PlannedDate.ts"
import { isClosed } from "../Status.ts"

type Forecast = Pick<CommandOf<"MoveDeadline">, "to" | "reason" | "alone">

/** Returns the moves of an activity and its open parts to a date. Those that already have it are left out. */
export const movesTo = (
  activity: Activity,
  { alone = false, reason, to }: Forecast,
  plan: Plan
): ReadonlyArray<DecidedEvent> => {
  const moves: Array<DecidedEvent> = []
  for (const id of [activity.id, ...(alone ? [] : descendants(plan.parts, activity.id))]) {
    const each = plan.activities.get(id)
    if (each === undefined || isClosed(each.status) || PlannedDate.same(each.deadline, to)) continue
    moves.push({ activity: id, event: { _tag: "DeadlineMoved", from: each.deadline, to, reason } })
  }
  return moves
}

/** Decides a new forecast. A date that the activity already has moves no part either. */
export const moveDeadline = (command: CommandOf<"MoveDeadline">, activity: Activity, plan: Plan): Decision => {
  if (PlannedDate.same(activity.deadline, command.to)) return nothing
  return isClosed(activity.status)
    ? refuse({ _tag: "ActivityClosed", activity: activity.id, status: activity.status })
    : Result.succeed(movesTo(activity, command, plan))
}

/** Decides a new approved baseline. */
export const approveBaseline = (
  { decision, to }: CommandOf<"ApproveBaseline">,
  { baseline: from, id, status }: Activity
): Decision => {
  if (PlannedDate.same(from, to)) return nothing
  if (isClosed(status)) return refuse({ _tag: "ActivityClosed", activity: id, status })
  return accept(id, { _tag: "BaselineApproved", from, to, decision })
}
