/**
 * A follow-up document as handed in, independent of its format: its tables, rows and cells, with their original words.
 */
import { columns } from "@frist/domain/plan/ColumnHeading"
import * as Schema from "effect/Schema"
import { Day } from "@frist/domain/Day"
import { Text } from "@frist/domain/text/Text"
import { EditionColumn, isDateColumn } from "./EditionColumn.ts"
import type { ReadingOptions } from "./ReadingOptions.ts"

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
  newDeadline: Cell,
  completedOn: Cell
}

/** Cells by column; null if the column or the words are missing. */
export const Cells = Schema.Struct(perColumn)
export type Cells = typeof Cells.Type

/**
 * The codes of remarks: a reader's assumptions, and content that it could not keep. Each becomes a finding of that
 * code.
 */
const remarkCodes = [
  "TrackedChange",
  "HiddenText",
  "HiddenRow",
  "CoveredText",
  "StruckText",
  "RowStruck",
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
  "TableTurned",
  "TableFromLines",
  "GroupRow",
  "InstructionRow",
  "TotalRow",
  "SheetsOfSameRows",
  "TableLeftOut",
  "DateColumnNotRead",
  "NamesNotRead",
  "TextNotRead",
  "CommentNotRead",
  "WordsOutsideCells"
] as const

/** A remark of a reader. `column` is null if it concerns the whole row or table; `words` are what was seen. */
export const EditionRemark = Schema.Struct({
  code: Schema.Literals(remarkCodes),
  column: Schema.NullOr(EditionColumn),
  words: Text
})
export type EditionRemark = typeof EditionRemark.Type

const perDay = {
  deadline: Schema.optionalKey(Day),
  newDeadline: Schema.optionalKey(Day),
  completedOn: Schema.optionalKey(Day),
  status: Schema.optionalKey(Day)
}

/** A revised deadline of a row that has several: its heading, its words, and the day that the file holds. */
const Revision = Schema.Struct({ heading: Text, words: Text, day: Schema.NullOr(Day) })

/**
 * A row. `number` counts from 1 within the table, without headings. `days` are those that the file itself holds, whatever
 * the words show. `revisions` holds the columns of revised deadlines before the last, oldest first. `unknown` holds
 * cells under other headings.
 */
export const EditionRow = Schema.Struct({
  number: Schema.Int,
  cells: Cells,
  days: Schema.Struct(perDay),
  revisions: Schema.Array(Revision),
  unknown: Schema.Array(Schema.Struct({ heading: Text, words: Text })),
  remarks: Schema.Array(EditionRemark)
})
export type EditionRow = typeof EditionRow.Type

export const TableKind = Schema.Literals(["timeline", "activities", "completed"])
export type TableKind = typeof TableKind.Type

/**
 * How a heading was taken. `at` is its place from 0, and `column` what it was taken for; null if it was not. `how`:
 * `name` by its words, `decision` by a person, `yielded` to a column that goes before it, `other` known but not read,
 * `several` in doubt between meanings, `unknown`. `suggested` is what its words or cells suggest; never read.
 */
export const TakenColumn = Schema.Struct({
  heading: Text,
  at: Schema.Int,
  column: Schema.NullOr(Schema.Literals([...columns, "table"])),
  how: Schema.Literals(["name", "decision", "yielded", "other", "several", "unknown"]),
  suggested: Schema.NullOr(EditionColumn)
})
export type TakenColumn = typeof TakenColumn.Type

/** Whether a column that was not taken may hold a date of the row: a deadline, a new one, or that of completion. */
export const mayHoldDate = ({ column, suggested }: TakenColumn): boolean => column === null && isDateColumn(suggested)

/** A table with its name and headings in the document. `kind` is null if the name does not tell it. */
export const EditionTable = Schema.Struct({
  name: Text,
  kind: Schema.NullOr(TableKind),
  headings: Cells,
  /** Every heading, from left to right, and how it was taken. */
  columns: Schema.Array(TakenColumn),
  rows: Schema.Array(EditionRow),
  remarks: Schema.Array(EditionRemark)
})
export type EditionTable = typeof EditionTable.Type

/** A document's tables. `document` is the file's name without folders; `sha256` is of the file's bytes, in hex. */
export const Edition = Schema.Struct({
  document: Text,
  sha256: Schema.String,
  tables: Schema.Array(EditionTable)
})
/** A document's tables as read. */
export interface EditionTables extends Schema.Schema.Type<typeof Edition> {
  /** The lines of text outside the tables. */
  readonly texts: ReadonlyArray<string>
  /** A person's choices by which it was read. */
  readonly readBy?: Pick<ReadingOptions, "columns" | "sheets">
}
/** A document's tables as read, and the cells they were read from, packed as they are kept. */
export interface Edition extends EditionTables {
  readonly cells: Uint8Array
}

/** Returns the words of a cell; null if it holds nothing but white space. */
export const filledWords = (cell: string | null): string | null => (cell === null || cell.trim() === "" ? null : cell)

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
  newDeadline: null,
  completedOn: null
}
