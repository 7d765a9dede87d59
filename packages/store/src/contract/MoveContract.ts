/**
 * The contract's laws of moves: a closed log records nothing more, until the plan has arrived at its new place.
 */
import { describe, expect } from "@effect/vitest"
import type { Event } from "@frist/domain/Event"
import type { PlanId } from "@frist/domain/Names"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { Conflict, EventLogError } from "../EventLog.ts"
import { record } from "../Recording.ts"
import { Refused } from "../Refused.ts"
import { activityNamed, actor, batchOf, day, fromTo, type Law, note, type Sizes } from "./ContractFixture.ts"

const to = "postgres://db2.example.org/frist"
const about = (event: Event): NewEvent => ({
  activity: null,
  event,
  effectiveOn: day,
  provenance: "stated",
  source: null
})
const moved = about({ _tag: "PlanMoved", to, root: "0f".repeat(32) })
const arrived = about({ _tag: "PlanArrived" })
const a = activityNamed("a")

export const moveLaws = (law: Law, sizes: Sizes): void => {
  describe("moves", () => {
    law(
      "a closed log records nothing, whatever a decision has read, and answers batches that it has again",
      (log, plan) =>
        Effect.gen(function* () {
          const first = batchOf(plan, 0, [note("a", a)])
          const appended = yield* log.append(first)
          yield* log.append(batchOf(plan, 1, [moved]))
          const batches = [
            batchOf(plan, 0, [note("b")]),
            batchOf(plan, 1, [note("c", a)], { condition: { after: 1, activities: [a] } }),
            batchOf(plan, 2, [note("d")]),
            batchOf(plan, 2, [note("e", a)], { condition: { after: 2, activities: [a] } }),
            batchOf(plan, 2, [moved])
          ]
          for (const batch of batches) {
            const error = yield* Effect.flip(log.append(batch))
            expect([error._tag, error instanceof Conflict && error.head]).toEqual(["Conflict", 2])
          }
          expect(yield* log.append(first)).toEqual({ ...appended, repeated: true })
          expect(yield* log.read(plan)).toHaveLength(2)
        })
    )

    law("a command on a closed log is refused with the place where the plan goes on", (log, plan) =>
      Effect.gen(function* () {
        const context = { plan, actor, effectiveOn: day }
        yield* record(context, { _tag: "OpenPlan", title: "Plan" })
        yield* log.append(batchOf(plan, 1, [moved]))
        const error = yield* Effect.flip(record(context, { _tag: "HoldReview", heldOn: day, title: null }))
        expect(error).toEqual(new Refused({ refusal: { _tag: "PlanMoved", to } }))
      })
    )

    law("the arrival opens a closed log again, once, and no other log", (log, plan) =>
      Effect.gen(function* () {
        expect(yield* Effect.flip(log.append(batchOf(plan, 0, [arrived])))).toBeInstanceOf(Conflict)
        yield* log.append(batchOf(plan, 0, [note("a")]))
        expect(yield* Effect.flip(log.append(batchOf(plan, 1, [arrived])))).toBeInstanceOf(Conflict)
        yield* log.append(batchOf(plan, 1, [moved]))
        yield* log.append(batchOf(plan, 2, [arrived]))
        expect(yield* Effect.flip(log.append(batchOf(plan, 3, [arrived])))).toBeInstanceOf(Conflict)
        yield* log.append(batchOf(plan, 3, [note("b")]))
        expect((yield* log.read(plan)).map(({ type }) => type)).toEqual([
          "FollowUpNoted",
          "PlanMoved",
          "PlanArrived",
          "FollowUpNoted"
        ])
      })
    )

    law("a move beside other events is invalid, and records nothing", (log, plan) =>
      Effect.gen(function* () {
        for (const events of [
          [note("a"), moved],
          [moved, note("a")],
          [moved, arrived]
        ]) {
          const error = yield* Effect.flip(log.append(batchOf(plan, 0, events)))
          expect(error instanceof EventLogError && error.reason).toBe("invalid")
        }
        expect(yield* log.read(plan)).toEqual([])
      })
    )

    law("of writers that race with a move, none records anything after it", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a", a)]))
        const one = (writer: number, nth: number) => {
          const own = activityNamed(`w${writer}`)
          return Effect.result(
            log.append(
              batchOf(plan, 1, [note(String(nth), own)], {
                condition: { after: 1, activities: [activityNamed(`r${writer}`)] }
              })
            )
          )
        }
        const writing = fromTo(1, sizes.writers).map((writer) =>
          Effect.forEach(fromTo(1, sizes.appends), (nth) => one(writer, nth))
        )
        const closing = Effect.suspend(() => closeNow(plan))
        const closeNow = (of: PlanId): Effect.Effect<void, EventLogError> =>
          Effect.flatMap(log.read(of), (events) =>
            log.append(batchOf(of, events.length, [moved])).pipe(
              Effect.asVoid,
              Effect.catchTag("Conflict", () => closeNow(of))
            )
          )
        const [, answers] = yield* Effect.all([closing, Effect.all(writing, { concurrency: "unbounded" })], {
          concurrency: "unbounded"
        })
        const events = yield* log.read(plan)
        expect(events.at(-1)?.type).toBe("PlanMoved")
        const recorded = answers.flat().filter(({ _tag }) => _tag === "Success").length
        expect(events).toHaveLength(recorded + 2)
        const seen = yield* Stream.runCollect(Stream.take(log.changes({ plan, after: 0 }), events.length))
        expect([...seen].map(({ position }) => position)).toEqual(fromTo(1, events.length))
      })
    )
  })
}
