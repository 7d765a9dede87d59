/**
 * What a sheet says outside its rows: the texts it is sent with, what people add to them, and its colours.
 */
import { textsOf } from "../formats/grid/Grid.ts"
import type { AskFile } from "./AskFile.ts"
import { isSheetMark } from "./AskMark.ts"
import { rowsBelowHeads } from "./SheetRows.ts"
import type { SheetWords } from "./SheetWords.ts"

/** Returns the lines around the tables, and the cells of rows that are not below a head. Leaves out the mark. */
export const wordsOutside = (
  { grids, lines }: Pick<SheetWords, "grids" | "lines">,
  ask: Pick<AskFile, "headings">
): ReadonlyArray<string> =>
  [
    ...lines,
    ...grids.flatMap((grid) => {
      const below = new Set(rowsBelowHeads(grid, ask).map(({ row }) => row))
      return grid.rows.filter((row) => !below.has(row)).flatMap(textsOf)
    })
  ].filter((words) => words.trim() !== "" && !isSheetMark(words))

/** Returns the colours of the cells of a sheet. */
export const fillsIn = ({ grids }: Pick<SheetWords, "grids">): ReadonlyArray<string> => {
  const cells = grids.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]))
  return [...new Set(cells.flatMap(({ fill }) => fill ?? []))].sort()
}
