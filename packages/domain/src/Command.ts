/**
 * What a caller may ask of a plan. A command names what is wanted; `decide` says what that makes happen.
 */
import * as Schema from "effect/Schema"
import { Day } from "./Day.ts"
import { Event, Fact } from "./Event.ts"
import { ActivityId, Position } from "./Names.ts"
import { PlannedDate } from "./PlannedDate.ts"
import { Status } from "./Status.ts"
import { Text, Words } from "./Text.ts"

const activity = ActivityId
const { _tag: _registered, ...registration } = Fact.cases.ActivityRegistered.fields
const { _tag: _reworded, ...texts } = Fact.cases.ActivityReworded.fields
const { _tag: _target, ...target } = Fact.cases.TargetSet.fields
const { _tag: _measurement, ...measurement } = Fact.cases.MeasurementRecorded.fields
const { _tag: _finding, ...finding } = Fact.cases.FindingRaised.fields

export const Command = Schema.TaggedUnion({
  OpenPlan: { title: Words },
  HoldReview: { heldOn: Day, title: Schema.NullOr(Text) },
  RegisterActivity: { activity, ...registration },
  RewordActivity: { activity, ...texts },
  ChangeResponsible: { activity, to: Schema.NullOr(Text) },
  MoveDeadline: { activity, to: PlannedDate, reason: Schema.NullOr(Text) },
  ApproveBaseline: { activity, to: PlannedDate, decision: Words },
  ChangeStatus: { activity, to: Status },
  ReopenActivity: { activity },
  NoteFollowUp: { activity, text: Words },
  SetTarget: { activity, ...target },
  RecordMeasurement: { activity, ...measurement },
  /** A finding about an activity, or about the plan or a document where `activity` is null. */
  RaiseFinding: { activity: Schema.NullOr(activity), ...finding },
  /** The finding raised at `position` is looked at and let be. */
  WaiveFinding: { position: Position, reason: Words },
  Correct: { position: Position, replacement: Schema.NullOr(Fact), reason: Words },
  Redact: { position: Position, decision: Words }
})
export type Command = typeof Command.Type

/** Event and activity together: what a decision makes happen. */
export interface Happening {
  readonly activity: ActivityId | null
  readonly event: Event
}
