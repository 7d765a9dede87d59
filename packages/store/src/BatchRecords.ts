/**
 * Makes the stored records of a batch, the same for every adapter.
 */
import { type NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import { Position } from "@frist/domain/Names"
import { randomBytes } from "node:crypto"
import type { Batch } from "./EventLog.ts"
import { type StoredRecord } from "@frist/evidence/StoredEvent"
import { contentDigest, headerHash, leafOf } from "@frist/evidence/Leaf"

const encoder = new TextEncoder()

/** An event of a batch with its hash. It lacks only a position and a time. */
interface HashedEvent {
  readonly event: NewEvent
  /** The exact bytes of its content: JSON in UTF-8. */
  readonly bytes: Uint8Array
  /** 32 random bytes. */
  readonly salt: Uint8Array
  /** The hash of everything the caller gave. */
  readonly headerHash: Uint8Array
}

/** Serialises and hashes the events of a checked batch. */
export const hashedEvents = (batch: Batch): ReadonlyArray<HashedEvent> => [...hashedInOrder(batch)]

function* hashedInOrder({ actor, batch, events, plan }: Batch): Generator<HashedEvent, void> {
  const salts = randomBytes(32 * events.length)
  let at = 0
  for (const each of events) {
    const { activity, effectiveOn, event, provenance, source } = each
    const bytes = encoder.encode(JSON.stringify(event))
    const salt = new Uint8Array(salts.buffer, salts.byteOffset + 32 * at++, 32)
    const hash = headerHash(
      { plan, activity, type: event._tag, effectiveOn, actor, batch, provenance, source },
      contentDigest(salt, bytes)
    )
    yield { event: each, bytes, salt, headerHash: hash }
  }
}

/** Returns the records of a checked batch that is appended after position `head`: bytes, salts and leaves. */
export const recordsOf = (batch: Batch, head: number, recordedAt: number): ReadonlyArray<StoredRecord> => [
  ...recordsInOrder(batch, head, recordedAt)
]

/** Makes the records of `recordsOf` one at a time. */
function* recordsInOrder(batch: Batch, head: number, recordedAt: number): Generator<StoredRecord, void> {
  let at = 0
  for (const { bytes, event: each, headerHash: hash, salt } of hashedInOrder(batch)) {
    const { activity, effectiveOn, event, provenance, source } = each
    const record = RecordedEvent.of({
      plan: batch.plan,
      position: Position.make(head + 1 + at++),
      activity,
      type: event._tag,
      event,
      effectiveOn,
      recordedAt,
      actor: batch.actor,
      batch: batch.batch,
      provenance,
      source
    })
    yield { record, bytes, salt, digest: null, leaf: leafOf(record.position, recordedAt, hash) }
  }
}
