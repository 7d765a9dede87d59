/**
 * Why a file is not taken for a copy of a log, and at which of its lines.
 */
import * as Schema from "effect/Schema"

/**
 * `unread`: the file cannot be read on. `empty`: it has no line. `notACopy`: its first line is not that of a copy.
 * `version`: of a version that is not known. `byteOrderMark`, `lineEnds`, `notText`: its bytes are not those that were
 * written. `tooLong`: no line is. `notJson`, `fields`, `otherForm`: the line is no JSON, has not the fields of its kind, or
 * is written otherwise than a copy is. `count`, `checkpoint`, `root`, `sum`: the
 * last line does not fit what is before it. `cutOff`: there is no last line. `afterEnd`: something follows it.
 * `otherPlan`, `begins`: a file of several that does not go on where the one before ends.
 */
export const CopyFault = Schema.Literals([
  "unread",
  "empty",
  "notACopy",
  "version",
  "byteOrderMark",
  "lineEnds",
  "notText",
  "tooLong",
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

export class CopyRefused extends Schema.TaggedError<CopyRefused>()("CopyRefused", {
  file: Schema.String,
  line: Schema.Int,
  fault: CopyFault,
  /** What was seen, where that says more. */
  detail: Schema.String,
  /** What `detail` was compared with: the events counted (`count`), the plan before, the position that comes next. */
  against: Schema.optionalKey(Schema.String)
}) {
  override get message() {
    const seen = [this.detail, this.against ?? ""].filter((each) => each !== "").join(", ")
    return `${this.file}, line ${this.line}: ${this.fault}${seen === "" ? "" : ` (${seen})`}`
  }
}
