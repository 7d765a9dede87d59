/**
 * Heading rows: which rows head a table, and what their columns hold.
 */
import { type Grid, type GridRow, inOrder, textsOf } from "./Grid.ts"
import type { ReadingOptions } from "../../ReadingOptions.ts"
import { swedishHealthCare } from "../../vocabulary/swedishHealthCare.ts"
import type { Reading, TableHead } from "./TableHead.ts"
import { columnNamed, columnShown, type HeadingColumn } from "./Headings.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

/** Finds the rows that head a table. Headings over two rows are joined into one row, so the grids may change. */
export const withHeads = (
  grids: ReadonlyArray<Grid>,
  { columns = new Map(), vocabulary = swedishHealthCare }: ReadingOptions
): { readonly grids: ReadonlyArray<Grid>; readonly reading: Reading } => {
  const heads = new Map<GridRow, TableHead>()
  for (const { rows } of grids) {
    for (const row of rows) {
      const head = headOf(row, vocabulary)
      if (head !== null) heads.set(row, head)
    }
  }
  return { grids, reading: { vocabulary, columns, heads } }
}

/** Returns the columns of a heading row, which names a subject and a deadline; null for any other row. */
export const headOf = (row: GridRow, vocabulary: Vocabulary): TableHead | null => {
  const named = namedIn(row, vocabulary)
  if (!(named.has("area") || named.has("goal")) || !named.has("deadline")) return null
  const columns = new Map<number, HeadingColumn>()
  const headings = new Map<number, string>()
  const cells = [...inOrder(row)]
  // A cell that only resembles a heading yields to the exact heading: `Tid (månad)` beside `Tid`.
  const exact = new Set(cells.map(([, { text }]) => columnNamed(text, vocabulary)))
  let hasTable = false
  for (const [at, { text }] of cells) {
    headings.set(at, text)
    const column = columnNamed(text, vocabulary) ?? notIn(exact, columnShown(text, vocabulary))
    if (column === undefined || (column === "table" && hasTable)) continue
    hasTable ||= column === "table"
    columns.set(at, column)
  }
  const taken = [...headings].map(([at, heading]) => {
    const column = columns.get(at) ?? null
    return { heading, at, column, how: column === null ? ("unknown" as const) : ("name" as const), suggested: null }
  })
  return { columns, headings, taken }
}

/** Returns the first headings of a row, in one line. */
export const shownHeadings = (row: GridRow): string =>
  textsOf(row)
    .slice(0, 6)
    .map((text) => text.slice(0, 200).replace(/\s+/gu, " ").trim())
    .join(", ")
    .slice(0, 150)
    .toWellFormed()

const notIn = <A>(known: ReadonlySet<A>, column: A): A | undefined => (known.has(column) ? undefined : column)

const namedIn = (row: GridRow, vocabulary: Vocabulary): ReadonlySet<HeadingColumn> => {
  const named = new Set<HeadingColumn>()
  for (const { text } of row.cells.values()) {
    const column = columnShown(text, vocabulary)
    if (column !== undefined) named.add(column)
  }
  return named
}

/** Returns the headings of a row that lacks only a deadline; null if there is none. */
export const headingsWithoutDeadline = (grids: ReadonlyArray<Grid>, vocabulary: Vocabulary): string | null => {
  for (const row of grids.flatMap(({ rows }) => rows)) {
    const named = namedIn(row, vocabulary)
    const isNear = (named.has("area") && named.has("goal")) || named.size > 2
    if (isNear && (named.has("area") || named.has("goal")) && !named.has("deadline")) return shownHeadings(row)
  }
  return null
}

/** Whether two heading rows name the same columns in the same places. */
export const isSameHead = (first: TableHead, second: TableHead): boolean =>
  first.columns.size === second.columns.size &&
  [...first.columns].every(([at, column]) => second.columns.get(at) === column)
