/**
 * The events, which are the stored format. Every log holds these names and fields, so a change here is a migration.
 * A field is null rather than absent, but for `documentId`, which came later. An event of a change has `from` and `to`, except
 * `ActivityReworded`, which has the new texts only.
 */
import * as Schema from "effect/Schema"
import { Day } from "./Day.ts"
import { ActivityId, Position } from "./Names.ts"
import { PlannedDate } from "./PlannedDate.ts"
import { Status } from "./Status.ts"
import { NonBlankText, Text } from "./text/Text.ts"

export const Kind = Schema.Literals(["activity", "milestone"])
export type Kind = typeof Kind.Type

/** The severity of a finding. `error`: the row was left out. `warning`: recorded, and to be checked. `info`: for information. */
export const Severity = Schema.Literals(["error", "warning", "info"])
export type Severity = typeof Severity.Type

/** The texts of a row. Responsibles are roles, as written. A milestone has only `goal`, its name. */
const row = {
  area: Schema.NullOr(Text),
  goal: Schema.NullOr(Text),
  actions: Schema.NullOr(Text),
  responsible: Schema.NullOr(Text)
}

/** The id that a document itself gives a row (`BIS_0011_1213-Q1`). Absent if it gives none. */
const documentId = Schema.optionalKey(NonBlankText)

const findingCode = Schema.isPattern(/^[A-Z][A-Za-z]{2,59}$/u)

/** The outcome of a request for another date. */
export const Outcome = Schema.Literals(["granted", "refused"])
export type Outcome = typeof Outcome.Type

/** A column's name is not a closed list here: a later version may know more columns. */
const columnName = Schema.isPattern(/^[a-z][A-Za-z]{1,39}$/u)

const facts = {
  PlanOpened: { title: NonBlankText },
  /** The review at which the tables were presented. */
  ReviewHeld: { heldOn: Day, title: Schema.NullOr(Text) },
  ActivityRegistered: {
    kind: Kind,
    parent: Schema.NullOr(ActivityId),
    ...row,
    deadline: Schema.NullOr(PlannedDate),
    documentId
  },
  /** The new texts of a row, all of them; of its id only a new one. */
  ActivityReworded: { area: row.area, goal: row.goal, actions: row.actions, documentId },
  ResponsibleChanged: { from: Schema.NullOr(Text), to: Schema.NullOr(Text) },
  DeadlineMoved: { from: Schema.NullOr(PlannedDate), to: PlannedDate, reason: Schema.NullOr(Text) },
  /** A new baseline, approved by an authorised person. A new forecast is a `DeadlineMoved`. */
  BaselineApproved: { from: Schema.NullOr(PlannedDate), to: PlannedDate, decision: NonBlankText },
  /** Somebody asks for another date. No move: the deadline stays until the request is granted. */
  ExtensionRequested: { to: PlannedDate, reason: Schema.NullOr(Text) },
  /**
   * A decision on the request at the position `request`, with a reference. `to` is the granted date; null where refused.
   * The move and the new baseline of a granted request are events of their own, in the same batch.
   */
  ExtensionDecided: {
    request: Position,
    outcome: Outcome,
    to: Schema.NullOr(PlannedDate),
    decision: NonBlankText
  },
  /** The activity waits for the activity `on`, as a person declares. `words` are those of a document, where it says so. */
  DependencyDeclared: { on: ActivityId, words: Schema.NullOr(Text) },
  /** From its day on, the activity no longer waits for `on`. */
  DependencyEnded: { on: ActivityId, reason: Schema.NullOr(Text) },
  /** A milestone stands for an activity, whose status is its status; null ends the link. */
  MilestoneLinked: { from: Schema.NullOr(ActivityId), to: Schema.NullOr(ActivityId) },
  StatusChanged: { from: Status, to: Status },
  /** A document's whole follow-up cell, or what a person adds to it. */
  FollowUpNoted: { text: NonBlankText },
  /** A target, with a number and a unit where the words give them. */
  TargetSet: {
    measure: NonBlankText,
    value: Schema.NullOr(Schema.Finite),
    unit: Schema.NullOr(Text),
    words: Text
  },
  /** A figure reached in a period. `qualifier` is a word of the text: `about` (ca), `over` (drygt), `under` (knappt). */
  MeasurementRecorded: {
    measure: NonBlankText,
    value: Schema.Finite,
    unit: Schema.NullOr(Text),
    qualifier: Schema.NullOr(Schema.Literals(["about", "over", "under"])),
    period: Schema.NullOr(PlannedDate),
    words: Text
  },
  /** Something odd in a document, with the words that show it. */
  FindingRaised: {
    code: Schema.String.check(findingCode),
    severity: Severity,
    column: Schema.NullOr(Text),
    words: Text
  },
  /**
   * A person decided what a heading of the plan's documents means: the name of a column, or `none` for one that is not
   * read. Holds for every document that is read afterwards; the last decision on a heading is valid.
   */
  ColumnDecided: { heading: NonBlankText, column: Schema.String.check(columnName) },
  /**
   * A document shows again the findings that were raised at these positions, unchanged: they stay open after its review,
   * which closes those of earlier documents.
   */
  FindingsRepeated: { positions: Schema.Array(Position) },
  /** A person accepted a finding. The waiver also applies when a later edition raises the same finding again. */
  FindingWaived: {
    code: Schema.String.check(findingCode),
    column: Schema.NullOr(Text),
    words: Text,
    reason: NonBlankText
  }
}

