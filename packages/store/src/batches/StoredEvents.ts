/**
 * The events of a row as verification reads them: header and evidence. They are classes instead of literals. All of a page
 * are in use when memory is collected, from which V8 may conclude that such literals last, and make them among old objects;
 * then whatever they refer to stays until a full collection, which costs verification a sixth.
 */
import type { RecordHeader } from "@frist/domain/RecordedEvent"
import type { StoredRow } from "@frist/evidence/StoredEvent"
import { type BatchColumns, hashBytes } from "./BatchRow.ts"
import type { RowParts } from "./RowParts.ts"

/** Returns a part of bytes, as `subarray` does in twice the time. */
const part = ({ buffer, byteOffset }: Uint8Array, start: number, length: number): Uint8Array =>
  new Uint8Array(buffer, byteOffset + start, length)

/** Returns the content of the event at this place of a row, where it begins at `start`; null if it is erased. */
export const contentAt = (row: RowParts, at: number, start: number): Uint8Array | null => {
  const bytes = row.entries[at]?.[0] ?? null
  return bytes === null ? null : part(row.content, start, bytes)
}

/** An event with the evidence at this place of a row, whose content begins at `start`. The bytes are shared. */
export class EventWithEvidence<Header> {
  readonly record: Header
  readonly bytes: Uint8Array | null
  readonly salt: Uint8Array | null
  readonly digest: Uint8Array | null
  readonly leaf: Uint8Array

  constructor(record: Header, row: RowParts, at: number, start: number) {
    const own = part(row.salt, hashBytes * at, hashBytes)
    const bytes = contentAt(row, at, start)
    this.record = record
    this.bytes = bytes
    this.salt = bytes === null ? null : own
    this.digest = bytes === null ? own : null
    this.leaf = part(row.leaf, hashBytes * at, hashBytes)
  }
}

/** The source of an event, unchecked. */
class StoredSource {
  readonly document: unknown
  readonly sha256: unknown
  readonly table: unknown
  readonly row: unknown
  readonly column: unknown

  constructor(origin: ReadonlyArray<unknown>, row: unknown, column: unknown) {
    this.document = origin[2]
    this.sha256 = origin[3]
    this.table = origin[4]
    this.row = row
    this.column = column
  }
}

/** A header, unchecked. */
class StoredHeader implements Record<keyof RecordHeader, unknown> {
  readonly plan: unknown
  readonly position: number
  readonly activity: unknown
  readonly type: unknown
  readonly effectiveOn: unknown
  readonly recordedAt: number
  readonly actor: unknown
  readonly batch: unknown
  readonly provenance: unknown
  readonly source: StoredSource | null

  constructor(columns: BatchColumns, row: RowParts, at: number) {
    const entry = row.entries[at]
    const activity = entry?.[1] ?? null
    const origin = row.origins[entry?.[3] ?? 0] ?? []
    this.plan = columns.plan
    this.position = Number(columns.first) + at
    this.activity = activity === null ? null : row.activities[activity]
    this.type = entry?.[2]
    this.effectiveOn = origin[0]
    this.recordedAt = Number(columns.recordedAt)
    this.actor = columns.actor
    this.batch = columns.batch
    this.provenance = origin[1]
    this.source = origin.length === 2 ? null : new StoredSource(origin, entry?.[4], entry?.[5])
  }
}

/** Returns the header of the event at this place of a row. Its values are not checked. */
export const headerAt = (columns: BatchColumns, row: RowParts, at: number): StoredRow["record"] =>
  new StoredHeader(columns, row, at) as StoredRow["record"]
