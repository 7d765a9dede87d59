import { ActivityId, Actor, Day, PlanId, readDate } from "@frist/domain"
import { deadlineHistory } from "@frist/projections"
import { EventLog, record } from "@frist/store"
import * as SqliteEventLog from "@frist/store/sqlite/SqliteEventLog"
import { Effect } from "effect"

const today = Day.Day.make("2024-05-02")
const occasion = { plan: PlanId.make("strategi"), actor: Actor.make("bokningstjänsten"), effectiveOn: today }
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
  yield* record(occasion, { _tag: "OpenPlan", title: "Digital strategi" })
  yield* record(occasion, { _tag: "RegisterActivity", activity, ...row, deadline: first })
  yield* record(occasion, { _tag: "MoveDeadline", activity, to: next, reason: "Nyanställda först" })
  const events = yield* (yield* EventLog).read(occasion.plan)
  return deadlineHistory(events, { today }, { activity })
})

export const inFile = moved.pipe(Effect.provide(SqliteEventLog.layer({ filename: "frist.db" })))
