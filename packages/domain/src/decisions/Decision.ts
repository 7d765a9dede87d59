/**
 * `decide`: the events that a command gives, or the fact that forbids it. Pure. A command already in effect records
 * nothing.
 */
import { decideOnActivity, register } from "./ActivityDecision.ts"
import { headingKey } from "../plan/ColumnHeading.ts"
import type { Command, CommandOf } from "../Command.ts"
import { accept, type Decision, type DecisionContext, missing, nothing, refuse } from "./DecisionResult.ts"
import { decideExtension } from "./ExtensionDecision.ts"
import { isOpenAmong } from "../plan/Finding.ts"
import type { DecisionState } from "./DecisionState.ts"
import { eraseEdition, keep } from "./KeptEditionDecision.ts"
import { correct, redact, repeat, waive } from "./PositionDecision.ts"

const byHand: DecisionContext = { source: null, effectiveOn: null }

/** Decides a command against the state of the plan on the day that the command is true of. */
export const decide = (command: Command, state: DecisionState, context: DecisionContext = byHand): Decision => {
  const { movedTo, plan } = state
  if (movedTo !== null) return refuse({ _tag: "PlanMoved", to: movedTo })
  switch (command._tag) {
    case "OpenPlan":
      return open(command, state, context)
    case "Correct":
      return correct(command, state)
    case "Redact":
      return redact(command, state)
    case "KeepEdition":
      return keep(command, state)
    case "EraseEdition":
      return eraseEdition(command, state)
  }
  if (plan.title === null) return refuse({ _tag: "PlanNotOpened" })
  switch (command._tag) {
    case "HoldReview":
      return plan.reviews.includes(command.heldOn)
        ? nothing
        : accept(null, { _tag: "ReviewHeld", heldOn: command.heldOn, title: command.title })
    case "RegisterActivity":
      return register(command, state, context)
    case "RaiseFinding":
      return raise(command, state)
    case "DecideColumn":
      return decideColumn(command, state)
    case "RepeatFindings":
      return repeat(command, state, context)
    case "WaiveFinding":
      return waive(command, state)
    case "DecideExtension":
      return decideExtension(command, state)
  }
  const activity = plan.activities.get(command.activity)
  return activity === undefined
    ? refuse(missing(command.activity, state))
    : decideOnActivity(command, activity, state, context)
}

const open = (
  { title }: CommandOf<"OpenPlan">,
  { later, plan }: DecisionState,
  { source }: DecisionContext
): Decision => {
  const { title: known } = plan
  if (known !== null) return known === title ? nothing : refuse({ _tag: "PlanAlreadyOpened", title: known })
  return source === null && later.title !== null
    ? refuse({ _tag: "PlanAlreadyOpened", title: later.title })
    : accept(null, { _tag: "PlanOpened", title })
}

const decideColumn = ({ column, heading }: CommandOf<"DecideColumn">, { plan }: DecisionState): Decision =>
  plan.columns.get(headingKey(heading))?.column === column
    ? nothing
    : accept(null, { _tag: "ColumnDecided", heading, column })

const raise = ({ activity, _tag, ...finding }: CommandOf<"RaiseFinding">, state: DecisionState): Decision => {
  const { plan } = state
  const findings = activity === null ? plan.findings : plan.activities.get(activity)?.findings
  if (activity !== null && findings === undefined) return refuse(missing(activity, state))
  return findings !== undefined && isOpenAmong(findings, finding)
    ? nothing
    : accept(activity, { _tag: "FindingRaised", ...finding })
}
