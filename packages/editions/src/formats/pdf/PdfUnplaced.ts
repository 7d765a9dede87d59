/**
 * Words of a tagged table of which the file does not say in which cells they are: rows that have other columns than the
 * table, and words that are drawn among its cells and are in none of them.
 */
import type { Observation } from "../grid/Grid.ts"
import { type Box, hasPoint } from "./PdfBox.ts"
import type { Line } from "./PdfLines.ts"
import type { TextPiece } from "./PdfPieces.ts"

interface CellOfRow {
  readonly lines: ReadonlyArray<Line>
}

/** A row, its cells from left to right, and the number of columns that they and the cells merged into it take. */
interface WideRow<Cell extends CellOfRow> {
  readonly cells: ReadonlyArray<Cell>
  readonly width: number
}

/**
 * Returns the rows of a table with those left empty that have other columns: a program that does not say which cells are
 * merged leaves the others at the wrong place. A row of one cell goes over the whole table.
 */
export const evenRows = <Cell extends CellOfRow>(
  rows: ReadonlyArray<WideRow<Cell>>
): { readonly rows: ReadonlyArray<ReadonlyArray<Cell>>; readonly seen: ReadonlyArray<Observation> } => {
  const width = rows.reduce((most, row) => (row.cells.length > 1 ? Math.max(most, row.width) : most), 0)
  const seen: Array<Observation> = []
  const even = rows.map((row) => {
    if (row.cells.length < 2 || row.width === width) return row.cells
    const words = row.cells
      .map(({ lines }) => shown(lines.flatMap(({ pieces }) => pieces)))
      .filter((each) => each !== "")
    if (words.length > 0) seen.push(unplaced(words.join(" | ")))
    return []
  })
  return { rows: even, seen }
}

/** Returns the words on the pages of a table that are drawn among its cells. `looseOn` has those outside its structure. */
export const strayWords = (
  cells: ReadonlyArray<CellOfRow>,
  looseOn: (page: number) => ReadonlyArray<TextPiece>
): ReadonlyArray<Observation> => {
  const areas = new Map<number, Box>()
  for (const { page, pieces } of cells.flatMap(({ lines }) => lines)) {
    for (const { along, end, text, turn, x, y } of pieces) {
      if (turn !== 0 || text.trim() === "") continue
      const { bottom, left, right, top } = areas.get(page) ?? { left: x, right: x, top: y, bottom: y }
      const [from, to] = [Math.min(left, along), Math.max(right, end)]
      areas.set(page, { left: from, right: to, top: Math.min(top, y), bottom: Math.max(bottom, y) })
    }
  }
  const words = new Set<string>()
  for (const [page, area] of areas) {
    const within = looseOn(page).filter(({ x, y }) => hasPoint(area, x, y))
    if (within.length > 0) words.add(shown(within))
  }
  return [...words].filter((each) => each !== "").map(unplaced)
}

/** The most characters of words that a finding quotes. */
const longest = 1000

const shown = (pieces: ReadonlyArray<TextPiece>): string =>
  pieces
    .map(({ text }) => text)
    .join(" ")
    .replace(/\s+/gu, " ")
    .trim()

const unplaced = (words: string): Observation => ({
  code: "WordsOutsideCells",
  words: words.slice(0, longest).toWellFormed()
})
