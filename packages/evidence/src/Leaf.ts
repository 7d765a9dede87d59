/**
 * The leaf hash of an event, over bytes that any language can reproduce.
 *
 * leaf = SHA-256(0x00 ‖ position ‖ recordedAt ‖ said): the position and time that the log assigned, each as 8 bytes,
 * most significant first, and the hash of what the caller gave.
 *
 * said = SHA-256 of a sequence of fields. Each field is its length in bytes as 4 bytes, most significant first, and
 * then its UTF-8 bytes: `frist/said/1`, plan, activity (empty for none), type, effectiveOn, actor, batch, provenance,
 * source (`0` for none, else `1`), and if there is a source, its document, sha256, table, row and column (each `0` for
 * none, else `1` and the value, numbers in decimal). The last field has 32 bytes: SHA-256(salt ‖ the exact bytes of the
 * event). This digest is kept where salt and bytes are erased.
 */
import type { RecordHeader } from "@frist/domain/RecordedEvent"
import { sameBytes } from "./Bytes.ts"
import { sha256, sha256Into } from "./Sha256.ts"

const encoder = new TextEncoder()

/** A buffer of at least this many bytes that begins with those of another. Nothing here is asynchronous. */
const atLeast = (bytes: number, given: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  if (bytes <= given.length) return given
  const larger = new Uint8Array(2 * bytes)
  larger.set(given)
  return larger
}

let salted = new Uint8Array(4096)

/** Returns the input of the content digest. */
const saltedBytes = (salt: Uint8Array, bytes: Uint8Array): Uint8Array => {
  const length = salt.length + bytes.length
  salted = atLeast(length, salted)
  salted.set(salt)
  salted.set(bytes, salt.length)
  return salted.subarray(0, length)
}

/** Returns SHA-256(salt ‖ bytes): all that the leaf depends on of the content of an event. */
export const contentDigest = (salt: Uint8Array, bytes: Uint8Array): Uint8Array => sha256(saltedBytes(salt, bytes))

const optional = (value: string | number | null): string => (value === null ? "0" : `1${value}`)

/** An event as the caller gave it, before it has a position and a time. */
type EventHeader = Omit<RecordHeader, "position" | "recordedAt">

/** The fields of the header that was hashed last, one after another. */
let fields = new Uint8Array(4096)

const lengthAt = (at: number, length: number): void => {
  fields[at] = length >>> 24
  fields[at + 1] = length >>> 16
  fields[at + 2] = length >>> 8
  fields[at + 3] = length
}

/** Writes a field at an offset, and returns the offset after it. */
const put = (at: number, field: string): number => {
  const start = at + 4
  // A UTF-16 code unit is at most three bytes of UTF-8.
  fields = atLeast(start + 3 * field.length, fields)
  let end = start
  for (let nth = 0; nth < field.length; nth += 1) {
    const code = field.charCodeAt(nth)
    if (code > 127) {
      end = start + encoder.encodeInto(field, fields.subarray(start)).written
      break
    }
    fields[end++] = code
  }
  lengthAt(at, end - start)
  return end
}

/** The plan that `fields` begins with, and where it ends. */
let plan: string | undefined
let planEnd = 0

/** The fields that the events of a batch share, and their bytes one after another. */
interface Shared {
  readonly of: Pick<EventHeader, "effectiveOn" | "actor" | "batch" | "provenance" | "source">
  readonly bytes: Uint8Array
}

/** What was shared last by headers without a source, and by those with one: in a batch the two take turns. */
let withoutSource: Shared | undefined
let withSource: Shared | undefined

const isShared = ({ of }: Shared, { actor, batch, effectiveOn, provenance, source }: EventHeader): boolean =>
  batch === of.batch &&
  actor === of.actor &&
  effectiveOn === of.effectiveOn &&
  provenance === of.provenance &&
  source?.document === of.source?.document &&
  source?.sha256 === of.source?.sha256 &&
  source?.table === of.source?.table

