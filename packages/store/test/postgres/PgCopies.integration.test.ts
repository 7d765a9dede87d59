/**
 * Copies of plans between SQLite files and PostgreSQL servers stay the same byte for byte, and need the right to restore.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { batchOf, newPlan, note, positions, wholeLog } from "../../src/contract/ContractFixture.ts"
import { layer as postgres, layerFromClient } from "../../src/postgres/PgEventLog.ts"
import { layer as sqlite } from "../../src/sqlite/SqliteEventLog.ts"
import { recordsOf } from "../../src/BatchRecords.ts"
import { everyEvent, inLog, inMemory, recordAll, removed, taken, written } from "../copies.ts"
import { newFile } from "../TemporaryFile.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { newLogin } from "../PgSessions.ts"

const url = databaseForAll()
const server = Layer.suspend(() => postgres({ url: Redacted.make(url()), migrate: true, patience: "100 millis" }))
const events = (plan = newPlan()) => recordsOf(batchOf(plan, 0, [note("a"), note("b")]), 0, 1_700_000_000_000)

describe("a plan", () => {
  it.live("a plan gives the identical copy after a restoration to a server and to another file", () =>
    Effect.gen(function* () {
      const plan = newPlan()
      const first = sqlite({ filename: yield* newFile })
      const copy = yield* inLog(first, (log) => Effect.andThen(recordAll(log, plan, everyEvent), written(log, plan)))
      const onServer = yield* inLog(server, (log) => Effect.andThen(taken(log, [copy]), written(log, plan)))
      expect(onServer).toBe(copy)
      const second = sqlite({ filename: yield* newFile })
      const back = yield* inLog(second, (log) => Effect.andThen(taken(log, [onServer]), written(log, plan)))
      expect(back).toBe(copy)
    })
  )

  it.live("a plan with erased events gives the identical copy after a restoration to a file and another server", () =>
    Effect.gen(function* () {
      const plan = newPlan()
      const recorded = yield* inLog(server, (log) =>
        Effect.andThen(recordAll(log, plan, everyEvent), log.records(plan))
      )
      const records = recorded.map((each) => (each.record.position === 28 ? removed(each) : each))
      const copy = yield* inMemory((log) =>
        Effect.andThen(log.restore(plan, Stream.fromIterable(records)), written(log, plan))
      )
      const other = newPlan()
      const file = sqlite({ filename: yield* newFile })
      const inFile = yield* inLog(file, (log) => Effect.andThen(taken(log, [copy]), written(log, plan)))
      expect(inFile).toBe(copy)
      // The server has this plan: neither this copy nor another is restored.
      expect(yield* inLog(server, (log) => Effect.flip(taken(log, [inFile])))).toMatchObject({
        _tag: "Conflict",
        head: recorded.length
      })
      yield* inLog(server, (log) => log.restore(other, Stream.fromIterable(events(other))))
      expect(yield* inLog(server, (log) => log.records(plan))).toEqual(recorded)
    })
  )
})

describe("on a server", () => {
  it.live.each(["frist_writer", "frist_reader"])("%s may not restore a plan", (role) =>
    Effect.gen(function* () {
      const [stored] = events()
      const plan = stored?.record.plan ?? newPlan()
      yield* inLog(server, (log) => log.plans)
      const login = yield* newLogin(url(), [role])
      const refused = yield* inLog(postgres({ url: Redacted.make(login) }), (log) =>
        Effect.flip(log.restore(plan, Stream.fromIterable(events(plan))))
      )
      expect(refused).toMatchObject({ _tag: "EventLogError", reason: "refused" })
      expect(yield* inLog(server, (log) => log.records(plan))).toEqual([])
    })
  )

  it.live("the owner of the tables may restore a plan, superuser or not", () =>
    Effect.gen(function* () {
      const plan = newPlan()
      yield* inLog(server, (log) => log.plans)
      const login = yield* newLogin(url(), ["frist_owner"])
      yield* inLog(postgres({ url: Redacted.make(login) }), (log) =>
        log.restore(plan, Stream.fromIterable(events(plan)))
      )
      expect(positions(yield* inLog(server, (log) => log.read(plan)))).toEqual([1, 2])
    })
  )

  const client = Layer.suspend(() => PgClient.layer({ url: Redacted.make(url()), maxConnections: 4 }))
  const service = layerFromClient({ migrate: true }).pipe(Layer.provideMerge(client))

  it.live("a restoration is rolled back with the transaction of the caller, and a refused one leaves it usable", () =>
    Effect.gen(function* () {
      const log = yield* wholeLog
      const sql = yield* PgClient.PgClient
      const [kept, undone, broken] = [newPlan(), newPlan(), newPlan()]
      yield* Effect.flip(
        sql.withTransaction(Effect.andThen(log.restore(undone, Stream.fromIterable(events(undone))), Effect.fail("no")))
      )
      yield* sql.withTransaction(
        Effect.gen(function* () {
          yield* log.restore(kept, Stream.fromIterable(events(kept)))
          const flawed = yield* Effect.flip(log.restore(broken, Stream.fromIterable(events(kept))))
          expect(flawed).toMatchObject({ _tag: "EvidenceBroken", flaw: "plan" })
          expect(yield* log.restore(newPlan(), Stream.empty)).toMatchObject({ size: 0 })
        })
      )
      expect(positions(yield* log.read(kept))).toEqual([1, 2])
      const plans = new Set((yield* log.plans).map((each) => each.plan))
      expect([kept, undone, broken].map((plan) => plans.has(plan))).toEqual([true, false, false])
      expect((yield* log.plans).filter((each) => each.events === 0)).toEqual([])
    }).pipe(Effect.provide(service))
  )
})
