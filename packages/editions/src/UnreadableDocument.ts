/**
 * The error of a file that cannot be read as a follow-up document. `problem` selects the sentence for people.
 */
import * as Schema from "effect/Schema"
import { TakenColumn } from "./Edition.ts"

/** The reasons why a file cannot be read. */
export const Problem = Schema.Literals([
  "missing",
  "directory",
  "forbidden",
  "empty",
  "tooLarge",
  "binary",
  "unbalancedQuotes",
  "strayQuote",
  "cellTooLong",
  "badText",
  "noHeadings",
  "noDeadline",
  "noRows",
  "answerSheet",
  "noSuchSheet",
  "alikeSheets",
  "tooManyRows",
  "tooManyCells",
  "malformed",
  "unknownFormat",
  "damaged",
  "unnatural",
  "unpacksTooLarge",
  "encrypted",
  "oldFormat",
  "binaryWorkbook",
  "webPage",
  "damagedPdf",
  "hiddenPages",
  "takesTooLong",
  "notTagged",
  "scanned",
  "ownReport"
])
export type Problem = typeof Problem.Type

/**
 * The row that looked most like a head, and how each heading was taken. `sheet` is null where there is only one table.
 */
export const HeadFound = Schema.Struct({
  sheet: Schema.NullOr(Schema.String),
  line: Schema.Int,
  columns: Schema.Array(TakenColumn)
})
export type HeadFound = typeof HeadFound.Type

/** A file cannot be read as a follow-up document. `problem` is why. */
export class UnreadableDocument extends Schema.TaggedError<UnreadableDocument>()("UnreadableDocument", {
  document: Schema.String,
  problem: Problem,
  /** The place or value found: a line, a size, the headings. */
  detail: Schema.String,
  /** For a file without a table that is read: the row that looked most like a head. */
  head: Schema.optionalKey(Schema.NullOr(HeadFound))
}) {
  override get message() {
    return `${this.document} cannot be read: ${this.problem}${this.detail === "" ? "" : ` (${this.detail})`}`
  }
}
