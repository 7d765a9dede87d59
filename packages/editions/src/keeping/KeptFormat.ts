/**
 * The format in which the cells of an edition are kept: JSON in gzip, with a salt, so that nobody who knows the hash of
 * it can try words until they fit. `frist/edition` 1; `PackedGrids.ts` says how its grids are written.
 */
import { CellPlace } from "@frist/domain/Event"
import { ActivityId } from "@frist/domain/Names"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { gunzipSync } from "node:zlib"
import { EditionColumn } from "../EditionColumn.ts"
import { gridOf, packed, PackedGrid } from "../formats/grid/PackedGrids.ts"
import type { KeptCells } from "./KeptCells.ts"

/** The name and the version of the format. */
const format = "frist/edition"
const version = 1
/** The most bytes that kept cells may have when they are unpacked. */
const mostBytes = 512 * 1024 * 1024

const Kept = Schema.Struct({
  format: Schema.Literal(format),
  version: Schema.Literal(version),
  salt: Schema.String,
  columns: Schema.Record(Schema.String, Schema.Union([EditionColumn, Schema.Literal("none")])),
  sheets: Schema.NullOr(Schema.Array(Schema.String)),
  matches: Schema.Record(Schema.String, Schema.NullOr(ActivityId)),
  erased: Schema.Array(CellPlace),
  grids: Schema.Array(PackedGrid)
})
type Kept = typeof Kept.Type

/** What is written of an edition: its cells are packed already. */
interface CellsToKeep extends Omit<KeptCells, "grids"> {
  readonly cells: Uint8Array
}

/** Writes what is kept of an edition. `salt` is 32 random bytes in hex. */
export const writeKept = ({ cells, columns, erased, matches, sheets }: CellsToKeep, salt: string): Uint8Array => {
  const head: Omit<Kept, "grids"> = {
    format,
    version,
    salt,
    columns: Object.fromEntries(columns),
    sheets,
    matches: Object.fromEntries(matches),
    erased
  }
  return Buffer.concat([packed(`${JSON.stringify(head).slice(0, -1)},"grids":[`), cells, packed("]}")])
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
