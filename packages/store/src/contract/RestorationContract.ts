/**
 * The contract's laws of restoration: a plan of another log is restored exactly as it was, or not at all.
 */
import { describe, expect } from "@effect/vitest"
import { Actor, Position, type PlanId } from "@frist/domain/Names"
import { RecordedEvent, type RecordHeader } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { Conflict } from "../EventLog.ts"
import { EvidenceBroken, type Flaw, type StoredRecord } from "@frist/evidence/StoredEvent"
import { erasedRecord } from "../evidence/Erasure.ts"
import { contentDigest, leafHash } from "@frist/evidence/Leaf"
import { emptyTree, treeHead, withLeaf } from "@frist/evidence/MerkleTree"
import { recordsOf } from "../BatchRecords.ts"
import {
  activityNamed,
  batchOf,
  fromTo,
  type Law,
  type Log,
  newBatch,
  newPlan,
  note,
  positions,
  type Sizes
} from "./ContractFixture.ts"

const began = 1_700_000_000_000

/** Makes the records of a plan in another log: batches of these sizes, a second apart. */
const recorded = (plan: PlanId, sizes: ReadonlyArray<number>): ReadonlyArray<StoredRecord> => {
  const log: Array<StoredRecord> = []
  for (const [at, size] of sizes.entries()) {
    const events = fromTo(1, size).map((nth) => ({
      ...note(`${at} ${nth} å`, nth % 2 === 0 ? activityNamed("a") : null),
      source: nth % 3 === 0 ? { document: "a.csv", sha256: "0f".repeat(32), table: "T", row: nth, column: null } : null
    }))
    log.push(...recordsOf(batchOf(plan, log.length, events), log.length, began + at * 1000))
  }
  return log
}

/** Adds a decision that removes the event at a position, and removes its content. */
const redacted = (log: ReadonlyArray<StoredRecord>, position: number): ReadonlyArray<StoredRecord> => {
  const { batch, plan, recordedAt } = (log.at(-1) as StoredRecord).record
  const event = { _tag: "Redacted", position: Position.make(position), decision: "Dnr 1" } as const
  const decision = recordsOf(batchOf(plan, 0, [{ ...note(batch), event }]), log.length, recordedAt)
  return [...log.map((each) => (each.record.position === position ? removed(each) : each)), ...decision]
}

const removed = (stored: StoredRecord): StoredRecord =>
  erasedRecord(stored, stored.salt ?? new Uint8Array(), stored.bytes ?? new Uint8Array())

/** Changes fields of a record and recomputes its leaf, as somebody with full access to the store can. */
const forged = (stored: StoredRecord, changed: Partial<RecordHeader>): StoredRecord => {
  const record = RecordedEvent.of({ ...stored.record, ...changed })
  const digest = contentDigest(stored.salt ?? new Uint8Array(), stored.bytes ?? new Uint8Array())
  return { ...stored, record, leaf: leafHash(record, digest) }
}

/** Writes bytes as text, so that buffers of different kinds compare equal. */
const legible = (log: ReadonlyArray<StoredRecord>) =>
  log.map(({ bytes, digest, leaf, record, salt }) => ({
    record,
    bytes: hex(bytes),
    salt: hex(salt),
    digest: hex(digest),
    leaf: hex(leaf)
  }))
const hex = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString("hex")

const from = (log: ReadonlyArray<StoredRecord>) => Stream.fromIterable(log)

const utf8 = (text: string) => new TextEncoder().encode(text)

const rootOf = (log: ReadonlyArray<StoredRecord>) => treeHead(log.map((each) => each.leaf).reduce(withLeaf, emptyTree))

const isEmpty = (log: Log, plan: PlanId) =>
  Effect.gen(function* () {
    expect(yield* log.records(plan)).toEqual([])
    expect((yield* log.plans).map((each) => each.plan)).not.toContain(plan)
  })

/** Changes the record at a position. */
const at =
  (position: number, change: (stored: StoredRecord) => StoredRecord) =>
  (log: ReadonlyArray<StoredRecord>): ReadonlyArray<StoredRecord> =>
    log.map((each) => (each.record.position === position ? change(each) : each))

type Forgery = readonly [
  what: string,
  change: (log: ReadonlyArray<StoredRecord>) => ReadonlyArray<StoredRecord>,
  flaw: Flaw,
  position: number
]

