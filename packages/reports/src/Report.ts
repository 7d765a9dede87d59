/**
 * The report as a value: sections of blocks, worded in one language. Writers lay it out and know nothing of plans. A
 * cell is its text, and beside it what a writer may use that can do more than text.
 */
import { Day } from "@frist/domain/Day"
import { Status } from "@frist/domain/Status"
import { MilestoneTrend } from "@frist/projections/MilestoneTrend"
import * as Schema from "effect/Schema"

const statusTags = Object.keys(Status.cases) as ReadonlyArray<Status["_tag"]>
export const StatusTag = Schema.Literals(statusTags)
export type StatusTag = typeof StatusTag.Type

/** How a cell is to be seen, never the only sign of it: the text says the same. */
export const Tone = Schema.Literals(["late", "perhaps", "good", "quiet"])
export type Tone = typeof Tone.Type

/**
 * `day` where the text is an exact day in ISO form, `number` where it is a number, `order` what the column sorts by where
 * the text is not, `fresh` the numbers, from 0, of the lines that are new since the previous review.
 */
export const ReportCell = Schema.Struct({
  text: Schema.String,
  day: Schema.optionalKey(Day),
  number: Schema.optionalKey(Schema.Finite),
  order: Schema.optionalKey(Schema.Finite),
  status: Schema.optionalKey(StatusTag),
  tone: Schema.optionalKey(Tone),
  fresh: Schema.optionalKey(Schema.Array(Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))))
})
export type ReportCell = typeof ReportCell.Type

/** `long` columns hold running text and get the room that is left. */
export const ReportColumn = Schema.Struct({
  key: Schema.String,
  heading: Schema.String,
  kind: Schema.Literals(["name", "text", "long", "date", "number", "status"])
})
export type ReportColumn = typeof ReportColumn.Type

/** `mark` is a word that stands by the row, such as what is new. */
export const ReportRow = Schema.Struct({
  activity: Schema.NullOr(Schema.String),
  mark: Schema.NullOr(Schema.String),
  cells: Schema.Array(ReportCell)
})
export type ReportRow = typeof ReportRow.Type

/** `asInSource`: the table as people know it, her words untouched. `empty` is said where there are no rows. */
export const ReportTable = Schema.TaggedStruct("Table", {
  id: Schema.String,
  caption: Schema.String,
  asInSource: Schema.Boolean,
  columns: Schema.Array(ReportColumn),
  rows: Schema.Array(ReportRow),
  empty: Schema.String
})
export type ReportTable = typeof ReportTable.Type

/** `lead` is what the sentence is about and stands before it, with a colon between. */
export const Sentence = Schema.Struct({ lead: Schema.NullOr(Schema.String), text: Schema.String })
export type Sentence = typeof Sentence.Type

export const Sentences = Schema.TaggedStruct("Sentences", {
  heading: Schema.NullOr(Schema.String),
  /** A list where the sentences are of equal weight, else running text. */
  list: Schema.Boolean,
  sentences: Schema.Array(Sentence)
})
export type Sentences = typeof Sentences.Type

export const Numbers = Schema.TaggedStruct("Numbers", {
  numbers: Schema.Array(Schema.Struct({ value: Schema.Int, label: Schema.String, tone: Schema.NullOr(Tone) }))
})
export type Numbers = typeof Numbers.Type

/** What statuses and marks mean; `status` is null for the mark of what is new. */
export const ReportLegend = Schema.TaggedStruct("Legend", {
  title: Schema.String,
  items: Schema.Array(Schema.Struct({ status: Schema.NullOr(StatusTag), label: Schema.String, meaning: Schema.String }))
})
export type ReportLegend = typeof ReportLegend.Type

/** The milestone trend: what is drawn, and in words for who does not see it. `names` are by activity. */
export const Trend = Schema.TaggedStruct("Trend", {
  title: Schema.String,
  description: Schema.String,
  names: Schema.Record(Schema.String, Schema.String),
  /** The number that an activity's line and its row in the table bear. */
  numbers: Schema.Record(Schema.String, Schema.Int),
  trend: MilestoneTrend
})
export type Trend = typeof Trend.Type

/** Measured values as small bars, each series beside its target. */
export const Bars = Schema.TaggedStruct("Bars", {
  series: Schema.Array(
    Schema.Struct({
      title: Schema.String,
      description: Schema.String,
      target: Schema.NullOr(Schema.Struct({ value: Schema.Finite, label: Schema.String })),
      met: Schema.NullOr(Schema.Struct({ label: Schema.String, tone: Tone })),
      points: Schema.Array(Schema.Struct({ label: Schema.String, value: Schema.Finite, shown: Schema.String }))
    })
  )
})
export type Bars = typeof Bars.Type

/** `lines` are more than one for a text whose line breaks matter; `code` is what a machine reads. */
export const Facts = Schema.TaggedStruct("Facts", {
  facts: Schema.Array(Schema.Struct({ term: Schema.String, lines: Schema.Array(Schema.String), code: Schema.Boolean }))
})
export type Facts = typeof Facts.Type

export const Block = Schema.Union([Sentences, Numbers, ReportLegend, ReportTable, Trend, Bars, Facts])
export type Block = typeof Block.Type

const sectionIds = [
  "summary",
  "decisions",
  "since",
  "timeline",
  "ongoing",
  "completed",
  "trend",
  "lateness",
  "figures",
  "findings",
  "about"
] as const
export const ReportSection = Schema.Struct({
  id: Schema.Literals(sectionIds),
  heading: Schema.String,
  blocks: Schema.Array(Block)
})
export type ReportSection = typeof ReportSection.Type

/** `since` is the review before, null where there was none. `events` counts those known at `knownAt`. */
export const Report = Schema.Struct({
  view: Schema.Literal("frist/report"),
  version: Schema.Literal(1),
  language: Schema.Literals(["sv", "en"]),
  plan: Schema.NullOr(Schema.String),
  heldOn: Day,
  since: Schema.NullOr(Day),
  today: Day,
  knownAt: Schema.NullOr(Schema.String),
  events: Schema.Int,
  /** Of the log as it was known, as in C2SP tlog-checkpoint: whose, how many events, their root in base64. */
  checkpoint: Schema.NullOr(Schema.Struct({ origin: Schema.String, size: Schema.Int, root: Schema.String })),
  title: Schema.String,
  subtitle: Schema.String,
  lines: Schema.Array(Schema.String),
  sections: Schema.Array(ReportSection)
})
export type Report = typeof Report.Type
