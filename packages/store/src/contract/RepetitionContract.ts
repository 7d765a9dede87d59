/**
 * The contract's laws of repetition: a batch sent again, by whomever and whenever, gets the first answer.
 */
import { describe, expect } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { batchOf, fromTo, type Law, newPlan, note, positions, type Sizes } from "./ContractFixture.ts"

export const repetition = (law: Law, { writers }: Sizes): void => {
  describe("a batch sent again", () => {
    law("gets the first answer and records nothing", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("before")]))
        const batch = batchOf(plan, 1, [note("a"), note("b")])
        const first = yield* log.append(batch)
        const before = yield* log.records(plan)
        expect(yield* log.append(batch)).toEqual({ ...first, repeated: true })
        expect(yield* log.records(plan)).toEqual(before)
      })
    )

    law("gets the first answer after others wrote too, although its condition no longer holds", (log, plan) =>
      Effect.gen(function* () {
        const batch = batchOf(plan, 0, [note("a"), note("b")])
        const first = yield* log.append(batch)
        yield* log.append(batchOf(plan, 2, [note("c")]))
        expect(yield* log.append(batch)).toEqual({ ...first, repeated: true })
        expect(positions(yield* log.read(plan))).toEqual([1, 2, 3])
      })
    )

    law("gets the first answer whatever it holds now, and what stands is left alone", (log, plan) =>
      Effect.gen(function* () {
        const batch = batchOf(plan, 0, [note("a")])
        const first = yield* log.append(batch)
        const before = yield* log.records(plan)
        for (const events of [[note("något annat"), note("mer")], []]) {
          expect(yield* log.append({ ...batch, events })).toEqual({ ...first, repeated: true })
        }
        // Decided again on what stands now, its own events included, as whoever was told of nothing may do.
        for (const condition of [
          { after: 1, activities: [] },
          { after: 9, activities: [] }
        ]) {
          expect(yield* log.append({ ...batch, condition })).toEqual({ ...first, repeated: true })
        }
        expect(yield* log.records(plan)).toEqual(before)
      })
    )

    law("many times at once is recorded once", (log, plan) =>
      Effect.gen(function* () {
        const batch = batchOf(plan, 0, [note("a"), note("b"), note("c")])
        const answers = yield* Effect.all(
          Array.from({ length: writers }, () => log.append(batch)),
          {
            concurrency: "unbounded"
          }
        )
        expect(answers.filter((answer) => !answer.repeated)).toHaveLength(1)
        expect(new Set(answers.map(({ first, last, recordedAt }) => `${first} ${last} ${recordedAt}`)).size).toBe(1)
        expect(positions(yield* log.read(plan))).toEqual(fromTo(1, 3))
      })
    )

    law("to another plan is recorded there", (log, plan) =>
      Effect.gen(function* () {
        const other = newPlan()
        const batch = batchOf(plan, 0, [note("a")])
        yield* log.append(batch)
        expect(yield* log.append({ ...batch, plan: other })).toMatchObject({ first: 1, repeated: false })
        expect(positions(yield* log.read(other))).toEqual([1])
      })
    )
  })
}
