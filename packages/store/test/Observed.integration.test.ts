/**
 * The metrics and spans of a log, on every adapter.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import type { PlanId } from "@frist/domain/Names"
import { describe, expect, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Metric from "effect/Metric"
import * as Queue from "effect/Queue"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as Tracer from "effect/Tracer"
import { DatabaseSync } from "node:sqlite"
import { batchOf, newPlan, note, wholeLog, type Log } from "../src/contract/ContractFixture.ts"
import { type Subscription } from "../src/EventLog.ts"
import * as Memory from "../src/memory/MemoryEventLog.ts"
import * as Pg from "../src/postgres/PgEventLog.ts"
import * as Sqlite from "../src/sqlite/SqliteEventLog.ts"
import { newFile } from "./TemporaryFile.ts"
import { databaseForAll } from "./PgDatabases.ts"
import { sqlAt } from "./PgSessions.ts"

const url = databaseForAll()
const logs = [
  ["in memory", Memory.layer],
  ["in a file", Layer.unwrap(Effect.map(newFile, (filename) => Sqlite.layer({ filename })))],
  ["on a server", Layer.suspend(() => Pg.layer({ url: Redacted.make(url()), migrate: true }))]
] as const

/** Returns the value of a metric: a count, a gauge, or the number of observations. */
const metricValue = (id: string, of?: string) =>
  Effect.map(Metric.snapshot, (all) =>
    all
      .filter((each) => each.id === id && (of === undefined || each.attributes?.["of"] === of))
      .reduce((sum, { state }) => sum + Number("value" in state ? state.value : "count" in state ? state.count : 0), 0)
  )
/** Runs with a metric registry that no other test uses. */
const counting = <A, E, R>(self: Effect.Effect<A, E, R>) =>
  Effect.provideService(self, Metric.MetricRegistry, new Map())

/** Returns the head of every plan but this one, so that a subscription from there receives only its events. */
const others = (log: Log, plan: PlanId) =>
  Effect.map(
    log.plans,
    (all) => new Map(all.filter((each) => each.plan !== plan).map((each) => [each.plan, each.events] as const))
  )
const until = (self: Effect.Effect<boolean>): Effect.Effect<void> =>
  Effect.flatMap(self, (is) => (is ? Effect.void : Effect.andThen(Effect.sleep("5 millis"), until(self))))

const notes = (many: number) => Array.from({ length: many }, (_, at) => note(String(at)))

describe.each(logs)("a log %s", (_, layer) => {
  it.live("metrics count the recorded batches and events, and conflicts", () =>
    Effect.gen(function* () {
      const log = yield* wholeLog
      const plan = newPlan()
      const first = batchOf(plan, 0, notes(3))
      yield* log.append(first)
      yield* log.append(first)
      yield* log.append(batchOf(plan, 3, notes(1)))
      yield* log.append(batchOf(plan, 4, []))
      yield* Effect.flip(log.append(batchOf(plan, 2, notes(5))))
      expect(yield* metricValue("frist_appends", "batches")).toBe(2)
      expect(yield* metricValue("frist_appends", "events")).toBe(4)
      expect(yield* metricValue("frist_conflicts")).toBe(1)
      expect(yield* metricValue("frist_retries")).toBe(0)
    }).pipe(Effect.provide(layer, { local: true }), counting)
  )

  it.live("each append and read has a span with its plan, batch and range", () => {
    const spans: Array<Tracer.Span> = []
    const tracer = Tracer.make({
      span(options) {
        const span = new Tracer.NativeSpan(options)
        spans.push(span)
        return span
      }
    })
    const attributesOf = (name: string) =>
      spans.filter((span) => span.name === name).map((span) => Object.fromEntries(span.attributes))
    return Effect.gen(function* () {
      const log = yield* wholeLog
      const plan = newPlan()
      const batch = batchOf(plan, 0, notes(3))
      yield* log.append(batch)
      yield* log.read(plan, { after: 1, limit: 5 })
      yield* log.records(plan)
      yield* Stream.runDrain(Stream.take(log.changes({ plan, after: 0 }), 3))
      expect(attributesOf("EventLog.append")).toEqual([{ plan, batch: batch.batch, events: 3 }])
      expect(attributesOf("EventLog.read")).toEqual([{ plan, after: 1, limit: 5 }])
      expect(attributesOf("EvidenceLog.records")).toEqual([{ plan, after: 0 }])
      expect(attributesOf("EventLog.changes")[0]).toMatchObject({ plan, after: 0, events: 3 })
    }).pipe(Effect.provide(layer, { local: true }), Effect.withTracer(tracer))
  })

  it.live("the lag of a subscription grows while it is slow, and is zero once it has every event", () =>
    Effect.gen(function* () {
      const log = yield* wholeLog
      const plan = newPlan()
      yield* log.append(batchOf(plan, 0, notes(1500)))
      yield* log.append(batchOf(plan, 1500, notes(1000)))
      const followings: ReadonlyArray<Subscription> = [{ plan, after: 0 }, { after: yield* others(log, plan) }]
      for (const [round, following] of followings.entries()) {
        const seen = yield* Queue.unbounded<number>()
        const goOn = yield* Queue.unbounded<void>()
        const subscriber = yield* log.changes(following).pipe(
          Stream.mapArrayEffect((page) =>
            Effect.gen(function* () {
              yield* Queue.offer(seen, page.length)
              yield* Queue.take(goOn)
              return page
            })
          ),
          Stream.runDrain,
          Effect.forkChild({ startImmediately: true })
        )
        const behind = () => metricValue("frist_follow_lag_events")
        const head = 2500 + 2 * round
        for (const left of [head, head - 1000, head - 2000]) {
          expect(yield* Queue.take(seen)).toBe(Math.min(left, 1000))
          expect(yield* behind()).toBe(left)
          yield* Queue.offer(goOn, undefined)
        }
        yield* until(Effect.map(behind(), (events) => events === 0))
        yield* log.append(batchOf(plan, head, notes(2)))
        yield* Queue.take(seen)
        expect(yield* behind()).toBe(2)
        yield* Fiber.interrupt(subscriber)
        expect(yield* behind()).toBe(0)
        expect(yield* metricValue("frist_follow_lag_seconds")).toBeGreaterThanOrEqual(4)
      }
    }).pipe(Effect.provide(layer, { local: true }), counting)
  )

  it.live("the lag of a subscription includes the plans that it has not reached yet", () =>
    Effect.gen(function* () {
      const log = yield* wholeLog
      const after = yield* others(log, newPlan())
      for (const plan of [newPlan(), newPlan(), newPlan()]) yield* log.append(batchOf(plan, 0, notes(3)))
      const seen: Array<number> = []
      yield* log.changes({ after }).pipe(
        Stream.mapArrayEffect((page) =>
          Effect.map(metricValue("frist_follow_lag_events"), (behind) => {
            seen.push(behind)
            return page
          })
        ),
        Stream.take(9),
        Stream.runDrain
      )
      expect(seen).toEqual([9, 6, 3])
    }).pipe(Effect.provide(layer, { local: true }), counting)
  )
})

