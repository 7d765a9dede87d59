/**
 * Faults between a log and its server, and the reason of each error.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import { expect, it } from "@effect/vitest"
import { PlanId } from "@frist/domain/Names"
import { databaseUrl, newName } from "@frist/testing/PgDatabase"
import { startPgServer } from "@frist/testing/PgServer"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { beforeAll } from "vitest"
import { batchOf, note, positions } from "../../src/contract/ContractFixture.ts"
import { EventLog, type EventLogError, type Reason } from "../../src/EventLog.ts"
import { layer, layerFromClient, type PgEventLogOptions } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { newLogin, rowsAt, session, addressAs, secret } from "../PgSessions.ts"

const url = databaseForAll()
const plan = PlanId.make("plan-a")
const impatient = { patience: "50 millis", connections: 2 } as const
const at = (address: string, options: PgEventLogOptions = {}) =>
  layer({ url: Redacted.make(address), ...impatient, ...options })
beforeAll(() =>
  Effect.runPromise(
    Effect.flatMap(EventLog, (log) => log.append(batchOf(plan, 0, [note("a")]))).pipe(
      Effect.provide(Layer.suspend(() => at(url(), { migrate: true }))),
      Effect.asVoid
    )
  )
)

/** Fails unless the error has that reason, and one sentence without the password. */
const expectReason = (error: unknown, reason: Reason, detail: RegExp) => {
  expect(error).toMatchObject({ _tag: "EventLogError", reason })
  const { message } = error as EventLogError
  expect(message).toMatch(/^[A-Z][^\n]{20,400}\)$/u)
  expect(message).toMatch(detail)
  expect(message).not.toContain(secret)
}
const append = (address: string) =>
  Effect.flatMap(EventLog, (log) => log.append(batchOf(plan, 1, [note("b")]))).pipe(
    Effect.provide(at(address)),
    Effect.flip
  )
const setting = (login: string, name: string, value: string) =>
  rowsAt(url(), `alter role ${new URL(login).username} set ${name} = '${value}'`)

it.live("an append with a wrong password is refused", () =>
  Effect.gen(function* () {
    const login = yield* newLogin(url(), ["frist_writer"])
    const wrong = addressAs(login, new URL(login).username, `${secret}-fel`)
    expectReason(yield* append(wrong), "refused", /password/u)
  })
)

it.live("an append with an unknown login is refused", () =>
  Effect.gen(function* () {
    expectReason(yield* append(addressAs(url(), newName())), "refused", /password|role/u)
  })
)

it.live("an unknown database and a missing server are unreachable", () =>
  Effect.gen(function* () {
    expectReason(yield* append(databaseUrl(url(), newName())), "unreachable", /does not exist/u)
    const nowhere = new URL(url())
    nowhere.port = "1"
    expectReason(yield* append(nowhere.href), "unreachable", /./u)
  })
)

it.live("an append by a login without rights is refused", () =>
  Effect.gen(function* () {
    expectReason(yield* append(yield* newLogin(url())), "refused", /permission denied/u)
    expectReason(
      yield* append(yield* newLogin(url(), ["frist_reader"])),
      "refused",
      /permission denied for function append/u
    )
  })
)

it.live("an append to a read-only server is unreachable, and reads go on", () =>
  Effect.gen(function* () {
    const login = yield* newLogin(url(), ["frist_writer"])
    yield* setting(login, "default_transaction_read_only", "on")
    expectReason(yield* append(login), "unreachable", /takes no writes/u)
    const read = yield* Effect.flatMap(EventLog, (log) => log.read(plan)).pipe(Effect.provide(at(login)))
    expect(positions(read)).toEqual([1])
  })
)

it.live("an append to a locked table times out by the lock limit or the statement limit", () =>
  Effect.gen(function* () {
    const holder = yield* session(url())
    yield* holder.unsafe("begin").unprepared
    yield* holder.unsafe("lock table frist.chunk in access exclusive mode").unprepared
    for (const [name, detail] of [
      ["lock_timeout", /lock timeout/u],
      ["statement_timeout", /statement timeout/u]
    ] as const) {
      const sql = yield* session(url())
      yield* sql.unsafe(`set ${name} = 100`).unprepared
      const error = yield* Effect.flatMap(EventLog, (log) =>
        sql.withTransaction(log.append(batchOf(plan, 1, [note("b")])))
      ).pipe(Effect.provide(layerFromClient(impatient)), Effect.provideService(PgClient.PgClient, sql), Effect.flip)
      expectReason(error, "timedOut", detail)
    }
    yield* holder.unsafe("rollback").unprepared
  })
)

it.live("a server without free connections, or that shuts down, is unreachable for a while", () =>
  Effect.gen(function* () {
    const server = yield* Effect.acquireRelease(
      Effect.promise(() =>
        startPgServer({ settings: { fsync: "off", max_connections: "6", superuser_reserved_connections: "2" } })
      ),
      (each) => Effect.promise(each.remove)
    )
    const admin = server.url()
    yield* Effect.asVoid(EventLog).pipe(Effect.provide(at(admin, { migrate: true })))
    const login = yield* newLogin(admin, ["frist_writer"])
    yield* Effect.gen(function* () {
      const log = yield* EventLog
      yield* log.append(batchOf(plan, 0, [note("a")]))
      // All free connections are taken; the log keeps its own.
      for (let taken = 0; taken < 4; taken++)
        yield* Effect.ignore(Effect.flatMap(session(login), (sql) => sql.unsafe("select 1")))
      expectReason(yield* append(login), "unreachable", /connection slots|too many clients/u)
      // Sessions that just ended may hold the connections that are kept for administrators.
      yield* rowsAt(
        admin,
        "select pg_terminate_backend(pid, 1000) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()"
      ).pipe(Effect.retry({ times: 50, schedule: Schedule.spaced("100 millis") }))
      // The log replaces the cut connections and sends the batch again.
      const appended = yield* log.append(batchOf(plan, 1, [note("b")])).pipe(Effect.retry({ times: 3 }))
      expect(appended.first).toBe(2)
      yield* Effect.promise(server.stop)
      expectReason(yield* Effect.flip(log.append(batchOf(plan, 2, [note("c")]))), "unreachable", /./u)
      yield* Effect.promise(server.start)
      expect((yield* log.append(batchOf(plan, 2, [note("c")])).pipe(Effect.retry({ times: 3 }))).first).toBe(3)
    }).pipe(Effect.provide(at(login)))
  })
)
