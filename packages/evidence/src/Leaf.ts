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
import { sha256 } from "./Sha256.ts"

/** The buffer in which hash inputs are assembled. Nothing here is asynchronous, so one is enough. */
let scratch = new Uint8Array(4096)
const encoder = new TextEncoder()

const ensureScratch = (bytes: number): void => {
  if (bytes <= scratch.length) return
  const larger = new Uint8Array(2 * bytes)
  larger.set(scratch)
  scratch = larger
}

/** Returns SHA-256(salt ‖ bytes): all that the leaf depends on of the content of an event. */
export const contentDigest = (salt: Uint8Array, bytes: Uint8Array): Uint8Array => {
  const length = salt.length + bytes.length
  ensureScratch(length)
  scratch.set(salt)
  scratch.set(bytes, salt.length)
  return sha256(scratch.subarray(0, length))
}

const optional = (value: string | number | null): string => (value === null ? "0" : `1${value}`)

/** An event as the caller gave it, before it has a position and a time. */
type EventHeader = Omit<RecordHeader, "position" | "recordedAt">

const lengthAt = (at: number, length: number): void => {
  scratch[at] = length >>> 24
  scratch[at + 1] = length >>> 16
  scratch[at + 2] = length >>> 8
  scratch[at + 3] = length
}

/** Writes a field at an offset, and returns the offset after it. */
const put = (at: number, field: string): number => {
  const start = at + 4
  // A UTF-16 code unit is at most three bytes of UTF-8.
  ensureScratch(start + 3 * field.length)
  let end = start
  for (let nth = 0; nth < field.length; nth += 1) {
    const code = field.charCodeAt(nth)
    if (code > 127) {
      end = start + encoder.encodeInto(field, scratch.subarray(start)).written
      break
    }
    scratch[end++] = code
  }
  lengthAt(at, end - start)
  return end
}

/** Returns the hash of a header with this content digest: 32 bytes. */
export const headerHash = (record: EventHeader, digest: Uint8Array): Uint8Array => {
  const { activity, actor, batch, effectiveOn, plan, provenance, source, type } = record
  let at = put(put(put(put(0, "frist/said/1"), plan), activity ?? ""), type)
  at = put(put(put(put(at, effectiveOn), actor), batch), provenance)
  if (source === null) at = put(at, "0")
  else {
    at = put(put(put(at, "1"), optional(source.document)), optional(source.sha256))
    at = put(put(put(at, optional(source.table)), optional(source.row)), optional(source.column))
  }
  ensureScratch(at + 4 + digest.length)
  lengthAt(at, digest.length)
  scratch.set(digest, at + 4)
  return sha256(scratch.subarray(0, at + 4 + digest.length))
}

/** An event as the caller gave it, before it has a position and a time. */
export const leafHash = (record: EventHeader & Pick<RecordHeader, "position" | "recordedAt">, digest: Uint8Array) =>
  leafOf(record.position, record.recordedAt, headerHash(record, digest))

const place = new Uint8Array(49)
const numbers = new DataView(place.buffer)

/** Writes an integer as signed 64 bits, in two halves: a BigInt would cost more than the hash. */
const numberAt = (at: number, value: number): void => {
  numbers.setInt32(at, Math.floor(value / 4_294_967_296))
  numbers.setUint32(at + 4, value >>> 0)
}

/** Returns the leaf hash of a header hash at this position and time. */
export const leafOf = (position: number, recordedAt: number, said: Uint8Array): Uint8Array => {
  numberAt(1, position)
  numberAt(9, recordedAt)
  place.set(said, 17)
  return sha256(place)
}
