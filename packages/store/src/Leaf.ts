/**
 * The leaf hash of an event: what was recorded, in bytes that any language can make again.
 *
 * leaf = SHA-256(0x00 ‖ header). The header is a sequence of fields, each its length in bytes as an unsigned 32-bit
 * big-endian number and then its UTF-8 bytes: `frist/leaf/1`, plan, position, activity (empty for none), type,
 * effectiveOn, recordedAt, actor, batch, provenance, source (`0` for none, else `1`), and where there is a source its
 * document, sha256, table, row and column (each `0` for none, else `1` and the value); numbers in decimal. Last comes
 * one field of 32 bytes: SHA-256(salt ‖ the event's exact bytes).
 */
import type { RecordedEvent } from "@frist/domain"
import { hash } from "node:crypto"

const header = "frist/leaf/1"

const sha256 = (bytes: Uint8Array): Uint8Array => hash("sha256", bytes, "buffer")

/** SHA-256(salt ‖ bytes): all that the leaf knows of an event's content. */
export const contentDigest = (salt: Uint8Array, bytes: Uint8Array): Uint8Array => sha256(Buffer.concat([salt, bytes]))

const optional = (value: string | number | null): string => (value === null ? "0" : `1${value}`)

const sourceFields = ({ source }: RecordedEvent): ReadonlyArray<string> =>
  source === null
    ? ["0"]
    : [
        "1",
        optional(source.document),
        optional(source.sha256),
        optional(source.table),
        optional(source.row),
        optional(source.column)
      ]

/** The leaf hash of a record with that content digest: 32 bytes. */
export const leafHash = (record: RecordedEvent, digest: Uint8Array): Uint8Array => {
  const fields = [
    header,
    record.plan,
    String(record.position),
    record.activity ?? "",
    record.type,
    record.effectiveOn,
    String(record.recordedAt),
    record.actor,
    record.batch,
    record.provenance,
    ...sourceFields(record)
  ].map((field) => Buffer.from(field, "utf8"))
  return sha256(Buffer.concat([Buffer.of(0), ...[...fields, digest].flatMap((field) => [length(field), field])]))
}

const length = (field: Uint8Array): Uint8Array => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(field.length)
  return bytes
}
