/**
 * The format in which the cells of an edition are kept: JSON in gzip, with a salt, so that nobody who knows the hash of
 * it can try words until they fit.
 *
 * `frist/edition` 1: a cell is its text, or `[text, struck, day, fill, ink, seen]`; a row is `[line, cells, seen]`, and
 * its cells are columns from 0, each followed by its cell.
 */
import { Day } from "@frist/domain/Day"
import { CellPlace } from "@frist/domain/Event"
import { ActivityId } from "@frist/domain/Names"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { gunzipSync, gzipSync } from "node:zlib"
import { EditionColumn, EditionRemark } from "../Edition.ts"
import { type Grid, type GridCell, type GridRow, type Observation, plainCell } from "../formats/grid/Grid.ts"
import type { KeptCells } from "./KeptCells.ts"

/** The name and the version of the format. */
const format = "frist/edition"
const version = 1
/** The most bytes that kept cells may have when they are unpacked. */
const mostBytes = 512 * 1024 * 1024
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
const KeptGrid = Schema.Struct({
  name: Words,
  before: Schema.Array(Schema.String),
  hidden: Schema.Array(Schema.Tuple([Schema.Int, Schema.Int])),
  counted: Schema.Array(Schema.Int),
  seen: Seen,
  rows: Schema.Array(Row)
})
const Kept = Schema.Struct({
  format: Schema.Literal(format),
  version: Schema.Literal(version),
  salt: Schema.String,
  columns: Schema.Record(Schema.String, Schema.Union([EditionColumn, Schema.Literal("none")])),
  sheets: Schema.NullOr(Schema.Array(Schema.String)),
  matches: Schema.Record(Schema.String, Schema.NullOr(ActivityId)),
  erased: Schema.Array(CellPlace),
  grids: Schema.Array(KeptGrid)
})
type Kept = typeof Kept.Type

/** Writes what is kept of an edition. `salt` is 32 random bytes in hex. */
export const writeKept = (kept: KeptCells, salt: string): Uint8Array => {
  const { columns, erased, grids, matches, sheets } = kept
  const head: Omit<Kept, "grids"> = {
    format,
    version,
    salt,
    columns: Object.fromEntries(columns),
    sheets,
    matches: Object.fromEntries(matches),
    erased
  }
  // Packed piece by piece: gzip files one after another are one.
  const packed: Array<Uint8Array> = []
  let piece = `${JSON.stringify(head).slice(0, -1)},"grids":[`
  const add = (text: string): void => {
    piece += text
    if (piece.length < pieceLength) return
    packed.push(gzipSync(piece, { level: 1 }))
    piece = ""
  }
  for (const [at, { before, counted, hiddenColumns, name, rows, seen }] of grids.entries()) {
    const start: Omit<typeof KeptGrid.Type, "rows"> = {
      name,
      before,
      hidden: hiddenColumns,
      counted: [...counted],
      seen
    }
    add(`${at === 0 ? "" : ","}${JSON.stringify(start).slice(0, -1)},"rows":[`)
    for (const [nth, row] of rows.entries()) add(`${nth === 0 ? "" : ","}${JSON.stringify(keptRow(row))}`)
    add("]}")
  }
  add("]}")
  packed.push(gzipSync(piece, { level: 1 }))
  return Buffer.concat(packed)
}

const keptRow = ({ cells, line, seen }: GridRow): typeof Row.Type => [
  line,
  [...cells].flatMap(([at, cell]) => [at, keptCell(cell)]),
  seen
]

const keptCell = (cell: GridCell): typeof Cell.Type => {
  const { day, fill, ink, seen, struck, text, ...others } = cell
  // A new field of a cell must be kept too.
  others satisfies Record<string, never>
  return struck === "" && day === null && fill === null && ink === null && seen.length === 0
    ? text
    : [text, struck, day, fill, ink, seen]
}

const decode = Schema.decodeUnknownResult(Kept)

/** Reads what is kept of an edition, with its salt; fails with a sentence if the bytes are not in the format. */
export const readKept = (
  bytes: Uint8Array
): Result.Result<{ readonly kept: KeptCells; readonly salt: string }, string> => {
  const parsed = Result.try({
    try: (): unknown => JSON.parse(gunzipSync(bytes, { maxOutputLength: mostBytes }).toString("utf8")),
    catch: (error) => (error instanceof Error ? error.message : String(error))
  })
  return Result.flatMap(parsed, (value) =>
    Result.map(
      Result.mapError(decode(value), (error) => error.message.slice(0, 300)),
      ({ columns, erased, grids, matches, salt, sheets }) => ({
        salt,
        kept: {
          columns: new Map(Object.entries(columns)),
          sheets,
          matches: new Map(Object.entries(matches)),
          erased,
          grids: grids.map(gridOf)
        }
      })
    )
  )
}

const gridOf = ({ before, counted, hidden, name, rows, seen }: Kept["grids"][number]): Grid => ({
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
