/**
 * Computes a row without the content and salt of one of its events.
 */
import { contentDigest } from "@frist/evidence/Leaf"
import { type BatchColumns, hashBytes } from "./BatchRow.ts"
import { partsOf } from "./RowParts.ts"

/** The columns that an erasure changes. In the header, the length of the entry at `at` becomes null. */
interface ErasedColumns {
  /** What the event says now, as its JSON. */
  readonly said: string
  readonly type: string
  readonly at: number
  readonly content: Uint8Array
  readonly salt: Uint8Array
}

/**
 * Returns the columns of a row without the event at a position, or that it is erased already; `undefined` if the row
 * does not have the event, or it is a removal, which is never erased.
 */
export const erasedColumns = (columns: BatchColumns, position: number): ErasedColumns | "erased" | undefined => {
  const row = partsOf(columns)
  const at = position - Number(columns.first)
  const [bytes, , type = ""] = row?.entries[at] ?? []
  if (row === undefined || bytes === undefined || type === "Redacted") return undefined
  if (bytes === null) return "erased"
  const start = row.entries.slice(0, at).reduce((sum, [before]) => sum + (before ?? 0), 0)
  const salt = Uint8Array.from(row.salt)
  const own = salt.subarray(hashBytes * at, hashBytes * (at + 1))
  const said = row.content.subarray(start, start + bytes)
  own.set(contentDigest(own, said))
  return {
    said: Buffer.from(said).toString(),
    type,
    at,
    content: Buffer.concat([row.content.subarray(0, start), row.content.subarray(start + bytes)]),
    salt
  }
}
