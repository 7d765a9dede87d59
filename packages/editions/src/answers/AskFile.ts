/**
 * What was asked of whom: the contents of the file that is kept beside the sheets. Answers are read by it, so that nothing in a
 * sheet decides which rows its answers are for.
 */
import { Day } from "@frist/domain/Day"
import { ActivityId, Actor, PlanId } from "@frist/domain/Names"
import { NonBlankText, Text } from "@frist/domain/text/Text"
import * as Schema from "effect/Schema"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))

/** A row that was asked about: its number over all sheets, and its texts as they were shown. */
const AskedRow = Schema.Struct({ number: Count, activity: ActivityId, shown: Schema.Array(Text) })

/** A sheet: its secret, which nobody else's sheet has, the file it was written to, and its rows by number. */
const AskedSheet = Schema.Struct({
  key: Schema.String.check(Schema.isPattern(/^[0-9a-f]{32}$/)),
  file: Text,
  /** Null for the rows that nobody is responsible for. */
  responsible: Schema.NullOr(Text),
  rows: Schema.Array(Count),
  /** What the sheet says outside its rows, so that words which are added there can be told. Older files have none. */
  texts: Schema.optionalKey(Schema.Array(Text)),
  /** The colours of its cells, so that one which is added can be told. Older files have none. */
  fills: Schema.optionalKey(Schema.Array(Text))
})
export type AskedSheet = typeof AskedSheet.Type

/** The headings of the sheets: of the number, of what is shown, and of the answers. */
const AskedHeadings = Schema.Struct({
  number: Text,
  shown: Schema.Array(Text),
  status: Text,
  followUp: Text,
  newDeadline: Text,
  reason: Text,
  responsible: Text
})

/** The contents of the file. `log` is the checkpoint of the plan's log when it was asked. */
export const AskFile = Schema.Struct({
  format: Schema.Literal("frist/ask"),
  version: Schema.Literal(1),
  plan: PlanId,
  review: Day,
  answersBy: Day,
  askedBy: Actor,
  askedOn: Day,
  /** The name of the table that answers come from, by which they are known in the log. */
  table: NonBlankText,
  log: Schema.Struct({ size: Count, root: Schema.String }),
  headings: AskedHeadings,
  rows: Schema.Array(AskedRow),
  sheets: Schema.Array(AskedSheet)
})
export type AskFile = typeof AskFile.Type
