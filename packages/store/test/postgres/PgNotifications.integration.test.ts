/**
 * Notifications from a channel that other programs can write to.
 */
import { expect, it } from "@effect/vitest"
import * as PgClient from "@effect/sql-pg/PgClient"
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Queue from "effect/Queue"
import * as Redacted from "effect/Redacted"
import { newPlan } from "../../src/contract/ContractFixture.ts"
import { layerFromClient } from "../../src/postgres/PgEventLog.ts"
import { makePgNotifications } from "../../src/postgres/PgNotifications.ts"
import { databaseForAll } from "../PgDatabases.ts"

const url = databaseForAll()
const client = Layer.suspend(() => PgClient.layer({ url: Redacted.make(url()) }))

it.live("a notification that names no plan says that any plan may have grown", () =>
  Effect.gen(function* () {
    yield* Effect.scoped(Layer.build(layerFromClient({ migrate: true })))
    const sql = yield* PgClient.PgClient
    const received = yield* Queue.unbounded<PlanId | null>()
    const { listen } = yield* makePgNotifications(sql)
    yield* listen((plan) => Queue.offerUnsafe(received, plan))
    // It listens from now on.
    expect(yield* Queue.take(received)).toBe(null)
    const plan = newPlan()
    for (const payload of ["", "No plan; at all", "x".repeat(1000), plan]) {
      yield* sql.unsafe("select pg_notify(channel, $1) from unnest(frist.channels()) channel", [payload])
    }
    expect(yield* Queue.takeN(received, 4)).toEqual([null, null, null, plan])
  }).pipe(Effect.provide(client))
)
