/**
 * The contract's laws of races between writers and subscribers. A store without locks passes every sequential test.
 */
import { describe, expect } from "@effect/vitest"
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Random from "effect/Random"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { activityNamed, batchOf, fromTo, type Law, type Log, note, positions, type Sizes } from "./ContractFixture.ts"

const pause = Effect.flatMap(Random.nextIntBetween(0, 6), (millis) => Effect.sleep(millis))
const atOnce = { concurrency: "unbounded" } as const

/** Reads the plan, waits, and appends on what it saw. Retries each conflict. */
const write = (log: Log, plan: PlanId, writer: number, size: number) =>
  Effect.gen(function* () {
    const { length } = yield* log.read(plan)
    yield* pause
    const about = activityNamed(`a${writer}`)
    const events = Array.from({ length: size }, (_, at) => note(`${writer} ${at}`, about))
    // Every third writer decides about the whole plan, so that there are conflicts.
    const activities = writer % 3 === 0 ? [] : [about]
    yield* log.append(batchOf(plan, 0, events, { condition: { after: length, activities } }))
  }).pipe(Effect.retry({ while: (error) => error._tag === "Conflict" }))

const subscribe = (log: Log, plan: PlanId, after: number, total: number) =>
  log.changes({ plan, after }).pipe(
    Stream.tap(() => Effect.when(pause, Random.nextBoolean)),
    Stream.take(total - after),
    Stream.runCollect
  )

export const raceLaws = (law: Law, { appends, subscribers, writers }: Sizes): void => {
  describe("races", () => {
    law("exactly one of several concurrent appends with the same condition is recorded", (log, plan) =>
      Effect.gen(function* () {
        for (const after of fromTo(0, appends - 1)) {
          const activities = after % 2 === 0 ? [] : [activityNamed("a")]
          const answers = yield* Effect.all(
            fromTo(1, writers).map((writer) =>
              Effect.result(
                log.append(
                  batchOf(plan, 0, [note(`${writer}`, activityNamed("a"))], { condition: { after, activities } })
                )
              )
            ),
            atOnce
          )
          expect(answers.filter(Result.isSuccess)).toHaveLength(1)
          for (const lost of answers.filter(Result.isFailure)) expect(lost.failure._tag).toBe("Conflict")
        }
        expect(positions(yield* log.read(plan))).toEqual(fromTo(1, appends))
      })
    )

    law("concurrent appends about different activities never conflict", (log, plan) =>
      Effect.gen(function* () {
        const answers = yield* Effect.all(
          fromTo(1, writers).map((writer) => {
            const about = activityNamed(`a${writer}`)
            const condition = { after: 0, activities: [about] }
            return log.append(batchOf(plan, 0, [note("1", about), note("2", about)], { condition }))
          }),
          atOnce
        )
        expect(answers.map((answer) => answer.first).sort((a, b) => a - b)).toEqual(
          fromTo(1, writers).map((writer) => writer * 2 - 1)
        )
      })
    )

    law("subscribers receive every event once and in order while several writers append", (log, plan) =>
      Effect.gen(function* () {
        const sizes = fromTo(1, appends).map((at) => (at % 3) + 1)
        const total = writers * sizes.reduce((sum, size) => sum + size, 0)
        const writing = yield* Effect.forkChild(
          Effect.forEach(
            fromTo(1, writers),
            (writer) => Effect.forEach(sizes, (size) => write(log, plan, writer, size)),
            atOnce
          )
        )
        const seen = yield* Effect.forEach(
          fromTo(0, subscribers - 1),
          (subscriber) =>
            Effect.gen(function* () {
              const after = Math.floor((total * subscriber) / subscribers)
              yield* Effect.sleep(subscriber * 10)
              return { after, events: yield* subscribe(log, plan, after, total) }
            }),
          atOnce
        )
        yield* Fiber.join(writing)
        const recorded = yield* log.read(plan)
        expect(positions(recorded)).toEqual(fromTo(1, total))
        for (const { after, events } of seen) expect(events).toEqual(recorded.slice(after))
        for (const writer of fromTo(1, writers)) {
          const mine = recorded.filter((event) => event.activity === `a${writer}`)
          expect(mine).toHaveLength(total / writers)
          for (const [at, event] of mine.entries()) {
            const next = mine[at + 1]
            if (next?.batch === event.batch) expect(next.position).toBe(event.position + 1)
          }
        }
      })
    )
  })
}
