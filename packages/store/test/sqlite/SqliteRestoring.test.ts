/**
 * Appends to a SQLite file during a restoration: they wait, and are not part of it.
 */
import { expect, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import { batchOf, newPlan, note, positions } from "../../src/contract/ContractFixture.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { recordsOf } from "../../src/BatchRecords.ts"
import { inLog } from "../copies.ts"
import { newFile } from "../TemporaryFile.ts"

it.live("an append to another plan waits for a restoration, and is recorded although the restoration fails", () =>
  Effect.gen(function* () {
    const filename = yield* newFile
    const [plan, other] = [newPlan(), newPlan()]
    yield* inLog(layer({ filename }), (log) =>
      Effect.gen(function* () {
        const [begun, goOn] = [yield* Deferred.make<void>(), yield* Deferred.make<void>()]
        const records = recordsOf(batchOf(plan, 0, [note("a"), note("b")]), 0, 1_700_000_000_000)
        const waits = Deferred.succeed(begun, undefined).pipe(
          Effect.andThen(Deferred.await(goOn)),
          Effect.andThen(Effect.fail("no more"))
        )
        const restoring = yield* Effect.forkChild(
          Effect.flip(log.restore(plan, Stream.concat(Stream.fromIterable(records), Stream.fromEffect(waits))))
        )
        yield* Deferred.await(begun)
        const appending = yield* Effect.forkChild(log.append(batchOf(other, 0, [note("c")])), {
          startImmediately: true
        })
        yield* Effect.sleep("100 millis")
        expect(yield* log.read(other)).toEqual([])
        yield* Deferred.succeed(goOn, undefined)
        expect(yield* Fiber.join(restoring)).toBe("no more")
        expect(yield* Fiber.join(appending)).toMatchObject({ first: 1, repeated: false })
        expect(yield* log.read(plan)).toEqual([])
      })
    )
    yield* inLog(layer({ filename }), (log) =>
      Effect.gen(function* () {
        expect(positions(yield* log.read(other))).toEqual([1])
        expect(yield* log.plans).toEqual([{ plan: other, events: 1 }])
      })
    )
  })
)

it.live("a restoration waits for a busy file no longer than an append", () =>
  Effect.gen(function* () {
    const filename = yield* newFile
    yield* inLog(layer({ filename, busyTimeout: 50 }), (log) =>
      Effect.gen(function* () {
        const begun = yield* Deferred.make<void>()
        const never = Stream.fromEffect(Effect.andThen(Deferred.succeed(begun, undefined), Effect.never))
        const restoring = yield* Effect.forkChild(log.restore(newPlan(), never))
        yield* Deferred.await(begun)
        expect(yield* Effect.flip(log.restore(newPlan(), Stream.empty))).toMatchObject({ reason: "timedOut" })
        yield* Fiber.interrupt(restoring)
        expect(yield* log.restore(newPlan(), Stream.empty)).toMatchObject({ size: 0 })
      })
    )
  })
)
