/**
 * The result of a decision: events, or a refusal.
 */
import * as Result from "effect/Result"
import type { Day } from "../Day.ts"
import type { Event } from "../Event.ts"
import type { ActivityId } from "../Names.ts"
import type { DecisionState } from "./DecisionState.ts"
import type { Source } from "../RecordedEvent.ts"
import type { Refusal } from "../Refusal.ts"

/** A decided event, with the activity that it is about (`null`: the plan). */
export interface DecidedEvent {
  readonly activity: ActivityId | null
  readonly event: Event
}

/** The events of a command, none if it is already in effect; or why it is refused. */
export type Decision = Result.Result<ReadonlyArray<DecidedEvent>, Refusal>

/**
 * The origin of a command: its document (`null`: a person), and its effective day. A document may register an activity,
 * or open the plan, on a day before its first recorded day. A person may not, because the earlier deadline would become
 * the original one.
 */
export interface DecisionContext {
  readonly source: Source | null
  readonly effectiveOn: Day | null
}

/** The decision on a command that is already in effect. */
export const nothing: Decision = Result.succeed([])

/** Accepts a command with one event. */
export const accept = (activity: ActivityId | null, event: Event): Decision => Result.succeed([{ activity, event }])

/** Refuses a command. */
export const refuse = (refusal: Refusal): Decision => Result.fail(refusal)

/** Returns the refusal for an activity that the plan does not have on its day. */
export const missing = (activity: ActivityId, { later }: DecisionState): Refusal => {
  const registeredOn = later.registered.get(activity)
  return registeredOn === undefined
    ? { _tag: "NoSuchActivity", activity }
    : { _tag: "NotYetRegistered", activity, registeredOn }
}
