/**
 * What every adapter of read models does.
 */
import type { EventLog } from "@frist/store/EventLog"
import { EventLog as Log } from "@frist/store/EventLog"
import { describe, expect, it } from "@effect/vitest"
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { Day } from "@frist/domain"
import { history, Steps } from "../../../domain/test/histories.ts"
import { makeCatchUp } from "../../src/readmodels/CatchUp.ts"
import type { ReadModelStore } from "../../src/readmodels/ReadModelStore.ts"
import { append, derivedDigests, keptDigests, newEvents, newPlan, today } from "./kept.ts"

export const contract = (name: string, layer: () => Layer.Layer<EventLog | ReadModelStore, unknown>) => {
  describe(`read models ${name}`, () => {
    it.live(
      "follow random histories exactly, in pieces of any size and over days that come",
      () =>
        Effect.gen(function* () {
          const log = yield* Log
          const samples = yield* Arbitrary.sampleEffect(Steps, { count: 12, size: 30, seed: 7 })
          for (const [nth, steps] of samples.entries()) {
            const plan = newPlan()
            const events = newEvents(history(steps, false))
            // One that remembers, and one that knows nothing at each piece.
            const warm = yield* makeCatchUp()
            for (let from = 0, round = 0; from < events.length; round++) {
              const size = 1 + ((nth + round * 7) % 9)
              yield* append(plan, events.slice(from, from + size))
              from += size
              const catchUp = round % 3 === 0 ? yield* makeCatchUp(0) : warm
              const on = Day.fromNumber(18_262 + 80 * round)
              expect(yield* catchUp(plan, { today: on })).toBe("done")
              const recorded = yield* log.read(plan)
              expect(yield* keptDigests(plan)).toEqual(
                derivedDigests(recorded, { position: recorded.length, asOf: on })
              )
            }
          }
        }).pipe(Effect.provide(layer())),
      60_000
    )

    it.live("of a plan stay as they are where nothing is new", () =>
      Effect.gen(function* () {
        const plan = newPlan()
        const samples = yield* Arbitrary.sampleEffect(Steps, { count: 1, size: 30, seed: 3 })
        yield* append(plan, newEvents(history(samples[0] ?? [], true)))
        const catchUp = yield* makeCatchUp()
        expect(yield* catchUp(plan, { today })).toBe("done")
        const before = yield* keptDigests(plan)
        expect(yield* catchUp(plan, { today })).toBe("done")
        expect(yield* keptDigests(plan)).toEqual(before)
      }).pipe(Effect.provide(layer()))
    )
  })
}
