/**
 * The contract's laws of erasure, of stored rows, and of kept checkpoints.
 */
import { describe, expect } from "@effect/vitest"
import { Position, type PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import { erasedRecord } from "../evidence/Erasure.ts"
import type { Evidence, StoredRecord } from "@frist/evidence/StoredEvent"
import { batchOf, checkpointOf, fromTo, type Law, type Log, newPlan, note } from "./ContractFixture.ts"

const decision = (position: number) => ({
  ...note("x"),
  event: { _tag: "Redacted" as const, position: Position.make(position), decision: "Dnr 1" }
})

/** Appends five notes, and decisions that remove these positions. */
const begun = (log: Log, plan: PlanId, ...decided: ReadonlyArray<number>) =>
  Effect.andThen(
    log.append(
      batchOf(
        plan,
        0,
        fromTo(1, 5).map((nth) => note(`secret ${nth}`))
      )
    ),
    log.append(batchOf(plan, 5, decided.map(decision)))
  )

const removed = (stored: StoredRecord): StoredRecord =>
  erasedRecord(stored, stored.salt ?? new Uint8Array(), stored.bytes ?? new Uint8Array())

const hex = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString("hex")
/** Writes bytes as text, so that buffers of different kinds compare equal. */
const legible = <R>(log: ReadonlyArray<Evidence & { readonly record: R }>) =>
  log.map(({ bytes, digest, leaf, record, salt }) => [record, ...[bytes, salt, digest, leaf].map(hex)])

export const erasureLaws = (law: Law): void => {
  describe("erasure", () => {
    law("erasing an event removes its content and salt, and keeps the rest and their digest", (log, plan) =>
      Effect.gen(function* () {
        yield* begun(log, plan, 2, 4)
        const before = yield* log.records(plan)
        yield* log.erase(plan, [4, 2])
        const after = before.map((each, at) => (at === 1 || at === 3 ? removed(each) : each))
        expect(legible(yield* log.records(plan))).toEqual(legible(after))
        expect((yield* log.rows(plan)).map(({ record }) => record.actor)).toEqual(
          after.map(({ record }) => record.actor)
        )
        expect((yield* log.read(plan)).map(({ event }) => event === null)).toEqual([
          false,
          true,
          false,
          true,
          false,
          false,
          false
        ])
        // Erasing again changes nothing.
        yield* log.erase(plan, [2])
        expect(legible(yield* log.records(plan))).toEqual(legible(after))
        yield* log.append(batchOf(plan, 7, [note("more")]))
        expect(yield* log.records(plan)).toHaveLength(8)
      })
    )

    law("erasing is refused for an event that no later decision removes, and for a decision", (log, plan) =>
      Effect.gen(function* () {
        // The decision about event 7 comes before it.
        yield* begun(log, plan, 2, 7, 6, 1000)
        const other = newPlan()
        yield* begun(log, other)
        const before = yield* log.records(plan)
        for (const position of [1, 3, 5, 6, 7, 8, 9, 10, 1000, 0, -1]) {
          expect(yield* Effect.flip(log.erase(plan, [2, position])), String(position)).toMatchObject({
            _tag: "EventLogError",
            reason: "invalid"
          })
        }
        expect(yield* Effect.flip(log.erase(other, [2]))).toMatchObject({ reason: "invalid" })
        expect(yield* log.records(plan)).toEqual(before)
      })
    )
  })

  describe("rows", () => {
    law("rows have the stored fields of the records, page by page", (log, plan) =>
      Effect.gen(function* () {
        yield* begun(log, plan)
        const records = yield* log.records(plan)
        const rows = [...(yield* log.rows(plan, { limit: 2 })), ...(yield* log.rows(plan, { after: 2 }))]
        const read = rows.map((row, at) => ({
          ...row,
          record: { ...row.record, event: records[at]?.record.event ?? null }
        }))
        expect(legible(read)).toEqual(legible(records))
        expect(rows).toHaveLength(5)
        expect(yield* log.rows(plan, { after: 5 })).toEqual([])
        expect(yield* log.rows(newPlan())).toEqual([])
        expect(yield* Effect.flip(log.rows(plan, { after: -1 }))).toMatchObject({ reason: "invalid" })
      })
    )
  })

  describe("checkpoints", () => {
    law("checkpoints are kept in order, and the last one is not kept twice in a row", (log, plan) =>
      Effect.gen(function* () {
        yield* begun(log, plan)
        expect(yield* log.sealed(plan)).toEqual([])
        const [first, second] = [yield* checkpointOf(log, plan, 3), yield* checkpointOf(log, plan, 5)]
        for (const each of [first, first, second, second, first]) yield* log.seal(plan, each)
        expect(yield* log.sealed(plan)).toEqual([first, second, first])
        expect(yield* log.sealed(newPlan())).toEqual([])
        expect(yield* Effect.flip(log.seal(plan, "no checkpoint"))).toMatchObject({ reason: "invalid" })
        expect(yield* log.sealed(plan)).toHaveLength(3)
      })
    )

    law("checkpoints that are sealed at once are all kept", (log, plan) =>
      Effect.gen(function* () {
        yield* begun(log, plan)
        const notes = yield* Effect.forEach(fromTo(1, 5), (size) => checkpointOf(log, plan, size))
        yield* Effect.forEach(notes, (each) => log.seal(plan, each), { concurrency: "unbounded", discard: true })
        expect((yield* log.sealed(plan)).toSorted()).toEqual(notes.toSorted())
      })
    )
  })
}
