/**
 * The contract's law of the model: after any sequence of commands the log answers as an array of events per plan does.
 */
import { describe, expect } from "@effect/vitest"
import { type ActivityId, type BatchId, type PlanId, Position } from "@frist/domain/Names"
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as fc from "fast-check"
import type { EventLogError } from "../EventLog.ts"
import { recordsOf } from "../BatchRecords.ts"
import { activityNamed, batchOf, fromTo, type Law, type Log, newBatch, newPlan, note } from "./ContractFixture.ts"

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

interface Model {
  readonly plans: ReadonlyArray<ModelPlan>
  readonly batches: ReadonlyArray<BatchId>
  readonly subscriptions: Array<ModelSubscription>
}

type Run = (effect: Effect.Effect<void, EventLogError, Scope.Scope>) => Promise<void>
interface Real {
  readonly log: Log
  readonly run: Run
}
type Command = fc.AsyncCommand<Model, Real>

const planCount = 3
const batchCount = 8
const activities = fromTo(0, 2).map((nth) => activityNamed(`a${nth}`))

const command = (
  label: string,
  run: (model: Model, log: Log) => Effect.Effect<void, EventLogError, Scope.Scope>
): Command => ({
  check: () => true,
  run: (model, real) => real.run(run(model, real.log)),
  toString: () => label
})

const planOf = (model: Model, nth: number): ModelPlan => model.plans[nth] as ModelPlan

const isTouched = ({ events }: ModelPlan, after: number, about: ReadonlyArray<ActivityId>): boolean =>
  about.length === 0
    ? events.length > after
    : events.slice(after).some((event) => event.activity !== null && about.includes(event.activity))

const modelled = (batch: BatchId, { activity: about, event }: NewEvent): ModelEvent => ({
  batch,
  activity: about,
  text: event._tag === "FollowUpNoted" ? event.text : "",
  redacts: event._tag === "Redacted" ? event.position : null
})

/** What is compared: a note's text, a redaction's position, and nothing of what is erased. */
const described = ({ activity: about, batch, event, position }: RecordedEvent) => ({
  position: Number(position),
  batch,
  activity: about,
  text: event === null ? null : event._tag === "FollowUpNoted" ? event.text : "",
  redacts: event?._tag === "Redacted" ? Number(event.position) : null
})
const expected = (events: ReadonlyArray<ModelEvent>, after = 0, limit = events.length) =>
  events.map((event, at) => ({ position: at + 1, ...event })).slice(after, after + limit)

/** Sends a batch to both, and compares the answers. */
const append = Effect.fnUntraced(function* (
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

const small = (max: number) => fc.integer({ min: 0, max })
const anyPlan = small(planCount - 1)
const anyBatch = small(batchCount - 1)
const batchAt = (model: Model, nth: number): BatchId => model.batches[nth] as BatchId

const appends = fc
  .record({
    plan: anyPlan,
    batch: anyBatch,
    /** How many events the decision missed; negative: it saw positions that do not exist. */
    behind: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.integer({ min: -1, max: 4 }) }
    ),
    about: fc.subarray([0, 1, 2]),
    events: fc.array(fc.option(small(2)), { maxLength: 4 })
  })
  .map(({ about, batch, behind, events, plan: nth }) =>
    command(
      `append(plan ${nth}, batch ${batch}, behind ${behind}, about [${about.join()}], events [${events.join()}])`,
      (model, log) => {
        const plan = planOf(model, nth)
        const after = Math.max(0, plan.events.length - behind)
        const notes = events.map((each, at) =>
          note(`${batch} ${at}`, each === null ? null : (activities[each] ?? null))
        )
        const looked = about.flatMap((each) => activities[each] ?? [])
        return append(log, plan, batchAt(model, batch), notes, after, looked)
      }
    )
  )

