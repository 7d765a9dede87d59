/**
 * The contract's laws of conditions: which appends conflict with events recorded since their decision, and which do not.
 */
import { describe, expect } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { Conflict } from "../EventLog.ts"
import { activityNamed, batchOf, fromTo, type Law, newBatch, newPlan, note, positions } from "./ContractFixture.ts"

const [a, b, c] = [activityNamed("a"), activityNamed("b"), activityNamed("c")]

/** The events before each case: one about the plan, one about `a`, one about `b`, and one about the plan again. */
const existing = [note("1"), note("2", a), note("3", b), note("4")]

const recorded: ReadonlyArray<readonly [string, number, ReadonlyArray<typeof a>]> = [
  ["about the whole plan, when nothing was recorded since", 4, []],
  ["about an activity, when nothing was recorded since", 4, [a]],
  ["about an activity, when only others were changed since", 2, [a]],
  ["about an activity, when only the plan itself was changed since", 3, [b]],
  ["about an activity without events", 0, [c]],
  ["about several activities, none of them changed since", 3, [a, b, c]]
]

const conflicting: ReadonlyArray<readonly [string, number, ReadonlyArray<typeof a>, ReadonlyArray<typeof a>]> = [
  ["about the whole plan, when the plan itself was changed since", 3, [], []],
  ["about the whole plan, when an activity was changed since", 2, [], []],
  ["about the whole plan, when its decision saw no event", 0, [], []],
  ["about an activity that was changed since", 2, [b], [b]],
  ["about several activities, one of them changed since", 1, [c, a], [a]],
  ["about several activities, all of them changed since", 0, [a, b], [a, b]],
  ["about the whole plan, after a position beyond the head", 5, [], []],
  ["about an activity without events, after a position beyond the head", 5, [c], []],
  ["about an activity, after the largest position", Number.MAX_SAFE_INTEGER, [a], []]
]

export const conditionLaws = (law: Law): void => {
  describe("conditions", () => {
    for (const [which, after, activities] of recorded) {
      law(`an append ${which}, is recorded`, (log, plan) =>
        Effect.gen(function* () {
          yield* log.append(batchOf(plan, 0, existing))
          const appended = yield* log.append(batchOf(plan, 0, [note("5", c)], { condition: { after, activities } }))
          expect(appended).toMatchObject({ first: 5, last: 5, repeated: false })
          expect(positions(yield* log.read(plan))).toEqual(fromTo(1, 5))
        })
      )
    }

    for (const [which, after, activities, touched] of conflicting) {
      law(`an append ${which}, conflicts and records nothing`, (log, plan) =>
        Effect.gen(function* () {
          yield* log.append(batchOf(plan, 0, existing))
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

    law("an append after a position beyond the head conflicts in an empty plan", (log, plan) =>
      Effect.gen(function* () {
        const refused = yield* Effect.flip(log.append(batchOf(plan, 1, [note("a")])))
        expect(refused).toEqual(new Conflict({ plan, after: 1, head: 0, activities: [] }))
        expect(yield* log.read(plan)).toEqual([])
      })
    )

    law("an append does not conflict with events of another plan", (log, plan) =>
      Effect.gen(function* () {
        const other = newPlan()
        yield* log.append(batchOf(plan, 0, [note("1", a)]))
        yield* log.append(batchOf(other, 0, existing))
        const condition = { after: 1, activities: [a] }
        yield* log.append(batchOf(other, 0, [note("5", b)], { condition: { after: 2, activities: [a] } }))
        expect(yield* log.append(batchOf(plan, 0, [note("2", a)], { condition }))).toMatchObject({ first: 2 })
      })
    )
  })
}
