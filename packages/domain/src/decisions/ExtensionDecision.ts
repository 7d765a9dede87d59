/**
 * Decisions about requests for another date: to record one, and its outcome.
 */
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import type { Activity } from "../plan/Activity.ts"
import type { CommandOf } from "../Command.ts"
import { movesTo } from "./DeadlineDecision.ts"
import { accept, type DecidedEvent, type Decision, missing, nothing, refuse } from "./DecisionResult.ts"
import type { DecisionState } from "./DecisionState.ts"
import { PlannedDate } from "../PlannedDate.ts"
import { isClosed } from "../Status.ts"

/** Decides a request. An open request for the same date, for the same reason, is already in effect. */
export const requestExtension = (
  { reason, to }: CommandOf<"RequestExtension">,
  { extensions, id, status }: Activity
): Decision => {
  const isKnown = extensions.some(
    (each) => each.decided === null && each.reason === reason && PlannedDate.same(each.to, to)
  )
  if (isKnown) return nothing
  return isClosed(status)
    ? refuse({ _tag: "ActivityClosed", activity: id, status })
    : accept(id, { _tag: "ExtensionRequested", to, reason })
}

/** Decides the outcome of a request. A granted one moves the deadline, of open parts too, and approves the baseline. */
export const decideExtension = (
  { decision, outcome, request, to: given }: CommandOf<"DecideExtension">,
  state: DecisionState
): Decision => {
  const target = state.index.get(request)
  if (target === undefined) return refuse({ _tag: "NoSuchPosition", position: request })
  const { activity: id, type } = target
  if (type !== "ExtensionRequested" || id === null) return refuse({ _tag: "NotARequest", position: request, type })
  const activity = state.plan.activities.get(id)
  if (activity === undefined) return refuse(missing(id, state))
  const asked = activity.extensions.find(({ position }) => position === request)
  if (asked === undefined) return refuse({ _tag: "NotARequest", position: request, type })
  const to = outcome === "refused" ? null : (given ?? asked.to)
  const event = { _tag: "ExtensionDecided" as const, request, outcome, to, decision }
  if (asked.decided !== null) {
    const { on: _, position: __, ...known } = asked.decided
    const isSame = Equal.equals({ _tag: event._tag, request, ...known }, event)
    return isSame ? nothing : refuse({ _tag: "RequestDecided", position: request, decision: known.decision })
  }
  if (to === null) return accept(id, event)
  if (isClosed(activity.status)) return refuse({ _tag: "ActivityClosed", activity: id, status: activity.status })
  const events: Array<DecidedEvent> = [{ activity: id, event }]
  events.push(...movesTo(activity, { to, reason: asked.reason }, state.plan))
  if (!PlannedDate.same(activity.baseline, to)) {
    events.push({ activity: id, event: { _tag: "BaselineApproved", from: activity.baseline, to, decision } })
  }
  return Result.succeed(events)
}