const reads = fc
  .record({ plan: anyPlan, after: small(12), limit: fc.option(small(6), { nil: undefined }) })
  .map(({ after, limit, plan: nth }) =>
    command(`read(plan ${nth}, after ${after}, limit ${limit})`, (model, log) =>
      Effect.gen(function* () {
        const plan = planOf(model, nth)
        const events = yield* log.read(plan.id, { after, ...(limit === undefined ? {} : { limit }) })
        expect(events.map(described)).toEqual(expected(plan.events, after, limit))
        const times = events.map(({ recordedAt }) => recordedAt)
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        const records = yield* log.records(plan.id, { after, ...(limit === undefined ? {} : { limit }) })
        expect(records.map(({ record }) => record)).toEqual(events)
      })
    )
  )

const lists = fc.constant(
  command("plans()", (model, log) =>
    Effect.map(log.plans, (plans) => {
      const own = new Set(model.plans.map(({ id }) => id))
      expect(plans.filter(({ plan }) => own.has(plan))).toEqual(
        model.plans
          .flatMap(({ events, id }) => (events.length === 0 ? [] : [{ plan: id, events: events.length }]))
          .toSorted((a, b) => (a.plan < b.plan ? -1 : 1))
      )
    })
  )
)

const subscriptions = fc
  .record({ plan: fc.option(anyPlan, { nil: undefined }), after: small(6) })
  .map(({ after: from, plan: nth }) =>
    command(`subscribe(${nth === undefined ? "all plans" : `plan ${nth}`}, after ${from})`, (model, log) =>
      Effect.gen(function* () {
        const plan = nth === undefined ? undefined : planOf(model, nth)
        const others = (yield* log.plans).map((each) => [each.plan, each.events] as const)
        const after = new Map([...others, ...model.plans.map(({ id }) => [id, from] as const)])
        const last = new Set<PlanId>(plan === undefined ? model.plans.map(({ id }) => id) : [plan.id])
        const changes = plan === undefined ? log.changes({ after }) : log.changes({ plan: plan.id, after: from })
        const fiber = yield* Effect.forkScoped(
          changes.pipe(
            Stream.filter((event) => model.plans.some(({ id }) => id === event.plan)),
            Stream.takeUntil((event) => {
              if (event.event?._tag === "FollowUpNoted" && event.event.text === theEnd) last.delete(event.plan)
              return last.size === 0
            }),
            Stream.runCollect
          )
        )
        model.subscriptions.push({ plan, after, fiber })
      })
    )
  )

const restores = fc
  .record({ plan: anyPlan, batches: fc.uniqueArray(anyBatch, { minLength: 1, maxLength: 3 }) })
  .map(({ batches, plan: nth }) =>
    command(`restore(plan ${nth}, batches [${batches.join()}])`, (model, log) =>
      Effect.gen(function* () {
        const plan = planOf(model, nth)
        const sent = batches.map((batch) =>
          batchOf(plan.id, 0, [note(`${batch} restored`, activities[batch % 3] ?? null), note("and more")], {
            batch: batchAt(model, batch)
          })
        )
        const records = sent.flatMap((batch, at) => recordsOf(batch, at * 2, 1_700_000_000_000 + at))
        const answer = yield* Effect.result(log.restore(plan.id, Stream.fromIterable(records)))
        if (plan.events.length > 0) {
          expect(Result.isFailure(answer) && answer.failure).toMatchObject({
            _tag: "Conflict",
            head: plan.events.length
          })
          return
        }
        expect(Result.getOrThrow(answer).size).toBe(records.length)
        for (const { batch, events } of sent) {
          plan.batches.set(batch, { first: plan.events.length + 1, last: plan.events.length + events.length })
          plan.events.push(...events.map((event) => modelled(batch, event)))
        }
      })
    )
  )

const redactions = fc
  .record({ plan: anyPlan, position: fc.integer({ min: 1, max: 12 }) })
  .map(({ plan: nth, position }) =>
    command(`redact(plan ${nth}, event ${position})`, (model, log) => {
      const plan = planOf(model, nth)
      const event = { _tag: "Redacted", position: Position.make(position), decision: "Dnr 1" } as const
      return append(log, plan, newBatch(), [{ ...note(""), event }], plan.events.length, [])
    })
  )

