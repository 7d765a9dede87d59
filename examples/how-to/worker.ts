import { Day, type PlanId } from "@frist/domain"
import { check, project, readModels, rebuild } from "@frist/readmodels"
import * as SqliteReadModels from "@frist/readmodels/sqlite"
import * as SqliteEventLog from "@frist/store/sqlite"
import { Effect, Layer } from "effect"

const now = Effect.sync(() => Day.fromInstant(Date.now()))

/** Catches the tables up with the log, rebuilds them in shadow tables, and compares them with the log. */
export const maintain = (plan: PlanId) =>
  Effect.gen(function* () {
    yield* project({ today: now })
    yield* rebuild({ models: readModels, today: yield* now })
    return yield* check(plan)
  })

export const inFiles = Layer.merge(
  SqliteEventLog.layer({ filename: "frist.db" }),
  SqliteReadModels.layer({ filename: "frist.read.db" })
)
