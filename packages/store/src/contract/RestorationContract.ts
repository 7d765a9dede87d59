/**
 * The contract's laws of restoration: a plan of another log is restored exactly as it was, or not at all.
 */
import { describe, expect } from "@effect/vitest"
import { checkpointText, originOf } from "@frist/evidence/checkpoints/Checkpoint"
import { emptyTree, treeHead, withLeaf } from "@frist/evidence/tree/MerkleTree"
import type { StoredRecord } from "@frist/evidence/StoredEvent"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { recordsOf } from "../BatchRecords.ts"
import { Conflict } from "../EventLog.ts"
import {
  activityNamed,
  batchOf,
  fromTo,
  type Law,
  newBatch,
  newPlan,
  note,
  positions,
  type Sizes
} from "./ContractFixture.ts"
import { copyBegan, copyStream, expectEmpty, legible, recordedCopy, redactedCopy } from "./RestorationFixture.ts"

const rootOf = (log: ReadonlyArray<StoredRecord>) => treeHead(log.map((each) => each.leaf).reduce(withLeaf, emptyTree))

const atOnce = { concurrency: "unbounded" } as const

export const restorationLaws = (law: Law, { writers }: Sizes): void => {
  describe("restoration", () => {
    law("a restored plan has exactly the records of the original, and its root", (log, plan) =>
      Effect.gen(function* () {
        const records = redactedCopy(recordedCopy(plan, [2, 3, 1, 2]), 4)
        expect(yield* log.restore(plan, copyStream(records))).toEqual(rootOf(records))
        expect(legible(yield* log.records(plan))).toEqual(legible(records))
        expect(yield* log.read(plan)).toEqual(records.map((each) => each.record))
        expect((yield* log.plans).find((each) => each.plan === plan)).toEqual({ plan, events: 9 })
      })
    )

    law(
      "a restored plan continues like a recorded one: repeated batches, conflicts, positions and times",
      (log, plan) =>
        Effect.gen(function* () {
          const ahead = Date.now() + 3_600_000
          const early = batchOf(plan, 0, [note("a"), note("b")])
          const late = batchOf(plan, 2, [note("c", activityNamed("c")), note("d"), note("e")])
          const records = [...recordsOf(early, 0, copyBegan), ...recordsOf(late, 2, ahead)]
          yield* log.restore(plan, copyStream(records))
          expect(yield* log.append(early)).toEqual({ first: 1, last: 2, recordedAt: copyBegan, repeated: true })
          expect(yield* log.append(late)).toEqual({ first: 3, last: 5, recordedAt: ahead, repeated: true })
          expect(yield* Effect.flip(log.append(batchOf(plan, 2, [note("x")])))).toMatchObject({
            _tag: "Conflict",
            head: 5
          })
          const about = { condition: { after: 2, activities: [activityNamed("c")] } }
          expect(yield* Effect.flip(log.append(batchOf(plan, 0, [note("x")], about)))).toMatchObject({
            _tag: "Conflict"
          })
          const next = yield* log.append(batchOf(plan, 5, [note("f")]))
          expect(next).toEqual({ first: 6, last: 6, recordedAt: ahead, repeated: false })
          expect(positions(yield* log.read(plan))).toEqual(fromTo(1, 6))
        })
    )

    law("a plan of many pages, with a batch longer than a page, is restored exactly", (log, plan) =>
      Effect.gen(function* () {
        const records = redactedCopy(recordedCopy(plan, [1, 499, 1200, ...fromTo(1, 60).map(() => 7), 81, 1]), 900)
        const { root, size } = yield* log.restore(plan, Stream.rechunk(copyStream(records), 37))
        expect({ root, size }).toEqual(rootOf(records))
        expect(legible(yield* log.records(plan))).toEqual(legible(records))
        for (const first of [1, 2, 501, records.length]) {
          const { batch } = (records[first - 1] as StoredRecord).record
          expect(yield* log.append(batchOf(plan, 0, [note("x")], { batch }))).toMatchObject({ first, repeated: true })
        }
      })
    )

    law("a restored plan has its checkpoints, in order; a restoration that fails after one keeps none", (log, plan) =>
      Effect.gen(function* () {
        const records = recordedCopy(plan, [2, 3])
        const noteAt = (size: number) => ({
          note: checkpointText({ origin: originOf(plan), ...rootOf(records.slice(0, size)) })
        })
        const notes = [noteAt(2), noteAt(5), noteAt(2)]
        const kept = Stream.concat(copyStream(records), Stream.fromIterable(notes))
        expect(yield* Effect.flip(log.restore(plan, Stream.concat(kept, Stream.fail("cut off"))))).toBe("cut off")
        yield* expectEmpty(log, plan)
        expect(yield* log.sealed(plan)).toEqual([])
        const garbage = Stream.concat(kept, Stream.make({ note: "a note" }))
        expect(yield* Effect.flip(log.restore(plan, garbage))).toMatchObject({ reason: "invalid" })
        yield* expectEmpty(log, plan)
        yield* log.restore(plan, kept)
        expect(yield* log.sealed(plan)).toEqual(notes.map(({ note }) => note))
      })
    )

    law("an empty stream restores nothing", (log, plan) =>
      Effect.gen(function* () {
        expect(yield* log.restore(plan, Stream.empty)).toEqual(rootOf([]))
        yield* expectEmpty(log, plan)
      })
    )

    law("restoring into a plan that has events is a conflict and changes nothing", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a"), note("b")]))
        const before = yield* log.records(plan)
        for (const records of [recordedCopy(plan, [2, 1]), before, []]) {
          const refused = yield* Effect.flip(log.restore(plan, copyStream(records)))
          expect(refused).toEqual(new Conflict({ plan, after: 0, head: 2, activities: [] }))
        }
        expect(yield* log.records(plan)).toEqual(before)
      })
    )

    law("a restoration that fails or is interrupted leaves the plan empty", (log, plan) =>
      Effect.gen(function* () {
        const records = recordedCopy(
          plan,
          fromTo(1, 300).map(() => 4)
        )
        const failing = Stream.concat(copyStream(records), Stream.fail("the copy ends here"))
        expect(yield* Effect.flip(log.restore(plan, failing))).toBe("the copy ends here")
        yield* expectEmpty(log, plan)
        const waiting = Stream.concat(copyStream(records), Stream.never)
        yield* log.restore(plan, waiting).pipe(Effect.timeoutOption("200 millis"))
        yield* expectEmpty(log, plan)
        expect(yield* log.append(batchOf(plan, 0, [note("a")]))).toMatchObject({ first: 1, repeated: false })
      })
    )

    law("readers see a restored plan only when it is complete, and subscribers receive all of it", (log, plan) =>
      Effect.gen(function* () {
        const records = recordedCopy(
          plan,
          fromTo(1, 300).map(() => 4)
        )
        const subscriber = yield* Effect.forkChild(
          log.changes({ plan, after: 0 }).pipe(Stream.take(1200), Stream.runCollect, Effect.timeout("20 seconds")),
          { startImmediately: true }
        )
        const seen: Array<number> = []
        const observer = yield* Effect.forkChild(
          Effect.map(log.read(plan), ({ length }) => seen.push(length)).pipe(
            Effect.andThen(Effect.sleep("5 millis")),
            Effect.forever
          )
        )
        const read = Effect.gen(function* () {
          while (seen.length === 0) yield* Effect.sleep("5 millis")
        })
        const pause = Stream.fromEffectDrain(Effect.andThen(read, Effect.sleep("20 millis")))
        const slow = Stream.concat(
          Stream.concat(copyStream(records.slice(0, 1100)), pause),
          copyStream(records.slice(1100))
        )
        yield* log.restore(plan, slow)
        yield* Fiber.interrupt(observer)
        expect(seen.length).toBeGreaterThan(0)
        expect(seen.filter((length) => length !== 0 && length !== 1200)).toEqual([])
        expect(yield* Fiber.join(subscriber)).toEqual(records.map((each) => each.record))
      })
    )

    law("exactly one of several concurrent restorations and appends succeeds, and the others conflict", (log, plan) =>
      Effect.gen(function* () {
        for (const round of fromTo(1, 6)) {
          const own = round === 1 ? plan : newPlan()
          const records = recordedCopy(own, [300, 400, 1])
          const append = batchOf(own, 0, [note("a")])
          const answers = yield* Effect.all(
            fromTo(1, writers).map((writer) => {
              const halting = Stream.tap(copyStream(records), ({ record }) =>
                record.position === 301 ? Effect.sleep((writer * round) % 5) : Effect.void
              )
              const size = Effect.map(log.restore(own, halting), (head) => head.size)
              const first = Effect.map(log.append({ ...append, batch: newBatch() }), (appended) => appended.last)
              return Effect.result(Effect.delay(writer % 3 === round % 3 ? first : size, (writer * round) % 7))
            }),
            atOnce
          )
          const [won, ...others] = answers.filter(Result.isSuccess)
          expect(others).toEqual([])
          const events = yield* log.read(own)
          expect(positions(events)).toEqual(fromTo(1, won?.success ?? 0))
          for (const lost of answers.filter(Result.isFailure)) {
            expect(lost.failure).toMatchObject({ _tag: "Conflict", after: 0, head: events.length })
          }
        }
      })
    )

    law(
      "of a restoration that waits for its first event and an append, one succeeds and the other conflicts",
      (log, plan) =>
        Effect.gen(function* () {
          const waiting = Stream.unwrap(Effect.as(Effect.sleep("600 millis"), copyStream(recordedCopy(plan, [2]))))
          const answers = yield* Effect.all(
            [
              Effect.result(Effect.asVoid(log.restore(plan, waiting))),
              Effect.result(Effect.asVoid(Effect.delay(log.append(batchOf(plan, 0, [note("a")])), 50)))
            ],
            atOnce
          )
          const head = (yield* log.read(plan)).length
          expect(answers.filter(Result.isSuccess)).toHaveLength(1)
          expect(answers.find(Result.isFailure)?.failure).toMatchObject({ _tag: "Conflict", after: 0, head })
        })
    )
  })
}
