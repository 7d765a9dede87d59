import { Day } from "@frist/domain/Day"
import { Actor, PlanId } from "@frist/domain/Names"
import { EventLog } from "@frist/store/EventLog"
import { record } from "@frist/store/Recording"
import * as SqliteEventLog from "@frist/store/sqlite/SqliteEventLog"
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
