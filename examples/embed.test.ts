/**
 * The embedding example of the README, run on a log in memory.
 */
import * as MemoryEventLog from "@frist/store/MemoryEventLog"
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { moved } from "./embed.ts"

it.effect("a service moves a deadline and shows how it slipped, and may do so again", () =>
  Effect.gen(function* () {
    const once = yield* moved
    expect(once.activities).toMatchObject([
      { tally: { count: 1, atLeast: false, net: { min: 975, max: 1095 } }, moves: [{ reason: "Nyanställda först" }] }
    ])
    expect(yield* moved).toEqual(once)
  }).pipe(Effect.provide(MemoryEventLog.layer))
)
