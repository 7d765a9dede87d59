/**
 * One SQLite file and several real processes: they write at once, and some are killed while they do.
 */
import { describe, expect, it } from "@effect/vitest"
import type { PlanId } from "@frist/domain"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import { spawn } from "node:child_process"
import { DatabaseSync } from "node:sqlite"
import { fileURLToPath } from "node:url"
import { fromTo, newPlan, positions } from "../src/contract/Law.ts"
import { EventLog, type StoredRecord } from "../src/EventLog.ts"
import { contentDigest, leafHash } from "../src/Leaf.ts"
import { layer } from "../src/SqliteEventLog.ts"
import { newFile } from "./files.ts"
import { long } from "./sizes.ts"

const script = fileURLToPath(new URL("writer.ts", import.meta.url))
const timeout = 300_000

/** What a writer was told: which batch stands where. */
interface Told {
  readonly batch: string
  readonly first: number
  readonly last: number
}

/** A writer, and what it was told by its end. `killAfter`: so many milliseconds after it was first told anything. */
const writer = (
  filename: string,
  plan: PlanId,
  name: string,
  [mode, count]: readonly ["own" | "same", number],
  killAfter?: number
) =>
  Effect.callback<{ readonly told: ReadonlyArray<Told>; readonly end: number | string | null; readonly said: string }>(
    (resume) => {
      const child = spawn(process.execPath, [script, filename, plan, name, mode, String(count)])
      let output = ""
      let said = ""
      child.stdout.on("data", (chunk) => {
        if (output === "" && killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter)
        output += chunk
      })
      child.stderr.on("data", (chunk) => (said += chunk))
      child.on("close", (code, signal) => {
        // A line without its end is of the moment of death.
        const told = output
          .split("\n")
          .slice(0, -1)
          .map((line) => line.split(" "))
          .map(([batch = "", first, last]) => ({ batch, first: Number(first), last: Number(last) }))
        resume(Effect.succeed({ told, end: signal ?? code, said }))
      })
      return Effect.sync(() => child.kill("SIGKILL"))
    }
  )

/** Where each batch of the log stands, by what was read. */
const batches = (stored: ReadonlyArray<StoredRecord>): ReadonlyMap<string, ReadonlyArray<number>> => {
  const found = new Map<string, Array<number>>()
  for (const { record } of stored) found.set(record.batch, [...(found.get(record.batch) ?? []), record.position])
  return found
}

const expectLeaves = (stored: ReadonlyArray<StoredRecord>): void => {
  for (const { bytes, leaf, record, salt } of stored) {
    if (bytes === null || salt === null) return expect.fail(`event ${record.position} has no evidence`)
    expect(Buffer.compare(leaf, leafHash(record, contentDigest(salt, bytes)))).toBe(0)
  }
}

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
          Effect.forEach(names, (name) => writer(filename, plan, name, ["own", count]), { concurrency: "unbounded" }),
          { startImmediately: true }
        )
        yield* Effect.gen(function* () {
          const log = yield* EventLog
          const seen = yield* Stream.runCollect(Stream.take(log.changes({ plan, after: 0 }), total))
          const writers = yield* Fiber.join(writing)
          for (const { end, said } of writers) expect([end, said]).toEqual([0, ""])
          const stored = yield* log.records(plan)
          expect(positions(seen)).toEqual(fromTo(1, total))
          expect(seen).toEqual(stored.map((each) => each.record))
          const told = writers.flatMap((each) => each.told)
          expect(told).toHaveLength(processes * count)
          const found = batches(stored)
          for (const { batch, first, last } of told) expect(found.get(batch)).toEqual(fromTo(first, last))
          for (const [at, { told }] of writers.entries()) {
            const mine = stored.filter(({ record }) => record.activity === names[at])
            expect(mine.map(({ record }) => record.position)).toEqual(
              told.flatMap(({ first, last }) => fromTo(first, last))
            )
          }
          expectLeaves(stored)
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
        const writers = yield* Effect.forEach(names, (name) => writer(filename, plan, name, ["same", count]), {
          concurrency: "unbounded"
        })
        for (const { end, said } of writers) expect([end, said]).toEqual([0, ""])
        const told = writers.flatMap((each) => each.told)
        expect(told.map(({ first }) => first).sort((a, b) => a - b)).toEqual(fromTo(1, count))
        const stored = yield* Effect.flatMap(EventLog, (log) => log.records(plan)).pipe(
          Effect.provide(layer({ filename }))
        )
        expect(stored.map(({ record }) => record.position)).toEqual(fromTo(1, count))
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
        const told: Array<Told> = []
        for (const round of fromTo(1, long ? 200 : 15)) {
          const killed = yield* writer(filename, plan, `w${round}`, ["own", 1_000_000], Math.random() * 60)
          expect([killed.end, killed.said]).toEqual(["SIGKILL", ""])
          told.push(...killed.told)
          const stored = yield* Effect.gen(function* () {
            const log = yield* EventLog
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
          const found = batches(stored)
          expect(stored.map(({ record }) => record.position)).toEqual(fromTo(1, stored.length))
          for (const { batch, first, last } of told) expect(found.get(batch)).toEqual(fromTo(first, last))
          // At most the one that was under way is there without its writer having been told; whole, as every writer
          // makes batches of 1, 2, 3, 4, 5, 1, 2 … events.
          expect(found.size - told.length).toBeLessThanOrEqual(round)
          const sizes = [...found].map(([batch, at]) => [stored[(at[0] ?? 0) - 1]?.record.activity, batch, at.length])
          for (const name of new Set(sizes.map(([name]) => name))) {
            const mine = sizes.filter(([owner]) => owner === name)
            expect(mine.map(([, , size]) => size)).toEqual(mine.map((_, at) => (at % 5) + 1))
          }
          expectLeaves(stored)
        }
        const db = new DatabaseSync(filename)
        expect(db.prepare("pragma integrity_check").get()).toEqual({ integrity_check: "ok" })
        db.close()
      }),
    timeout
  )
})
