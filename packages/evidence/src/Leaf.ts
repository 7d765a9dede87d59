/**
 * The leaf hash of an event: what was recorded, in bytes that any language can make again.
 *
 * leaf = SHA-256(0x00 ‖ position ‖ recordedAt ‖ said): what the log gave the event, each number as 8 bytes, the most
 * significant first, and the hash of what was handed to it. said = SHA-256 of a sequence of fields, each its length in
 * bytes as 4 bytes, the most significant first, and then its UTF-8 bytes: `frist/said/1`, plan, activity (empty for
 * none), type, effectiveOn, actor, batch, provenance, source (`0` for none, else `1`), and where there is a source its
 * document, sha256, table, row and column (each `0` for none, else `1` and the value, numbers in decimal). Last comes one
 * field of 32 bytes: SHA-256(salt ‖ the event's exact bytes), the digest, which is kept where salt and bytes are removed.
 */
import type { RecordHeader } from "@frist/domain/RecordedEvent"
import { sha256 } from "./Sha256.ts"

/** Where what is to be hashed is put together: nothing here waits, so one is enough. */
let scratch = new Uint8Array(4096)
const encoder = new TextEncoder()

const room = (bytes: number): void => {
  if (bytes <= scratch.length) return
  const larger = new Uint8Array(2 * bytes)
  larger.set(scratch)
  scratch = larger
}

/** SHA-256(salt ‖ bytes): all that the leaf knows of an event's content. */
export const contentDigest = (salt: Uint8Array, bytes: Uint8Array): Uint8Array => {
  const length = salt.length + bytes.length
  room(length)
  scratch.set(salt)
  scratch.set(bytes, salt.length)
  return sha256(scratch.subarray(0, length))
}

const optional = (value: string | number | null): string => (value === null ? "0" : `1${value}`)

/** An event as it is handed to a log, before it has a place there. */
type EventHeader = Omit<RecordHeader, "position" | "recordedAt">

const lengthAt = (at: number, length: number): void => {
  scratch[at] = length >>> 24
  scratch[at + 1] = length >>> 16
  scratch[at + 2] = length >>> 8
  scratch[at + 3] = length
}

/** Puts a field at that place, and gives the place after it. */
const put = (at: number, field: string): number => {
  const start = at + 4
  // A character is at most three bytes.
  room(start + 3 * field.length)
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

/** The hash of what was said, with that content digest: 32 bytes. */
export const headerHash = (record: EventHeader, digest: Uint8Array): Uint8Array => {
  const { activity, actor, batch, effectiveOn, plan, provenance, source, type } = record
  let at = put(put(put(put(0, "frist/said/1"), plan), activity ?? ""), type)
  at = put(put(put(put(at, effectiveOn), actor), batch), provenance)
  if (source === null) at = put(at, "0")
  else {
    at = put(put(put(at, "1"), optional(source.document)), optional(source.sha256))
    at = put(put(put(at, optional(source.table)), optional(source.row)), optional(source.column))
  }
  room(at + 4 + digest.length)
  lengthAt(at, digest.length)
  scratch.set(digest, at + 4)
  return sha256(scratch.subarray(0, at + 4 + digest.length))
}

/** The leaf hash of a record with that content digest: 32 bytes. */
export const leafHash = (record: EventHeader & Pick<RecordHeader, "position" | "recordedAt">, digest: Uint8Array) =>
  leafOf(record.position, record.recordedAt, headerHash(record, digest))

const place = new Uint8Array(49)
const numbers = new DataView(place.buffer)

/** A whole number as a signed 64-bit one: in two halves, since BigInts cost more than the hash. */
const numberAt = (at: number, value: number): void => {
  numbers.setInt32(at, Math.floor(value / 4_294_967_296))
  numbers.setUint32(at + 4, value >>> 0)
}

/** The leaf hash of what was said, at that place and time. */
export const leafOf = (position: number, recordedAt: number, said: Uint8Array): Uint8Array => {
  numberAt(1, position)
  numberAt(9, recordedAt)
  place.set(said, 17)
  return sha256(place)
}
