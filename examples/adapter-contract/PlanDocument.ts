/**
 * The document of a plan, with its records and batches, and what appends and erasures make of it. Pure.
 */
import type { BatchId, PlanId } from "@frist/domain"
import type { StoredRecord } from "@frist/evidence"
import type { Appended, Batch, Conflict, EventLogError } from "@frist/store"
import { decideAppend, erasedRecord, isRemoved, notRemoved, unerasable } from "@frist/store/adapter"
import { Result } from "effect"

/** The document of a plan. */
export interface PlanDocument {
  readonly records: ReadonlyArray<StoredRecord>
  readonly batches: ReadonlyMap<BatchId, Appended>
  /** Checkpoints that were kept. */
  readonly notes: ReadonlyArray<string>
  /** Kept editions, by the SHA-256 of their documents. */
  readonly editions: ReadonlyMap<string, KeptEdition>
}
/** The document of a plan without events. */
export const empty: PlanDocument = { records: [], batches: new Map(), notes: [], editions: new Map() }

/** The cells of a document, as a batch keeps them. */
export type KeptEdition = NonNullable<Batch["editions"]>[number]

/** Returns what is kept with more: under the name that a document was first given. */
const withEditions = (
  kept: PlanDocument["editions"],
  added: ReadonlyArray<KeptEdition>
): ReadonlyMap<string, KeptEdition> =>
  new Map([
    ...kept,
    ...added.map((each) => {
      const { content, sha256 } = each
      return [sha256, { ...each, ...kept.get(sha256), content: Uint8Array.from(content) }] as const
    })
  ])

/** Returns the answer to a batch, and the document to put: none if the batch is a repetition or empty. */
export const appendedTo = (
  before: PlanDocument,
  batch: Batch,
  now: number
): Result.Result<readonly [Appended, PlanDocument | undefined], Conflict> => {
  const { batches, records } = before
  const end = {
    head: records.length,
    recordedAt: records.at(-1)?.record.recordedAt ?? 0,
    lastType: records.at(-1)?.record.type,
    known: batches.get(batch.batch)
  }
  const changedAfter = (after: number) => records.slice(after).map(({ record }) => record.activity)
  return Result.map(decideAppend(batch, end, now, changedAfter), ({ appended, records: added }) => [
    appended,
    added.length === 0
      ? undefined
      : {
          ...before,
          records: [...records, ...added],
          batches: new Map(batches).set(batch.batch, appended),
          editions: withEditions(before.editions, batch.editions ?? [])
        }
  ])
}

/** Returns the document without the content of these events, all of which a decision must remove. */
export const erasedIn = (
  before: PlanDocument,
  plan: PlanId,
  positions: ReadonlyArray<number>
): Result.Result<readonly [void, PlanDocument], EventLogError> => {
  const wrong = positions.find((position) => !isRemoved(before.records, position))
  if (wrong !== undefined) return Result.fail(notRemoved(plan, wrong))
  const records = before.records.map((stored) =>
    positions.includes(stored.record.position) && stored.salt !== null && stored.bytes !== null
      ? erasedRecord(stored, stored.salt, stored.bytes)
      : stored
  )
  return Result.succeed([undefined, { ...before, records }])
}

/** Returns the document with what a decision leaves of an edition. */
export const editionErasedIn = (
  before: PlanDocument,
  plan: PlanId,
  sha256: string,
  content: Uint8Array | null
): Result.Result<readonly [void, PlanDocument], EventLogError> => {
  const log = before.records.map(({ record }) => record)
  const fault = unerasable(plan, log, sha256, content)
  if (fault !== undefined) return Result.fail(fault)
  const kept = before.editions.get(sha256)
  const others = new Map([...before.editions].filter(([key]) => key !== sha256))
  const editions =
    kept === undefined || content === null ? others : others.set(sha256, { ...kept, content: Uint8Array.from(content) })
  return Result.succeed([undefined, { ...before, editions }])
}

/** Copies the bytes, so that a reader cannot change the log. */
export const copied = ({ bytes, digest, leaf, record, salt }: StoredRecord): StoredRecord => ({
  record,
  bytes: bytes && Uint8Array.from(bytes),
  salt: salt && Uint8Array.from(salt),
  digest: digest && Uint8Array.from(digest),
  leaf: Uint8Array.from(leaf)
})
