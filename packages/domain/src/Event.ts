/**
 * The stored format. These names and fields are what stands in every log for ever: a change here is a migration.
 * Fields are nullable rather than absent, and both ends of a change are kept.
 */
import * as Schema from "effect/Schema"
import { Day } from "./Day.ts"
import { ActivityId, Position } from "./Names.ts"
import { PlannedDate } from "./PlannedDate.ts"
import { Status } from "./Status.ts"
import { Text, Words } from "./Text.ts"

export const Kind = Schema.Literals(["activity", "milestone"])
export type Kind = typeof Kind.Type

/** `error`: the row was left out. `warning`: recorded, and somebody should look. `info`: good to know. */
export const Severity = Schema.Literals(["error", "warning", "info"])
export type Severity = typeof Severity.Type

/** The texts of a row. Responsibles are roles, as written. A milestone has its name in `goal` and nothing else. */
const row = {
  area: Schema.NullOr(Text),
  goal: Schema.NullOr(Text),
  actions: Schema.NullOr(Text),
  responsible: Schema.NullOr(Text)
}

const findingCode = Schema.isPattern(/^[A-Z][A-Za-z]{2,59}$/)

const facts = {
  PlanOpened: { title: Words },
  /** The occasion at which the tables were presented. */
  ReviewHeld: { heldOn: Day, title: Schema.NullOr(Text) },
  ActivityRegistered: {
    kind: Kind,
    parent: Schema.NullOr(ActivityId),
    ...row,
    deadline: Schema.NullOr(PlannedDate)
  },
  /** The new texts of a row, whole. */
  ActivityReworded: { area: row.area, goal: row.goal, actions: row.actions },
  ResponsibleChanged: { from: Schema.NullOr(Text), to: Schema.NullOr(Text) },
  DeadlineMoved: { from: Schema.NullOr(PlannedDate), to: PlannedDate, reason: Schema.NullOr(Text) },
  /** A new baseline, approved by whoever may: never the same thing as a new forecast. */
  BaselineApproved: { from: Schema.NullOr(PlannedDate), to: PlannedDate, decision: Words },
  StatusChanged: { from: Status, to: Status },
  /** A document's follow-up cell as it stands, whole; or what a person adds to it. */
  FollowUpNoted: { text: Words },
  /** What is to be reached: a number and unit where the words give them. */
  TargetSet: {
    measure: Words,
    value: Schema.NullOr(Schema.Finite),
    unit: Schema.NullOr(Text),
    words: Text
  },
  /** What was reached in a period: `about` and `over` are the qualifiers a text gives (ca, drygt). */
  MeasurementRecorded: {
    measure: Words,
    value: Schema.Finite,
    unit: Schema.NullOr(Text),
    qualifier: Schema.NullOr(Schema.Literals(["about", "over", "under"])),
    period: Schema.NullOr(PlannedDate),
    words: Text
  },
  /** Something odd that was seen in a document, with the words it was seen in: recorded, so that it cannot vanish. */
  FindingRaised: {
    code: Schema.String.check(findingCode),
    severity: Severity,
    column: Schema.NullOr(Text),
    words: Text
  },
  /** Somebody has looked at a finding and let it be: that finding, now and whenever an edition gives rise to it again. */
  FindingWaived: {
    code: Schema.String.check(findingCode),
    column: Schema.NullOr(Text),
    words: Text,
    reason: Words
  }
}

/** What may be corrected: a fact about the plan, not a correction or a removal. */
export const Fact = Schema.TaggedUnion(facts)
export type Fact = typeof Fact.Type

export const Event = Schema.TaggedUnion({
  ...facts,
  /** The event at `position` was recorded wrongly; `replacement` stands in its place, or nothing does. Not a move. */
  Corrected: { position: Position, replacement: Schema.NullOr(Fact), reason: Words },
  /** Lawful removal of the event at `position`, on a decision with a reference. */
  Redacted: { position: Position, decision: Words }
})
export type Event = typeof Event.Type
