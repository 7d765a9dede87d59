/**
 * The cells of a file's tables and sheets, before headings are found: the common shape between file formats and the
 * tables of an edition.
 */
import type { Day } from "@frist/domain/Day"
import type { EditionRemark } from "../../Edition.ts"
import type { EditionColumn } from "../../EditionColumn.ts"

/** Something odd about a cell, a row or a table, in the words it was seen in. */
export interface Observation {
  readonly code: EditionRemark["code"]
  readonly words: string
}

/** Returns the remark that something seen becomes in an edition. */
export const remarkOn = (column: EditionColumn | null, { code, words }: Observation): EditionRemark => ({
  code,
  column,
  words
})

/**
 * A cell. `text` is what a reader sees, without struck-out words: those are in `struck`. A cell that is struck out in
 * part has `StruckText` in `seen`; one that is struck out whole has not, since its whole row may be. `day` is the day
 * that the file itself holds, whatever its format shows; null if it holds none. `fill` and `ink` are colours, six
 * hexadecimal digits in upper case; null if the cell has none.
 */
export interface GridCell {
  readonly text: string
  readonly struck: string
  readonly day: Day | null
  readonly fill: string | null
  readonly ink: string | null
  readonly seen: ReadonlyArray<Observation>
}

/** A row: cells by column, from 0. `line` is the row's place in the file, so that gaps show. */
export interface GridRow {
  readonly line: number
  readonly cells: ReadonlyMap<number, GridCell>
  readonly seen: ReadonlyArray<Observation>
}

/**
 * A table or a sheet. `before` holds the lines of text since the table before it, `name` the sheet's name, `counted` the
 * columns that a report of Frist's made itself.
 */
export interface Grid {
  readonly name: string | null
  readonly before: ReadonlyArray<string>
  readonly rows: ReadonlyArray<GridRow>
  readonly hiddenColumns: ReadonlyArray<readonly [first: number, last: number]>
  readonly counted: ReadonlySet<number>
  readonly seen: ReadonlyArray<Observation>
}

/** A comment in the margin of a file or of a cell: its words, and the texts of the row that it is in, if it is in one. */
export interface DocumentComment {
  readonly words: string
  readonly row: ReadonlyArray<string>
}

/** The tables of a text document, the lines of text after the last, and the comments, which are in none of both. */
export interface TextGrids {
  readonly grids: ReadonlyArray<Grid>
  readonly after: ReadonlyArray<string>
  readonly comments: ReadonlyArray<DocumentComment>
}

/** Returns a cell that is a text and nothing else. */
export const plainCell = (text: string): GridCell => ({
  text,
  struck: "",
  day: null,
  fill: null,
  ink: null,
  seen: noRemarks
})

export const noRemarks: ReadonlyArray<Observation> = []

/** Returns the filled texts of a row, from left to right. */
export const textsOf = (row: GridRow): ReadonlyArray<string> =>
  [...row.cells.values()].map((cell) => cell.text).filter((text) => text.trim() !== "")

/** Returns the cells of a row from left to right. Most rows are in that order already. */
export const inOrder = (row: GridRow): Iterable<readonly [number, GridCell]> => {
  let last = -1
  for (const at of row.cells.keys()) {
    if (at < last) return [...row.cells].sort(([a], [b]) => a - b)
    last = at
  }
  return row.cells
}

/** Returns the first words of a row, for a remark. Cuts no character in half. */
export const excerptOf = (row: GridRow): string =>
  textsOf(row)
    .map((text) => text.slice(0, 1000))
    .join(" | ")
    .slice(0, 1000)
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/gu, "")
