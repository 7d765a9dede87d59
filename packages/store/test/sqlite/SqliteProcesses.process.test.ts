/**
 * Several processes on one SQLite file: they append at once, and some are killed while they do.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import { DatabaseSync } from "node:sqlite"
import { fromTo, newPlan, positions, wholeLog } from "../../src/contract/ContractFixture.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { newFile } from "../TemporaryFile.ts"
import { expectKept, type Sent } from "../SentBatches.ts"
import { writer } from "../processes.ts"
import { long } from "../sizes.ts"

const timeout = 300_000

describe.each(long ? [2, 4] : [3])("%i processes on one file", (processes) => {
  const names = fromTo(1, processes).map((n) => `w${n}`)
  const count = long ? 400 : 40

  it.live(
    `${processes} processes that append at once lose, double, skip and reorder no event, and a subscriber receives all`,
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
          expect(sent.filter(({ answer }) => answer !== null)).toHaveLength(processes * count)
          expectKept(stored, sent)
          for (const [at, { sent }] of writers.entries()) {
            const mine = stored.filter(({ record }) => record.activity === names[at])
            expect(mine.map(({ record }) => record.position)).toEqual(
              sent.flatMap(({ answer }) =>
                answer === null || answer === "refused" ? [] : fromTo(answer.first, answer.last)
              )
            )
          }
        }).pipe(Effect.provide(layer({ filename })), Effect.timeout(timeout / 2))
      }),
    timeout
  )

  it.live(
    `of ${processes} processes that append after the same position, exactly one is recorded each time`,
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
        expect(sent.filter(({ answer }) => answer === null)).toEqual([])
        const stored = yield* Effect.flatMap(wholeLog, (log) => log.records(plan)).pipe(
          Effect.provide(layer({ filename }))
        )
        expect(stored).toHaveLength(count)
        expectKept(stored, sent)
      }),
    timeout
  )
})

describe("killed processes", () => {
  it.live(
    "a killed process leaves every acknowledged batch, and every other whole or not at all",
    () =>
      Effect.gen(function* () {
        const filename = yield* newFile
        const plan = newPlan()
        const sent: Array<Sent> = []
        for (const round of fromTo(1, long ? 100 : 5)) {
          const killed = yield* Effect.forEach(
            ["a", "b"],
            (name) => {
              const options = { plans: [plan], name: `${name}${round}`, mode: "own", count: 1_000_000 } as const
              return writer(filename, { ...options, killAfter: Math.random() * 60 })
            },
            { concurrency: "unbounded" }
          )
          for (const each of killed) {
            expect([each.end, each.said]).toEqual(["SIGKILL", ""])
            sent.push(...each.sent)
            // At most the append that was under way has no answer.
            expect(each.sent.filter(({ answer }) => answer === null).length).toBeLessThanOrEqual(1)
          }
          const stored = yield* Effect.gen(function* () {
            const log = yield* wholeLog
            const stored = yield* log.records(plan)
            const last = stored.at(-1)?.record
            if (last === undefined) return expect.fail("nothing was recorded")
            // A recorded batch that is sent again is recognised.
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
