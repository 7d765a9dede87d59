/**
 * What is said with plain strings, checked and turned into the names and days of the domain.
 */
import { Day } from "@frist/domain/Day"
import { Actor, BatchId, PlanId } from "@frist/domain/Names"
import type { ViewTimes } from "@frist/projections/View"
import { record } from "@frist/store/Recording"
import * as Effect from "effect/Effect"
import { FristError } from "./FristError.ts"
import { commandOf, type PlainCommand } from "./PlainCommand.ts"

/**
 * The recording context of commands as plain strings: the plan, who records, and the day that it was true or was said,
 * `YYYY-MM-DD`. A `batch` makes a repetition harmless.
 */
export interface PlainRecordingContext {
  readonly plan: string
  readonly actor: string
  readonly effectiveOn: string
  readonly batch?: string
}

/**
 * The positions of what was recorded: `null` where all of it was in effect already. `repeated`: the batch stood there
 * before.
 */
export interface Recorded {
  readonly first: number | null
  readonly last: number | null
  readonly repeated: boolean
}

/** `today` and `asOf` are days; `knownAt` is an instant: what was recorded by then. */
export interface Times {
  readonly today: string
  readonly asOf?: string
  readonly knownAt?: Date
}

const valid = <A>(make: (text: string) => A, text: string, what: string): A => {
  try {
    return make(text)
  } catch (error) {
    throw new FristError("invalid", `${JSON.stringify(text)} is not ${what}.`, null, error)
  }
}
export const planOf = (plan: string): PlanId =>
  valid(PlanId.make, plan, "the id of a plan: lower-case letters a-z, digits and inner hyphens")
const dayOf = (day: string): Day => valid(Day.make, day, "a day, YYYY-MM-DD")

const contextOf = ({ actor, batch, effectiveOn, plan }: PlainRecordingContext) => ({
  plan: planOf(plan),
  actor: valid(Actor.make, actor, "an actor: one line of at most 200 characters"),
  effectiveOn: dayOf(effectiveOn),
  ...(batch === undefined ? {} : { batch: valid(BatchId.make, batch, "a batch: at most 200 characters, no spaces") })
})

export const timesOf = ({ asOf, knownAt, today }: Times): ViewTimes => ({
  today: dayOf(today),
  ...(asOf === undefined ? {} : { asOf: dayOf(asOf) }),
  ...(knownAt === undefined ? {} : { knownAt: knownAt.getTime() })
})

export const recording = (context: PlainRecordingContext, commands: ReadonlyArray<PlainCommand>) =>
  Effect.suspend(() => record(contextOf(context), ...commands.map(commandOf))).pipe(
    Effect.map(({ first, last, repeated }): Recorded =>
      last < first ? { first: null, last: null, repeated } : { first, last, repeated }
    )
  )
