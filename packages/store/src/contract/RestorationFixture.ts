/**
 * Copies of plans for the laws of restoration, and what a log holds after it.
 */
import { expect } from "@effect/vitest"
import { type PlanId, Position } from "@frist/domain/Names"
import type { StoredRecord } from "@frist/evidence/StoredEvent"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { recordsOf } from "../BatchRecords.ts"
import { erasedRecord } from "../evidence/Erasure.ts"
import { activityNamed, batchOf, fromTo, type Log, note } from "./ContractFixture.ts"

/** The time of the first batch of a copy. */
export const copyBegan = 1_700_000_000_000

/** Makes the records of a plan in another log: batches of these sizes, a second apart. */
export const recordedCopy = (plan: PlanId, sizes: ReadonlyArray<number>): ReadonlyArray<StoredRecord> => {
  const log: Array<StoredRecord> = []
  for (const [at, size] of sizes.entries()) {
    const events = fromTo(1, size).map((nth) => ({
      ...note(`${at} ${nth} å`, nth % 2 === 0 ? activityNamed("a") : null),
      source: nth % 3 === 0 ? { document: "a.csv", sha256: "0f".repeat(32), table: "T", row: nth, column: null } : null
    }))
    log.push(...recordsOf(batchOf(plan, log.length, events), log.length, copyBegan + at * 1000))
  }
  return log
}

/** Adds a decision that removes the event at a position, and removes its content. */
export const redactedCopy = (log: ReadonlyArray<StoredRecord>, position: number): ReadonlyArray<StoredRecord> => {
  const { batch, plan, recordedAt } = (log.at(-1) as StoredRecord).record
  const event = { _tag: "Redacted", position: Position.make(position), decision: "Dnr 1" } as const
  const decision = recordsOf(batchOf(plan, 0, [{ ...note(batch), event }]), log.length, recordedAt)
  return [...log.map((each) => (each.record.position === position ? withoutContent(each) : each)), ...decision]
}

/** Removes the content of a record, and keeps the digest. */
export const withoutContent = (stored: StoredRecord): StoredRecord =>
  erasedRecord(stored, stored.salt ?? new Uint8Array(), stored.bytes ?? new Uint8Array())

/** Writes bytes as text, so that buffers of different kinds compare equal. */
export const legible = (log: ReadonlyArray<StoredRecord>) =>
  log.map(({ bytes, digest, leaf, record, salt }) => ({
    record,
    bytes: hex(bytes),
    salt: hex(salt),
    digest: hex(digest),
    leaf: hex(leaf)
  }))
const hex = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString("hex")

/** Streams a copy. */
export const copyStream = (log: ReadonlyArray<StoredRecord>) => Stream.fromIterable(log)

/** Asserts that a plan has no events and is not listed. */
export const expectEmpty = (log: Log, plan: PlanId) =>
  Effect.gen(function* () {
    expect(yield* log.records(plan)).toEqual([])
    expect((yield* log.plans).map((each) => each.plan)).not.toContain(plan)
  })
