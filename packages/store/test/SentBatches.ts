/**
 * Batches that were sent to a log with their answers, and the check that the log keeps them: acknowledged batches are
 * recorded, others whole or not at all, and every leaf verifies.
 */
import type { ActivityId, PlanId } from "@frist/domain/Names"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import { expect } from "vitest"
import { fromTo, note } from "../src/contract/ContractFixture.ts"
import type { StoredRecord } from "@frist/evidence/StoredEvent"
import { contentDigest, leafHash } from "@frist/evidence/Leaf"

/** A batch that was sent, and its answer. Null: the sender or the connection died first. */
export interface Sent {
  readonly plan: PlanId
  readonly batch: string
  readonly size: number
  answer: { readonly first: number; readonly last: number } | "refused" | null
}

const textOf = (batch: string, at: number) => `${batch} ${at}`

/** Makes the events of a batch, each with a text that no other event has. */
export const eventsOf = (batch: string, size: number, about: ActivityId, padding = ""): ReadonlyArray<NewEvent> =>
  fromTo(1, size).map((at) => note(textOf(batch, at) + padding, about))

/** Groups the events of a log by batch. */
export const batchesOf = (stored: ReadonlyArray<StoredRecord>): ReadonlyMap<string, ReadonlyArray<StoredRecord>> => {
  const found = new Map<string, Array<StoredRecord>>()
  for (const each of stored) {
    const own = found.get(each.record.batch) ?? []
    found.set(each.record.batch, own)
    own.push(each)
  }
  return found
}

const expectLeaf = ({ bytes, leaf, record, salt }: StoredRecord): void => {
  if (bytes === null || salt === null) return expect.fail(`event ${record.position} has no evidence`)
  if (Buffer.compare(leaf, leafHash(record, contentDigest(salt, bytes))) !== 0) {
    expect.fail(`the leaf of event ${record.position} is another`)
  }
}

/** Fails unless a plan has exactly what it should of all that was sent to it. */
export const expectKept = (stored: ReadonlyArray<StoredRecord>, sent: Iterable<Sent>): void => {
  expect(stored.map(({ record }) => record.position)).toEqual(fromTo(1, stored.length))
  for (const each of stored) expectLeaf(each)
  const found = batchesOf(stored)
  const known = new Map([...sent].map((each) => [each.batch, each]))
  expect([...found.keys()].filter((batch) => !known.has(batch))).toEqual([])
  for (const { batch, size, answer } of known.values()) {
    const own = found.get(batch)
    if (answer === "refused") expect(own).toBe(undefined)
    if (own === undefined) {
      if (answer !== null && answer !== "refused") expect.fail(`batch ${batch} was acknowledged, and is not there`)
      continue
    }
    const first = own[0]?.record.position ?? 0
    const at = fromTo(first, first + size - 1)
    expect(own.map(({ record }) => record.position)).toEqual(at)
    if (answer !== null) expect(answer).toEqual({ first, last: first + size - 1 })
    const texts = own.map(({ record }) => (record.event?._tag === "FollowUpNoted" ? record.event.text : ""))
    for (const [nth, text] of texts.entries()) {
      if (!text.startsWith(textOf(batch, nth + 1))) expect.fail(`batch ${batch} holds another event ${nth + 1}`)
    }
  }
}
