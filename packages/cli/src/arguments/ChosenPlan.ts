/**
 * The plan that a command is about: the one that `--plan` names, or the only one.
 */
import { History } from "@frist/projections/History"
import { EventLog } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { wrongUsage } from "../failures/Failure.ts"
import { type Session, readSession } from "../Session.ts"
import { withLog } from "../SessionLog.ts"

/** Returns the id and the number of events of the chosen plan; wrong usage if there is none, or none is named. */
export const chosenPlan = Effect.fnUntraced(function* ({ phrase, plan }: Session) {
  const { errors } = phrase.text
  const plans = yield* (yield* EventLog).plans
  const names = plans.map((each) => each.plan).join(", ")
  if (Option.isNone(plan)) {
    const [only] = plans
    if (only !== undefined && plans.length === 1) return only
    return yield* wrongUsage(only === undefined ? errors.noPlan : errors.whichPlan(names))
  }
  const named = plans.find((each) => each.plan === plan.value)
  return named ?? (yield* wrongUsage(errors.noSuchPlan(plan.value, names)))
})

/** Returns the plan that `--plan` names, if it is given; wrong usage if it does not exist. */
export const namedPlan = Effect.fnUntraced(function* (session: Session) {
  return Option.isNone(session.plan) ? undefined : (yield* chosenPlan(session)).plan
})

/** Returns the id and the events of the chosen plan. */
export const readPlan = Effect.fnUntraced(function* (session: Session) {
  const { plan } = yield* chosenPlan(session)
  return { id: plan, events: yield* (yield* EventLog).read(plan) }
})

/** Returns the session of a command that shows a view, with the history of the chosen plan at the session's times. */
export const openedPlan = Effect.gen(function* () {
  const session = yield* readSession
  const { events } = yield* withLog(session, false, readPlan(session))
  return { session, history: History.of(events, session.times) }
})
