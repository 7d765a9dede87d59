/**
 * The contract's laws of kept editions: kept with the events of their batch or not at all, and erased on a decision.
 */
import { describe, expect } from "@effect/vitest"
import type { CellPlace } from "@frist/domain/Event"
import type { PlanId } from "@frist/domain/Names"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Stream from "effect/Stream"
import type { Batch, KeptEdition } from "../EventLog.ts"
import { contentHash } from "../KeptContent.ts"
import { recordsOf } from "../BatchRecords.ts"
import { activityNamed, batchOf, fromTo, type Law, type Log, newPlan, note, positions } from "./ContractFixture.ts"
import { copyBegan } from "./RestorationFixture.ts"

const sha = (letter: string) => letter.repeat(64)

/** Returns what a test keeps of a document. */
const editionOf = (letter: string, text: string, document = `${letter}.csv`): KeptEdition => ({
  sha256: sha(letter),
  document,
  content: new Uint8Array(Buffer.from(text))
})

const ofPlan = (event: NewEvent["event"]): NewEvent => ({ ...note(""), event })

/** Returns the event that says what is kept of an edition. */
const keptEvent = ({ content, sha256 }: KeptEdition): NewEvent =>
  ofPlan({ _tag: "EditionKept", sha256, content: contentHash(content) })

const erasedEvent = (sha256: string, content: Uint8Array | null, cells: ReadonlyArray<CellPlace> | null = null) =>
  ofPlan({
    _tag: "EditionErased",
    sha256,
    cells,
    content: content === null ? null : contentHash(content),
    decision: "Dnr 1"
  })

/** Returns a batch that keeps editions after its other events. */
export const keepingBatch = (
  plan: PlanId,
  after: number,
  editions: ReadonlyArray<KeptEdition>,
  changed: Partial<Batch> = {}
): Batch => batchOf(plan, after, [note("a"), ...editions.map(keptEvent)], { editions, ...changed })

const text = (content: Uint8Array | undefined) => content && Buffer.from(content).toString()
const keptIn = (log: Log, plan: PlanId) =>
  Effect.flatMap(log.editions(plan), (listed) =>
    Effect.forEach(listed, ({ document, sha256 }) =>
      Effect.map(log.edition(plan, sha256), (content) => [sha256[0], document, text(content)])
    )
  )

