/**
 * The contract's laws of a subscription to every plan: it includes plans that begin later, continues from a position
 * in each plan, and is delayed neither by a long plan nor by another subscriber.
 */
import { describe, expect } from "@effect/vitest"
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Queue from "effect/Queue"
import * as Stream from "effect/Stream"
import type { Positions } from "../EventLog.ts"
import { batchOf, fromTo, type Law, type Log, newPlan, note, receive } from "./ContractFixture.ts"

/** Returns the head of every plan, except where `others` names another position. */
const headsNow = (log: Log, others: Positions = new Map()) =>
  Effect.map(log.plans, (plans) => new Map([...plans.map(({ events, plan }) => [plan, events] as const), ...others]))

/** Subscribes to every plan and keeps the events of these: other tests may use the store meanwhile. */
const changesIn = (log: Log, after: Positions, plans: ReadonlyArray<PlanId>) =>
  Stream.filter(log.changes({ after }), (event) => plans.includes(event.plan))

/** The first `count` events that a subscription receives from these plans, by plan and position. */
const subscribe = (log: Log, after: Positions, plans: ReadonlyArray<PlanId>, count: number) =>
  changesIn(log, after, plans).pipe(
    Stream.take(count),
    Stream.runCollect,
    Effect.map((events) => events.map(where)),
    Effect.timeout("20 seconds")
  )

const where = ({ plan, position }: RecordedEvent) => `${plan} ${position}`
const those = (plan: PlanId, first: number, last: number) =>
  fromTo(first, last).map((position) => `${plan} ${position}`)

/** Appends this many events, at most 500 in a batch. */
const fill = (log: Log, plan: PlanId, after: number, count: number) =>
  Effect.forEach(fromTo(0, Math.ceil(count / 500) - 1), (at) => {
    const size = Math.min(500, count - at * 500)
    return log.append(
      batchOf(
        plan,
        after + at * 500,
        fromTo(1, size).map((n) => note(`${n}`))
      )
    )
  })

/** Several times as many events as a subscription reads at a time. */
const backlog = 6000

export const subscriptionLaws = (law: Law): void => {
  describe("subscriptions to every plan", () => {
    law("a subscriber to every plan receives recorded events, new events, and plans that begin later", (log, plan) =>
      Effect.gen(function* () {
        const later = newPlan()
        const after = yield* headsNow(log)
        yield* fill(log, plan, 0, 2)
        const { events, until } = yield* receive(changesIn(log, after, [plan, later]))
        yield* until(2)
        yield* fill(log, later, 0, 1)
        yield* until(3)
        yield* fill(log, plan, 2, 1)
        yield* until(4)
        yield* fill(log, later, 1, 2)
        yield* until(6)
        expect(events.map(where)).toEqual([
          ...those(plan, 1, 2),
          ...those(later, 1, 1),
          ...those(plan, 3, 3),
          ...those(later, 2, 3)
        ])
      })
    )

    law("a subscriber to every plan continues after its position in each, behind, at or beyond the head", (log) =>
      Effect.gen(function* () {
        const [behind, atHead, ahead] = [newPlan(), newPlan(), newPlan()]
        for (const plan of [behind, atHead, ahead]) yield* fill(log, plan, 0, 3)
        const after = yield* headsNow(
          log,
          new Map([
            [behind, 1],
            [atHead, 3],
            [ahead, 4]
          ])
        )
        const { events, until } = yield* receive(changesIn(log, after, [behind, atHead, ahead]))
        yield* until(2)
        yield* fill(log, ahead, 3, 2)
        yield* until(3)
        yield* fill(log, atHead, 3, 1)
        yield* until(4)
        expect(events.map(where)).toEqual([...those(behind, 2, 3), ...those(ahead, 5, 5), ...those(atHead, 4, 4)])
      })
    )

    law("a subscription to every plan is refused unless its positions are whole numbers from 0", (log, plan) =>
      Effect.gen(function* () {
        yield* fill(log, plan, 0, 1)
        for (const after of [-1, 0.5]) {
          const from = yield* headsNow(log, new Map([[plan, after]]))
          expect(yield* Effect.flip(subscribe(log, from, [plan], 1))).toMatchObject({ reason: "invalid" })
        }
      })
    )

    law("a long plan does not delay the events of short and new plans to a subscriber", (log) =>
      Effect.gen(function* () {
        const after = yield* headsNow(log)
        const [long, short, late] = [newPlan(), newPlan(), newPlan()]
        yield* fill(log, long, 0, backlog)
        yield* fill(log, short, 0, 1)
        let hasBegun = false
        const seen = yield* changesIn(log, after, [long, short, late]).pipe(
          Stream.tap(() => {
            if (hasBegun) return Effect.void
            hasBegun = true
            return fill(log, late, 0, 1)
          }),
          Stream.take(backlog + 2),
          Stream.runCollect,
          Effect.timeout("20 seconds")
        )
        const order = seen.map(where)
        expect([...order].sort()).toEqual(
          [...those(long, 1, backlog), ...those(short, 1, 1), ...those(late, 1, 1)].sort()
        )
        for (const plan of [short, late]) {
          expect(order.indexOf(`${plan} 1`)).toBeLessThan(order.indexOf(`${long} ${backlog / 2}`))
        }
      })
    )

    law("a slow subscriber delays neither writers nor other subscribers, and misses no event", (log, plan) =>
      Effect.gen(function* () {
        const after = yield* headsNow(log)
        const taken = yield* Queue.bounded<RecordedEvent>(1)
        const slow = yield* Effect.forkChild(
          changesIn(log, after, [plan]).pipe(Stream.runForEach((event) => Queue.offer(taken, event))),
          { startImmediately: true }
        )
        const quick = yield* Effect.forkChild(subscribe(log, after, [plan], backlog), { startImmediately: true })
        const one = yield* Effect.forkChild(
          log.changes({ plan, after: 0 }).pipe(Stream.take(backlog), Stream.runCount, Effect.timeout("20 seconds")),
          { startImmediately: true }
        )
        yield* Effect.timeout(fill(log, plan, 0, backlog), "20 seconds")
        expect(yield* Fiber.join(quick)).toEqual(those(plan, 1, backlog))
        expect(yield* Fiber.join(one)).toBe(backlog)
        const late = yield* Effect.replicateEffect(Queue.take(taken), backlog)
        expect(late.map(where)).toEqual(those(plan, 1, backlog))
        yield* Fiber.interrupt(slow)
      })
    )
  })
}
