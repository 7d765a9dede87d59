/**
 * The contract's laws of following: whoever follows a plan sees every event once, in order, from any position on.
 */
import { describe, expect } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import { batchOf, fromTo, type Law, type Log, newPlan, note, positions } from "./ContractFixture.ts"
import type { PlanId } from "@frist/domain/Names"

/** The first `count` positions that a follower sees; one that waits in vain fails the test. */
const follow = (log: Log, plan: PlanId, after: number, count: number) =>
  log
    .changes({ plan, after })
    .pipe(Stream.take(count), Stream.runCollect, Effect.map(positions), Effect.timeout("10 seconds"))

export const following = (law: Law): void => {
  describe("following", () => {
    law("gives what was recorded and then what comes", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a"), note("b")]))
        const follower = yield* Effect.forkChild(follow(log, plan, 0, 5), { startImmediately: true })
        yield* Effect.sleep("40 millis")
        yield* log.append(batchOf(plan, 2, [note("c")]))
        yield* Effect.sleep("40 millis")
        yield* log.append(batchOf(plan, 3, [note("d"), note("e")]))
        expect(yield* Fiber.join(follower)).toEqual(fromTo(1, 5))
      })
    )

    law("gives only what comes after the position, the head included", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a"), note("b"), note("c")]))
        const followers = yield* Effect.forEach([2, 3], (after) =>
          Effect.forkChild(follow(log, plan, after, 5 - after), { startImmediately: true })
        )
        yield* log.append(batchOf(plan, 3, [note("d"), note("e")]))
        expect(yield* Effect.forEach(followers, Fiber.join)).toEqual([fromTo(3, 5), fromTo(4, 5)])
      })
    )

    law("from a position beyond the head waits for what comes after it", (log, plan) =>
      Effect.gen(function* () {
        const follower = yield* Effect.forkChild(follow(log, plan, 3, 2), { startImmediately: true })
        for (const after of fromTo(0, 4)) {
          yield* Effect.sleep("10 millis")
          yield* log.append(batchOf(plan, after, [note("a")]))
        }
        expect(yield* Fiber.join(follower)).toEqual([4, 5])
      })
    )

    law("is not disturbed by any number of events in other plans", (log, plan) =>
      Effect.gen(function* () {
        const other = newPlan()
        const follower = yield* Effect.forkChild(follow(log, plan, 0, 2), { startImmediately: true })
        yield* Effect.sleep("40 millis")
        yield* log.append(batchOf(plan, 0, [note("a"), note("b")]))
        for (const after of fromTo(0, 39)) yield* log.append(batchOf(other, after, [note("c")]))
        expect(yield* Fiber.join(follower)).toEqual([1, 2])
      })
    )

    law("from no position at all is refused", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a")]))
        for (const after of [-1, 0.5, Number.NaN]) {
          expect(yield* Effect.flip(follow(log, plan, after, 1))).toMatchObject({ reason: "invalid" })
        }
      })
    )
  })
}
