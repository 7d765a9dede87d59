import { ActivityId, Actor, Day, PlanId, readDate } from "@frist/domain"
import { EventLog, record } from "@frist/store"
import { deadlineHistory, History } from "@frist/projections"
import * as SqliteEventLog from "@frist/store/sqlite"
import { Effect } from "effect"

const today = Day.make("2024-05-02")
const context = { plan: PlanId.make("strategi"), actor: Actor.make("bokningstjänsten"), effectiveOn: today }
const activity = ActivityId.make("webbtidbokning")
const row = {
  kind: "activity",
  parent: null,
  area: "Webbtidbokning",
  goal: null,
  actions: null,
  responsible: null
} as const
const [first, next] = [readDate("2021-12").date, readDate("hösten 2024").date]

export const moved = Effect.gen(function* () {
  yield* record(context, { _tag: "OpenPlan", title: "Digital strategi" })
  yield* record(context, { _tag: "RegisterActivity", activity, ...row, deadline: first })
  yield* record(context, { _tag: "MoveDeadline", activity, to: next, reason: "Nyanställda först" })
  const events = yield* (yield* EventLog).read(context.plan)
  return deadlineHistory(History.of(events, { today }), { activity })
})

export const inFile = moved.pipe(Effect.provide(SqliteEventLog.layer({ filename: "frist.db" })))
