/**
 * The commands of a plan. A command states an intent; `decide` returns its events or a refusal.
 */
import * as Schema from "effect/Schema"
import { Day } from "./Day.ts"
import { Event, Fact, Outcome } from "./Event.ts"
import { ActivityId, Position } from "./Names.ts"
import { PlannedDate } from "./PlannedDate.ts"
import { readDate } from "./dates/DateReading.ts"
import { Status } from "./Status.ts"
import { NonBlankText, Text } from "./text/Text.ts"

const activity = ActivityId
const { _tag: _registered, ...registration } = Fact.cases.ActivityRegistered.fields
const { _tag: _reworded, ...texts } = Fact.cases.ActivityReworded.fields
const { _tag: _target, ...target } = Fact.cases.TargetSet.fields
const { _tag: _measurement, ...measurement } = Fact.cases.MeasurementRecorded.fields
const { _tag: _finding, ...finding } = Fact.cases.FindingRaised.fields
const { _tag: _column, ...column } = Fact.cases.ColumnDecided.fields
const { _tag: _kept, ...kept } = Event.cases.EditionKept.fields
const { _tag: _erased, ...erased } = Event.cases.EditionErased.fields

const isDate = Schema.is(PlannedDate)
const datesIn = (value: unknown): ReadonlyArray<PlannedDate> =>
  isDate(value) ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(datesIn) : []

/** Requires that a date means what its words say. Stored events are read without this check. */
const ofSoundDates = Schema.makeFilter(
  (asked: Command | Fact) => {
    // The period of a figure may depend on the text before it: `samma månader 2022`.
    const isOfAPeriod = asked._tag === "RecordMeasurement" || asked._tag === "MeasurementRecorded"
    return datesIn(asked).every((date) => PlannedDate.isSound(date) && (isOfAPeriod || isAsRead(date)))
  },
  { expected: "dates whose reading (edtf, earliest, latest) is that of their words" }
)

/**
 * Returns whether a date means what its words say. Words that cannot be read may have any reading, and words may be left
 * unread.
 */
const isAsRead = ({ words, ...given }: PlannedDate): boolean => {
  const { date } = readDate(words)
  return (
    date.edtf === null ||
    (given.edtf === null && given.earliest === null && given.latest === null) ||
    (date.edtf === given.edtf && date.earliest === given.earliest && date.latest === given.latest)
  )
}

/** A fact that may replace another. */
export const Replacement = Fact.check(ofSoundDates)

const openStatus = Schema.Union([Status.cases.NotStated, Status.cases.InProgress, Status.cases.Delayed])

const commands = Schema.TaggedUnion({
  OpenPlan: { title: NonBlankText },
  HoldReview: { heldOn: Day, title: Schema.NullOr(Text) },
  RegisterActivity: { activity, ...registration },
  RewordActivity: { activity, ...texts },
  ChangeResponsible: { activity, to: Schema.NullOr(Text) },
  /** Moves a deadline to a new forecast. `alone`: without the open parts of the activity, which move with it by default. */
  MoveDeadline: { activity, to: PlannedDate, reason: Schema.NullOr(Text), alone: Schema.optionalKey(Schema.Boolean) },
  ApproveBaseline: { activity, to: PlannedDate, decision: NonBlankText },
  RequestExtension: { activity, to: PlannedDate, reason: Schema.NullOr(Text) },
  /** Decides the request at the position `request`. `to` is the granted date; null grants the one requested. */
  DecideExtension: { request: Position, outcome: Outcome, to: Schema.NullOr(PlannedDate), decision: NonBlankText },
  /** Declares that the activity waits for `on`. */
  DeclareDependency: { activity, on: activity, words: Schema.NullOr(Text) },
  EndDependency: { activity, on: activity, reason: Schema.NullOr(Text) },
  /** Links a milestone to the activity that it stands for; null ends the link. */
  LinkMilestone: { activity, to: Schema.NullOr(activity) },
  ChangeStatus: { activity, to: Status },
  /** Reopens a closed activity with that status; default: in progress. */
  ReopenActivity: { activity, to: Schema.optionalKey(openStatus) },
  NoteFollowUp: { activity, text: NonBlankText },
  SetTarget: { activity, ...target },
  RecordMeasurement: { activity, ...measurement },
  /** Raises a finding about an activity, or about the plan or a document where `activity` is null. */
  RaiseFinding: { activity: Schema.NullOr(activity), ...finding },
  /** Decides what a heading of the plan's documents means. */
  DecideColumn: { ...column },
  /** States that a document shows again the findings raised at these positions. */
  RepeatFindings: { positions: Schema.Array(Position) },
  /** Accepts the finding raised at `position`. */
  WaiveFinding: { position: Position, reason: NonBlankText },
  Correct: { position: Position, replacement: Schema.NullOr(Fact), reason: NonBlankText },
  /** Removes the texts of an event; with `whole` also its dates, values, and the decision in it. */
  Redact: { position: Position, decision: NonBlankText, whole: Schema.optionalKey(Schema.Boolean) },
  /** Says that the cells of a document are kept. What is kept is stored together with the event. */
  KeepEdition: { ...kept },
  /** Erases cells of a kept edition, or all of them. */
  EraseEdition: { ...erased }
})
/** Requires that a refusal gives no date. */
const refusedWithoutDate = Schema.makeFilter(
  (asked: Command) => asked._tag !== "DecideExtension" || asked.outcome === "granted" || asked.to === null,
  { expected: "no date where a request is refused" }
)

/** A command of a plan, as a union that narrows on `_tag`. */
export const Command = commands.check(ofSoundDates, refusedWithoutDate)
export type Command = typeof commands.Type

/** The command with this tag. */
export type CommandOf<Tag extends Command["_tag"]> = Extract<Command, { _tag: Tag }>
