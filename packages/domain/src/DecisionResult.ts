/**
 * What a decision gives: events, or the refusal that forbids them.
 */
import * as Result from "effect/Result"
import type { Day } from "./Day.ts"
import type { Event } from "./Event.ts"
import type { ActivityId } from "./Names.ts"
import type { Plan } from "./Plan.ts"
import type { Source } from "./RecordedEvent.ts"
import type { Refusal } from "./Refusal.ts"

/** An event that a decision makes happen, with the activity that it is about (`null`: the plan). */
export interface DecidedEvent {
  readonly activity: ActivityId | null
  readonly event: Event
}

/** The events that a command makes happen, none where it is already in effect; or why it is refused. */
export type Decision = Result.Result<ReadonlyArray<DecidedEvent>, Refusal>

/**
 * Where a command comes from: the document (`null`: a person), and the day that it is true of. A document may register
 * an activity or open the plan before the day it already began; a person who did so would replace the first deadline.
 */
export interface DecisionContext {
  readonly source: Source | null
  readonly effectiveOn: Day | null
}

/** The decision on a command that is already in effect. */
export const nothing: Decision = Result.succeed([])

/** Returns the decision that an event happens. */
export const accept = (activity: ActivityId | null, event: Event): Decision => Result.succeed([{ activity, event }])

/** Returns the decision that a command is refused. */
export const refuse = (refusal: Refusal): Decision => Result.fail(refusal)

/** Returns the refusal for an activity that the plan does not have on its day. */
export const missing = (activity: ActivityId, { later }: Plan): Refusal => {
  const registeredOn = later.registered.get(activity)
  return registeredOn === undefined
    ? { _tag: "NoSuchActivity", activity }
    : { _tag: "NotYetRegistered", activity, registeredOn }
}
