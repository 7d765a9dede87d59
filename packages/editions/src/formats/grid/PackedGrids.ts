/**
 * The cells of a file, packed as soon as its tables are read: as JSON in gzip, in the format in which they are kept. So
 * that the grids need not be held while an edition is compared and recorded.
 *
 * A cell is its text, or `[text, struck, day, fill, ink, seen]`; a row is `[line, cells, seen]`, and its cells are columns
 * from 0, each followed by its cell.
 */
import { Day } from "@frist/domain/Day"
import * as Schema from "effect/Schema"
import { gzipSync } from "node:zlib"
import { EditionRemark } from "../../Edition.ts"
import { type Grid, type GridCell, type GridRow, type Observation, plainCell } from "./Grid.ts"

/** Characters of JSON that are packed at a time. */
const pieceLength = 1_000_000

const code = EditionRemark.fields.code
const Seen = Schema.Array(Schema.Struct({ code, words: Schema.String }))
const Words = Schema.NullOr(Schema.String)
const Cell = Schema.Union([
  Schema.String,
  Schema.Tuple([Schema.String, Schema.String, Schema.NullOr(Day), Words, Words, Seen])
])
const Row = Schema.Tuple([Schema.Int, Schema.Array(Schema.Union([Schema.Int, Cell])), Seen])

/** The schema of a grid as it is packed. */
export const PackedGrid = Schema.Struct({
  name: Words,
  before: Schema.Array(Schema.String),
  hidden: Schema.Array(Schema.Tuple([Schema.Int, Schema.Int])),
  counted: Schema.Array(Schema.Int),
  seen: Seen,
  rows: Schema.Array(Row)
})
export type PackedGrid = typeof PackedGrid.Type

/** Packs JSON. */
export const packed = (text: string): Uint8Array => gzipSync(text, { level: 1 })

/** Returns the elements of a JSON array of grids, packed piece by piece: gzip files one after another are one. */
export const packedGrids = (grids: ReadonlyArray<Grid>): Uint8Array => {
  const pieces: Array<Uint8Array> = []
  let piece = ""
  const add = (text: string): void => {
    piece += text
    if (piece.length < pieceLength) return
    pieces.push(packed(piece))
    piece = ""
  }
  for (const [at, { before, counted, hiddenColumns, name, rows, seen }] of grids.entries()) {
    const start: Omit<PackedGrid, "rows"> = { name, before, hidden: hiddenColumns, counted: [...counted], seen }
    add(`${at === 0 ? "" : ","}${JSON.stringify(start).slice(0, -1)},"rows":[`)
    for (const [nth, row] of rows.entries()) add(`${nth === 0 ? "" : ","}${JSON.stringify(packedRow(row))}`)
    add("]}")
  }
  pieces.push(packed(piece))
  return Buffer.concat(pieces)
}

const packedRow = ({ cells, line, seen }: GridRow): typeof Row.Type => {
  const flat: Array<number | typeof Cell.Type> = []
  for (const [at, cell] of cells) flat.push(at, packedCell(cell))
  return [line, flat, seen]
}

const packedCell = (cell: GridCell): typeof Cell.Type => {
  const { day, fill, ink, seen, struck, text } = cell satisfies Everything
  return struck === "" && day === null && fill === null && ink === null && seen.length === 0
    ? text
    : [text, struck, day, fill, ink, seen]
}

/** A new field of a cell must be packed too. */
type Everything = Record<Exclude<keyof GridCell, "day" | "fill" | "ink" | "seen" | "struck" | "text">, never>

/** Returns a grid as it was before it was packed. */
export const gridOf = ({ before, counted, hidden, name, rows, seen }: PackedGrid): Grid => ({
  name,
  before,
  hiddenColumns: hidden,
  counted: new Set(counted),
  seen,
  rows: rows.map(([line, cells, own]) => ({ line, cells: cellsOf(cells), seen: own }))
})

const cellsOf = (flat: (typeof Row.Type)[1]): ReadonlyMap<number, GridCell> => {
  const cells = new Map<number, GridCell>()
  let at = 0
  for (const each of flat) {
    if (typeof each === "number") at = each
    else cells.set(at, cellOf(each))
  }
  return cells
}

const cellOf = (cell: typeof Cell.Type): GridCell => {
  if (typeof cell === "string") return plainCell(cell)
  const [text, struck, day, fill, ink, seen] = cell
  return { text, struck, day, fill, ink, seen: seen as ReadonlyArray<Observation> }
}
