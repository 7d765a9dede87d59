/**
 * What every part of the contract is written with: a law over a log and a plan nobody has written to, and the batches
 * that are recorded to try it.
 */
import { Day } from "@frist/domain/Day"
import { type ActivityId, ActivityId as ActivityIdSchema, Actor, BatchId, PlanId } from "@frist/domain/Names"
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { type Batch, EventLog } from "../EventLog.ts"
import { EvidenceLog } from "../EvidenceLog.ts"
import { LogAdministration } from "../LogAdministration.ts"
import type { LogServices } from "../LogServices.ts"

/** The three services of an adapter as one value. */
export type Log = EventLog["Service"] & EvidenceLog["Service"] & LogAdministration["Service"]

/** Returns the three services of the context as one value. */
export const wholeLog: Effect.Effect<Log, never, LogServices> = Effect.gen(function* () {
  return { ...(yield* EventLog), ...(yield* EvidenceLog), ...(yield* LogAdministration) }
})

/** Provides the three services of an adapter from one value. */
export const provideLog = (log: Log) =>
  Effect.provideContext(
    Context.make(EventLog, log).pipe(Context.add(EvidenceLog, log), Context.add(LogAdministration, log))
  )

/** States a law by a sentence. Its plan is new, so the store behind the log may hold others and be used meanwhile. */
export type Law = (
  sentence: string,
  test: (log: Log, plan: PlanId) => Effect.Effect<void, unknown, LogServices | Scope.Scope>
) => void

/**
 * How much the races do: more writers, appends of each, followers, and events of a crowd take longer and find more.
 */
export interface Sizes {
  readonly writers: number
  readonly appends: number
  readonly followers: number
  readonly events: number
}

export const newPlan = (): PlanId => PlanId.make(`contract-${crypto.randomUUID()}`)
export const newBatch = (): BatchId => BatchId.make(crypto.randomUUID())
export const activity = (id: string): ActivityId => ActivityIdSchema.make(id)
export const actor = Actor.make("Strategen")
export const day = Day.of(2024, 1, 1)

/** A note about an activity, or a fact about the plan where there is none. */
export const note = (text: string, about: ActivityId | null = null): NewEvent => ({
  activity: about,
  event: { _tag: "FollowUpNoted", text },
  effectiveOn: day,
  provenance: "stated",
  source: null
})

/** A batch after that position, on a decision about the whole plan unless it says otherwise. */
export const batchOf = (
  plan: PlanId,
  after: number,
  events: ReadonlyArray<NewEvent>,
  changed: Partial<Batch> = {}
): Batch => ({ plan, batch: newBatch(), actor, events, condition: { after, activities: [] }, ...changed })

export const positions = (events: ReadonlyArray<RecordedEvent>): ReadonlyArray<number> =>
  events.map((event) => event.position)

/** The whole numbers from `first` to `last`, both included. */
export const fromTo = (first: number, last: number): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