/** Forgeries of seven events in batches of two, three and two, and the position at which each is found. */
const forgeries: ReadonlyArray<Forgery> = [
  ["without its first event", (log) => log.slice(1), "position", 1],
  ["without one event", (log) => log.toSpliced(3, 1), "position", 4],
  ["with one event twice", (log) => log.toSpliced(3, 0, ...log.slice(2, 3)), "position", 4],
  ["with two events swapped", (log) => [...log.slice(0, 5), ...log.slice(5).toReversed()], "position", 6],
  ["with an event of another plan", at(7, (it) => forged(it, { plan: newPlan() })), "plan", 7],
  ["with another actor", at(1, (it) => ({ ...it, record: { ...it.record, actor: Actor.make("X") } })), "leaf", 1],
  ["with another time", at(4, (it) => ({ ...it, record: { ...it.record, recordedAt: began } })), "leaf", 4],
  ["with another text", at(7, (it) => ({ ...it, bytes: utf8(`{"_tag":"FollowUpNoted","text":"x"}`) })), "leaf", 7],
  ["with the same text in other bytes", at(2, (it) => ({ ...it, bytes: utf8(` ${text(it)}`) })), "leaf", 2],
  [
    "with another salt",
    at(3, (it) => ({ ...it, salt: it.salt && it.salt.with(31, (it.salt[31] ?? 0) ^ 1) })),
    "leaf",
    3
  ],
  ["with another leaf", at(5, (it) => ({ ...it, leaf: it.leaf.with(0, (it.leaf[0] ?? 0) ^ 1) })), "leaf", 5],
  ["with a short leaf", at(5, (it) => ({ ...it, leaf: it.leaf.slice(1) })), "unreadable", 5],
  ["without a salt", at(2, (it) => ({ ...it, salt: null })), "unreadable", 2],
  ["with a short salt", at(2, (it) => resalted(it, new Uint8Array(31))), "unreadable", 2],
  ["with an unknown type of event", at(6, (it) => rewritten(it, `{"_tag":"Unheard"}`)), "unreadable", 6],
  ["with invalid JSON", at(6, (it) => rewritten(it, `{"_tag":`)), "unreadable", 6],
  ["with a type that differs from its event", at(6, (it) => forged(it, { type: "PlanOpened" })), "unreadable", 6],
  [
    "with an invalid day",
    at(6, (it) => forged(it, { effectiveOn: "2021-02-29" as RecordedEvent["effectiveOn"] })),
    "unreadable",
    6
  ],
  ["with two actors in one batch", at(4, (it) => forged(it, { actor: Actor.make("X") })), "batch", 4],
  ["with two times in one batch", at(4, (it) => forged(it, { recordedAt: began + 1500 })), "batch", 4],
  ["with a batch that is repeated", (log) => again(log, 0, 5), "batch", 6],
  ["with a batch that continues after another", (log) => again(log, 4, 6), "batch", 7],
  ["with a time before the one of the event before", at(7, (it) => forged(it, { recordedAt: began })), "clock", 7],
  [
    "with an erased event without its digest",
    (log) => at(2, (it) => ({ ...it, digest: null }))(redacted(log, 2)),
    "unreadable",
    2
  ],
  [
    "one removed and another's digest",
    (log) => at(2, (it) => ({ ...it, digest: it.leaf }))(redacted(log, 2)),
    "leaf",
    2
  ],
  ["with a digest of an event that has its content", at(2, (it) => ({ ...it, digest: it.leaf })), "unreadable", 2],
  [
    "another actor of one removed",
    (log) => at(2, (it) => ({ ...it, record: { ...it.record, actor: Actor.make("X") } }))(redacted(log, 2)),
    "leaf",
    2
  ],
  ["with an event erased without a decision", at(4, removed), "removed", 4],
  ["with the last event erased without a decision", at(7, removed), "removed", 7],
  ["with an event erased by a decision about another", (log) => at(3, removed)(redacted(log, 2)), "removed", 3],
  ["with an event erased by a decision that is erased", (log) => at(8, removed)(redacted(log, 2)), "removed", 2]
]

const text = ({ bytes }: StoredRecord): string => new TextDecoder().decode(bytes ?? new Uint8Array())
const rewritten = (it: StoredRecord, content: string) => forged({ ...it, bytes: utf8(content) }, {})
const resalted = (it: StoredRecord, salt: Uint8Array) => forged({ ...it, salt }, {})

/** Gives the events from `index` on the batch of an earlier event. */
const again = (log: ReadonlyArray<StoredRecord>, of: number, index: number): ReadonlyArray<StoredRecord> => {
  const batch = log[of]?.record.batch ?? newBatch()
  return log.map((each, nth) => (nth >= index ? forged(each, { batch }) : each))
}

const atOnce = { concurrency: "unbounded" } as const

