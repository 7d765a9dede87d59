/**
 * Checkpoints that are kept with a log are compared with its leaves.
 */
import { expect, it } from "@effect/vitest"
import { checkpointText, originOf } from "@frist/evidence/checkpoints/Checkpoint"
import * as Effect from "effect/Effect"
import { batchOf, checkpointOf, newPlan, note, wholeLog } from "../../src/contract/ContractFixture.ts"
import { comparedCheckpoints } from "../../src/evidence/KeptCheckpoints.ts"
import { layer } from "../../src/memory/MemoryEventLog.ts"

it.effect("kept checkpoints that the log does not have are named by plan and size, and the others counted", () =>
  Effect.gen(function* () {
    const log = yield* wholeLog
    const [sound, other, none] = [newPlan(), newPlan(), newPlan()]
    expect(yield* comparedCheckpoints).toEqual({ compared: 0, differing: [] })
    for (const plan of [sound, other, none]) {
      yield* log.append(batchOf(plan, 0, [note("a"), note("b"), note("c")]))
    }
    for (const size of [2, 3]) yield* log.seal(sound, yield* checkpointOf(log, sound, size))
    expect(yield* comparedCheckpoints).toEqual({ compared: 2, differing: [] })
    const root = new Uint8Array(32)
    for (const size of [2, 4]) yield* log.seal(other, checkpointText({ origin: originOf(other), size, root }))
    yield* log.seal(other, yield* checkpointOf(log, other, 1))
    const { compared, differing } = yield* comparedCheckpoints
    expect(compared).toBe(5)
    expect(differing).toEqual([
      { plan: other, size: 2 },
      { plan: other, size: 4 }
    ])
  }).pipe(Effect.provide(layer))
)
