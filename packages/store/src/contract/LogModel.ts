/**
 * A model of a log: an array of events for each plan. It answers as the log should.
 */
import { expect } from "@effect/vitest"
import type { ActivityId, BatchId, PlanId } from "@frist/domain/Names"
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Result from "effect/Result"
import type { EventLogError } from "../EventLog.ts"
import { batchOf, fromTo, type Log, newBatch, newPlan, note } from "./ContractFixture.ts"

/** An event as the model knows it. `text` is null once it is erased; `redacts` is the position that it removes. */
interface ModelEvent {
  readonly batch: BatchId
  readonly activity: ActivityId | null
  readonly text: string | null
  readonly redacts: number | null
}

/** One plan of the model, and the subscriptions to it. */
interface ModelPlan {
  readonly id: PlanId
  readonly events: Array<ModelEvent>
  readonly batches: Map<BatchId, { readonly first: number; readonly last: number }>
  readonly checkpoints: Array<string>
}

/** A subscription, to one plan or to all, and what it received. */
interface ModelSubscription {
  readonly plan: ModelPlan | undefined
  readonly after: ReadonlyMap<PlanId, number>
  readonly fiber: Fiber.Fiber<ReadonlyArray<RecordedEvent>, EventLogError>
}

/** The plans, the batch ids that commands choose from, and the subscriptions. */
export interface Model {
  readonly plans: ReadonlyArray<ModelPlan>
  readonly batches: ReadonlyArray<BatchId>
  readonly subscriptions: Array<ModelSubscription>
}

/** The number of plans of a model. */
export const planCount = 3
/** The number of batch ids of a model. */
export const batchCount = 8

/** Makes a model without events. */
export const emptyModel = (): Model => ({
  plans: fromTo(1, planCount).map(() => ({ id: newPlan(), events: [], batches: new Map(), checkpoints: [] })),
  batches: fromTo(1, batchCount).map(newBatch),
  subscriptions: []
})

/** Returns a plan of the model by its number. */
export const planOf = (model: Model, nth: number): ModelPlan => model.plans[nth] as ModelPlan

const isTouched = ({ events }: ModelPlan, after: number, about: ReadonlyArray<ActivityId>): boolean =>
  about.length === 0
    ? events.length > after
    : events.slice(after).some((event) => event.activity !== null && about.includes(event.activity))

/** Returns an event as the model keeps it. */
export const modelled = (batch: BatchId, { activity: about, event }: NewEvent): ModelEvent => ({
  batch,
  activity: about,
  text: event._tag === "FollowUpNoted" ? event.text : "",
  redacts: event._tag === "Redacted" ? event.position : null
})

/** The compared parts of an event: a note's text, a redaction's position, and nothing of what is erased. */
export const describedEvent = ({ activity: about, batch, event, position }: RecordedEvent) => ({
  position: Number(position),
  batch,
  activity: about,
  text: event === null ? null : event._tag === "FollowUpNoted" ? event.text : "",
  redacts: event?._tag === "Redacted" ? Number(event.position) : null
})

/** Returns the events of a read as the log should answer them. */
export const expectedEvents = (events: ReadonlyArray<ModelEvent>, after = 0, limit = events.length) =>
  events.map((event, at) => ({ position: at + 1, ...event })).slice(after, after + limit)

/** Sends a batch to the log and the model, and compares the answers. */
export const appendToBoth = Effect.fnUntraced(function* (
  log: Log,
  plan: ModelPlan,
  batch: BatchId,
  events: ReadonlyArray<NewEvent>,
  after: number,
  about: ReadonlyArray<ActivityId>
) {
  const answer = yield* Effect.result(
    Effect.catchTag(
      log.append(batchOf(plan.id, 0, events, { batch, condition: { after, activities: about } })),
      "EventLogError",
      Effect.die
    )
  )
  const head = plan.events.length
  const known = plan.batches.get(batch)
  if (known !== undefined) {
    expect(Result.getOrThrow(answer)).toMatchObject({ ...known, repeated: true })
  } else if (after > head || isTouched(plan, after, about)) {
    const touched = after > head ? [] : about.filter((each) => isTouched(plan, after, [each]))
    expect(Result.isFailure(answer) && answer.failure).toMatchObject({
      _tag: "Conflict",
      plan: plan.id,
      after,
      head,
      activities: touched
    })
  } else {
    const span = { first: head + 1, last: head + events.length }
    expect(Result.getOrThrow(answer)).toMatchObject({ ...span, repeated: false })
    plan.events.push(...events.map((event) => modelled(batch, event)))
    if (events.length > 0) plan.batches.set(batch, span)
  }
})

/** The text of the last event of each plan. */
export const theEnd = "the end"

/** Reads every plan, appends a last event to each, and compares what every subscription received until then. */
export const finishRun = Effect.fnUntraced(function* (log: Log, model: Model) {
  for (const plan of model.plans) {
    expect((yield* log.read(plan.id)).map(describedEvent)).toEqual(expectedEvents(plan.events))
    expect(yield* log.sealed(plan.id)).toEqual(plan.checkpoints)
    // A subscription may begin after positions that do not exist yet.
    while (plan.events.length < 6) yield* appendToBoth(log, plan, newBatch(), [note("more")], plan.events.length, [])
    yield* appendToBoth(log, plan, newBatch(), [note(theEnd)], plan.events.length, [])
  }
  for (const { after, fiber, plan } of model.subscriptions) {
    const received = yield* Effect.timeout(Fiber.join(fiber), "10 seconds")
    for (const { events, id } of plan === undefined ? model.plans : [plan]) {
      // An event may be erased before or after a subscription receives it.
      const isErased = new Set(events.flatMap(({ text }, at) => (text === null ? [at + 1] : [])))
      const blank = <A extends { readonly position: number }>(event: A) =>
        isErased.has(event.position) ? { ...event, text: null } : event
      const own = received.filter((event) => event.plan === id).map(describedEvent)
      expect(own.map(blank)).toEqual(expectedEvents(events, after.get(id)))
    }
  }
})
