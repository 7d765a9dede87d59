/**
 * Between an event and its stored bytes, the same for every adapter: what is stored, what is read back, and what
 * conflicts.
 */
import { Event, type NewEvent, Position, RecordedEvent } from "@frist/domain"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { randomBytes } from "node:crypto"
import { oneLine } from "./Checked.ts"
import { type Batch, Conflict, EventLogError, type StoredRecord } from "./EventLog.ts"
import { contentDigest, leafOf, saidHash } from "./Leaf.ts"

const encoder = new TextEncoder()
const decodeEvent = Schema.decodeUnknownResult(Event)
const isRecorded = Schema.is(RecordedEvent)

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
    return { record, bytes, salt, leaf: leafOf(record.position, recordedAt, said) }
  })

/** A record read back: its event decoded from the exact bytes, or null where they were removed. */
export const readBack = (
  stored: Omit<StoredRecord, "record"> & { readonly record: Omit<RecordedEvent, "event"> }
): Result.Result<StoredRecord, EventLogError> => {
  const { bytes, leaf, record, salt } = stored
  const event = bytes === null ? Result.succeed(null) : decoded(bytes)
  if (Result.isFailure(event)) return unreadable(record, event.failure)
  const whole = { ...record, event: event.success }
  // The event was checked when it was decoded.
  if (!isRecorded({ ...whole, event: null })) return unreadable(record, "its fields are not those of an event")
  if (whole.event !== null && whole.event._tag !== whole.type) return unreadable(record, "its type and content differ")
  return Result.succeed({ record: whole, bytes, salt, leaf })
}

const unreadable = ({ plan, position, type }: Omit<RecordedEvent, "event">, why: string) =>
  Result.fail(new EventLogError({ reason: "corrupt", detail: `plan ${plan}, event ${position} (${type}): ${why}` }))

const decoded = (bytes: Uint8Array): Result.Result<Event, string> => {
  try {
    const event = decodeEvent(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)))
    return Result.mapError(event, oneLine)
  } catch (error) {
    return Result.fail(oneLine(error))
  }
}

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
