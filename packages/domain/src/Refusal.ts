/**
 * Refusals: the facts that forbid a command.
 */
import * as Schema from "effect/Schema"
import { Day } from "./Day.ts"
import { ActivityId, Position } from "./Names.ts"
import { Status } from "./Status.ts"

/** The fact that forbids a command, as a union that narrows on `_tag`. */
export const Refusal = Schema.TaggedUnion({
  PlanNotOpened: {},
  PlanAlreadyOpened: { title: Schema.String },
  AlreadyRegistered: { activity: ActivityId },
  NoSuchActivity: { activity: ActivityId },
  /** The activity exists, but was registered after the effective day of the command. */
  NotYetRegistered: { activity: ActivityId, registeredOn: Day },
  ActivityClosed: { activity: ActivityId, status: Status },
  NoSuchPosition: { position: Position },
  /** The position holds a correction or a removal. Correct the event that it refers to instead. */
  NotAFact: { position: Position, type: Schema.String },
  /** A replacement must be of the same type as what it replaces. */
  OtherType: { position: Position, type: Schema.String, replacement: Schema.String },
  NotAFinding: { position: Position, type: Schema.String },
  AlreadyRedacted: { position: Position },
  /** A decision to remove cannot be removed: it says why content is missing. */
  DecisionStands: { position: Position }
})
export type Refusal = typeof Refusal.Type

type Sentences = { readonly [Tag in Refusal["_tag"]]: (refusal: Extract<Refusal, { _tag: Tag }>) => string }

const sentences: Sentences = {
  PlanNotOpened: () => "The plan is not open on that day: open it first, or give a later day.",
  PlanAlreadyOpened: ({ title }) => `The plan is already open as "${title}": continue without opening it.`,
  AlreadyRegistered: ({ activity }) => `Activity ${activity} already exists: choose another id.`,
  NoSuchActivity: ({ activity }) => `Activity ${activity} does not exist: register it first, or give another id.`,
  NotYetRegistered: ({ activity, registeredOn }) =>
    `Activity ${activity} is registered from ${registeredOn}: give that day or a later one.`,
  ActivityClosed: ({ activity, status }) => `Activity ${activity} is closed (${status._tag}): reopen it first.`,
  NoSuchPosition: ({ position }) => `Event ${position} does not exist: give the position of one of the plan's events.`,
  NotAFact: ({ position, type }) => `Event ${position} is itself ${type}: correct the event that it refers to.`,
  OtherType: ({ position, replacement, type }) =>
    `Event ${position} is ${type}, not ${replacement}: give a replacement of the same type.`,
  NotAFinding: ({ position, type }) => `Event ${position} is ${type}, not a finding: give the position of a finding.`,
  AlreadyRedacted: ({ position }) =>
    `Event ${position} is already removed on another decision: no second removal is needed.`,
  DecisionStands: ({ position }) =>
    `Event ${position} is itself a decision to remove and cannot be removed: give another position.`
}

/** Returns a refusal as one English sentence for a developer: the fact that forbids the command, and what to do. */
export const sentenceOf = (refusal: Refusal): string =>
  (sentences[refusal._tag] as (refusal: Refusal) => string)(refusal)
