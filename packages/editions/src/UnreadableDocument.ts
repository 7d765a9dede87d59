/**
 * The error of a file that cannot be read as a follow-up document. `problem` selects the sentence for people.
 */
import * as Schema from "effect/Schema"

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
  "webPage"
])
export type Problem = typeof Problem.Type

/** A file cannot be read as a follow-up document. `problem` is why. */
export class UnreadableDocument extends Schema.TaggedError<UnreadableDocument>()("UnreadableDocument", {
  document: Schema.String,
  problem: Problem,
  /** The place or value found: a line, a size, the headings. */
  detail: Schema.String
}) {
  override get message() {
    return `${this.document} cannot be read: ${this.problem}${this.detail === "" ? "" : ` (${this.detail})`}`
  }
}