export const restorationLaws = (law: Law, { writers }: Sizes): void => {
  describe("restoration", () => {
    law("a restored plan has exactly the records of the original, and its root", (log, plan) =>
      Effect.gen(function* () {
        const records = redacted(recorded(plan, [2, 3, 1, 2]), 4)
        expect(yield* log.restore(plan, from(records))).toEqual(rootOf(records))
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
          const records = [...recordsOf(early, 0, began), ...recordsOf(late, 2, ahead)]
          yield* log.restore(plan, from(records))
          expect(yield* log.append(early)).toEqual({ first: 1, last: 2, recordedAt: began, repeated: true })
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
        const records = redacted(recorded(plan, [1, 499, 1200, ...fromTo(1, 60).map(() => 7), 81, 1]), 900)
        const { root, size } = yield* log.restore(plan, Stream.rechunk(from(records), 37))
        expect({ root, size }).toEqual(rootOf(records))
        expect(legible(yield* log.records(plan))).toEqual(legible(records))
        for (const first of [1, 2, 501, records.length]) {
          const { batch } = (records[first - 1] as StoredRecord).record
          expect(yield* log.append(batchOf(plan, 0, [note("x")], { batch }))).toMatchObject({ first, repeated: true })
        }
      })
    )

    law("an empty stream restores nothing", (log, plan) =>
      Effect.gen(function* () {
        expect(yield* log.restore(plan, Stream.empty)).toEqual(rootOf([]))
        yield* isEmpty(log, plan)
      })
    )

    law("restoring into a plan that has events is a conflict and changes nothing", (log, plan) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a"), note("b")]))
        const before = yield* log.records(plan)
        for (const records of [recorded(plan, [2, 1]), before, []]) {
          const refused = yield* Effect.flip(log.restore(plan, from(records)))
          expect(refused).toEqual(new Conflict({ plan, after: 0, head: 2, activities: [] }))
        }
        expect(yield* log.records(plan)).toEqual(before)
      })
    )

    for (const [what, change, flaw, position] of forgeries) {
      law(`a copy ${what} is refused whole and leaves the plan empty`, (log, plan) =>
        Effect.gen(function* () {
          const records = recorded(plan, [2, 3, 2])
          const refused = yield* Effect.flip(log.restore(plan, from(change(records))))
          expect(refused).toEqual(new EvidenceBroken({ plan, position, flaw }))
          yield* isEmpty(log, plan)
          // No batch id is left behind either.
          yield* log.restore(plan, from(records))
          expect(legible(yield* log.records(plan))).toEqual(legible(records))
        })
      )
    }

    law("a copy with a flaw in its last event is refused whole, however many pages it has", (log, plan) =>
      Effect.gen(function* () {
        const records = recorded(plan, [700, ...fromTo(1, 300).map(() => 4)])
        const last = at(1900, (it) => ({ ...it, salt: new Uint8Array(32) }))(records)
        const twice = again(records, 0, 1899)
        for (const [forgery, flaw] of [
          [last, "leaf"],
          [twice, "batch"]
        ] as const) {
          const refused = yield* Effect.flip(log.restore(plan, from(forgery)))
          expect(refused).toEqual(new EvidenceBroken({ plan, position: 1900, flaw }))
          yield* isEmpty(log, plan)
        }
      })
    )

    law("a restoration that fails or is interrupted leaves the plan empty", (log, plan) =>
      Effect.gen(function* () {
        const records = recorded(
          plan,
          fromTo(1, 300).map(() => 4)
        )
        const failing = Stream.concat(from(records), Stream.fail("the copy ends here"))
        expect(yield* Effect.flip(log.restore(plan, failing))).toBe("the copy ends here")
        yield* isEmpty(log, plan)
        const waiting = Stream.concat(from(records), Stream.never)
        yield* log.restore(plan, waiting).pipe(Effect.timeoutOption("200 millis"))
        yield* isEmpty(log, plan)
        expect(yield* log.append(batchOf(plan, 0, [note("a")]))).toMatchObject({ first: 1, repeated: false })
      })
    )

    law("readers see a restored plan only when it is complete, and subscribers receive all of it", (log, plan) =>
      Effect.gen(function* () {
        const records = recorded(
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
        const pause = Stream.fromEffectDrain(Effect.sleep("100 millis"))
        const slow = Stream.concat(Stream.concat(from(records.slice(0, 1100)), pause), from(records.slice(1100)))
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
          const records = recorded(own, [300, 400, 1])
          const append = batchOf(own, 0, [note("a")])
          const answers = yield* Effect.all(
            fromTo(1, writers).map((writer) => {
              const halting = Stream.tap(from(records), ({ record }) =>
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
  })
}
