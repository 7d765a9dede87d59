/**
 * What a report of Frist's counted for itself bears a mark, and is left alone when the report is handed in: Frist knows
 * it already. The mark only spares us remarks; a column that is read without it is read with it.
 */
import type { Grid, GridRow } from "./Grid.ts"
import { tableHead } from "./HeadingRows.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

/** The grids without the columns that are marked, and without those of which nothing is left. */
export const withoutCounted = (grids: ReadonlyArray<Grid>, vocabulary: Vocabulary): ReadonlyArray<Grid> =>
  grids.flatMap((grid) => {
    if (grid.counted.size === 0) return [grid]
    const read = readIn(grid.rows, vocabulary)
    const rows = grid.rows
      .map((row) => ({
        ...row,
        cells: new Map([...row.cells].filter(([at]) => read.has(at) || !grid.counted.has(at)))
      }))
      .filter(({ cells }) => cells.size > 0)
    return rows.length === 0 ? [] : [{ ...grid, rows }]
  })

/** The columns under headings that we know. */
const readIn = (rows: ReadonlyArray<GridRow>, vocabulary: Vocabulary): ReadonlySet<number> =>
  new Set(rows.flatMap((row) => [...(tableHead(row, vocabulary)?.columns.keys() ?? [])]))
