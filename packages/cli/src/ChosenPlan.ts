/**
 * Which plan a command is about, where its events need not be read.
 */
import { EventLog } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { wrongUsage } from "./Failure.ts"
import type { Session } from "./Session.ts"

/** The plan asked for, or the only one, and how many events it has. */
export const chosenPlan = Effect.fnUntraced(function* ({ phrase, plan }: Session) {
  const { errors } = phrase.text
  const plans = yield* (yield* EventLog).plans
  const names = plans.map((each) => each.plan).join(", ")
  if (Option.isNone(plan) && plans.length !== 1) {
    return yield* wrongUsage(plans.length === 0 ? errors.noPlan : errors.whichPlan(names))
  }
  const chosen = Option.isNone(plan) ? plans[0] : plans.find((each) => each.plan === plan.value)
  return (
    chosen ??
    (yield* wrongUsage(
      errors.noSuchPlan(
        Option.getOrElse(plan, () => ""),
        names
      )
    ))
  )
})
