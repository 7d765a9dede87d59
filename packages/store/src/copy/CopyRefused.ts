/**
 * The error of a file that is not a valid copy of a log, with its line.
 */
import * as Schema from "effect/Schema"

/**
 * `unread`: the file cannot be read to its end. `empty`: it has no line. `notACopy`: its first line is not that of a
 * copy. `packed`: it is an archive or compressed. `version`: its version is unknown. `byteOrderMark`, `lineEnds`, `notText`: another program has changed its
 * bytes. `tooLong`: the line is longer than any event. `tooLarge`: the kept editions are too large together, in MB. `notJson`, `fields`, `otherForm`: the line is not JSON, lacks
 * fields of its kind, or is not in the one form that a copy has. `count`, `checkpoint`, `root`, `sum`: the last line
 * does not match the lines before it. `cutOff`: the last line is missing. `afterEnd`: something follows the last line.
 * `otherPlan`, `begins`: the file does not continue the file before it.
 */
export const CopyFault = Schema.Literals([
  "unread",
  "empty",
  "notACopy",
  "packed",
  "version",
  "byteOrderMark",
  "lineEnds",
  "notText",
  "tooLong",
  "tooLarge",
  "notJson",
  "fields",
  "otherForm",
  "count",
  "checkpoint",
  "root",
  "sum",
  "cutOff",
  "afterEnd",
  "otherPlan",
  "begins"
])
export type CopyFault = typeof CopyFault.Type

/** A file is not a valid copy. Nothing of it may be used. */
export class CopyRefused extends Schema.TaggedError<CopyRefused>()("CopyRefused", {
  file: Schema.String,
  line: Schema.Int,
  fault: CopyFault,
  /** The value found, if it helps. */
  detail: Schema.String,
  /** The expected value for `detail`: the events counted (`count`), the plan before, the position that comes next. */
  against: Schema.optionalKey(Schema.String)
}) {
  override get message() {
    const seen = [this.detail, this.against ?? ""].filter((each) => each !== "").join(", ")
    return `${this.file}, line ${this.line}: ${this.fault}${seen === "" ? "" : ` (${seen})`}`
  }
}