describe("retries", () => {
  it.live("a retry after a cut connection is counted, and the append is recorded once", () =>
    Effect.gen(function* () {
      const log = yield* wholeLog
      const plan = newPlan()
      yield* log.append(batchOf(plan, 0, notes(1)))
      const held = yield* Deferred.make<void>()
      const holder = yield* Effect.gen(function* () {
        const sql = yield* PgClient.PgClient
        yield* sql.withTransaction(
          Effect.gen(function* () {
            yield* sql`select frist.hold(${plan})`
            yield* Deferred.succeed(held, undefined)
            yield* until(
              Effect.map(
                sql`select pg_terminate_backend(pid) from pg_stat_activity
                  where datname = current_database() and application_name = 'frist' and wait_event_type = 'Lock'`,
                (rows) => rows.length > 0
              ).pipe(Effect.orDie)
            )
            yield* until(Effect.map(metricValue("frist_retries"), (times) => times > 0))
          })
        )
      }).pipe(Effect.provide(Layer.suspend(() => sqlAt(url()))), Effect.forkChild)
      yield* Deferred.await(held)
      const appended = yield* log.append(batchOf(plan, 1, notes(2)))
      yield* Fiber.join(holder)
      expect(appended).toMatchObject({ first: 2, last: 3, repeated: false })
      expect(yield* metricValue("frist_retries")).toBe(1)
      expect(yield* metricValue("frist_appends", "events")).toBe(3)
    }).pipe(
      Effect.provide(
        Layer.suspend(() => Pg.layer({ url: Redacted.make(url()), migrate: true })),
        { local: true }
      ),
      counting
    )
  )

  it.live("retries are counted while a file is busy, and not for refused appends", () =>
    Effect.gen(function* () {
      const filename = yield* newFile
      const plan = newPlan()
      yield* Effect.gen(function* () {
        const log = yield* wholeLog
        yield* log.append(batchOf(plan, 0, notes(1)))
        yield* Effect.flip(log.append(batchOf(plan, -1, notes(1))))
        expect(yield* metricValue("frist_retries")).toBe(0)
        const other = new DatabaseSync(filename)
        other.exec("begin immediate")
        const waiting = yield* Effect.forkChild(log.append(batchOf(plan, 1, notes(1))), { startImmediately: true })
        yield* until(Effect.map(metricValue("frist_retries"), (times) => times > 2))
        other.exec("rollback")
        other.close()
        yield* Fiber.join(waiting)
        expect(yield* metricValue("frist_appends", "batches")).toBe(2)
      }).pipe(Effect.provide(Sqlite.layer({ filename })))
    }).pipe(Effect.scoped, counting)
  )
})
