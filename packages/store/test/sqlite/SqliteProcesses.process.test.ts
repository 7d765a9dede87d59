/**
 * One SQLite file and several real processes: they write at once, and some are killed while they do.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import { DatabaseSync } from "node:sqlite"
import { fromTo, newPlan, positions, wholeLog } from "../../src/contract/ContractFixture.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { newFile } from "../files.ts"
import { expectKept, type Sent } from "../kept.ts"
import { writer } from "../processes.ts"
import { long } from "../sizes.ts"

const timeout = 300_000

describe.each([2, 4])("%i processes on one file", (processes) => {
  const names = fromTo(1, processes).map((n) => `w${n}`)
  const count = long ? 400 : 40

  it.live(
    "lose, double, skip and reorder nothing, and a follower sees it all as it comes",
    () =>
      Effect.gen(function* () {
        const filename = yield* newFile
        const plan = newPlan()
        const total = processes * count * 3
        const writing = yield* Effect.forkChild(
          Effect.forEach(names, (name) => writer(filename, { plans: [plan], name, mode: "own", count }), {
            concurrency: "unbounded"
          }),
          { startImmediately: true }
        )
        yield* Effect.gen(function* () {
          const log = yield* wholeLog
          const seen = yield* Stream.runCollect(Stream.take(log.changes({ plan, after: 0 }), total))
          const writers = yield* Fiber.join(writing)
          for (const { end, said } of writers) expect([end, said]).toEqual([0, ""])
          const stored = yield* log.records(plan)
          expect(positions(seen)).toEqual(fromTo(1, total))
          expect(seen).toEqual(stored.map((each) => each.record))
          const sent = writers.flatMap((each) => each.sent)
          expect(sent.filter(({ told }) => told !== null)).toHaveLength(processes * count)
          expectKept(stored, sent)
          for (const [at, { sent }] of writers.entries()) {
            const mine = stored.filter(({ record }) => record.activity === names[at])
            expect(mine.map(({ record }) => record.position)).toEqual(
              sent.flatMap(({ told }) => (told === null || told === "refused" ? [] : fromTo(told.first, told.last)))
            )
          }
        }).pipe(Effect.provide(layer({ filename })), Effect.timeout(timeout / 2))
      }),
    timeout
  )

  it.live(
    "that append after the same position: each time exactly one is recorded",
    () =>
      Effect.gen(function* () {
        const filename = yield* newFile
        const plan = newPlan()
        const writers = yield* Effect.forEach(
          names,
          (name) => writer(filename, { plans: [plan], name, mode: "same", count }),
          { concurrency: "unbounded" }
        )
        for (const { end, said } of writers) expect([end, said]).toEqual([0, ""])
        const sent = writers.flatMap((each) => each.sent)
        expect(sent.filter(({ told }) => told === null)).toEqual([])
        const stored = yield* Effect.flatMap(wholeLog, (log) => log.records(plan)).pipe(
          Effect.provide(layer({ filename }))
        )
        expect(stored).toHaveLength(count)
        expectKept(stored, sent)
      }),
    timeout
  )
})

describe("a process killed while it writes", () => {
  it.live(
    "leaves every batch it was told of, and every other whole or not at all",
    () =>
      Effect.gen(function* () {
        const filename = yield* newFile
        const plan = newPlan()
        const sent: Array<Sent> = []
        for (const round of fromTo(1, long ? 200 : 15)) {
          const killAfter = Math.random() * 60
          const name = `w${round}`
          const killed = yield* writer(filename, { plans: [plan], name, mode: "own", count: 1_000_000, killAfter })
          expect([killed.end, killed.said]).toEqual(["SIGKILL", ""])
          sent.push(...killed.sent)
          // At most the one that was under way is there without its writer having been told.
          expect(killed.sent.filter(({ told }) => told === null).length).toBeLessThanOrEqual(1)
          const stored = yield* Effect.gen(function* () {
            const log = yield* wholeLog
            const stored = yield* log.records(plan)
            const last = stored.at(-1)?.record
            if (last === undefined) return expect.fail("nothing was recorded")
            // What stands is remembered: sent again it is known.
            const again = yield* log.append({
              plan,
              batch: last.batch,
              actor: last.actor,
              events: [],
              condition: { after: 0, activities: [] }
            })
            expect(again).toMatchObject({ last: last.position, repeated: true })
            return stored
          }).pipe(Effect.provide(layer({ filename, create: false })))
          expectKept(stored, sent)
        }
        const db = new DatabaseSync(filename)
        expect(db.prepare("pragma integrity_check").get()).toEqual({ integrity_check: "ok" })
        db.close()
      }),
    timeout
  )
})
