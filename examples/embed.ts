import { ActivityId, Actor, Day, PlanId, readDate } from "@frist/domain"
import { deadlineHistory } from "@frist/projections"
import { EventLog, record } from "@frist/store"
import * as SqliteEventLog from "@frist/store/SqliteEventLog"
import { Effect } from "effect"

const activity = ActivityId.make("webbtidbokning")
const today = Day.Day.make("2024-05-02")
export const occasion = { plan: PlanId.make("strategi"), actor: Actor.make("bokningstjänsten"), effectiveOn: today }

export const moved = Effect.gen(function* () {
  const { date } = readDate("hösten 2024")
  yield* record(occasion, { _tag: "MoveDeadline", activity, to: date, reason: "Nyanställda först" })
  const log = yield* EventLog
  return deadlineHistory(yield* log.read(occasion.plan), { today }, { activity })
})

export const inFile = moved.pipe(Effect.provide(SqliteEventLog.layer({ filename: "frist.db" })))
