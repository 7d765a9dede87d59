/**
 * From a batch to what is stored, the same for every adapter, and what a batch conflicts with.
 */
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import { Position } from "@frist/domain/Names"
import { randomBytes } from "node:crypto"
import { type Batch, Conflict } from "./EventLog.ts"
import { type StoredRecord } from "@frist/evidence/StoredEvent"
import { contentDigest, leafOf, saidHash } from "@frist/evidence/Leaf"

const encoder = new TextEncoder()

/** An event of a batch, ready to be stored as soon as it has a position and a time. */
export interface Sealed {
  readonly event: NewEvent
  /** Its exact bytes: what the schema of events holds is JSON as it stands. */
  readonly bytes: Uint8Array
  /** 32 random bytes of its own. */
  readonly salt: Uint8Array
  readonly said: Uint8Array
}

/** The events of a batch that was checked, with what does not depend on their place. */
export const sealed = ({ actor, batch, events, plan }: Batch): ReadonlyArray<Sealed> => {
  const salts = randomBytes(32 * events.length)
  return events.map((each, at) => {
    const { activity, effectiveOn, event, provenance, source } = each
    const bytes = encoder.encode(JSON.stringify(event))
    const salt = new Uint8Array(salts.buffer, salts.byteOffset + 32 * at, 32)
    const said = saidHash(
      { plan, activity, type: event._tag, effectiveOn, actor, batch, provenance, source },
      contentDigest(salt, bytes)
    )
    return { event: each, bytes, salt, said }
  })
}

/** The records of a batch that follows `head`: bytes, salts and leaves. */
export const recordsOf = (batch: Batch, head: number, recordedAt: number): ReadonlyArray<StoredRecord> =>
  sealed(batch).map(({ bytes, event: each, said, salt }, at) => {
    const { activity, effectiveOn, event, provenance, source } = each
    const record: RecordedEvent = {
      plan: batch.plan,
      position: Position.make(head + 1 + at),
      activity,
      type: event._tag,
      event,
      effectiveOn,
      recordedAt,
      actor: batch.actor,
      batch: batch.batch,
      provenance,
      source
    }
    return { record, bytes, salt, digest: null, leaf: leafOf(record.position, recordedAt, said) }
  })

/** The conflict of a batch with what was recorded after its decision, if there is one. */
export const conflictOf = (
  { condition, plan }: Batch,
  head: number,
  touchedAfter: (after: number) => Iterable<RecordedEvent["activity"]>
): Conflict | undefined => {
  const { activities, after } = condition
  if (after === head) return undefined
  const conflict = (touched: typeof activities) => new Conflict({ plan, after, head, activities: touched })
  if (after > head || activities.length === 0) return conflict([])
  const changed = new Set(touchedAfter(after))
  const touched = activities.filter((activity) => changed.has(activity))
  return touched.length === 0 ? undefined : conflict(touched)
}
