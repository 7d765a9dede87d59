/**
 * A service records events and writes its own tables in one transaction: both are committed or neither, and subscribers
 * are notified only afterwards.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import { expect, it } from "@effect/vitest"
import type { PlanId } from "@frist/domain/Names"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Queue from "effect/Queue"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import * as SqlClient from "effect/sql/SqlClient"
import * as Stream from "effect/Stream"
import { beforeAll } from "vitest"
import { batchOf, newPlan, note, positions } from "../../src/contract/ContractFixture.ts"
import { EventLog } from "../../src/EventLog.ts"
import { typed } from "../../src/postgres/PgErrors.ts"
import { layerFromClient } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { rowsAt, session } from "../PgSessions.ts"

const url = databaseForAll()
const client = Layer.suspend(() => PgClient.layer({ url: Redacted.make(url()), maxConnections: 4 }))
const service = layerFromClient({ migrate: true, patience: "100 millis" }).pipe(Layer.provideMerge(client))
beforeAll(() =>
  Effect.runPromise(
    Effect.andThen(
      EventLog,
      Effect.suspend(() => rowsAt(url(), "create table own (plan text)"))
    ).pipe(Effect.provide(service), Effect.asVoid)
  )
)

/** Declares a law of a log, of the client that it shares with a service, and of an empty plan. */
const law = (
  sentence: string,
  test: (log: EventLog["Service"], sql: PgClient.PgClient, plan: PlanId) => Effect.Effect<void, unknown, Scope.Scope>
) =>
  it.live(sentence, () =>
    Effect.gen(function* () {
      yield* test(yield* EventLog, yield* PgClient.PgClient, newPlan())
    }).pipe(Effect.provide(service))
  )

const appended = (log: EventLog["Service"], plan: PlanId, after = 0) => log.append(batchOf(plan, after, [note("a")]))
const write = (sql: PgClient.PgClient, plan: PlanId) => sql.unsafe("insert into own values ($1)", [plan])
/** Returns how many rows the service wrote, and the recorded positions. */
const recordedIn = (log: EventLog["Service"], plan: PlanId) =>
  Effect.all([
    Effect.map(rowsAt(url(), `select count(*)::integer from own where plan = '${plan}'`), ([row]) => row?.[0]),
    Effect.map(log.read(plan), positions)
  ])

/** Collects the notifications from now on. */
const announced = Effect.gen(function* () {
  const listener = yield* session(url())
  const [[channel] = [""]] = (yield* rowsAt(url(), "select unnest(frist.channels())")) as unknown as Array<[string]>
  const notifications = yield* listener.listen(channel)
  const payloads: Array<string> = []
  yield* Effect.forkScoped(
    Effect.forever(Effect.map(Queue.take(notifications), ({ payload }) => payloads.push(payload)))
  )
  return Effect.map(Effect.sleep("200 millis"), () => [...payloads])
})

/** Runs in a transaction at that isolation level, with typed errors. */
const at = <A, E, R>(level: string, sql: PgClient.PgClient, self: Effect.Effect<A, E, R>) =>
  typed(sql.withTransaction(self)).pipe(
    Effect.provideService(SqlClient.BeginTransaction, `BEGIN ISOLATION LEVEL ${level}`)
  )

law("an append in a transaction is recorded and announced at its commit", (log, sql, plan) =>
  Effect.gen(function* () {
    const notified = yield* announced
    const subscriber = yield* Effect.forkScoped(Stream.runHead(log.changes({ plan, after: 0 })))
    yield* sql.withTransaction(
      Effect.gen(function* () {
        yield* appended(log, plan)
        yield* write(sql, plan)
        expect(positions(yield* log.read(plan))).toEqual([1])
        expect(yield* notified).toEqual([])
        expect(subscriber.pollUnsafe()).toBeUndefined()
      })
    )
    expect(yield* notified).toEqual([plan])
    yield* Fiber.join(subscriber)
    expect(yield* recordedIn(log, plan)).toEqual([1, [1]])
  })
)

law("an append in a transaction that is rolled back is neither recorded nor announced", (log, sql, plan) =>
  Effect.gen(function* () {
    const notified = yield* announced
    const outcome = yield* appended(log, plan).pipe(
      Effect.andThen(write(sql, plan)),
      Effect.andThen(Effect.fail("second thoughts")),
      sql.withTransaction,
      Effect.flip
    )
    expect(outcome).toBe("second thoughts")
    expect(yield* recordedIn(log, plan)).toEqual([0, []])
    // A nested transaction is rolled back, and the outer one is not.
    yield* sql.withTransaction(
      Effect.gen(function* () {
        yield* appended(log, plan)
        const part = Effect.andThen(appended(log, plan, 1), Effect.fail("no"))
        expect(yield* Effect.flip(sql.withTransaction(part))).toBe("no")
        expect((yield* sql.withTransaction(appended(log, plan, 1))).first).toBe(2)
        yield* sql.withTransaction(
          Effect.flip(sql.withTransaction(Effect.andThen(appended(log, newPlan()), Effect.fail("no"))))
        )
      })
    )
    expect(yield* recordedIn(log, plan)).toEqual([0, [1, 2]])
    expect([...new Set(yield* notified)]).toEqual([plan])
  })
)

