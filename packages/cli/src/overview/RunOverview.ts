/**
 * `frist` alone: the state of the database, and what to do next.
 */
import { board } from "@frist/projections/Board"
import { completed } from "@frist/projections/Completed"
import { decisions } from "@frist/projections/Decisions"
import { findingList } from "@frist/projections/FindingList"
import { History } from "@frist/projections/History"
import { EventLog } from "@frist/store/EventLog"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { namedPlan } from "../arguments/ChosenPlan.ts"
import { wrongUsage } from "../failures/Failure.ts"
import { canvas } from "../Output.ts"
import type { frist } from "../RootCommand.ts"
import { type Session, sessionOf } from "../Session.ts"
import { withLogIfAny } from "../SessionLog.ts"
import { overviewText, type PlanOverview } from "./OverviewText.ts"

/** Prints the plans of the database, or the state of its only plan, with the commands that come next. */
export const runOverview = Effect.fn("runOverview")(function* (flags: Effect.Success<typeof frist>) {
  const session = yield* sessionOf(flags, "text")
  if (flags.format !== "text") return yield* wrongUsage(session.phrase.text.errors.onlyText)
  const { plans, shown } = yield* withLogIfAny(session, overviewOf(session))
  yield* Console.log(overviewText({ database: session.database.name, plans, shown }, session.phrase, canvas()))
})

const overviewOf = Effect.fnUntraced(function* (session: Session) {
  const log = yield* EventLog
  const plans = yield* log.plans
  const only = Option.isSome(session.plan) ? yield* namedPlan(session) : plans.length === 1 ? plans[0]?.plan : undefined
  if (only === undefined) return { plans, shown: null }
  const history = History.of(yield* log.read(only), session.times)
  const rows = board(history).activities
  const shown: PlanOverview = {
    plan: only,
    title: history.plan.title,
    lastReview: history.plan.reviews.at(-1) ?? null,
    ongoing: rows.filter(({ parent }) => parent === null).length,
    completed: completed(history).activities.filter(({ parent }) => parent === null).length,
    passed: rows.filter(({ lateness, parent }) => parent === null && lateness.deadline.passed === "certainly").length,
    requests: decisions(history).requested.length,
    warnings: findingList(history, { severities: ["error", "warning"] }).findings.filter(
      ({ waived }) => waived === null
    ).length
  }
  return { plans, shown }
})
