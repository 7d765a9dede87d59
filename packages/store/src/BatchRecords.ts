/**
 * Makes the stored records of a batch, for an adapter that keeps an event at a time.
 */
import { RecordedEvent } from "@frist/domain/RecordedEvent"
import { Position } from "@frist/domain/Names"
import { randomBytes } from "node:crypto"
import type { Batch } from "./EventLog.ts"
import { type StoredRecord } from "@frist/evidence/StoredEvent"
import { contentDigest, leafHash } from "@frist/evidence/Leaf"

const encoder = new TextEncoder()

/** Returns the records of a checked batch that is appended after position `head`: bytes, salts and leaves. */
export const recordsOf = (
  { actor, batch, events, plan }: Batch,
  head: number,
  recordedAt: number
): ReadonlyArray<StoredRecord> => {
  const salts = randomBytes(32 * events.length)
  return events.map(({ activity, effectiveOn, event, provenance, source }, at) => {
    const bytes = encoder.encode(JSON.stringify(event))
    const salt = new Uint8Array(salts.buffer, salts.byteOffset + 32 * at, 32)
    const record = RecordedEvent.of({
      plan,
      position: Position.make(head + 1 + at),
      activity,
      type: event._tag,
      event,
      effectiveOn,
      recordedAt,
      actor,
      batch,
      provenance,
      source
    })
    return { record, bytes, salt, digest: null, leaf: leafHash(record, contentDigest(salt, bytes)) }
  })
}
