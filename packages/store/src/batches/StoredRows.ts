/**
 * Reads the events of rows without checking or decoding them: for verification, which names what does not hold.
 */
import type { StoredRow } from "@frist/evidence/StoredEvent"
import { type BatchColumns, hashBytes } from "./BatchRow.ts"
import { evidenceAt, headerAt, type RowParts, partsOf } from "./RowParts.ts"

const nothing = new Uint8Array()

/** Returns the events of a row whose columns do not belong together: as many as it has leaves, each without content. */
const unreadable = (columns: BatchColumns): ReadonlyArray<StoredRow> => {
  const leaf = columns.leaf instanceof Uint8Array ? columns.leaf : nothing
  const record = { activity: null, type: "", effectiveOn: "", provenance: "", source: null }
  return Array.from({ length: Math.max(1, Math.floor(leaf.length / hashBytes)) }, (_, at) => ({
    record: {
      ...record,
      plan: columns.plan,
      position: Number(columns.first) + at,
      recordedAt: Number(columns.recordedAt),
      actor: columns.actor,
      batch: columns.batch
    } as unknown as StoredRow["record"],
    bytes: null,
    salt: null,
    digest: null,
    leaf: leaf.subarray(hashBytes * at, hashBytes * (at + 1))
  }))
}

const eventsOf = (columns: BatchColumns, row: RowParts): ReadonlyArray<StoredRow> => {
  let start = 0
  return row.entries.map(([bytes], at) => {
    const stored = { record: headerAt(columns, row, at), ...evidenceAt(row, at, start) }
    start += bytes ?? 0
    return stored
  })
}

/** Whether the number of a row among those of its batch follows from the row before, if that is known. */
const isItsChunk = ({ batch, chunk, first }: BatchColumns, before: BatchColumns | undefined): boolean => {
  if (chunk === undefined) return true
  if (before === undefined) return Number(first) !== 1 || Number(chunk) === 0
  return Number(chunk) === (before.batch === batch ? Number(before.chunk) + 1 : 0)
}

/**
 * Returns at most `limit` events after position `after`. The rows begin at least one before that of the position, so
 * that one which lies over another is not passed by.
 */
export const storedRows = (rows: Iterable<BatchColumns>, after: number, limit: number): ReadonlyArray<StoredRow> => {
  const stored: Array<StoredRow> = []
  let next: number | undefined
  let before: BatchColumns | undefined
  for (const columns of rows) {
    if (stored.length >= limit) break
    const row = isItsChunk(columns, before) ? partsOf(columns) : undefined
    before = columns
    const events = row === undefined ? unreadable(columns) : eventsOf(columns, row)
    const first = Number(columns.first)
    const isInOrder = next === undefined || first === next
    next = first + events.length
    for (const each of events) {
      const wasRead = isInOrder && each.record.position <= after && each.record.position > 0
      if (stored.length < limit && !wasRead) stored.push(each)
    }
  }
  return stored
}
