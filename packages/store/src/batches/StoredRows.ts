/**
 * Reads the events of rows without checking or decoding them: for verification, which names what does not hold.
 */
import type { StoredRow } from "@frist/evidence/StoredEvent"
import { type BatchColumns, hashBytes } from "./BatchRow.ts"
import { type RowParts, partsOf } from "./RowParts.ts"
import { EventWithEvidence, headerAt } from "./StoredEvents.ts"

const nothing = new Uint8Array()

const leavesOf = ({ leaf }: BatchColumns): Uint8Array => (leaf instanceof Uint8Array ? leaf : nothing)

/** Returns the number of events that a row gives, readable or not: as many as it has leaves, and at least one. */
const sizeOf = (columns: BatchColumns): number => Math.max(1, Math.floor(leavesOf(columns).length / hashBytes))

/** Returns the events of a row whose columns do not belong together, each without content. */
const unreadable = (columns: BatchColumns): ReadonlyArray<StoredRow> => {
  const leaf = leavesOf(columns)
  const record = { activity: null, type: "", effectiveOn: "", provenance: "", source: null }
  return Array.from({ length: sizeOf(columns) }, (_, at) => ({
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
    const stored = new EventWithEvidence(headerAt(columns, row, at), row, at, start)
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
    const first = Number(columns.first)
    const isInOrder = next === undefined || first === next
    next = first + sizeOf(columns)
    const isNext = isItsChunk(columns, before)
    before = columns
    // Not taken apart again: each page begins with a row of the one before.
    if (isInOrder && first > 0 && next <= after + 1) continue
    const row = isNext ? partsOf(columns) : undefined
    const events = row === undefined ? unreadable(columns) : eventsOf(columns, row)
    for (const each of events) {
      const wasRead = isInOrder && each.record.position <= after && each.record.position > 0
      if (stored.length < limit && !wasRead) stored.push(each)
    }
  }
  return stored
}
