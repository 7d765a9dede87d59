/**
 * The contract's laws of a subscription to one plan: it receives every event once, in order, from any position on.
 */
import { describe, expect } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import { batchOf, fromTo, type Law, type Log, newPlan, note, positions, receive } from "./ContractFixture.ts"
import type { PlanId } from "@frist/domain/Names"

/** The first `count` positions that a subscription receives. */
const subscribe = (log: Log, plan: PlanId, after: number, count: number) =>
  log
    .changes({ plan, after })
    .pipe(Stream.take(count), Stream.runCollect, Effect.map(positions), Effect.timeout("10 seconds"))

export const planSubscriptionLaws = (law: Law): void => {
  describe("subscriptions to one plan", () => {
    law("a subscriber to a plan receives its recorded events, then new ones", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a"), note("b")]))
        const { events, until } = yield* receive(log.changes({ plan, after: 0 }))
        yield* until(2)
        yield* log.append(batchOf(plan, 2, [note("c")]))
        yield* until(3)
        yield* log.append(batchOf(plan, 3, [note("d"), note("e")]))
        yield* until(5)
        expect(positions(events)).toEqual(fromTo(1, 5))
      })
    )

    law("a subscriber to a plan receives only events after its position, the head of the plan included", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a"), note("b"), note("c")]))
        const subscribers = yield* Effect.forEach([2, 3], (after) =>
          Effect.forkChild(subscribe(log, plan, after, 5 - after), { startImmediately: true })
        )
        yield* log.append(batchOf(plan, 3, [note("d"), note("e")]))
        expect(yield* Effect.forEach(subscribers, Fiber.join)).toEqual([fromTo(3, 5), fromTo(4, 5)])
      })
    )

    law("a subscriber that begins beyond the head of a plan receives only events after its position", (log, plan) =>
      Effect.gen(function* () {
        const subscriber = yield* Effect.forkChild(subscribe(log, plan, 3, 2), { startImmediately: true })
        for (const after of fromTo(0, 4)) {
          yield* Effect.sleep("10 millis")
          yield* log.append(batchOf(plan, after, [note("a")]))
        }
        expect(yield* Fiber.join(subscriber)).toEqual([4, 5])
      })
    )

    law("a subscriber to a plan receives its events while many are recorded in another plan", (log, plan) =>
      Effect.gen(function* () {
        const other = newPlan()
        const { events, until } = yield* receive(log.changes({ plan, after: 0 }))
        yield* log.append(batchOf(plan, 0, [note("a")]))
        yield* until(1)
        yield* log.append(batchOf(plan, 1, [note("b")]))
        for (const after of fromTo(0, 39)) yield* log.append(batchOf(other, after, [note("c")]))
        yield* until(2)
        expect(positions(events)).toEqual([1, 2])
      })
    )

    law("a subscription whose kept leaf is that of its position goes on, also over all plans", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a"), note("b"), note("c")]))
        const [leaf] = yield* log.leaves([{ plan, position: 2 }])
        if (leaf == null) throw new Error("Event 2 has no leaf.")
        const one = log.changes({ plan, after: 2, leaf })
        const all = log.changes({ after: new Map([[plan, 2]]), leaves: new Map([[plan, leaf]]) })
        for (const changes of [one, Stream.filter(all, (event) => event.plan === plan)]) {
          const first = yield* Effect.timeout(Stream.runCollect(Stream.take(changes, 1)), "10 seconds")
          expect(positions(first)).toEqual([3])
        }
      })
    )

    law(
      "a subscription whose kept leaf is another than that of its position ends, though nothing is new",
      (log, plan) =>
        Effect.gen(function* () {
          yield* log.append(batchOf(plan, 0, [note("a"), note("b")]))
          const [leaf] = yield* log.leaves([{ plan, position: 1 }])
          if (leaf == null) throw new Error("Event 1 has no leaf.")
          for (const after of [2, 3]) {
            for (const changes of [
              log.changes({ plan, after, leaf }),
              log.changes({ after: new Map([[plan, after]]), leaves: new Map([[plan, leaf]]) })
            ]) {
              const ofPlan = Stream.filter(changes, (event) => event.plan === plan)
              const error = yield* Effect.timeout(Effect.flip(Stream.runDrain(ofPlan)), "10 seconds")
              expect(error).toMatchObject({ reason: "wentBack", plan, position: after })
            }
          }
        })
    )

    law("a subscription to a plan is refused unless its position is a whole number from 0", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a")]))
        for (const after of [-1, 0.5, Number.NaN]) {
          expect(yield* Effect.flip(subscribe(log, plan, after, 1))).toMatchObject({ reason: "invalid" })
        }
      })
    )
  })
}
