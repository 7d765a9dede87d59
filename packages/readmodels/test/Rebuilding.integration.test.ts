/**
 * A rebuild runs while writers append, workers catch up and readers read. A killed one continues, and a second one at the
 * same time is refused.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { ActivityId, type PlanId } from "@frist/domain/Names"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import * as PgClient from "@effect/sql-pg/PgClient"
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { day } from "../../domain/test/given.ts"
import { check } from "../src/ReadModelCheck.ts"
import { rebuildWorkerPool } from "../src/postgres/RebuildWorkerPool.ts"
import { projectContinuously, project } from "../src/Projector.ts"
import { readModelNamed, readModels } from "../src/ReadModels.ts"
import { ReadModelStore } from "../src/ReadModelStore.ts"
import { rebuild } from "../src/Rebuild.ts"
import { append, newPlan, today } from "./kept.ts"
import { pgForAll } from "./pg.ts"
import { long } from "../../store/test/sizes.ts"

const pg = pgForAll()
/** The version that serves after the rebuilds under load. */
const versions = long ? 4 : 3
const script = fileURLToPath(new URL("rebuilder.ts", import.meta.url))

const about = ["a", "b", "c"].map((id) => ActivityId.make(id))
const registered = (activity: ActivityId): NewEvent => ({
  activity,
  event: {
    _tag: "ActivityRegistered",
    kind: "activity",
    parent: null,
    area: "SDV",
    goal: null,
    actions: null,
    responsible: null,
    deadline: PlannedDate.exact(day("2024-06-30"))
  },
  effectiveOn: day("2024-01-01"),
  provenance: "stated",
  source: null
})
const noted = (activity: ActivityId, text: string): NewEvent => ({
  activity,
  event: { _tag: "FollowUpNoted", text },
  effectiveOn: day("2024-02-01"),
  provenance: "stated",
  source: null
})

/** Creates plans with that many notes each. */
const plansOf = (count: number, events: number) =>
  Effect.forEach(
    Array.from({ length: count }, newPlan),
    Effect.fnUntraced(function* (plan) {
      yield* append(plan, [
        ...about.map(registered),
        ...Array.from({ length: events }, (_, n) => noted(about[n % 3] ?? ActivityId.make("a"), `Not ${n}`))
      ])
      return plan
    })
  )

/** A consistent read of each plan: its events, which have no gap, and the activities on the board. */
const seenSql = `select h.plan, count(*)::float8, max(h.position)::float8, count(distinct h.position)::float8,
    (select count(*) from frist_read.board b where b.plan = h.plan)::float8
  from frist_read.activity_history h group by h.plan`

