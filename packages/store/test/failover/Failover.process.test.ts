/**
 * Standbys are promoted while many write and follow. With a synchronous standby nothing acknowledged is lost; with an
 * asynchronous one that is behind, subscribers end with the event that is no longer the log's.
 */
import { expect, it } from "@effect/vitest"
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { describe } from "vitest"
import { activityNamed, batchOf, fromTo, type Log, newPlan, wholeLog } from "../../src/contract/ContractFixture.ts"
import { layer, type PgEventLogOptions } from "../../src/postgres/PgEventLog.ts"
import { eventsOf } from "../SentBatches.ts"
import { Witness } from "../faults/Witness.ts"
import { openWire, postgresFolder, Server, withoutPostgres } from "./Cluster.ts"

const isLong = process.env["FRIST_LONG"] !== undefined
const rounds = isLong ? 20 : 2

const openLog = (url: string, options: PgEventLogOptions & { readonly connections?: number } = {}) =>
  Effect.flatMap(Layer.build(Layer.fresh(layer({ url: Redacted.make(url), ...options }))), (context) =>
    Effect.provideContext(wholeLog, context)
  )

const removed = (make: () => Promise<Server>) =>
  Effect.acquireRelease(Effect.promise(make), (server) => Effect.promise(() => server.remove()))

const wireTo = (server: Server) =>
  Effect.acquireRelease(
    Effect.promise(() => openWire(server.port)),
    (wire) => Effect.sync(() => wire.close())
  )

const follow = (of: Log, from: Parameters<Log["changes"]>[0]) =>
  Effect.gen(function* () {
    const seen: Array<string> = []
    const fiber = yield* Effect.forkScoped(
      Effect.flip(Stream.runForEach(of.changes(from), ({ batch }) => Effect.sync(() => seen.push(batch))))
    )
    return { seen, fiber }
  })

const append = (log: Log, plan: PlanId, from: number, many: number) =>
  Effect.gen(function* () {
    let after = from
    for (let nth = 0; nth < many; nth += 1) {
      const empty = batchOf(plan, after, [])
      const batch = { ...empty, events: eventsOf(empty.batch, 1, activityNamed("a"), "") }
      after = (yield* log.append(batch)).last
    }
    return after
  })

const settled = (sql: () => Promise<ReadonlyArray<unknown>>) =>
  Effect.gen(function* () {
    for (;;) {
      const [row] = yield* Effect.promise(sql)
      if (Object.values(row as object)[0] === true) return
      yield* Effect.sleep("20 millis")
    }
  })

const isSynchronous = "select exists (select from pg_stat_replication where sync_state = 'sync')"

describe.skipIf(postgresFolder === undefined)(
  postgresFolder === undefined ? withoutPostgres : `a failover of ${postgresFolder}`,
  () => {
    it.live(
      `nothing acknowledged is lost, doubled or skipped in ${rounds} failovers to a synchronous standby`,
      () =>
        Effect.gen(function* () {
          let primary = yield* removed(() => Server.primary())
          yield* Effect.scoped(openLog(primary.url(), { migrate: true }))
          let standby = yield* removed(() => primary.standby())
          yield* Effect.promise(() => primary.waitFor(standby))
          const wire = yield* wireTo(primary)
          const url = `postgres://postgres@127.0.0.1:${wire.port}/postgres`
          const witness = new Witness(fromTo(1, 6).map(newPlan))
          const patient = yield* openLog(url, { patience: "30 seconds" })
          const impatient = yield* openLog(url, { patience: "100 millis" })
          for (const log of [patient, impatient]) {
            for (let nth = 0; nth < 2; nth += 1) yield* Effect.forkScoped(witness.follow(log, { after: new Map() }))
            for (const plan of witness.plans) yield* Effect.forkScoped(witness.follow(log, { plan, after: 0 }))
          }
          const failovers = Effect.gen(function* () {
            for (let round = 1; round <= rounds; round += 1) {
              yield* settled(() => primary.sql(isSynchronous))
              yield* Effect.sleep(500 + Math.random() * 500)
              // Every second time, clients are led to the standby before it is promoted.
              const isEarly = round % 2 === 0
              if (isEarly) {
                wire.to(standby.port)
                wire.cut()
                yield* Effect.sleep(400)
              }
              yield* Effect.promise(() => primary.kill())
              yield* Effect.promise(() => standby.promote())
              wire.to(standby.port)
              wire.cut()
              const old = primary
              primary = standby
              const next = yield* removed(() => primary.standby())
              yield* Effect.promise(() => primary.waitFor(next))
              standby = next
              yield* Effect.promise(() => old.remove())
            }
            yield* Effect.sleep(500)
            witness.stop()
          })
          const writers = fromTo(1, 16).map((nth) => witness.write(nth > 12 ? impatient : patient, `writer-${nth}`))
          yield* Effect.all([failovers, ...writers], { concurrency: "unbounded" })
          expect(witness.acknowledged).toBeGreaterThan(rounds)
          yield* witness.check(patient, 60_000)
          console.log(
            `${rounds} failovers, 16 writers, 16 subscribers: ${witness.acknowledged} of ${witness.sent.size} batches acknowledged, 0 lost, 0 doubled, 0 skipped; errors ${JSON.stringify([...witness.errors])}`
          )
        }).pipe(Effect.scoped),
      isLong ? 600_000 : 120_000
    )

    it.live(
      "a standby that was behind ends subscribers with the event that is no longer the log's",
      () =>
        Effect.gen(function* () {
          const primary = yield* removed(() => Server.primary())
          yield* Effect.scoped(openLog(primary.url(), { migrate: true }))
          const standby = yield* removed(() => primary.standby())
          const wire = yield* wireTo(primary)
          const log = yield* openLog(`postgres://postgres@127.0.0.1:${wire.port}/postgres`, { patience: "20 seconds" })
          const replica = yield* openLog(standby.url())
          const plan = newPlan()
          const one = yield* follow(log, { plan, after: 0 })
          const all = yield* follow(log, { after: new Map() })
          const there = yield* follow(replica, { plan, after: 0 })
          const kept = yield* append(log, plan, 0, 10)
          while (there.seen.length < kept) yield* Effect.sleep("20 millis")
          yield* Effect.promise(() => standby.sql("alter system set primary_conninfo = ''", "select pg_reload_conf()"))
          yield* settled(() => primary.sql("select not exists (select from pg_stat_replication)"))
          const lost = yield* append(log, plan, kept, 5)
          while (one.seen.length < lost || all.seen.length < lost) yield* Effect.sleep("20 millis")
          yield* Effect.promise(() => primary.kill())
          yield* Effect.promise(() => standby.promote())
          wire.to(standby.port)
          wire.cut()
          const end = { _tag: "EventLogError", reason: "wentBack", plan, position: lost }
          for (const { fiber } of [one, all]) {
            expect(yield* Effect.timeout(Fiber.join(fiber), "60 seconds")).toMatchObject(end)
          }
          // One that had not seen them goes on.
          const now = yield* append(log, plan, kept, 3)
          while (there.seen.length < now) yield* Effect.sleep("20 millis")
          expect(there.fiber.pollUnsafe()).toBe(undefined)
          expect(there.seen).toEqual((yield* log.read(plan)).map(({ batch }) => batch))
        }).pipe(Effect.scoped),
      120_000
    )
  }
)