law("a conflict leaves the transaction of the caller usable", (log, sql, plan) =>
  Effect.gen(function* () {
    yield* appended(log, plan)
    yield* sql.withTransaction(
      Effect.gen(function* () {
        yield* write(sql, plan)
        expect(yield* Effect.flip(appended(log, plan))).toMatchObject({ _tag: "Conflict", head: 1 })
        yield* appended(log, plan, 1)
      })
    )
    expect(yield* recordedIn(log, plan)).toEqual([1, [1, 2]])
  })
)

law("a session that is lost during a transaction fails the append and the transaction", (log, sql, plan) =>
  Effect.gen(function* () {
    const cut = Effect.gen(function* () {
      yield* appended(log, plan)
      const [row] = yield* sql.unsafe("select pg_backend_pid()").values
      yield* rowsAt(url(), `select pg_terminate_backend(${String(row?.[0])}, 1000)`)
      const second = yield* Effect.result(appended(log, plan, 1))
      expect(Result.isFailure(second) && second.failure).toMatchObject({
        _tag: "EventLogError",
        reason: "unreachable"
      })
      const read = yield* Effect.flip(log.plans)
      expect(read).toMatchObject({ _tag: "EventLogError", reason: "unreachable" })
      return yield* Effect.fromResult(second)
    })
    expect(yield* Effect.flip(typed(sql.withTransaction(cut)))).toMatchObject({ reason: "unreachable" })
    expect(yield* recordedIn(log, plan)).toEqual([0, []])
    expect((yield* sql.withTransaction(appended(log, plan))).first).toBe(1)
  })
)

law(
  "appends to two plans in one transaction are recorded together, and opposite orders make one busy",
  (log, sql, plan) =>
    Effect.gen(function* () {
      const other = newPlan()
      const [first, second] = [yield* Deferred.make<void>(), yield* Deferred.make<void>()]
      const both = (one: PlanId, two: PlanId, mine: typeof first, theirs: typeof first, after: number) =>
        appended(log, one, after).pipe(
          Effect.andThen(Deferred.succeed(mine, undefined)),
          Effect.andThen(Deferred.await(theirs)),
          Effect.andThen(appended(log, two, after)),
          (each) => typed(sql.withTransaction(each)),
          Effect.result
        )
      yield* both(plan, other, first, first, 0)
      expect([yield* recordedIn(log, plan), yield* recordedIn(log, other)]).toEqual([
        [0, [1]],
        [0, [1]]
      ])
      const [mine, theirs] = [yield* Deferred.make<void>(), second]
      const ends = yield* Effect.all([both(plan, other, mine, theirs, 1), both(other, plan, theirs, mine, 1)], {
        concurrency: "unbounded"
      })
      expect(ends.filter(Result.isSuccess)).toHaveLength(1)
      expect(ends.find(Result.isFailure)?.failure).toMatchObject({ _tag: "EventLogError", reason: "timedOut" })
      expect([yield* recordedIn(log, plan), yield* recordedIn(log, other)]).toEqual([
        [0, [1, 2]],
        [0, [1, 2]]
      ])
    })
)

for (const level of ["REPEATABLE READ", "SERIALIZABLE"]) {
  law(`at ${level} a plan that grew since the transaction began is busy, and nothing is recorded`, (log, sql, plan) =>
    Effect.gen(function* () {
      yield* at(level, sql, appended(log, plan))
      for (const begun of [plan, newPlan()]) {
        const { length } = yield* log.read(begun)
        const late = Effect.gen(function* () {
          expect(yield* log.read(begun)).toHaveLength(length)
          yield* Effect.promise(() => Effect.runPromise(Effect.asVoid(appended(log, begun, length))))
          return yield* appended(log, begun, length)
        })
        expect(yield* Effect.flip(at(level, sql, late))).toMatchObject({ _tag: "EventLogError", reason: "timedOut" })
        expect(yield* log.read(begun)).toHaveLength(length + 1)
      }
      expect((yield* at(level, sql, appended(log, plan, 2))).first).toBe(3)
    })
  )
}