export const keptEditionLaws = (law: Law): void => {
  const [first, second] = [editionOf("a", "the first"), editionOf("b", "the second")]

  describe("kept editions", () => {
    law("editions are kept with the events of their batch, byte for byte, and listed by SHA-256", (log, plan) =>
      Effect.gen(function* () {
        const bytes = { ...first, content: Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7) % 256) }
        yield* log.append(keepingBatch(plan, 0, [second, bytes]))
        expect(yield* log.editions(plan)).toEqual([
          { sha256: sha("a"), document: "a.csv" },
          { sha256: sha("b"), document: "b.csv" }
        ])
        expect(Buffer.compare(Buffer.from((yield* log.edition(plan, sha("a"))) ?? []), bytes.content)).toBe(0)
        expect(text(yield* log.edition(plan, sha("b")))).toBe("the second")
        expect(yield* log.edition(plan, sha("c"))).toBeUndefined()
        expect(yield* log.editions(newPlan())).toEqual([])
        expect(yield* log.edition(newPlan(), sha("a"))).toBeUndefined()
      })
    )

    law("a batch that conflicts, or that is not valid, keeps no edition", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a", activityNamed("x"))]))
        const tried = [
          keepingBatch(plan, 0, [first]),
          batchOf(plan, 1, [note("b\0"), keptEvent(first)], { editions: [first] }),
          keepingBatch(plan, 1, [{ ...first, sha256: "x" }]),
          keepingBatch(plan, 1, [{ ...first, document: "a\0" }])
        ]
        for (const batch of tried) yield* Effect.flip(log.append(batch))
        expect(yield* keptIn(log, plan)).toEqual([])
        expect(positions(yield* log.read(plan))).toEqual([1])
      })
    )

    law("an edition that no event of its batch names, with its content, is refused with the batch", (log, plan) =>
      Effect.gen(function* () {
        const unnamed = [
          batchOf(plan, 0, [note("a")], { editions: [first] }),
          batchOf(plan, 0, [note("a"), keptEvent(second)], { editions: [first] }),
          batchOf(plan, 0, [note("a"), keptEvent({ ...first, content: second.content })], { editions: [first] }),
          batchOf(plan, 0, [keptEvent(first), keptEvent({ ...first, content: second.content })], { editions: [first] })
        ]
        for (const batch of unnamed) {
          expect(yield* Effect.flip(log.append(batch))).toMatchObject({ _tag: "EventLogError", reason: "invalid" })
        }
        expect(yield* log.read(plan)).toEqual([])
        expect(yield* keptIn(log, plan)).toEqual([])
      })
    )

    law("a repeated batch keeps nothing anew", (log, plan) =>
      Effect.gen(function* () {
        const batch = keepingBatch(plan, 0, [first])
        const answer = yield* log.append(batch)
        const other = { ...first, content: second.content }
        const repeated = { ...keepingBatch(plan, 0, [other, second]), batch: batch.batch }
        expect(yield* log.append(repeated)).toEqual({ ...answer, repeated: true })
        expect(yield* keptIn(log, plan)).toEqual([["a", "a.csv", "the first"]])
      })
    )

    law(
      "a later batch may keep other content of the same document, under the name that it was first given",
      (log, plan) =>
        Effect.gen(function* () {
          yield* log.append(keepingBatch(plan, 0, [first]))
          yield* log.append(keepingBatch(plan, 2, [editionOf("a", "again", "renamed.csv")]))
          expect(yield* keptIn(log, plan)).toEqual([["a", "a.csv", "again"]])
        })
    )

    law("of batches that are appended at once, exactly those that are recorded keep their editions", (log, plan) =>
      Effect.gen(function* () {
        const atOnce = { concurrency: "unbounded" } as const
        const plans = [plan, ...Array.from({ length: 5 }, newPlan)]
        const tried = plans.flatMap((each) => ["a", "b"].map((letter) => ({ plan: each, letter })))
        const recorded = yield* Effect.forEach(
          tried,
          ({ letter, plan: own }) =>
            Effect.map(Effect.exit(log.append(keepingBatch(own, 0, [editionOf(letter, own)]))), Exit.isSuccess),
          atOnce
        )
        for (const each of plans) {
          const won = tried.filter(({ plan: own }, at) => own === each && recorded[at] === true)
          expect(won).toHaveLength(1)
          expect(yield* keptIn(log, each)).toEqual(won.map(({ letter }) => [letter, `${letter}.csv`, each]))
        }
      })
    )

    law("erasing replaces the content by what the last decision leaves of it, and changes no other", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(keepingBatch(plan, 0, [first, second]))
        const left = Buffer.from("the")
        yield* log.append(batchOf(plan, 3, [erasedEvent(sha("a"), left, [{ table: 1, row: 2, column: 3 }])]))
        yield* log.eraseEdition(plan, sha("a"), left)
        yield* log.eraseEdition(plan, sha("a"), left)
        expect(yield* keptIn(log, plan)).toEqual([
          ["a", "a.csv", "the"],
          ["b", "b.csv", "the second"]
        ])
        yield* log.append(batchOf(plan, 4, [erasedEvent(sha("a"), null)]))
        yield* log.eraseEdition(plan, sha("a"), null)
        yield* log.eraseEdition(plan, sha("a"), null)
        expect(yield* keptIn(log, plan)).toEqual([["b", "b.csv", "the second"]])
        expect(yield* log.edition(plan, sha("a"))).toBeUndefined()
      })
    )

    law("an erasure that no decision allows changes nothing", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(keepingBatch(plan, 0, [first, second]))
        const left = Buffer.from("the")
        const refused = (sha256: string, content: Uint8Array | null) =>
          Effect.map(Effect.flip(log.eraseEdition(plan, sha256, content)), (error) =>
            expect(error).toMatchObject({ _tag: "EventLogError", reason: "invalid" })
          )
        yield* refused(sha("a"), null)
        yield* refused(sha("a"), first.content)
        yield* refused(sha("c"), null)
        yield* log.append(batchOf(plan, 3, [erasedEvent(sha("a"), left)]))
        yield* refused(sha("a"), null)
        yield* refused(sha("a"), Buffer.from("other"))
        yield* refused(sha("b"), left)
        yield* log.append(keepingBatch(plan, 4, [{ ...first, content: second.content }]))
        yield* refused(sha("a"), left)
        expect(yield* keptIn(log, plan)).toEqual([
          ["a", "a.csv", "the second"],
          ["b", "b.csv", "the second"]
        ])
      })
    )

    law("a restored plan keeps the editions that its events name, and no other", (log, plan) =>
      Effect.gen(function* () {
        const third = editionOf("c", "the third")
        const records = [
          ...recordsOf(keepingBatch(plan, 0, [first, second, third]), 0, copyBegan),
          ...recordsOf(batchOf(plan, 4, [erasedEvent(sha("c"), null)]), 4, copyBegan)
        ]
        const given = [first, { ...second, content: first.content }, third, editionOf("d", "unheard")]
        yield* log.restore(plan, Stream.rechunk(Stream.fromIterable([...records, ...given]), 2))
        expect(yield* keptIn(log, plan)).toEqual([["a", "a.csv", "the first"]])
        expect(positions(yield* log.read(plan))).toEqual(fromTo(1, 5))
        yield* log.append(keepingBatch(plan, 5, [second]))
        expect(yield* keptIn(log, plan)).toEqual([
          ["a", "a.csv", "the first"],
          ["b", "b.csv", "the second"]
        ])
      })
    )

    law("a restoration that fails after an edition, or has an event after one, keeps nothing", (log, plan) =>
      Effect.gen(function* () {
        const records = recordsOf(keepingBatch(plan, 0, [first]), 0, copyBegan)
        const failing = Stream.concat(Stream.fromIterable([...records, first]), Stream.fail("cut off"))
        expect(yield* Effect.flip(log.restore(plan, failing))).toBe("cut off")
        const mixed = Stream.fromIterable([...records.slice(0, 1), first, ...records.slice(1)])
        expect(yield* Effect.flip(log.restore(plan, mixed))).toMatchObject({ reason: "invalid" })
        expect(yield* keptIn(log, plan)).toEqual([])
        expect(yield* log.read(plan)).toEqual([])
      })
    )
  })
}
