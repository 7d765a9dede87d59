import { ActivityId, Actor, Day, PlanId, readDate } from "@frist/domain"
import { record } from "@frist/store"
import * as Inline from "@frist/readmodels/inline"
import * as ReadModels from "@frist/readmodels/sqlite"
import * as SqliteEventLog from "@frist/store/sqlite"
import { Effect, Layer } from "effect"
import { DatabaseSync } from "node:sqlite"

const today = Day.make("2024-05-02")
const context = { plan: PlanId.make("strategi"), actor: Actor.make("bokningstjänsten"), effectiveOn: today }
const activity = ActivityId.make("webbtidbokning")
const row = { kind: "activity", parent: null, area: "1177", goal: null, actions: null, responsible: null } as const

/** Read models that are up to date with an append by the time it is answered. */
export const moves = Effect.gen(function* () {
  yield* record(context, { _tag: "OpenPlan", title: "Digital strategi" })
  yield* record(context, { _tag: "RegisterActivity", activity, ...row, deadline: readDate("2021-12").date })
  yield* record(context, { _tag: "MoveDeadline", activity, to: readDate("2024-06").date, reason: "Nyanställda först" })
  const tables = new DatabaseSync("frist.read.db", { readOnly: true })
  return tables.prepare("select activity, before, after, reason from deadline_move where before is not null").all()
})

export const inFile = moves.pipe(
  Effect.provide(
    Inline.layer({ today: Effect.succeed(today) }).pipe(
      Layer.provide(ReadModels.layer({ filename: "frist.read.db" })),
      Layer.provide(SqliteEventLog.layer({ filename: "frist.db" }))
    )
  )
)
