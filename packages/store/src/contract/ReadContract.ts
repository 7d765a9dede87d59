/**
 * The contract's laws of reads: any range of a plan, and its evidence.
 */
import { describe, expect } from "@effect/vitest"
import type { PlanId } from "@frist/domain/Names"
import { Event } from "@frist/domain/Event"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { ReadOptions } from "../EventLog.ts"
import { contentDigest, leafHash } from "@frist/evidence/Leaf"
import { activityNamed, batchOf, fromTo, type Law, newPlan, note, positions } from "./ContractFixture.ts"
import { registered, source } from "./TextContract.ts"

const parts: ReadonlyArray<readonly [ReadOptions, ReadonlyArray<number>]> = [
  [{}, fromTo(1, 7)],
  [{ after: 0 }, fromTo(1, 7)],
  [{ after: 3 }, fromTo(4, 7)],
  [{ after: 7 }, []],
  [{ after: Number.MAX_SAFE_INTEGER }, []],
  [{ limit: 0 }, []],
  [{ limit: 2 }, [1, 2]],
  [{ after: 2, limit: 3 }, [3, 4, 5]],
  [{ after: 5, limit: 3 }, [6, 7]],
  [{ after: 1, limit: Number.MAX_SAFE_INTEGER }, fromTo(2, 7)]
]

export const readLaws = (law: Law): void => {
  describe("reads", () => {
    law("a read returns the positions of its range", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a"), note("b"), note("c")]))
        yield* log.append(
          batchOf(
            plan,
            3,
            ["d", "e", "f", "g"].map((text) => note(text))
          )
        )
        for (const [options, expected] of parts) {
          const events = yield* log.read(plan, options)
          expect(positions(events)).toEqual(expected)
          expect((yield* log.records(plan, options)).map((stored) => stored.record)).toEqual(events)
        }
      })
    )

    law("a read is refused unless its position and limit are whole numbers from 0", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a")]))
        for (const wrong of [-1, 0.5, Number.NaN, Infinity]) {
          for (const options of [{ after: wrong }, { limit: wrong }]) {
            expect(yield* Effect.flip(log.read(plan, options))).toMatchObject({ reason: "invalid" })
            expect(yield* Effect.flip(log.records(plan, options))).toMatchObject({ reason: "invalid" })
          }
        }
      })
    )

    law("a read of an invalid plan name is refused", (log) =>
      Effect.gen(function* () {
        for (const wrong of ["a\0b", "A b", "", "x".repeat(65), "\ud800", 7, null]) {
          const plan = wrong as PlanId
          expect(yield* Effect.flip(log.read(plan))).toMatchObject({ reason: "invalid" })
          expect(yield* Effect.flip(log.records(plan, { after: 3 }))).toMatchObject({ reason: "invalid" })
        }
      })
    )

    law("a read of a plan without events is empty", (log, plan) =>
      Effect.gen(function* () {
        expect(yield* log.read(plan)).toEqual([])
        expect(yield* log.records(plan, { after: 3, limit: 2 })).toEqual([])
      })
    )
  })

  describe("evidence", () => {
    law("the leaves of places are those of their events, and null where there is none", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a"), note("b"), note("c")]))
        yield* log.append(batchOf(plan, 3, [note("d")]))
        const stored = (yield* log.records(plan)).map(({ leaf }) => Buffer.from(leaf).toString("hex"))
        const asked = [4, 2, 5, 0, 3, 1, 4].map((position) => ({ plan, position }))
        const other = { plan: newPlan(), position: 1 }
        const found = yield* log.leaves([...asked, other])
        expect(found.map((leaf) => leaf && Buffer.from(leaf).toString("hex"))).toEqual(
          [4, 2, 5, 0, 3, 1, 4, 5].map((position) => stored[position - 1] ?? null)
        )
        expect(yield* log.leaves([])).toEqual([])
      })
    )

    law("a page has the leaves of the event before it and of its last, wherever batches end", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a"), note("b"), note("c")]))
        yield* log.append(batchOf(plan, 3, [note("d")]))
        yield* log.append(batchOf(plan, 4, [note("e"), note("f")]))
        const stored = (yield* log.records(plan)).map(({ leaf }) => Buffer.from(leaf).toString("hex"))
        for (let after = 0; after <= 7; after++) {
          for (const limit of [1, 2, 3, 10]) {
            const { before, events, last } = yield* log.page(plan, after, limit)
            expect(events).toEqual(yield* log.read(plan, { after, limit }))
            expect([before, last].map((leaf) => leaf && Buffer.from(leaf).toString("hex"))).toEqual(
              [after, after + events.length].map((position) => stored[position - 1] ?? null)
            )
          }
        }
        expect(yield* log.page(newPlan(), 0, 5)).toEqual({ events: [], before: null, last: null })
        expect(yield* Effect.flip(log.page("A b" as PlanId, 0, 5))).toMatchObject({ reason: "invalid" })
      })
    )

    law("the evidence of an event is its exact bytes, a salt, and a leaf that its record reproduces", (log, plan) =>
      Effect.gen(function* () {
        const events = [
          note("å", activityNamed("a")),
          { ...note("b"), source: source("c") },
          registered("tills vidare")
        ]
        yield* log.append(batchOf(plan, 0, events))
        const stored = yield* log.records(plan)
        expect(stored).toHaveLength(3)
        for (const [at, { bytes, leaf, record, salt }] of stored.entries()) {
          if (bytes === null || salt === null) return expect.fail("the evidence is missing")
          const text = new TextDecoder().decode(bytes)
          expect(Schema.decodeUnknownSync(Event)(JSON.parse(text))).toEqual(events[at]?.event)
          expect(text).toBe(JSON.stringify(JSON.parse(text)))
          expect([salt.length, leaf.length]).toEqual([32, 32])
          expect(Buffer.from(leaf)).toEqual(Buffer.from(leafHash(record, contentDigest(salt, bytes))))
        }
      })
    )

    law("equal events have different salts, so that their evidence does not show that they are equal", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a"), note("a")]))
        const [first, second] = yield* log.records(plan)
        expect(Buffer.from(first?.bytes ?? [])).toEqual(Buffer.from(second?.bytes ?? []))
        expect(Buffer.from(first?.salt ?? [])).not.toEqual(Buffer.from(second?.salt ?? []))
      })
    )

    law("changing the bytes of a record that was read does not change the log", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a")]))
        const evidence = Effect.map(log.records(plan), (stored) =>
          stored.flatMap(({ bytes, leaf, salt }) => [bytes, leaf, salt])
        )
        const hex = Effect.map(evidence, (all) => all.map((each) => Buffer.from(each ?? []).toString("hex")))
        const before = yield* hex
        for (const each of yield* evidence) each?.fill(0)
        expect(yield* hex).toEqual(before)
      })
    )
  })
}
