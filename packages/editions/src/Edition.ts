/**
 * A follow-up document as it was handed in, whatever office program wrote it: its tables, rows and cells, in its words.
 */
import * as Schema from "effect/Schema"
import { Text } from "@frist/domain/Text"

/** The columns a follow-up table can have, in the order in which they usually stand. */
export const columns = [
  "id",
  "area",
  "goal",
  "actions",
  "deadline",
  "responsible",
  "status",
  "followUp",
  "newDeadline"
] as const
export const EditionColumn = Schema.Literals(columns)
export type EditionColumn = typeof EditionColumn.Type

const Cell = Schema.NullOr(Text)
const perColumn = {
  id: Cell,
  area: Cell,
  goal: Cell,
  actions: Cell,
  deadline: Cell,
  responsible: Cell,
  status: Cell,
  followUp: Cell,
  newDeadline: Cell
}

/** Cells by column; null where the column or the words are missing. */
export const Cells = Schema.Struct(perColumn)
export type Cells = typeof Cells.Type

/** What a reader of files had to decide or could not show: each becomes a finding. */
const remarkCodes = [
  "TrackedChange",
  "HiddenText",
  "HiddenRow",
  "HiddenColumn",
  "HiddenTable",
  "MergedCell",
  "DateFromSerial",
  "SerialNumber",
  "Formula",
  "FormulaWithoutValue",
  "CellError",
  "StatusByColour",
  "StatusAgainstColour",
  "ColourUnknown",
  "RowMarked",
  "KindAssumed",
  "TableLeftOut"
] as const

/** `column` is null where the remark is of the whole row or table; `words` are what was seen. */
export const EditionRemark = Schema.Struct({
  code: Schema.Literals(remarkCodes),
  column: Schema.NullOr(EditionColumn),
  words: Text
})
export type EditionRemark = typeof EditionRemark.Type

/** `number` counts from 1 within the table, headings not counted. `unknown` holds cells under other headings. */
export const EditionRow = Schema.Struct({
  number: Schema.Int,
  cells: Cells,
  unknown: Schema.Array(Schema.Struct({ heading: Text, words: Text })),
  remarks: Schema.Array(EditionRemark)
})
export type EditionRow = typeof EditionRow.Type

export const TableKind = Schema.Literals(["timeline", "activities", "completed"])
export type TableKind = typeof TableKind.Type

/** A table under the name and the headings it bears in the document. `kind` is null where the name says nothing. */
export const EditionTable = Schema.Struct({
  name: Text,
  kind: Schema.NullOr(TableKind),
  headings: Cells,
  rows: Schema.Array(EditionRow),
  remarks: Schema.Array(EditionRemark)
})
export type EditionTable = typeof EditionTable.Type

/** `document` is the file's name without folders; `sha256` is of the file's bytes, in hex. */
export const Edition = Schema.Struct({
  document: Text,
  sha256: Schema.String,
  tables: Schema.Array(EditionTable)
})
export type Edition = typeof Edition.Type

/** A row with nothing in it. */
export const noCells: Cells = {
  id: null,
  area: null,
  goal: null,
  actions: null,
  deadline: null,
  responsible: null,
  status: null,
  followUp: null,
  newDeadline: null
}
