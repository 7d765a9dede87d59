/**
 * The keys under which an edition keeps what its rows were matched to. A key depends on the words of the row, not on its
 * place: a table that is found for the first time, or a row that was taken for a heading, gives no row the activity of another.
 */
import type { ActivityId } from "@frist/domain/Names"
import { hash } from "node:crypto"
import type { RowChoices, SoughtRow } from "../../matching/RowMatch.ts"
import type { AddressedRow } from "./EditionRows.ts"

/** Returns the keys of rows: a hash of the words that name each, of its id, and of its place among equal ones. */
export const matchKeys = (rows: ReadonlyArray<AddressedRow>): ReadonlyMap<AddressedRow, string> => {
  const counts = new Map<string, number>()
  return new Map(
    rows.map((read) => {
      const words = JSON.stringify([read.sought.keys.row, read.row.cells.id?.trim() ?? ""])
      const nth = (counts.get(words) ?? 0) + 1
      counts.set(words, nth)
      return [read, hash("sha256", `${nth} ${words}`).slice(0, 20)]
    })
  )
}

/** Returns what rows were matched to before, as choices by their addresses now. */
export const chosenAgain = (
  rows: ReadonlyArray<AddressedRow>,
  keys: ReadonlyMap<AddressedRow, string>,
  decided: ReadonlyMap<string, ActivityId | null> = new Map()
): RowChoices =>
  new Map(
    rows.flatMap((read) => {
      const activity = decided.get(keys.get(read) ?? "")
      return activity == null ? [] : [[read.sought.address, activity] as const]
    })
  )

/** Returns the rows that were in doubt before. */
export const doubtfulAgain = (
  rows: ReadonlyArray<AddressedRow>,
  keys: ReadonlyMap<AddressedRow, string>,
  decided: ReadonlyMap<string, ActivityId | null> = new Map()
): ReadonlySet<SoughtRow> =>
  new Set(rows.flatMap((read) => (decided.get(keys.get(read) ?? "") === null ? [read.sought] : [])))
