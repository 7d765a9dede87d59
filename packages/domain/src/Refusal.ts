/**
 * Why a command is not carried out: each refusal is the fact that forbids it.
 */
import * as Schema from "effect/Schema"
import { Day } from "./Day.ts"
import { ActivityId, Position } from "./Names.ts"
import { Status } from "./Status.ts"

export const Refusal = Schema.TaggedUnion({
  PlanNotOpened: {},
  PlanAlreadyOpened: { title: Schema.String },
  AlreadyRegistered: { activity: ActivityId },
  NoSuchActivity: { activity: ActivityId },
  /** The activity exists, but was registered after the day the command speaks of. */
  NotYetRegistered: { activity: ActivityId, registeredOn: Day },
  ActivityClosed: { activity: ActivityId, status: Status },
  NoSuchPosition: { position: Position },
  /** Corrections and redactions are not corrected themselves: correct the fact they point at once more. */
  NotAFact: { position: Position, type: Schema.String },
  /** A replacement must be of the same type as what it replaces. */
  OtherType: { position: Position, type: Schema.String, replacement: Schema.String },
  NotAFinding: { position: Position, type: Schema.String },
  AlreadyRedacted: { position: Position },
  /** A decision to remove stands for ever: without it nobody could tell why content is missing. */
  DecisionStands: { position: Position }
})
export type Refusal = typeof Refusal.Type

type Sentences = { readonly [Tag in Refusal["_tag"]]: (refusal: Extract<Refusal, { _tag: Tag }>) => string }

const sentences: Sentences = {
  PlanNotOpened: () => "The plan is not opened on that day: open it first, or name a day from then on.",
  PlanAlreadyOpened: ({ title }) => `The plan is opened already, as "${title}": go on without opening it.`,
  AlreadyRegistered: ({ activity }) => `There is an activity ${activity} already: choose another id.`,
  NoSuchActivity: ({ activity }) => `There is no activity ${activity}: register it first, or name another.`,
  NotYetRegistered: ({ activity, registeredOn }) =>
    `The activity ${activity} is registered from ${registeredOn}: name a day from then on.`,
  ActivityClosed: ({ activity, status }) => `The activity ${activity} is closed (${status._tag}): reopen it first.`,
  NoSuchPosition: ({ position }) => `There is no event ${position}: name one of the plan's.`,
  NotAFact: ({ position, type }) => `Event ${position} is itself ${type}: correct the event that it points at.`,
  OtherType: ({ position, replacement, type }) =>
    `Event ${position} is ${type}, not ${replacement}: replace it by one of its own type.`,
  NotAFinding: ({ position, type }) => `Event ${position} is ${type} and no finding: name one that is.`,
  AlreadyRedacted: ({ position }) => `Event ${position} is removed already, on another decision: leave it so.`,
  DecisionStands: ({ position }) => `Event ${position} is itself a decision to remove, and stays: name another.`
}

/** The refusal as one English sentence for a developer: what forbids it, and what to do. */
export const sentenceOf = (refusal: Refusal): string =>
  (sentences[refusal._tag] as (refusal: Refusal) => string)(refusal)
