/**
 * Erasing cells of what is kept, and finding cells by their words. Pure.
 */
import type { CellPlace } from "@frist/domain/Event"
import { Day } from "@frist/domain/Day"
import type { Edition } from "../Edition.ts"
import { readRows } from "../changes/activities/EditionRows.ts"
import { matchKeys } from "../changes/activities/MatchKeys.ts"
import type { Grid, GridCell, GridRow, Observation } from "../formats/grid/Grid.ts"
import { swedishHealthCare } from "../vocabulary/swedishHealthCare.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { erasedCell, erasedText, type KeptCells } from "./KeptCells.ts"

/** A cell with its place and its words, also those that are struck out. */
export interface PlacedCell {
  readonly place: CellPlace
  readonly words: string
}

/** Returns every cell that holds words and is not erased, in the order of the file. */
export const cellsIn = ({ grids }: Pick<KeptCells, "grids">): ReadonlyArray<PlacedCell> =>
  grids.flatMap(({ before, rows }, nth) => {
    const table = nth + 1
    return [
      ...before.map((words, at) => ({ place: { table, row: 0, column: at + 1 }, words })),
      ...rows.flatMap(({ cells, line }) =>
        Array.from(cells, ([at, cell]) => ({ place: { table, row: line, column: at + 1 }, words: wordsOf(cell) }))
      )
    ].filter(({ words }) => words.trim() !== "" && words !== erasedText)
  })

const wordsOf = ({ seen, struck, text }: GridCell): string =>
  [text, struck, ...seen.map(({ words }) => words)].filter((words) => words !== "").join("\n")

/** Returns the cells that hold some words, without regard to case. */
export const cellsWith = (kept: Pick<KeptCells, "grids">, words: string): ReadonlyArray<PlacedCell> => {
  const sought = words.toLowerCase()
  return cellsIn(kept).filter((cell) => cell.words.toLowerCase().includes(sought))
}

/** Whether two places are one. */
export const samePlace = (a: CellPlace, b: CellPlace): boolean =>
  a.table === b.table && a.row === b.row && a.column === b.column

/** Returns the first of some places that has no words; `undefined` if each has, or is erased. */
export const missingPlace = (kept: KeptCells, places: ReadonlyArray<CellPlace>): CellPlace | undefined => {
  const there = new Set(cellsIn(kept).map(({ place }) => keyOf(place)))
  return places.find((place) => !there.has(keyOf(place)) && !kept.erased.some((erased) => samePlace(erased, place)))
}

const keyOf = ({ column, row, table }: CellPlace): string => `${table}:${row}:${column}`

/** Returns what is kept without the cells at these places: their words, and what was seen of them, are gone. */
export const withoutCells = (
  kept: KeptCells,
  places: ReadonlyArray<CellPlace>,
  vocabulary: Vocabulary = swedishHealthCare,
  tablesOf: (grids: ReadonlyArray<Grid>) => Edition["tables"]
): KeptCells => {
  const gone = new Set(places.map(keyOf))
  const words = cellsIn(kept).flatMap((cell) => (gone.has(keyOf(cell.place)) ? cell.words.split("\n") : []))
  const quoted = words.map((each) => each.trim()).filter((each) => each !== "")
  const without = (seen: ReadonlyArray<Observation>) =>
    seen.filter((each) => !quoted.some((text) => each.words.includes(text) || text.includes(each.words)))
  const grids = kept.grids.map((grid, nth): Grid => {
    const isGone = (row: number, at: number) => gone.has(keyOf({ table: nth + 1, row, column: at + 1 }))
    const rowOf = (row: GridRow): GridRow =>
      [...row.cells.keys()].some((at) => isGone(row.line, at))
        ? {
            line: row.line,
            seen: without(row.seen),
            cells: new Map([...row.cells].map(([at, cell]) => [at, isGone(row.line, at) ? erasedCell : cell]))
          }
        : row
    return {
      ...grid,
      before: grid.before.map((line, at) => (isGone(0, at) ? erasedText : line)),
      seen: without(grid.seen),
      rows: grid.rows.map(rowOf)
    }
  })
  const erased = [...kept.erased, ...places.filter((place) => !kept.erased.some((each) => samePlace(each, place)))]
  // The key of a row is made of its words: it goes with them.
  const edition = { document: "", sha256: "", tables: tablesOf(grids), texts: [] }
  const rows = readRows(
    edition,
    () => () => undefined,
    () => undefined,
    { heldOn: Day.of(2000, 1, 1), vocabulary }
  )
  const keys = new Set(matchKeys(rows).values())
  return { ...kept, grids, erased, matches: new Map([...kept.matches].filter(([key]) => keys.has(key))) }
}