/** The batch of the header that was hashed last: what one event has is not worth to be remembered. */
let lastBatch: string | undefined

/** Writes the fields from `effectiveOn` to the table of the source. */
const putShared = (start: number, record: EventHeader): number => {
  const { actor, batch, effectiveOn, provenance, source } = record
  const shared = source === null ? withoutSource : withSource
  if (shared !== undefined && isShared(shared, record)) {
    const end = start + shared.bytes.length
    fields = atLeast(end, fields)
    fields.set(shared.bytes, start)
    return end
  }
  let at = put(put(put(put(start, effectiveOn), actor), batch), provenance)
  at = put(at, source === null ? "0" : "1")
  if (source !== null)
    at = put(put(put(at, optional(source.document)), optional(source.sha256)), optional(source.table))
  if (batch === lastBatch) {
    const own = { actor, batch, effectiveOn, provenance, source: source === null ? null : { ...source } }
    const now = { of: own, bytes: fields.slice(start, at) }
    if (source === null) withoutSource = now
    else withSource = now
  }
  lastBatch = batch
  return at
}

/** Writes the fields of a header but the last, and returns where they end. */
const putHeader = (record: EventHeader): number => {
  const { activity, source, type } = record
  if (record.plan !== plan) {
    plan = undefined
    planEnd = put(put(0, "frist/said/1"), record.plan)
    plan = record.plan
  }
  let at = putShared(put(put(planEnd, activity ?? ""), type), record)
  if (source !== null) at = put(put(at, optional(source.row)), optional(source.column))
  return at
}

/** Returns the hash of a header with this content digest: 32 bytes. */
export const headerHash = (record: EventHeader, digest: Uint8Array): Uint8Array => {
  const at = putHeader(record)
  const end = at + 4 + digest.length
  fields = atLeast(end, fields)
  lengthAt(at, digest.length)
  fields.set(digest, at + 4)
  return sha256(fields.subarray(0, end))
}

/** Writes the hash of a header with this salt and content into 32 bytes of a target. */
export const saidInto = (
  target: Uint8Array,
  start: number,
  record: EventHeader,
  salt: Uint8Array,
  bytes: Uint8Array
): void => {
  const at = putHeader(record)
  const end = at + 4 + 32
  fields = atLeast(end, fields)
  lengthAt(at, 32)
  sha256Into(fields, at + 4, saltedBytes(salt, bytes))
  sha256Into(target, start, fields.subarray(0, end))
}

/** Returns the leaf hash of an event with this content digest: 32 bytes. */
export const leafHash = (
  record: EventHeader & Pick<RecordHeader, "position" | "recordedAt">,
  digest: Uint8Array
): Uint8Array => {
  const leaf = new Uint8Array(32)
  leafInto(leaf, 0, record.position, record.recordedAt, headerHash(record, digest))
  return leaf
}

const place = new Uint8Array(49)
const numbers = new DataView(place.buffer)

/** Writes an integer as signed 64 bits, in two halves: a BigInt would cost more than the hash. */
const numberAt = (at: number, value: number): void => {
  numbers.setInt32(at, Math.floor(value / 4_294_967_296))
  numbers.setUint32(at + 4, value >>> 0)
}

/** Writes the leaf hash of a header hash at this position and time into 32 bytes of a target. */
export const leafInto = (
  target: Uint8Array,
  start: number,
  position: number,
  recordedAt: number,
  said: Uint8Array
): void => {
  numberAt(1, position)
  numberAt(9, recordedAt)
  place.set(said, 17)
  sha256Into(target, start, place)
}

const computed = new Uint8Array(32)
const saidOf = new Uint8Array(32)

/** Returns whether an event with this salt and content has that leaf, and allocates nothing. */
export const hasLeaf = (record: RecordHeader, salt: Uint8Array, bytes: Uint8Array, leaf: Uint8Array): boolean => {
  saidInto(saidOf, 0, record, salt, bytes)
  leafInto(computed, 0, record.position, record.recordedAt, saidOf)
  return sameBytes(computed, leaf)
}
