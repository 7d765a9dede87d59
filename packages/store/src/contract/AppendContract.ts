/**
 * The contract's laws of appends: positions without gaps, whole batches, and times that never run backwards.
 */
import { describe, expect } from "@effect/vitest"
import type { Day } from "@frist/domain/Day"
import type { ActivityId, Actor, BatchId, PlanId } from "@frist/domain/Names"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { Batch } from "../EventLog.ts"
import { activityNamed, batchOf, fromTo, type Law, newBatch, newPlan, note, positions } from "./ContractFixture.ts"

export const appendLaws = (law: Law): void => {
  describe("appends", () => {
    law("appends get the positions 1, 2, 3 … without gaps", (log, plan) =>
      Effect.gen(function* () {
        const first = yield* log.append(batchOf(plan, 0, [note("a"), note("b")]))
        const second = yield* log.append(batchOf(plan, 2, [note("c")]))
        const third = yield* log.append(batchOf(plan, 3, [note("d"), note("e"), note("f")]))
        expect([first, second, third].map((each) => [each.first, each.last, each.repeated])).toEqual([
          [1, 2, false],
          [3, 3, false],
          [4, 6, false]
        ])
        expect(positions(yield* log.read(plan))).toEqual(fromTo(1, 6))
      })
    )

    law("every plan has its own positions, and plans are listed by id with their number of events", (log, plan) =>
      Effect.gen(function* () {
        const other = newPlan()
        yield* log.append(batchOf(plan, 0, [note("a"), note("b")]))
        yield* log.append(batchOf(other, 0, [note("c")]))
        expect(positions(yield* log.read(other))).toEqual([1])
        const plans = yield* log.plans
        expect(plans.filter((each) => each.plan === plan || each.plan === other)).toEqual(
          [
            { plan, events: 2 },
            { plan: other, events: 1 }
          ].sort((a, b) => (a.plan < b.plan ? -1 : 1))
        )
        expect(plans.map((each) => each.plan)).toEqual(plans.map((each) => each.plan).sort())
      })
    )

    law("a recorded event has every field of the event that was appended", (log, plan) =>
      Effect.gen(function* () {
        const source = { document: "Uppföljning å.csv", sha256: "0f".repeat(32), table: "Pågår", row: 3, column: null }
        const events = [
          { ...note("Försenat", activityNamed("a.del")), provenance: "inferred", source } as const,
          { ...note("Ingen källa"), source: { ...source, table: null, row: null, column: "Tid" } }
        ]
        const batch = batchOf(plan, 0, events)
        const { recordedAt } = yield* log.append(batch)
        expect(yield* log.read(plan)).toEqual(
          events.map((event, at) => ({
            plan,
            position: at + 1,
            type: "FollowUpNoted",
            recordedAt,
            actor: batch.actor,
            batch: batch.batch,
            ...event
          }))
        )
      })
    )

    law("a batch with one invalid event records nothing, and its id can be used again", (log, plan) =>
      Effect.gen(function* () {
        const batch = newBatch()
        const refused = batchOf(plan, 0, [note("a"), note("b\0"), note("c")], { batch })
        expect(yield* Effect.flip(log.append(refused))).toMatchObject({ _tag: "EventLogError", reason: "invalid" })
        expect(yield* log.read(plan)).toEqual([])
        expect((yield* log.plans).map((each) => each.plan)).not.toContain(plan)
        expect(yield* log.append(batchOf(plan, 0, [note("a")], { batch }))).toMatchObject({ first: 1, repeated: false })
      })
    )

    law("an empty batch records nothing and leaves no batch id", (log, plan) =>
      Effect.gen(function* () {
        const batch = newBatch()
        expect(yield* log.append(batchOf(plan, 0, [], { batch }))).toMatchObject({ first: 1, last: 0, repeated: false })
        expect((yield* log.plans).map((each) => each.plan)).not.toContain(plan)
        yield* log.append(batchOf(plan, 0, [note("a")], { batch }))
        expect(yield* log.append(batchOf(plan, 1, []))).toMatchObject({ first: 2, last: 1, repeated: false })
        expect(yield* Effect.flip(log.append(batchOf(plan, 0, [])))).toMatchObject({ _tag: "Conflict", head: 1 })
        expect(positions(yield* log.read(plan))).toEqual([1])
      })
    )

    law("an append with an invalid name, day or condition is refused as invalid", (log, plan) =>
      Effect.gen(function* () {
        const good = batchOf(plan, 0, [note("a")])
        const about = (changed: object): Batch => ({ ...good, events: [{ ...note("a"), ...changed }] })
        const wrong: ReadonlyArray<Batch> = [
          { ...good, plan: "Öppna upp" as PlanId },
          { ...good, plan: "" as PlanId },
          { ...good, actor: "två\nrader" as Actor },
          { ...good, actor: " " as Actor },
          { ...good, batch: "två ord" as BatchId },
          about({ activity: "Webbtidbokning" as ActivityId }),
          about({ activity: "" as ActivityId }),
          about({ effectiveOn: "2021-02-29" as Day }),
          about({ provenance: "guessed" }),
          about({ source: { document: "a.csv", sha256: "x", table: null, row: null, column: null } }),
          ...[-1, 0.5, Number.NaN, Infinity].map((after) => ({ ...good, condition: { after, activities: [] } })),
          { ...good, condition: { after: 0, activities: ["A" as ActivityId] } }
        ]
        for (const batch of wrong) {
          expect(yield* Effect.flip(log.append(batch))).toMatchObject({ _tag: "EventLogError", reason: "invalid" })
        }
        expect(yield* log.read(plan)).toEqual([])
      })
    )

    law("recordedAt never decreases in a plan, even when the clock does", (log, plan) =>
      Effect.gen(function* () {
        const clock = yield* Clock.Clock
        const answers: Array<number> = []
        for (const [at, hours] of [0, -5, 3, -100_000, 1].entries()) {
          const millis = () => clock.currentTimeMillisUnsafe() + hours * 3_600_000
          const appended = yield* log.append(batchOf(plan, at * 2, [note("a"), note("b")])).pipe(
            Effect.provideService(Clock.Clock, {
              currentTimeMillisUnsafe: millis,
              currentTimeMillis: Effect.sync(millis),
              currentTimeNanosUnsafe: () => clock.currentTimeNanosUnsafe(),
              currentTimeNanos: clock.currentTimeNanos,
              monotonicTimeNanos: clock.monotonicTimeNanos,
              monotonicTimeNanosUnsafe: () => clock.monotonicTimeNanosUnsafe(),
              sleep: (duration) => clock.sleep(duration)
            })
          )
          answers.push(appended.recordedAt, appended.recordedAt)
        }
        const recorded = (yield* log.read(plan)).map((event) => event.recordedAt)
        expect(recorded).toEqual(answers)
        expect(recorded).toEqual([...recorded].sort((a, b) => a - b))
        expect(recorded.every((each) => Number.isSafeInteger(each))).toBe(true)
      })
    )
  })
}
