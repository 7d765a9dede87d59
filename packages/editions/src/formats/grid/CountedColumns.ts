/**
 * Columns that Frist computed in a report. They are marked, and skipped when the report is imported. The mark only avoids
 * remarks: a column under a known heading is read even if it is marked, in a table that has an area, or a column without
 * the mark.
 */
import type { Grid } from "./Grid.ts"
import { type Reading, tableHead } from "../columns/TableHead.ts"

/** Removes the marked columns, and the grids that are then empty. */
export const withoutCounted = (grids: ReadonlyArray<Grid>, reading: Reading): ReadonlyArray<Grid> =>
  grids.flatMap((grid) => {
    if (grid.counted.size === 0) return [grid]
    const read = readIn(grid, reading)
    const rows = grid.rows
      .map((row) => ({
        ...row,
        cells: new Map([...row.cells].filter(([at]) => read.has(at) || !grid.counted.has(at)))
      }))
      .filter(({ cells }) => cells.size > 0)
    return rows.length === 0 ? [] : [{ ...grid, rows }]
  })

/**
 * The columns under known headings. Frist's computed tables have no area; a table with an area is read, whatever is
 * marked.
 */
const readIn = ({ counted, rows }: Grid, reading: Reading): ReadonlySet<number> =>
  new Set(
    rows.flatMap((row) => {
      const columns = tableHead(row, reading)?.columns
      if (columns === undefined) return []
      const named = new Set(columns.values())
      const isComputed = [...row.cells.keys()].every((at) => counted.has(at)) && !named.has("area")
      return isComputed ? [] : [...columns.keys()]
    })
  )
