import { Day } from "@frist/domain/Day"
import { ActivityId, Actor, PlanId } from "@frist/domain/Names"
import { read as readDate } from "@frist/domain/dates/DateReading"
import { History } from "@frist/projections/History"
import { deadlineHistory } from "@frist/projections/DeadlineHistory"
import { EventLog } from "@frist/store/EventLog"
import { record } from "@frist/store/Recording"
import * as SqliteEventLog from "@frist/store/sqlite/SqliteEventLog"
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
