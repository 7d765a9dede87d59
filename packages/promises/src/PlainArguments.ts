/**
 * Arguments and answers as plain values. Ids and days are strings, checked here and branded for the domain.
 */
import { Day } from "@frist/domain/Day"
import { ActivityId, Actor, BatchId, PlanId } from "@frist/domain/Names"
import type { ViewTimes } from "@frist/projections/History"
import { record } from "@frist/store/Recording"
import * as Effect from "effect/Effect"
import { FristError } from "./FristError.ts"
import { commandOf, type PlainCommand } from "./PlainCommand.ts"

/**
 * The recording context of commands: the plan, the actor, and the day the fact became true or was reported,
 * `YYYY-MM-DD`. With a `batch`, repeating the call records nothing and returns the first answer.
 */
export interface PlainRecordingContext {
  readonly plan: string
  readonly actor: string
  readonly effectiveOn: string
  readonly batch?: string
}

/**
 * The first and last position recorded; both are null if every command was already in effect. `repeated` is true
 * where the batch had been recorded before.
 */
export interface RecordedPositions {
  readonly first: number | null
  readonly last: number | null
  readonly repeated: boolean
}

/**
 * The times of a view. `today` and `asOf` are days, `YYYY-MM-DD`; default for `asOf`: everything recorded. `knownAt` is
 * the instant by which events must have been recorded; default: all of them.
 */
export interface PlainTimes {
  readonly today: string
  readonly asOf?: string
  readonly knownAt?: Date
}

const valid = <A>(make: (text: string) => A, text: unknown, what: string): A => {
  // Often a variable of the environment that is not set, which types do not find everywhere.
  if (typeof text !== "string")
    throw new FristError("invalid", `${describe(text)} is given, not ${what}: is a variable unset?`)
  try {
    return make(text)
  } catch (error) {
    throw new FristError("invalid", `${JSON.stringify(text)} is not ${what}.`, { cause: error })
  }
}

const describe = (value: unknown): string =>
  value === undefined
    ? "Nothing"
    : value === null
      ? "null"
      : `A value of type ${value instanceof Date ? "Date" : typeof value}`

/** Returns the argument; throws a `FristError` with code `invalid` where none is given. */
const given = <A extends object>(value: A, what: string): A => {
  if (typeof value === "object" && value !== null) return value
  throw new FristError("invalid", `${describe(value)} is given, not ${what}.`)
}

/** Checks the id of a plan; throws a `FristError` with code `invalid`. */
export const checkedPlanId = (plan: string): PlanId =>
  valid(PlanId.make, plan, "the id of a plan: lower-case letters a-z, digits and inner hyphens")
const dayOf = (day: string): Day => valid(Day.make, day, "a day, YYYY-MM-DD")

/** Checks the id of an activity; throws a `FristError` with code `invalid`. */
export const checkedActivityId = (activity: string): ActivityId =>
  valid(ActivityId.make, activity, "the id of an activity: words of a-z and 0-9 joined by hyphens")

const contextOf = (context: PlainRecordingContext) => {
  const { actor, batch, effectiveOn, plan } = given(context, "the context of a recording: { plan, actor, effectiveOn }")
  return {
    plan: checkedPlanId(plan),
    actor: valid(Actor.make, actor, "an actor: one line of at most 200 characters"),
    effectiveOn: dayOf(effectiveOn),
    ...(batch === undefined ? {} : { batch: valid(BatchId.make, batch, "a batch: at most 200 characters, no spaces") })
  }
}

/** Checks the times of a view; throws a `FristError` with code `invalid`. */
export const timesOf = (times: PlainTimes): ViewTimes => {
  const { asOf, knownAt, today } = given(times, 'the times of a view, such as { today: "2024-05-02" }')
  if (knownAt !== undefined && !(knownAt instanceof Date && Number.isFinite(knownAt.getTime())))
    throw new FristError("invalid", "knownAt is not a Date that is valid: give an instant, such as new Date().")
  return {
    today: dayOf(today),
    ...(asOf === undefined ? {} : { asOf: dayOf(asOf) }),
    ...(knownAt === undefined ? {} : { knownAt: knownAt.getTime() })
  }
}

/** Records plain commands; fails as `record` of the store does, and dies with a `FristError` on an invalid argument. */
export const recording = (context: PlainRecordingContext, commands: ReadonlyArray<PlainCommand>) =>
  Effect.suspend(() => record(contextOf(context), ...commands.map(commandOf))).pipe(
    Effect.map(({ first, last, repeated }): RecordedPositions =>
      last < first ? { first: null, last: null, repeated } : { first, last, repeated }
    )
  )