/** A SHA-256 in hex. */
const Hash = Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/u))
const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))

/**
 * A cell of a kept edition: the table or sheet of the file, the row and the column, each counted from 1. Row 0 has the
 * lines of text before the table, one a column.
 */
export const CellPlace = Schema.Struct({
  table: Count,
  row: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  column: Count
})
export type CellPlace = typeof CellPlace.Type

/** A fact about the plan, which may be corrected. Corrections, removals and what is kept are not facts. */
export const Fact = Schema.TaggedUnion(facts)
export type Fact = typeof Fact.Type

/** An event of a plan, as it is stored: a union that narrows on `_tag`. */
export const Event = Schema.TaggedUnion({
  ...facts,
  /** The event at `position` was recorded wrongly. `replacement` replaces it; null withdraws it. A correction is not a move. */
  Corrected: { position: Position, replacement: Schema.NullOr(Fact), reason: NonBlankText },
  /**
   * The lawful removal of the event at `position`, with a reference to the decision. `remains` is the fact without what was
   * removed; null where nothing of it is left. Of a removed correction, `corrects` is the position that it still corrects,
   * and `remains` its replacement. Both are absent where an earlier version removed the event.
   */
  Redacted: {
    position: Position,
    decision: NonBlankText,
    remains: Schema.optionalKey(Schema.NullOr(Fact)),
    corrects: Schema.optionalKey(Position)
  },
  /** The cells of the document with this SHA-256 are kept: `content` is the SHA-256 of what is kept. The last one counts. */
  EditionKept: { sha256: Hash, content: Hash },
  /**
   * The lawful removal of cells of a kept edition, or of all (`cells` null). `content` is the SHA-256 of what is kept
   * from now on; null for nothing.
   */
  EditionErased: {
    sha256: Hash,
    cells: Schema.NullOr(Schema.Array(CellPlace)),
    content: Schema.NullOr(Hash),
    decision: NonBlankText
  },
  /**
   * The plan goes on at the place `to`, an address without a login. As the last event of a log, it closes the log. `root`
   * is that of the tree of every event before it, in lowercase hex, which the log at the other place must have.
   */
  PlanMoved: { to: NonBlankText, root: Hash },
  /** The log that was closed by the event before this one goes on here. */
  PlanArrived: {}
})
export type Event = typeof Event.Type

/** An event about the event at its `position`. */
type Pointer = Extract<Event, { readonly position: Position }>

/** Returns whether an event is a correction or a removal of the event at its `position`. */
export const isPointer = (event: Event): event is Pointer => event._tag === "Corrected" || event._tag === "Redacted"

/** An event about the log itself: what is kept with it, and the place where it goes on. */
type Upkeep = Extract<Event, { readonly _tag: "EditionKept" | "EditionErased" | "PlanMoved" | "PlanArrived" }>

/** The types of the events about the log itself. */
export const upkeep: ReadonlySet<string> = new Set<Upkeep["_tag"]>([
  "EditionKept",
  "EditionErased",
  "PlanMoved",
  "PlanArrived"
])

/** Returns whether an event is a fact about the plan, not a correction or a removal, nor about the log itself. */
export const isFact = (event: Event): event is Fact => !isPointer(event) && !upkeep.has(event._tag)
