import { Actor, Day, PlanId } from "@frist/domain"
import { EventLog, record } from "@frist/store"
import * as SqliteEventLog from "@frist/store/sqlite"
import { Effect } from "effect"

const context = {
  plan: PlanId.make("strategi"),
  actor: Actor.make("Strategen"),
  effectiveOn: Day.make("2024-01-15")
}

export const opened = Effect.gen(function* () {
  yield* record(context, { _tag: "OpenPlan", title: "Digital strategi" })
  return yield* (yield* EventLog).read(context.plan)
}).pipe(Effect.provide(SqliteEventLog.layer({ filename: "frist.db" })))
