/**
 * Cells of a sheet that are merged over several rows.
 */
import type { GridCell, GridRow } from "../grid/Grid.ts"
import { maxOfficeCells } from "./ArchiveBounds.ts"
import type { CellBudget } from "./CellBudget.ts"
import { Unreadable } from "./Unreadable.ts"

/** The first and last line of a merged cell, from 1, and its first column, from 0. */
export interface Span {
  readonly top: number
  readonly bottom: number
  readonly left: number
}

/** Copies a text that is merged over several rows into each filled row. */
export const spread = (
  rows: ReadonlyArray<GridRow>,
  spans: ReadonlyArray<Span>,
  part: string,
  characters: CellBudget
): ReadonlyArray<GridRow> => {
  if (spans.length === 0) return rows
  const at = new Map(rows.map((row, index) => [row.line, index]))
  const merged = rows.map((row) => ({ ...row, cells: new Map(row.cells) }))
  let steps = 0
  for (const { bottom, left, top } of spans) {
    const first = at.get(top)
    const source = first === undefined ? undefined : merged[first]?.cells.get(left)
    if (first === undefined || source === undefined || source.text.trim() === "") continue
    const spoken: GridCell = { ...source, seen: [...source.seen, { code: "MergedCell", words: source.text }] }
    for (let index = first + 1; index < merged.length; index++) {
      const row = merged[index]
      if (row === undefined || row.line > bottom) break
      if (++steps > maxOfficeCells) throw new Unreadable("unnatural", part)
      if ((row.cells.get(left)?.text ?? "").trim() !== "") continue
      characters.take(source.text)
      row.cells.set(left, spoken)
    }
  }
  return merged
}
