/**
 * The log passes the contract through PgBouncer in transaction mode. Only notifications do not get through: subscribers
 * poll.
 */
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { afterAll, beforeAll, describe, inject } from "vitest"
import { activityNamed, batchOf, newPlan, note, wholeLog } from "../../src/contract/ContractFixture.ts"
import { eventLogContract } from "../../src/contract/EventLogContract.ts"
import { layer, type PgAddress, type PgEventLogOptions } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { rowsAt, session } from "../PgSessions.ts"
import { serverSizes } from "../sizes.ts"
import { type Bouncer, pgBouncer, startBouncer, withoutBouncer } from "./Bouncer.ts"

describe.skipIf(pgBouncer === undefined)(pgBouncer === undefined ? withoutBouncer : "behind PgBouncer", () => {
  const direct = databaseForAll()
  let bouncer: Bouncer | undefined
  beforeAll(async () => {
    bouncer = await startBouncer(inject("postgres"))
  })
  afterAll(() => bouncer?.close())

  const url = (parameters: string) => {
    const through = new URL(direct())
    through.port = String(bouncer?.port)
    return Redacted.make(`${through.href}${parameters}`)
  }
  const logAt = (parameters: string, options: PgEventLogOptions & Partial<PgAddress> = {}) =>
    Layer.suspend(() => layer({ url: url(parameters), migrate: true, pollInterval: "50 millis", ...options }))

  eventLogContract("The log behind PgBouncer in transaction mode", logAt("?prepare=false"), serverSizes)

  it.live("without prepare=false, the pooler refuses the settings of a connection", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Effect.provide(wholeLog, Layer.fresh(logAt(""))))
      expect(error).toMatchObject({ reason: "unreachable", sqlState: "08P01" })
      expect(error.message).toMatch(/prepare=false/u)
    })
  )

  it.live("an append that waits for a lock gives up in time, though no connection has a limit", () =>
    Effect.gen(function* () {
      const log = yield* Effect.flatMap(Layer.build(Layer.fresh(logAt("?prepare=false", { patience: 0 }))), (context) =>
        Effect.provideContext(wholeLog, context)
      )
      const holder = yield* session(direct())
      yield* holder.unsafe("begin").unprepared
      yield* holder.unsafe("lock table frist.chunk in exclusive mode").unprepared
      const error = yield* Effect.flip(log.append(batchOf(newPlan(), 0, [note("x", activityNamed("a"))])))
      expect(error).toMatchObject({ reason: "timedOut", sqlState: "55P03" })
      yield* holder.unsafe("rollback").unprepared
    }).pipe(Effect.scoped)
  )

  it.live("no connection of the pooler listens for notifications of a client that has gone", () =>
    Effect.gen(function* () {
      const rows = yield* rowsAt(
        direct(),
        "select count(*)::int from pg_stat_activity where query ilike 'listen%' and datname = current_database()"
      )
      expect(rows).toEqual([[0]])
    })
  )
})
