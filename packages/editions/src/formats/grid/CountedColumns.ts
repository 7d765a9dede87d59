/**
 * Columns that Frist computed in a report. They are marked, and skipped when the report is imported. The mark only avoids
 * remarks: a column under a known heading is read even if it is marked.
 */
import type { Grid, GridRow } from "./Grid.ts"
import { type Reading, tableHead } from "./TableHead.ts"

/** Removes the marked columns, and the grids that are then empty. */
export const withoutCounted = (grids: ReadonlyArray<Grid>, reading: Reading): ReadonlyArray<Grid> =>
  grids.flatMap((grid) => {
    if (grid.counted.size === 0) return [grid]
    const read = readIn(grid.rows, reading)
    const rows = grid.rows
      .map((row) => ({
        ...row,
        cells: new Map([...row.cells].filter(([at]) => read.has(at) || !grid.counted.has(at)))
      }))
      .filter(({ cells }) => cells.size > 0)
    return rows.length === 0 ? [] : [{ ...grid, rows }]
  })

/** The columns under known headings. */
const readIn = (rows: ReadonlyArray<GridRow>, reading: Reading): ReadonlySet<number> =>
  new Set(rows.flatMap((row) => [...(tableHead(row, reading)?.columns.keys() ?? [])]))
