/**
 * Tables with a field in each row and an activity in each column. They are turned before headings are found.
 */
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { type Grid, type GridCell, type GridRow, excerptOf, noRemarks, textsOf } from "./Grid.ts"
import { columnShown, type HeadingColumn } from "../columns/Headings.ts"

/** The fewest headings in a first column that make it the head of a table. */
const fewest = 3
/** The most fields of a table. Longer first columns hold rows. */
const mostFields = 60

/**
 * Returns a grid with its rows and columns exchanged, if its first column names the fields of activities: how one is named,
 * and its deadline or its status. Returns `undefined` for any other grid. Asked only of grids without a heading row.
 */
export const turned = (grid: Grid, vocabulary: Vocabulary): Grid | undefined => {
  if (grid.rows.length < fewest || grid.rows.length > mostFields) return undefined
  const first = Math.min(...grid.rows.flatMap(({ cells }) => [...cells.keys()].slice(0, 1)))
  const named = grid.rows.map((row) => columnShown(row.cells.get(first)?.text ?? "", vocabulary))
  // A list of the fields of a database has words of headings, too.
  const fieldNames = grid.rows.flatMap((row) => row.cells.get(first)?.text.trim() || [])
  if (fieldNames.filter((words) => /^[a-z]{1,40}(?:_|[a-z][A-Z])/u.test(words)).length > 2) return undefined
  const known = new Set<HeadingColumn>(named.flatMap((column) => column ?? []))
  const isNamed = known.has("area") || known.has("goal") || known.has("actions")
  if (known.size < fewest || !isNamed || !(known.has("deadline") || known.has("status"))) return undefined
  const top = named.findIndex((column) => column !== undefined)
  const titles = grid.rows.slice(0, top).filter((row) => textsOf(row).length === 1)
  const fields = grid.rows.filter((row) => !titles.includes(row) && textsOf(row).length > 0)
  const rows = columnsOf(fields).map(([at, cells]): GridRow => {
    const row = { line: at + 1, cells, seen: noRemarks }
    const isHidden = grid.hiddenColumns.some(([from, to]) => at >= from && at <= to)
    return isHidden ? { ...row, seen: [{ code: "HiddenRow", words: excerptOf(row) }] } : row
  })
  return {
    ...grid,
    before: [...grid.before, ...titles.flatMap(textsOf)],
    rows,
    hiddenColumns: [],
    seen: [
      ...grid.seen,
      { code: "TableTurned", words: rows[0] === undefined ? "" : excerptOf(rows[0]).slice(0, 200).toWellFormed() }
    ]
  }
}

/** Returns the columns of rows from left to right, each with its cells by the place of their row. */
const columnsOf = (rows: ReadonlyArray<GridRow>): ReadonlyArray<[number, ReadonlyMap<number, GridCell>]> => {
  const columns = new Map<number, Map<number, GridCell>>()
  rows.forEach(({ cells }, line) => {
    for (const [at, cell] of cells) {
      const column = columns.get(at) ?? new Map<number, GridCell>()
      columns.set(at, column.set(line, cell))
    }
  })
  return [...columns].sort(([a], [b]) => a - b)
}
