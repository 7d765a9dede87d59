/**
 * The contract's laws of conditions: which appends must conflict with what was recorded meanwhile, and which must not.
 */
import { describe, expect } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { Conflict } from "../EventLog.ts"
import { activity, batchOf, fromTo, type Law, newBatch, newPlan, note, positions } from "./ContractFixture.ts"

const [a, b, c] = [activity("a"), activity("b"), activity("c")]

/** What every case finds recorded: a fact of the plan, then one of `a`, of `b`, and of the plan again. */
const standing = [note("1"), note("2", a), note("3", b), note("4")]

const recorded: ReadonlyArray<readonly [string, number, ReadonlyArray<typeof a>]> = [
  ["about the whole plan, when nothing came after", 4, []],
  ["about an activity, when nothing came after", 4, [a]],
  ["about an activity, when others were touched after", 2, [a]],
  ["about an activity, when only the plan itself was touched after", 3, [b]],
  ["about an activity nobody has touched", 0, [c]],
  ["about several activities, none touched after", 3, [a, b, c]]
]

const conflicting: ReadonlyArray<readonly [string, number, ReadonlyArray<typeof a>, ReadonlyArray<typeof a>]> = [
  ["about the whole plan, when only the plan itself was touched after", 3, [], []],
  ["about the whole plan, when an activity was touched after", 2, [], []],
  ["about the whole plan, on a decision that saw nothing of it", 0, [], []],
  ["about an activity touched after", 2, [b], [b]],
  ["about several activities, one of them touched after", 1, [c, a], [a]],
  ["about several activities, all touched after", 0, [a, b], [a, b]],
  ["about the whole plan, after a position that does not exist", 5, [], []],
  ["about an activity nobody has touched, after a position that does not exist", 5, [c], []],
  ["about anything, after a position far away", Number.MAX_SAFE_INTEGER, [a], []]
]

export const conditions = (law: Law): void => {
  describe("an append", () => {
    for (const [which, after, activities] of recorded) {
      law(`${which}, is recorded`, (log, plan) =>
        Effect.gen(function* () {
          yield* log.append(batchOf(plan, 0, standing))
          const appended = yield* log.append(batchOf(plan, 0, [note("5", c)], { condition: { after, activities } }))
          expect(appended).toMatchObject({ first: 5, last: 5, repeated: false })
          expect(positions(yield* log.read(plan))).toEqual(fromTo(1, 5))
        })
      )
    }

    for (const [which, after, activities, touched] of conflicting) {
      law(`${which}, conflicts and records nothing`, (log, plan) =>
        Effect.gen(function* () {
          yield* log.append(batchOf(plan, 0, standing))
          const batch = newBatch()
          const refused = batchOf(plan, 0, [note("5", c)], { batch, condition: { after, activities } })
          expect(yield* Effect.flip(log.append(refused))).toEqual(
            new Conflict({ plan, after, head: 4, activities: touched })
          )
          expect(positions(yield* log.read(plan))).toEqual(fromTo(1, 4))
          const again = yield* log.append({ ...refused, condition: { after: 4, activities } })
          expect(again).toMatchObject({ first: 5, last: 5, repeated: false })
        })
      )
    }

    law("after a position that does not exist conflicts in a plan without events too", (log, plan) =>
      Effect.gen(function* () {
        const refused = yield* Effect.flip(log.append(batchOf(plan, 1, [note("a")])))
        expect(refused).toEqual(new Conflict({ plan, after: 1, head: 0, activities: [] }))
        expect(yield* log.read(plan)).toEqual([])
      })
    )

    law("is not touched by what happens in another plan", (log, plan) =>
      Effect.gen(function* () {
        const other = newPlan()
        yield* log.append(batchOf(plan, 0, [note("1", a)]))
        yield* log.append(batchOf(other, 0, standing))
        const condition = { after: 1, activities: [a] }
        yield* log.append(batchOf(other, 0, [note("5", b)], { condition: { after: 2, activities: [a] } }))
        expect(yield* log.append(batchOf(plan, 0, [note("2", a)], { condition }))).toMatchObject({ first: 2 })
      })
    )
  })
}
