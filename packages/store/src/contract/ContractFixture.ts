/**
 * The shared parts of the contract: laws, and the plans, batches and events that they are tried on.
 */
import { Day } from "@frist/domain/Day"
import { type ActivityId, ActivityId as ActivityIdSchema, Actor, BatchId, PlanId } from "@frist/domain/Names"
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import { checkpointText, originOf } from "@frist/evidence/checkpoints/Checkpoint"
import { emptyTree, treeHead, withLeaf } from "@frist/evidence/tree/MerkleTree"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { type Batch, EventLog, type EventLogError } from "../EventLog.ts"
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

/** Declares a law as a test. Its plan is empty; the store may hold other plans, and other tests may use it meanwhile. */
export type Law = (
  sentence: string,
  test: (log: Log, plan: PlanId) => Effect.Effect<void, unknown, LogServices | Scope.Scope>
) => void

/** How much the races do. Larger sizes take longer and find rarer faults. */
export interface Sizes {
  readonly writers: number
  /** Appends of each writer in a race. */
  readonly appends: number
  readonly subscribers: number
  /** Events that a crowd of writers records. */
  readonly events: number
}

export const newPlan = (): PlanId => PlanId.make(`contract-${crypto.randomUUID()}`)
export const newBatch = (): BatchId => BatchId.make(crypto.randomUUID())
export const activityNamed = (id: string): ActivityId => ActivityIdSchema.make(id)
export const actor = Actor.make("Strategen")
export const day = Day.of(2024, 1, 1)

/** Returns a note about an activity, or about the plan itself. */
export const note = (text: string, about: ActivityId | null = null): NewEvent => ({
  activity: about,
  event: { _tag: "FollowUpNoted", text },
  effectiveOn: day,
  provenance: "stated",
  source: null
})

/** Returns a batch whose decision saw the plan up to `after`. Default: a new batch id, and a decision on the whole plan. */
export const batchOf = (
  plan: PlanId,
  after: number,
  events: ReadonlyArray<NewEvent>,
  changed: Partial<Batch> = {}
): Batch => ({ plan, batch: newBatch(), actor, events, condition: { after, activities: [] }, ...changed })

export const positions = (events: ReadonlyArray<RecordedEvent>): ReadonlyArray<number> =>
  events.map((event) => event.position)

/** Returns the checkpoint of the first events of a plan, as text. */
export const checkpointOf = (log: Log, plan: PlanId, size: number): Effect.Effect<string, EventLogError> =>
  Effect.map(log.rows(plan, { limit: size }), (rows) => {
    const tree = rows.reduce((grown, { leaf }) => withLeaf(grown, leaf), emptyTree)
    return checkpointText({ origin: originOf(plan), ...treeHead(tree) })
  })

/** Returns the whole numbers from `first` to `last`, inclusive. */
export const fromTo = (first: number, last: number): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)

/**
 * Receives a subscription's events in the background. `until(count)` waits until so many have arrived, and fails after
 * 20 seconds.
 */
export const receive = Effect.fnUntraced(function* (changes: Stream.Stream<RecordedEvent, EventLogError>) {
  const events: Array<RecordedEvent> = []
  const subscriber = Stream.runForEach(changes, (event) => Effect.sync(() => events.push(event)))
  yield* Effect.forkScoped(subscriber, { startImmediately: true })
  const until = (count: number) =>
    Effect.suspend(() => (events.length < count ? Effect.fail("waiting") : Effect.void)).pipe(
      Effect.retry(Schedule.spaced("1 millis")),
      Effect.timeout("20 seconds")
    )
  return { events: events as ReadonlyArray<RecordedEvent>, until }
})
