/**
 * The JSON of commands that read documents and kept editions.
 */
import { Day } from "@frist/domain/Day"
import { CellPlace } from "@frist/domain/Event"
import { PlanId } from "@frist/domain/Names"
import { NewEvent } from "@frist/domain/RecordedEvent"
import { TableKind, TakenColumn } from "@frist/editions/Edition"
import * as Schema from "effect/Schema"

/** The events that an import recorded, or with `dryRun` would record. `repeated`: they had been recorded before. */
export const ImportView = Schema.Struct({
  view: Schema.Literal("frist/import"),
  version: Schema.Literal(1),
  plan: Schema.String,
  heldOn: Day,
  dryRun: Schema.Boolean,
  repeated: Schema.Boolean,
  events: Schema.Array(NewEvent)
})
export type ImportView = typeof ImportView.Type

/**
 * How each heading of a document is taken: `frist import --columns`. `problem` says why no table is read; then `tables`
 * holds the row that looks most like a head, if any does.
 */
export const ColumnsView = Schema.Struct({
  view: Schema.Literal("frist/columns"),
  version: Schema.Literal(1),
  document: Schema.String,
  problem: Schema.NullOr(Schema.String),
  tables: Schema.Array(
    Schema.Struct({ name: Schema.String, kind: Schema.NullOr(TableKind), columns: Schema.Array(TakenColumn) })
  )
})
export type ColumnsView = typeof ColumnsView.Type

/** An edition by its document, its review and its SHA-256. */
const ofEdition = { document: Schema.String, heldOn: Day }

/** What the kept editions of a plan would give, read again: the events of each that is read differently. */
export const RereadView = Schema.Struct({
  view: Schema.Literal("frist/reread"),
  version: Schema.Literal(1),
  plan: PlanId,
  read: Schema.Int,
  notKept: Schema.Array(Schema.Struct(ofEdition)),
  editions: Schema.Array(Schema.Struct({ ...ofEdition, events: Schema.Array(NewEvent) }))
})
export type RereadView = typeof RereadView.Type

/**
 * The editions of a plan, and whether their cells are kept. `missing`: the log says that they are, and the database does
 * not have them. `cells` are those that hold the words sought; null if none are.
 */
export const EditionsView = Schema.Struct({
  view: Schema.Literal("frist/editions"),
  version: Schema.Literal(1),
  plan: PlanId,
  editions: Schema.Array(
    Schema.Struct({
      ...ofEdition,
      sha256: Schema.String,
      cells: Schema.Literals(["kept", "partlyErased", "erased", "notKept", "missing"]),
      erasures: Schema.Array(Schema.Struct({ decision: Schema.String, cells: Schema.NullOr(Schema.Array(CellPlace)) }))
    })
  ),
  found: Schema.NullOr(Schema.Array(Schema.Struct({ document: Schema.String, place: CellPlace, words: Schema.String })))
})
export type EditionsView = typeof EditionsView.Type
