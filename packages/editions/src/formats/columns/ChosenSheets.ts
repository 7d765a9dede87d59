/**
 * The sheets of a workbook that are read: those that a person named, or all, unless they are the same table at several
 * times.
 */
import type { ReadingOptions } from "../../ReadingOptions.ts"
import type { Grid } from "../grid/Grid.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { swedishHealthCare } from "../../vocabulary/swedishHealthCare.ts"
import { isSameHead, withHeads } from "./HeadingRows.ts"
import { kindMentioned } from "./Headings.ts"
import type { Reading, TableHead } from "./TableHead.ts"
import { areVersions, isOfPeriod, rowNames, sharedNames } from "../grid/TableVersions.ts"

/** The sheets to read, or the reason why a person must choose: `names` are those there are, or those that are alike. */
type SheetChoice =
  | { readonly grids: ReadonlyArray<Grid> }
  | { readonly problem: "noSuchSheet" | "alikeSheets"; readonly names: ReadonlyArray<string> }

const key = (name: string): string => name.normalize("NFC").trim().toLowerCase()

/** Returns the sheets with the names that a person gave; all of them by default. */
export const sheetsNamed = (grids: ReadonlyArray<Grid>, sheets: ReadonlyArray<string> = []): ReadonlyArray<Grid> => {
  if (sheets.length === 0) return grids
  const wanted = new Set(sheets.map(key))
  return grids.filter(({ name }) => name !== null && wanted.has(key(name)))
}

/** Chooses the sheets. Tables of a document without sheets have no names. */
export const chosenSheets = (grids: ReadonlyArray<Grid>, options: ReadingOptions): SheetChoice => {
  const { sheets = [] } = options
  if (sheets.length === 0) {
    const names = alikeIn(grids, options)
    return names.length > 1 ? { problem: "alikeSheets", names } : { grids }
  }
  const chosen = sheetsNamed(grids, sheets)
  const found = new Set(chosen.map(({ name }) => key(name ?? "")))
  return sheets.every((name) => found.has(key(name)))
    ? { grids: chosen }
    : { problem: "noSuchSheet", names: grids.flatMap(({ name }) => name ?? []) }
}

/** The rows of a sheet that are compared. */
const maxRows = 500

/**
 * Returns the names of sheets that hold the same table, with mostly the same rows: for different periods, or in the same
 * areas. A sheet whose name says that its rows are done, or ongoing, is no version of another.
 */
const alikeIn = (grids: ReadonlyArray<Grid>, options: ReadingOptions): ReadonlyArray<string> => {
  const { vocabulary = swedishHealthCare } = options
  const unnamed = grids.flatMap((grid) =>
    grid.name !== null && (isOfPeriod(grid.name, vocabulary) || kindMentioned(grid.name, vocabulary) === null)
      ? [{ ...grid, rows: grid.rows.slice(0, maxRows) }]
      : []
  )
  if (unnamed.length < 2) return []
  const { grids: headed, reading } = withHeads(unnamed, options)
  const tables = headed.flatMap((grid) => {
    const table = namesIn(grid, reading, vocabulary)
    const name = grid.name ?? ""
    return table === null ? [] : [{ ...table, name, isPeriod: isOfPeriod(name, vocabulary) }]
  })
  const [first, ...others] = tables
  if (first === undefined) return []
  const hasArea = [...first.head.columns.values()].includes("area")
  const alike = others.filter(
    ({ head, isPeriod, names }) =>
      isSameHead(first.head, head) &&
      ((first.isPeriod && isPeriod) || hasArea) &&
      areVersions(sharedNames(first.names, names), first.names, names)
  )
  return alike.length === 0 ? [] : [first.name, ...alike.map(({ name }) => name)]
}

/** The first table of a sheet: its head, and the names of its rows. */
interface NamedRows {
  readonly head: TableHead
  readonly names: ReadonlySet<string>
}

/** Returns what the rows of a sheet's first table are named; null if it has none. */
const namesIn = ({ rows }: Grid, { heads }: Reading, vocabulary: Vocabulary): NamedRows | null => {
  const at = rows.findIndex((row) => heads.has(row))
  const head = rows[at] === undefined ? undefined : heads.get(rows[at])
  return head === undefined ? null : { head, names: rowNames(rows.slice(at + 1), head, vocabulary) }
}
