/**
 * `decide`: the events that a command gives, or the fact that forbids it. Pure. A command already in effect records
 * nothing.
 */
import { decideOnActivity, register } from "./ActivityDecision.ts"
import type { Command } from "./Command.ts"
import { accept, type Decision, type DecisionContext, missing, nothing, refuse } from "./DecisionResult.ts"
import { sameFinding } from "./Finding.ts"
import type { Plan } from "./Plan.ts"
import { correct, redact, waive } from "./PositionDecision.ts"

const byHand: DecisionContext = { source: null, effectiveOn: null }

/** Decides a command against the plan as it was on the day that the command is true of. */
export const decide = (command: Command, plan: Plan, context: DecisionContext = byHand): Decision => {
  switch (command._tag) {
    case "OpenPlan":
      return open(command, plan, context)
    case "Correct":
      return correct(command, plan)
    case "Redact":
      return redact(command, plan)
  }
  if (plan.title === null) return refuse({ _tag: "PlanNotOpened" })
  switch (command._tag) {
    case "HoldReview":
      return plan.reviews.includes(command.heldOn)
        ? nothing
        : accept(null, { _tag: "ReviewHeld", heldOn: command.heldOn, title: command.title })
    case "RegisterActivity":
      return register(command, plan, context)
    case "RaiseFinding":
      return raise(command, plan)
    case "WaiveFinding":
      return waive(command, plan)
  }
  const activity = plan.activities.get(command.activity)
  return activity === undefined ? refuse(missing(command.activity, plan)) : decideOnActivity(command, activity, context)
}

type Of<Tag extends Command["_tag"]> = Extract<Command, { _tag: Tag }>

const open = ({ title }: Of<"OpenPlan">, { later, title: known }: Plan, { source }: DecisionContext): Decision => {
  if (known !== null) return known === title ? nothing : refuse({ _tag: "PlanAlreadyOpened", title: known })
  return source === null && later.title !== null
    ? refuse({ _tag: "PlanAlreadyOpened", title: later.title })
    : accept(null, { _tag: "PlanOpened", title })
}

const raise = ({ activity, _tag, ...finding }: Of<"RaiseFinding">, plan: Plan): Decision => {
  const open = activity === null ? plan.findings : plan.activities.get(activity)?.findings
  if (open === undefined) return activity === null ? nothing : refuse(missing(activity, plan))
  return open.some((known) => sameFinding(known.finding, finding))
    ? nothing
    : accept(activity, { _tag: "FindingRaised", ...finding })
}
