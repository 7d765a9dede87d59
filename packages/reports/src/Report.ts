/**
 * The report as a value: sections of blocks, worded in one language. Writers lay it out and know nothing of plans. Its
 * JSON form is the value itself.
 */
import { Day } from "@frist/domain/Day"
import { Slip } from "@frist/domain/PlannedDate"
import { Status } from "@frist/domain/Status"
import * as Schema from "effect/Schema"
import { Course, Dumbbell, Panels, Stacks } from "./ChartBlocks.ts"

const statusTags = Object.keys(Status.cases) as ReadonlyArray<Status["_tag"]>
/** The tag of a status. */
export const StatusTag = Schema.Literals(statusTags)
export type StatusTag = typeof StatusTag.Type

/**
 * The emphasis of a cell. It is never the only sign: the text says the same. `late` is computed: what was reported late
 * has a status, and another colour.
 */
export const Tone = Schema.Literals(["late", "perhaps", "good", "quiet"])
export type Tone = typeof Tone.Type

/**
 * A cell: its text, and what a richer writer can use. `day` where the text is an exact ISO day; `number` where it is a
 * number; `order`, the sort key where the text is none; `slip`, the days that a slip or a lateness can be; `course`, the
 * drawing beside the text; `fresh`, the indices of the lines that are new since the previous review.
 */
export const ReportCell = Schema.Struct({
  text: Schema.String,
  day: Schema.optionalKey(Day),
  number: Schema.optionalKey(Schema.Finite),
  order: Schema.optionalKey(Schema.Finite),
  slip: Schema.optionalKey(Slip),
  course: Schema.optionalKey(Course),
  status: Schema.optionalKey(StatusTag),
  tone: Schema.optionalKey(Tone),
  fresh: Schema.optionalKey(Schema.Array(Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))))
})
export type ReportCell = typeof ReportCell.Type

/** A column. `long` columns hold running text and share the width that is left; Frist computed a `counted` one. */
export const ReportColumn = Schema.Struct({
  key: Schema.String,
  heading: Schema.String,
  kind: Schema.Literals(["name", "text", "long", "date", "number", "status", "course"]),
  counted: Schema.optionalKey(Schema.Boolean)
})
export type ReportColumn = typeof ReportColumn.Type

/** A row. `mark` is a word beside the row, such as the one for new. */
export const ReportRow = Schema.Struct({
  activity: Schema.NullOr(Schema.String),
  mark: Schema.NullOr(Schema.String),
  cells: Schema.Array(ReportCell)
})
export type ReportRow = typeof ReportRow.Type

/**
 * A table. `asInSource`: it has the columns and the words of the document, beside those that Frist computed. `empty` is the text for a table without
 * rows.
 */
export const ReportTable = Schema.TaggedStruct("Table", {
  id: Schema.String,
  caption: Schema.String,
  asInSource: Schema.Boolean,
  columns: Schema.Array(ReportColumn),
  rows: Schema.Array(ReportRow),
  empty: Schema.String
})
export type ReportTable = typeof ReportTable.Type

/** A sentence. `lead` is its subject, set before it with a colon. */
export const Sentence = Schema.Struct({ lead: Schema.NullOr(Schema.String), text: Schema.String })
export type Sentence = typeof Sentence.Type

/** Sentences under an optional heading. */
export const Sentences = Schema.TaggedStruct("Sentences", {
  heading: Schema.NullOr(Schema.String),
  /** Whether the sentences are items of a list; otherwise they are running text. */
  list: Schema.Boolean,
  sentences: Schema.Array(Sentence)
})
export type Sentences = typeof Sentences.Type

/** The legend of statuses and marks; `status` is null for the mark of new rows. */
export const ReportLegend = Schema.TaggedStruct("Legend", {
  title: Schema.String,
  items: Schema.Array(Schema.Struct({ status: Schema.NullOr(StatusTag), label: Schema.String, meaning: Schema.String }))
})
export type ReportLegend = typeof ReportLegend.Type

/** Terms and their values. Several `lines` keep their breaks; `code` is set letter by letter. */
export const Facts = Schema.TaggedStruct("Facts", {
  facts: Schema.Array(Schema.Struct({ term: Schema.String, lines: Schema.Array(Schema.String), code: Schema.Boolean }))
})
export type Facts = typeof Facts.Type

/** A part of a section. */
export const Block = Schema.Union([Sentences, ReportLegend, ReportTable, Dumbbell, Panels, Stacks, Facts])
export type Block = typeof Block.Type

const sectionIds = [
  "summary",
  "decisions",
  "moved",
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
/** A section: its id, its heading and its blocks. One `inAppendix` has wide tables to look things up in. */
export const ReportSection = Schema.Struct({
  id: Schema.Literals(sectionIds),
  heading: Schema.String,
  inAppendix: Schema.optionalKey(Schema.Boolean),
  blocks: Schema.Array(Block)
})
export type ReportSection = typeof ReportSection.Type

/** The report. `since` is the previous review, or null; `events` counts the events known at `knownAt`. */
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
  /** The checkpoint of the log as it was known, as in C2SP tlog-checkpoint, or null. */
  checkpoint: Schema.NullOr(Schema.Struct({ origin: Schema.String, size: Schema.Int, root: Schema.String })),
  title: Schema.String,
  subtitle: Schema.String,
  lines: Schema.Array(Schema.String),
  sections: Schema.Array(ReportSection)
})
export type Report = typeof Report.Type

/** A document that the writers of Office files lay out: a report, or a sheet that asks. */
export interface OfficeDocument extends Pick<Report, "heldOn" | "language" | "lines" | "subtitle" | "title"> {
  readonly sections: ReadonlyArray<Pick<ReportSection, "blocks" | "heading"> & { readonly id: string }>
}
