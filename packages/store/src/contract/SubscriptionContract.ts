/**
 * The contract's laws of following every plan: those that begin later too, each from its checkpoint, and none is kept
 * waiting by another or by a follower that is slow.
 */
import { describe, expect } from "@effect/vitest"
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Queue from "effect/Queue"
import * as Stream from "effect/Stream"
import type { Positions } from "../EventLog.ts"
import { batchOf, fromTo, type Law, type Log, newPlan, note } from "./ContractFixture.ts"

/** Past what the store holds already, and as far as it says in other plans. */
const checkpointsNow = (log: Log, others: Positions = new Map()) =>
  Effect.map(log.plans, (plans) => new Map([...plans.map(({ events, plan }) => [plan, events] as const), ...others]))

/** The first `count` events after those checkpoints, by plan and position; who waits in vain fails the test. */
const follow = (log: Log, after: Positions, count: number) =>
  log.changes({ after }).pipe(
    Stream.take(count),
    Stream.runCollect,
    Effect.map((events) => events.map(where)),
    Effect.timeout("20 seconds")
  )

const where = ({ plan, position }: RecordedEvent) => `${plan} ${position}`
const those = (plan: PlanId, first: number, last: number) =>
  fromTo(first, last).map((position) => `${plan} ${position}`)

/** So many events, at most 500 to a batch. */
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

/** More than a follower reads at a time, several times over. */
const backlog = 6000

export const followingAll = (law: Law): void => {
  describe("following all plans", () => {
    law("gives what was recorded, what comes, and plans that begin later", (log, plan) =>
      Effect.gen(function* () {
        const later = newPlan()
        const after = yield* checkpointsNow(log)
        yield* fill(log, plan, 0, 2)
        const follower = yield* Effect.forkChild(follow(log, after, 6), { startImmediately: true })
        yield* Effect.sleep("40 millis")
        yield* fill(log, later, 0, 1)
        yield* Effect.sleep("40 millis")
        yield* fill(log, plan, 2, 1)
        yield* Effect.sleep("40 millis")
        yield* fill(log, later, 1, 2)
        expect(yield* Fiber.join(follower)).toEqual([
          ...those(plan, 1, 2),
          ...those(later, 1, 1),
          ...those(plan, 3, 3),
          ...those(later, 2, 3)
        ])
      })
    )

    law("goes on after the checkpoint of each plan, the head included", (log) =>
      Effect.gen(function* () {
        const [behind, atHead, ahead] = [newPlan(), newPlan(), newPlan()]
        for (const plan of [behind, atHead, ahead]) yield* fill(log, plan, 0, 3)
        const after = yield* checkpointsNow(
          log,
          new Map([
            [behind, 1],
            [atHead, 3],
            [ahead, 4]
          ])
        )
        const follower = yield* Effect.forkChild(follow(log, after, 4), { startImmediately: true })
        yield* Effect.sleep("40 millis")
        yield* fill(log, ahead, 3, 2)
        yield* Effect.sleep("40 millis")
        yield* fill(log, atHead, 3, 1)
        expect(yield* Fiber.join(follower)).toEqual([
          ...those(behind, 2, 3),
          ...those(ahead, 5, 5),
          ...those(atHead, 4, 4)
        ])
      })
    )

    law("from checkpoints that are no positions is refused", (log, plan) =>
      Effect.gen(function* () {
        yield* fill(log, plan, 0, 1)
        for (const after of [-1, 0.5]) {
          const checkpoints = yield* checkpointsNow(log, new Map([[plan, after]]))
          expect(yield* Effect.flip(follow(log, checkpoints, 1))).toMatchObject({ reason: "invalid" })
        }
      })
    )

    law("a plan with much to tell does not keep others waiting, those included that begin meanwhile", (log) =>
      Effect.gen(function* () {
        const after = yield* checkpointsNow(log)
        const [long, short, late] = [newPlan(), newPlan(), newPlan()]
        yield* fill(log, long, 0, backlog)
        yield* fill(log, short, 0, 1)
        let told = false
        const seen = yield* log.changes({ after }).pipe(
          Stream.tap(() => {
            if (told) return Effect.void
            told = true
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

    law("who is slow holds up neither the writers nor who else follows, and misses nothing", (log, plan) =>
      Effect.gen(function* () {
        const after = yield* checkpointsNow(log)
        const taken = yield* Queue.bounded<RecordedEvent>(1)
        const slow = yield* Effect.forkChild(
          log.changes({ after }).pipe(Stream.runForEach((event) => Queue.offer(taken, event))),
          { startImmediately: true }
        )
        const quick = yield* Effect.forkChild(follow(log, after, backlog), { startImmediately: true })
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
