/**
 * The contract's laws of repetition: a batch that is sent again gets its first answer and is not recorded again.
 */
import { describe, expect } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { batchOf, fromTo, type Law, newPlan, note, positions, type Sizes } from "./ContractFixture.ts"

export const repetitionLaws = (law: Law, { writers }: Sizes): void => {
  describe("repeated batches", () => {
    law("a repeated batch gets its first answer and records nothing", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("before")]))
        const batch = batchOf(plan, 1, [note("a"), note("b")])
        const first = yield* log.append(batch)
        const before = yield* log.records(plan)
        expect(yield* log.append(batch)).toEqual({ ...first, repeated: true })
        expect(yield* log.records(plan)).toEqual(before)
      })
    )

    law("a repeated batch gets its first answer although its condition no longer holds", (log, plan) =>
      Effect.gen(function* () {
        const batch = batchOf(plan, 0, [note("a"), note("b")])
        const first = yield* log.append(batch)
        yield* log.append(batchOf(plan, 2, [note("c")]))
        expect(yield* log.append(batch)).toEqual({ ...first, repeated: true })
        expect(positions(yield* log.read(plan))).toEqual([1, 2, 3])
      })
    )

    law("a repeated batch with other events or another condition gets its first answer", (log, plan) =>
      Effect.gen(function* () {
        const batch = batchOf(plan, 0, [note("a")])
        const first = yield* log.append(batch)
        const before = yield* log.records(plan)
        for (const events of [[note("något annat"), note("mer")], []]) {
          expect(yield* log.append({ ...batch, events })).toEqual({ ...first, repeated: true })
        }
        // A caller whose answer was lost may decide again, having read its own events.
        for (const condition of [
          { after: 1, activities: [] },
          { after: 9, activities: [] }
        ]) {
          expect(yield* log.append({ ...batch, condition })).toEqual({ ...first, repeated: true })
        }
        expect(yield* log.records(plan)).toEqual(before)
      })
    )

    law("a batch that is sent many times at once is recorded once", (log, plan) =>
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

    law("a batch id that is used in two plans is recorded in both", (log, plan) =>
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
