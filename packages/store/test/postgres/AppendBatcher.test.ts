/**
 * Appends that share calls: however a call ends, every append is answered.
 */
import { expect, it } from "@effect/vitest"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Result from "effect/Result"
import * as Scope from "effect/Scope"
import { batchOf, newPlan, note } from "../../src/contract/ContractFixture.ts"
import type { Batch } from "../../src/EventLog.ts"
import { type AppendAnswer, appendBatcher } from "../../src/postgres/AppendBatcher.ts"

const batch = batchOf(newPlan(), 0, [note("a")])
const recorded: AppendAnswer = Result.succeed({ first: 1, last: 1, recordedAt: 1, repeated: false })
const soon = Effect.timeout("1 second")

it.live("a call that dies fails the appends in it, and delays no later append", () =>
  Effect.gen(function* () {
    let calls = 0
    const append = yield* appendBatcher((batches: ReadonlyArray<Batch>) =>
      Effect.suspend(() => {
        calls += 1
        return calls <= 5 ? Effect.die("out of order") : Effect.succeed(batches.map(() => recorded))
      })
    )
    for (let nth = 0; nth < 5; nth++) {
      const exit = yield* Effect.exit(soon(append(batch)))
      expect(Exit.isFailure(exit) && Cause.hasDies(exit.cause)).toBe(true)
    }
    expect(yield* soon(append(batch))).toMatchObject({ first: 1 })
  })
)

it.live("a closed log refuses waiting, sent and later appends", () =>
  Effect.gen(function* () {
    const scope = yield* Scope.make()
    const append = yield* Scope.provide(
      appendBatcher(() => Effect.never),
      scope
    )
    const waiting = yield* Effect.forEach([1, 2, 3], () =>
      Effect.forkChild(Effect.flip(append(batch)), { startImmediately: true })
    )
    yield* Scope.close(scope, Exit.void)
    for (const each of waiting) expect(yield* soon(Fiber.join(each))).toMatchObject({ reason: "unreachable" })
    expect(yield* soon(Effect.flip(append(batch)))).toMatchObject({ reason: "unreachable" })
  })
)
