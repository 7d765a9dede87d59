/**
 * The leaf hash of an event: what was recorded, in bytes that any language can make again.
 *
 * leaf = SHA-256(0x00 ‖ position ‖ recordedAt ‖ said): what the log gave the event, each number as 8 bytes, the most
 * significant first, and the hash of what was handed to it. said = SHA-256 of a sequence of fields, each its length in
 * bytes as 4 bytes, the most significant first, and then its UTF-8 bytes: `frist/said/1`, plan, activity (empty for
 * none), type, effectiveOn, actor, batch, provenance, source (`0` for none, else `1`), and where there is a source its
 * document, sha256, table, row and column (each `0` for none, else `1` and the value, numbers in decimal). Last comes one
 * field of 32 bytes: SHA-256(salt ‖ the event's exact bytes).
 */
import type { RecordedEvent } from "@frist/domain"
import { hash } from "node:crypto"

const sha256 = (bytes: Uint8Array): Uint8Array => hash("sha256", bytes, "buffer")

/** SHA-256(salt ‖ bytes): all that the leaf knows of an event's content. */
export const contentDigest = (salt: Uint8Array, bytes: Uint8Array): Uint8Array => sha256(Buffer.concat([salt, bytes]))

const optional = (value: string | number | null): string => (value === null ? "0" : `1${value}`)

/** An event as it is handed to a log, before it has a place there. */
export type Said = Omit<RecordedEvent, "position" | "recordedAt" | "event">

const fieldsOf = (record: Said): ReadonlyArray<string> => {
  const { activity, actor, batch, effectiveOn, plan, provenance, source, type } = record
  const fields = ["frist/said/1", plan, activity ?? "", type, effectiveOn, actor, batch, provenance]
  return source === null
    ? [...fields, "0"]
    : [
        ...fields,
        "1",
        optional(source.document),
        optional(source.sha256),
        optional(source.table),
        optional(source.row),
        optional(source.column)
      ]
}

/** The hash of what was said, with that content digest: 32 bytes. */
export const saidHash = (record: Said, digest: Uint8Array): Uint8Array => {
  const fields = fieldsOf(record)
  const lengths = fields.map((field) => Buffer.byteLength(field, "utf8"))
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + 4 + length, 4 + digest.length))
  let at = 0
  for (const [nth, field] of fields.entries()) {
    at = bytes.writeUInt32BE(lengths[nth] ?? 0, at)
    at += bytes.write(field, at, "utf8")
  }
  at = bytes.writeUInt32BE(digest.length, at)
  bytes.set(digest, at)
  return sha256(bytes)
}

/** The leaf hash of a record with that content digest: 32 bytes. */
export const leafHash = (record: RecordedEvent, digest: Uint8Array): Uint8Array =>
  leafOf(record.position, record.recordedAt, saidHash(record, digest))

/** The leaf hash of what was said, at that place and time. */
export const leafOf = (position: number, recordedAt: number, said: Uint8Array): Uint8Array => {
  const bytes = Buffer.alloc(17 + said.length)
  bytes.writeBigInt64BE(BigInt(position), 1)
  bytes.writeBigInt64BE(BigInt(recordedAt), 9)
  bytes.set(said, 17)
  return sha256(bytes)
}
