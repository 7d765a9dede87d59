/**
 * Generated commands that run on a log and on its model, and compare the answers.
 */
import { expect } from "@effect/vitest"
import { type BatchId, type PlanId, Position } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as fc from "fast-check"
import { recordsOf } from "../BatchRecords.ts"
import type { EventLogError } from "../EventLog.ts"
import { activityNamed, batchOf, checkpointOf, fromTo, type Log, newBatch, note } from "./ContractFixture.ts"
import {
  appendToBoth,
  batchCount,
  describedEvent,
  expectedEvents,
  type Model,
  modelled,
  planCount,
  planOf,
  theEnd
} from "./LogModel.ts"

type Run = (effect: Effect.Effect<void, EventLogError, Scope.Scope>) => Promise<void>
interface Real {
  readonly log: Log
  readonly run: Run
}
type Command = fc.AsyncCommand<Model, Real>

const activities = fromTo(0, 2).map((nth) => activityNamed(`a${nth}`))

const command = (
  label: string,
  run: (model: Model, log: Log) => Effect.Effect<void, EventLogError, Scope.Scope>
): Command => ({
  check: () => true,
  run: (model, real) => real.run(run(model, real.log)),
  toString: () => label
})

const small = (max: number) => fc.integer({ min: 0, max })
const anyPlan = small(planCount - 1)
const anyBatch = small(batchCount - 1)
const batchAt = (model: Model, nth: number): BatchId => model.batches[nth] as BatchId

const appends = fc
  .record({
    plan: anyPlan,
    batch: anyBatch,
    /** The number of events that the decision missed; negative: it saw positions that do not exist. */
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
        return appendToBoth(log, plan, batchAt(model, batch), notes, after, looked)
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
        expect(events.map(describedEvent)).toEqual(expectedEvents(plan.events, after, limit))
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
      return appendToBoth(log, plan, newBatch(), [{ ...note(""), event }], plan.events.length, [])
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
      const text = yield* checkpointOf(log, id, Math.min(size, events.length))
      yield* log.seal(id, text)
      if (checkpoints.at(-1) !== text) checkpoints.push(text)
      expect(yield* log.sealed(id)).toEqual(checkpoints)
    })
  )
)

/** Sequences of commands. */
export const modelCommands = fc.commands(
  [appends, appends, appends, reads, lists, subscriptions, restores, redactions, erasures, seals],
  {
    maxCommands: 30,
    size: "max"
  }
)