describe("a rebuild", () => {
  it.live(
    "under load shows readers no missing, doubled or partial row, and blocks nobody",
    () =>
      Effect.gen(function* () {
        const sql = yield* PgClient.PgClient
        const plans = yield* plansOf(long ? 8 : 4, long ? 300 : 100)
        yield* project({ today: Effect.succeed(today) })
        const following = yield* Effect.forkChild(projectContinuously({ today: Effect.succeed(today) }))
        const writing = yield* Effect.forkChild(
          Effect.forEach(
            plans,
            (plan) =>
              Effect.forever(
                Effect.andThen(
                  append(plan, [noted(ActivityId.make("b"), crypto.randomUUID())]),
                  Effect.sleep("10 millis")
                )
              ),
            { concurrency: "unbounded" }
          )
        )
        const last = new Map<unknown, number>()
        let polls = 0
        const reading = yield* Effect.forkChild(
          Effect.forever(
            Effect.gen(function* () {
              const rows = yield* sql.unsafe(seenSql).values
              polls += 1
              expect(rows.length).toBe(plans.length)
              for (const [plan, rowCount, head, distinct, board] of rows) {
                expect([rowCount, distinct, board]).toEqual([head, head, 3])
                expect(Number(head)).toBeGreaterThanOrEqual(last.get(plan) ?? 0)
                last.set(plan, Number(head))
              }
              yield* Effect.sleep("10 millis")
            })
          )
        )
        for (let version = 2; version <= versions; version++) {
          const rebuilt = yield* Effect.raceFirst(rebuild({ models: readModels, today }), Fiber.join(reading))
          expect(rebuilt).toMatchObject({ outcome: "done", plans: plans.length })
          const serving = (yield* (yield* ReadModelStore).generations).filter(({ state }) => state === "serving")
          expect(serving.map((each) => each.version)).toEqual(readModels.map(() => version))
        }
        yield* Fiber.interrupt(writing)
        yield* Fiber.interrupt(following)
        yield* Fiber.interrupt(reading)
        expect(polls).toBeGreaterThan(long ? 20 : 8)
        yield* project({ today: Effect.succeed(today) })
        for (const plan of plans) {
          for (const { difference, head, position } of yield* check(plan))
            expect([difference, position]).toEqual([null, head])
        }
        expect((yield* (yield* ReadModelStore).drop).length).toBe((versions - 1) * readModels.length)
      }).pipe(Effect.provide(Layer.merge(pg.client(), pg.layer()))),
    120_000
  )

  it.live(
    "waits for a long read, and lets others read in the meantime",
    () =>
      Effect.gen(function* () {
        const sql = yield* PgClient.PgClient
        yield* project({ today: Effect.succeed(today) })
        const board = readModelNamed("board") ?? fail()
        const reading = yield* Effect.forkChild(
          sql.withTransaction(
            Effect.andThen(sql.unsafe("select count(*) from frist_read.board").values, Effect.sleep("1 second"))
          )
        )
        yield* Effect.sleep("50 millis")
        const rebuilding = yield* Effect.forkChild(rebuild({ models: [board], today }))
        const waits: Array<number> = []
        for (let n = 0; n < 30; n++) {
          const began = performance.now()
          yield* sql.unsafe("select count(*) from frist_read.board").values
          waits.push(performance.now() - began)
          yield* Effect.sleep("10 millis")
        }
        yield* Fiber.join(reading)
        expect(yield* Fiber.join(rebuilding)).toMatchObject({ outcome: "done" })
        // At most 50 ms for the lock, and the query itself: far from the second that the long read takes.
        expect(waits.sort((a, b) => a - b).at(-1)).toBeLessThan(long ? 100 : 500)
      }).pipe(Effect.provide(Layer.merge(pg.client(), pg.layer()))),
    60_000
  )

  it.live(
    "that was killed continues where it was",
    () =>
      Effect.gen(function* () {
        const store = yield* ReadModelStore
        const plans = yield* plansOf(long ? 40 : 16, long ? 150 : 60)
        yield* project({ today: Effect.succeed(today) })
        const killed = yield* Effect.callback<ReadonlyArray<string>>((resume) => {
          const child = spawn(process.execPath, [script, pg.address()])
          let said = ""
          child.stdout.on("data", (chunk) => {
            said += chunk
            if (said.split("\n").length > 6) child.kill("SIGKILL")
          })
          child.stderr.on("data", (chunk) => (said += chunk))
          child.on("close", (_, signal) => resume(Effect.succeed([String(signal), said])))
        })
        expect(killed[0]).toBe("SIGKILL")
        const building = (yield* store.generations).filter(({ state }) => state === "building")
        expect(building.length).toBe(readModels.length)
        const built = yield* store.plansIn(building[0] ?? fail())
        expect(built.size).toBeGreaterThan(1)
        expect(built.size).toBeLessThan(plans.length)
        const progress: Array<number> = []
        // The server may take a moment to see that the killed process is gone, with its lock.
        yield* rebuild({ models: readModels, today, onProgress: (done) => progress.push(done) }).pipe(
          Effect.repeat({
            until: ({ outcome }) => outcome !== "busy",
            schedule: Schedule.spaced("50 millis"),
            times: 100
          })
        )
        expect(progress[0]).toBeGreaterThan(0)
        const serving = (yield* store.generations).filter(({ state }) => state === "serving")
        expect(serving.map(({ version }) => version)).toEqual(building.map(({ version }) => version))
        for (const plan of plans) for (const { difference } of yield* check(plan)) expect(difference).toBeNull()
      }).pipe(Effect.provide(pg.layer())),
    120_000
  )

  it.live(
    "in worker threads derives the same rows; a plan whose thread crashes is derived in the main thread",
    () =>
      Effect.gen(function* () {
        const plans = yield* plansOf(long ? 12 : 6, long ? 1800 : 90)
        const derive = yield* rebuildWorkerPool(Redacted.make(pg.address()), 2)
        const answers: Array<string | null> = []
        const inWorker = Effect.fnUntraced(function* (plan: PlanId, building: ReadonlyArray<string>) {
          const answer = plan === plans[3] ? null : yield* derive({ plan, today, building })
          answers.push(answer)
          return answer
        })
        expect(yield* rebuild({ models: readModels, today, inWorker, inWorkerFrom: 0 })).toMatchObject({
          outcome: "done"
        })
        expect(answers.filter((answer) => answer === "done").length).toBeGreaterThanOrEqual(plans.length - 1)
        expect(answers.filter((answer) => answer === null).length).toBe(1)
        for (const plan of plans) {
          for (const { difference, head, position } of yield* check(plan))
            expect([difference, position]).toEqual([null, head])
        }
      }).pipe(Effect.provide(pg.layer()), Effect.scoped),
    120_000
  )

  it.live(
    "hands back the plan of a worker thread that ended, and replaces the thread",
    () =>
      Effect.gen(function* () {
        const unreachable = Redacted.make("postgres://nobody@127.0.0.1:1/none")
        const derive = yield* rebuildWorkerPool(unreachable, 1)
        const request = { plan: newPlan(), today, building: [] }
        expect([yield* derive(request), yield* derive(request)]).toEqual([null, null])
      }).pipe(Effect.scoped),
    120_000
  )

  it.live("is refused while another one runs", () =>
    Effect.gen(function* () {
      const store = yield* ReadModelStore
      const answer = yield* Effect.scoped(
        Effect.andThen(store.alone, Effect.provide(rebuild({ models: readModels, today }), pg.layer(), { local: true }))
      )
      expect(answer).toEqual({ outcome: "busy" })
      expect(yield* rebuild({ models: readModels, today })).toMatchObject({ outcome: "done" })
    }).pipe(Effect.provide(pg.layer()))
  )
})

const fail = (): never => {
  throw new Error("Missing test data.")
}