const erasures = fc
  .record({ plan: anyPlan, positions: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 2 }) })
  .map(({ plan: nth, positions }) =>
    command(`erase(plan ${nth}, events [${positions.join()}])`, (model, log) =>
      Effect.gen(function* () {
        const { events, id } = planOf(model, nth)
        const isRemoved = (position: number) =>
          events[position - 1]?.redacts === null &&
          events.some(({ redacts }, at) => redacts === position && at + 1 > position)
        const answer = yield* Effect.result(log.erase(id, positions))
        if (!positions.every(isRemoved)) {
          expect(Result.isFailure(answer) && answer.failure).toMatchObject({ reason: "invalid" })
          return
        }
        expect(Result.isSuccess(answer)).toBe(true)
        for (const position of positions) {
          const event = events[position - 1]
          if (event !== undefined) events[position - 1] = { ...event, text: null }
        }
      })
    )
  )

const seals = fc.record({ plan: anyPlan, size: fc.integer({ min: 1, max: 3 }) }).map(({ plan: nth, size }) =>
  command(`seal(plan ${nth}, size ${size})`, (model, log) =>
    Effect.gen(function* () {
      const { checkpoints, events, id } = planOf(model, nth)
      if (events.length === 0) return
      const text = `frist/${id}\n${size}\n${"A".repeat(43)}=\n`
      yield* log.seal(id, text)
      if (checkpoints.at(-1) !== text) checkpoints.push(text)
      expect(yield* log.sealed(id)).toEqual(checkpoints)
    })
  )
)

const commands = fc.commands(
  [appends, appends, appends, reads, lists, subscriptions, restores, redactions, erasures, seals],
  {
    maxCommands: 30,
    size: "max"
  }
)

const theEnd = "the end"

/** Reads every plan, appends a last event to each, and compares what every subscription received until then. */
const finish = Effect.fnUntraced(function* (log: Log, model: Model) {
  for (const plan of model.plans) {
    expect((yield* log.read(plan.id)).map(described)).toEqual(expected(plan.events))
    expect(yield* log.sealed(plan.id)).toEqual(plan.checkpoints)
    // A subscription may begin after positions that do not exist yet.
    while (plan.events.length < 6) yield* append(log, plan, newBatch(), [note("more")], plan.events.length, [])
    yield* append(log, plan, newBatch(), [note(theEnd)], plan.events.length, [])
  }
  for (const { after, fiber, plan } of model.subscriptions) {
    const received = yield* Effect.timeout(Fiber.join(fiber), "10 seconds")
    for (const { events, id } of plan === undefined ? model.plans : [plan]) {
      // An event may be erased before or after a subscription receives it.
      const isErased = new Set(events.flatMap(({ text }, at) => (text === null ? [at + 1] : [])))
      const blank = <A extends { readonly position: number }>(event: A) =>
        isErased.has(event.position) ? { ...event, text: null } : event
      const own = received.filter((event) => event.plan === id).map(described)
      expect(own.map(blank)).toEqual(expected(events, after.get(id)))
    }
  }
})

const emptyModel = (): Model => ({
  plans: fromTo(1, planCount).map(() => ({ id: newPlan(), events: [], batches: new Map(), checkpoints: [] })),
  batches: fromTo(1, batchCount).map(newBatch),
  subscriptions: []
})

export const modelLaws = (law: Law, runs: number): void => {
  describe("a model of the log", () => {
    law("the log answers any sequence of commands as a model of arrays does", (log) =>
      Effect.gen(function* () {
        const services = yield* Effect.context<never>()
        const property = fc.asyncProperty(commands, (sequence) => {
          return Effect.runPromiseWith(services)(
            Effect.scoped(
              Effect.gen(function* () {
                const run = Effect.runPromiseWith(yield* Effect.context<Scope.Scope>())
                const model = emptyModel()
                yield* Effect.promise(() => fc.asyncModelRun(() => ({ model, real: { log, run } }), sequence))
                yield* finish(log, model)
              })
            )
          )
        })
        yield* Effect.promise(() => fc.assert(property, { numRuns: runs, endOnFailure: false }))
      })
    )
  })
}
