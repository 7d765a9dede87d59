/**
 * Refusals: the facts that forbid a command.
 */
import * as Schema from "effect/Schema"
import { Day } from "./Day.ts"
import { ActivityId, Position } from "./Names.ts"
import { Status } from "./Status.ts"

/** The fact that forbids a command, as a union that narrows on `_tag`. */
export const Refusal = Schema.TaggedUnion({
  /** The log is closed: the plan goes on at the place `to`. */
  PlanMoved: { to: Schema.String },
  PlanNotOpened: {},
  PlanAlreadyOpened: { title: Schema.String },
  AlreadyRegistered: { activity: ActivityId },
  NoSuchActivity: { activity: ActivityId },
  /** The activity exists, but was registered after the effective day of the command. */
  NotYetRegistered: { activity: ActivityId, registeredOn: Day },
  NotAMilestone: { activity: ActivityId },
  /** A milestone stands for an activity, not for another milestone. */
  NotAnActivity: { activity: ActivityId },
  /** `activity` cannot wait for `on`, which waits for it, or is itself. */
  CircularDependency: { activity: ActivityId, on: ActivityId },
  /** The position holds no request, or one that was withdrawn or made later than the day of the decision. */
  NotARequest: { position: Position, type: Schema.String },
  RequestDecided: { position: Position, decision: Schema.String },
  ActivityClosed: { activity: ActivityId, status: Status },
  NoSuchPosition: { position: Position },
  /** The position holds a correction or a removal. Correct the event that it refers to instead. */
  NotAFact: { position: Position, type: Schema.String },
  /** A replacement must be of the same type as what it replaces. */
  OtherType: { position: Position, type: Schema.String, replacement: Schema.String },
  NotAFinding: { position: Position, type: Schema.String },
  AlreadyRedacted: { position: Position },
  /** Only texts were removed, and what remains is recorded with the decision: it cannot be removed later. */
  RemainsStands: { position: Position },
  /** A decision to remove cannot be removed: it says why content is missing. Nor can the hash of what is kept. */
  DecisionStands: { position: Position },
  /** The event holds no text that can be removed alone: only a date, a registration, a status or a decision. */
  NeedsWhole: { position: Position, type: Schema.String },
  EditionNotKept: { sha256: Schema.String },
  EditionAlreadyErased: { sha256: Schema.String }
})
export type Refusal = typeof Refusal.Type

/** The fact of a refusal, and what to do about it. */
interface RefusalText {
  readonly fact: string
  readonly advice: string
}

const texts: { readonly [R in Refusal as R["_tag"]]: (refusal: R) => RefusalText } = {
  PlanMoved: ({ to }) => ({ fact: `The plan has moved to ${to}`, advice: "record there" }),
  PlanNotOpened: () => ({
    fact: "The plan is not open on that day",
    advice: "open it first, or give a later day"
  }),
  PlanAlreadyOpened: ({ title }) => ({
    fact: `The plan is already open as "${title}"`,
    advice: "continue without opening it"
  }),
  AlreadyRegistered: ({ activity }) => ({ fact: `Activity ${activity} already exists`, advice: "choose another id" }),
  NoSuchActivity: ({ activity }) => ({
    fact: `Activity ${activity} does not exist`,
    advice: "register it first, or give another id"
  }),
  NotYetRegistered: ({ activity, registeredOn }) => ({
    fact: `Activity ${activity} was first registered on ${registeredOn}`,
    advice: "give that day or a later one"
  }),
  NotAMilestone: ({ activity }) => ({
    fact: `Activity ${activity} is not a milestone`,
    advice: "give the id of a milestone"
  }),
  NotAnActivity: ({ activity }) => ({
    fact: `Activity ${activity} is a milestone`,
    advice: "give the id of the activity that the milestone stands for"
  }),
  CircularDependency: ({ activity, on }) => ({
    fact:
      activity === on ? `Activity ${activity} cannot wait for itself` : `Activity ${on} already waits for ${activity}`,
    advice: "end that dependency first, or give another activity"
  }),
  NotARequest: ({ position, type }) => ({
    fact: `Event ${position} (${type}) is not a request for another date that is open on that day`,
    advice: "give the position of an open request"
  }),
  RequestDecided: ({ decision, position }) => ({
    fact: `Request ${position} has already been decided: ${decision}`,
    advice: "record a new request, or correct the decision"
  }),
  ActivityClosed: ({ activity, status }) => ({
    fact: `Activity ${activity} is closed (${status._tag})`,
    advice: "reopen it first"
  }),
  NoSuchPosition: ({ position }) => ({
    fact: `Event ${position} does not exist`,
    advice: "give the position of one of the plan's events"
  }),
  NotAFact: ({ position }) => ({
    fact: `Event ${position} is a correction or a redaction, or says what is kept or where the plan is`,
    advice: "give the position of a fact"
  }),
  OtherType: ({ position, replacement, type }) => ({
    fact: `Event ${position} has the type ${type} and cannot be replaced by ${replacement}`,
    advice: "give a replacement of the same type"
  }),
  NotAFinding: ({ position, type }) => ({
    fact: `Event ${position} has the type ${type}; it is not a finding`,
    advice: "give the position of a finding"
  }),
  AlreadyRedacted: ({ position }) => ({
    fact: `Event ${position} has already been redacted under another decision`,
    advice: "no second decision is needed"
  }),
  RemainsStands: ({ position }) => ({
    fact: `Event ${position} has been redacted without whole, and what remains of it is recorded with the decision`,
    advice: "give whole: true the first time"
  }),
  DecisionStands: ({ position }) => ({
    fact: `Event ${position} is itself a redaction decision, or says what is kept or where the plan is, and cannot be redacted`,
    advice: "give another position"
  }),
  NeedsWhole: ({ position, type }) => ({
    fact: `Event ${position} (${type}) holds no text that can be removed alone`,
    advice: "give whole: true to remove its dates, values and names too"
  }),
  EditionNotKept: ({ sha256 }) => ({
    fact: `The cells of document ${sha256} are not kept`,
    advice: "give the document of a kept edition"
  }),
  EditionAlreadyErased: ({ sha256 }) => ({
    fact: `The cells of document ${sha256} have already been erased`,
    advice: "no second decision is needed"
  })
}

const textOf = (refusal: Refusal): RefusalText => (texts[refusal._tag] as (refusal: Refusal) => RefusalText)(refusal)

/** Returns the fact that forbids the command, in English, without a full stop. What to do depends on the interface. */
export const factOf = (refusal: Refusal): string => textOf(refusal).fact

/** Returns a refusal as one English sentence for a developer: the fact that forbids the command, and what to do. */
export const sentenceOf = (refusal: Refusal): string => {
  const { advice, fact } = textOf(refusal)
  return `${fact}: ${advice}.`
}
