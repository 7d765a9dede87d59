/**
 * Heading rows: which rows head a table, also over two rows, and what their columns hold.
 */
import type { ReadingOptions } from "../../ReadingOptions.ts"
import { swedishHealthCare } from "../../vocabulary/swedishHealthCare.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { rolesAmong } from "./HeadingWords.ts"
import type { FoundHeading } from "./HeadingChoice.ts"
import { chosenColumns } from "./ColumnChoice.ts"
import { type ColumnContent, contentOf } from "./ColumnContent.ts"
import { joinedRow } from "./DoubleHeadings.ts"
import { isHead } from "./HeadTest.ts"
import { type Grid, type GridRow, inOrder } from "../grid/Grid.ts"
import { type Meaning, senseOf } from "./HeadingSense.ts"
import type { Reading, TableHead } from "./TableHead.ts"

/** The rows below a heading of which the cells are looked at. */
const maxRowsBelow = 200

type Options = Pick<Reading, "columns" | "vocabulary">

/** Finds the rows that head a table. Headings over two rows are joined into one row, so the grids may change. */
export const withHeads = (
  grids: ReadonlyArray<Grid>,
  { columns = new Map(), vocabulary = swedishHealthCare }: ReadingOptions
): { readonly grids: ReadonlyArray<Grid>; readonly reading: Reading } => {
  const heads = new Map<GridRow, TableHead>()
  const options = { columns, vocabulary }
  const headed = grids.map((grid) => {
    const rows: Array<GridRow> = []
    let isJoined = false
    for (let at = 0; at < grid.rows.length; at++) {
      const row = grid.rows[at]
      if (row === undefined) continue
      const double = doubleHead(grid.rows, at, options)
      const found = double ?? singleHead(grid.rows, at, options)
      rows.push(found?.row ?? row)
      if (found !== null) heads.set(found.row, found.head)
      if (double !== null) {
        isJoined = true
        at++
      }
    }
    return isJoined ? { ...grid, rows } : grid
  })
  return { grids: headed, reading: { ...options, heads } }
}

interface HeadedRow {
  readonly row: GridRow
  readonly head: TableHead
}

const singleHead = (rows: ReadonlyArray<GridRow>, at: number, options: Options): HeadedRow | null => {
  const row = rows[at]
  if (row === undefined || !mayHead(row, options)) return null
  const head = headOf(row, options, rows.slice(at + 1, at + 1 + maxRowsBelow))
  return head === null ? null : { row, head }
}

/**
 * Returns the head of two rows, if they say more together than either one alone. A lower row that is made of headings and
 * is no head itself belongs to the upper one if nothing is lost: *Datum* over *Start* and *Slut* is not one date.
 */
const doubleHead = (rows: ReadonlyArray<GridRow>, at: number, options: Options): HeadedRow | null => {
  const [upper, lower] = [rows[at], rows[at + 1]]
  if (upper === undefined || lower === undefined || lower.line !== upper.line + 1) return null
  const row = joinedRow(upper, lower, options.vocabulary)
  if (row === null) return null
  const below = rows.slice(at + 2, at + 2 + maxRowsBelow)
  const head = headOf(row, options, below)
  if (head === null) return null
  const [over = 0, under = 0] = [upper, lower].map((each) => headOf(each, options, below)?.columns.size ?? 0)
  const { size } = head.columns
  if (size > Math.max(over, under)) return { row, head }
  const known = [...lower.cells.values()].filter(({ text }) => senseOf(text, options.vocabulary) !== null).length
  return size === over && under === 0 && known > 1 ? { row, head } : null
}

/** Whether a row may be a head: two headings are known, and one may name a row; or a person has decided some. Fast, because most rows are not. */
const mayHead = (row: GridRow, { columns, vocabulary }: Options): boolean => {
  if (columns.size > 0) return true
  let known = 0
  let isNamed = false
  for (const { text } of row.cells.values()) {
    const sense = text === "" ? null : senseOf(text, vocabulary)
    if (sense === null) continue
    known++
    isNamed ||= naming.has(sense.meaning)
    if (known > 1 && isNamed) return true
  }
  return false
}

/** What a heading that names a row may mean. */
const naming: ReadonlySet<Meaning> = new Set([
  "actions",
  "actionText",
  "area",
  "description",
  "goal",
  "name",
  "subject"
])

/** Whether a row is made of headings, though they may make no head: its cells are no cards of a timeline. */
export const looksLikeHead = ({ cells }: GridRow, vocabulary: Vocabulary): boolean => {
  let known = 0
  let filled = 0
  for (const { text } of cells.values()) {
    if (text.trim() === "") continue
    filled++
    if (senseOf(text, vocabulary) !== null) known++
  }
  return known > 2 || (known === 2 && filled < 5)
}

/** Returns the headings of a row from left to right, with what each means by itself. */
const headingsIn = (row: GridRow, vocabulary: Vocabulary): ReadonlyArray<FoundHeading> =>
  [...inOrder(row)].map(([at, { text }]) => ({ at, heading: text, sense: senseOf(text, vocabulary) }))

/** Returns the choice of columns for a row as if it were a head. */
export const choiceFor = (
  row: GridRow,
  { columns, vocabulary }: Options,
  below: ReadonlyArray<GridRow> = []
): TableHead => {
  const known = new Map<number, ColumnContent>()
  const content = (at: number): ColumnContent => {
    const found = known.get(at) ?? contentOf(below, at, vocabulary)
    known.set(at, found)
    return found
  }
  return chosenColumns(withBlankPlaces(headingsIn(row, vocabulary), below), columns, content, (heading) =>
    rolesAmong(heading, vocabulary)
  )
}

/** Adds the columns that have cells below, and no heading. */
const withBlankPlaces = (
  found: ReadonlyArray<FoundHeading>,
  below: ReadonlyArray<GridRow>
): ReadonlyArray<FoundHeading> => {
  const named = new Set(found.map(({ at }) => at))
  const blank = new Set<number>()
  const last = (found.at(-1)?.at ?? 0) + 8
  for (const { cells } of below) {
    for (const [at, { text }] of cells) if (!named.has(at) && at <= last && text.trim() !== "") blank.add(at)
  }
  return blank.size === 0
    ? found
    : [...found, ...[...blank].map((at) => ({ at, heading: "", sense: null }))].sort((a, b) => a.at - b.at)
}

/** Returns the head that a row is; null for a row that heads no table. */
export const headOf = (row: GridRow, options: Options, below: ReadonlyArray<GridRow> = []): TableHead | null => {
  const head = choiceFor(row, options, below)
  return isHead(head) ? head : null
}

/** Whether two heading rows name the same columns in the same places. */
export const isSameHead = (first: TableHead, second: TableHead): boolean =>
  first.columns.size === second.columns.size &&
  [...first.columns].every(([at, column]) => second.columns.get(at) === column)
