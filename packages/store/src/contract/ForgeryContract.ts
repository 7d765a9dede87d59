/**
 * The contract's laws of forged copies: a copy with one flaw is refused whole, and leaves nothing behind.
 */
import { describe, expect } from "@effect/vitest"
import { Actor } from "@frist/domain/Names"
import { RecordedEvent, type RecordHeader } from "@frist/domain/RecordedEvent"
import { contentDigest, leafHash } from "@frist/evidence/Leaf"
import { EvidenceBroken, type Flaw, type StoredRecord } from "@frist/evidence/StoredEvent"
import * as Effect from "effect/Effect"
import { fromTo, type Law, newBatch, newPlan } from "./ContractFixture.ts"
import {
  copyBegan,
  copyStream,
  expectEmpty,
  legible,
  recordedCopy,
  redactedCopy,
  withoutContent
} from "./RestorationFixture.ts"

/** Changes fields of a record and recomputes its leaf, as somebody with full access to the store can. */
const forged = (stored: StoredRecord, changed: Partial<RecordHeader>): StoredRecord => {
  const record = RecordedEvent.of({ ...stored.record, ...changed })
  const digest = contentDigest(stored.salt ?? new Uint8Array(), stored.bytes ?? new Uint8Array())
  return { ...stored, record, leaf: leafHash(record, digest) }
}

const utf8 = (text: string) => new TextEncoder().encode(text)

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
  ["without one of its events", (log) => log.toSpliced(3, 1), "position", 4],
  ["with one event twice", (log) => log.toSpliced(3, 0, ...log.slice(2, 3)), "position", 4],
  ["with two events swapped", (log) => [...log.slice(0, 5), ...log.slice(5).toReversed()], "position", 6],
  ["with an event of another plan", at(7, (it) => forged(it, { plan: newPlan() })), "plan", 7],
  ["with another actor", at(1, (it) => ({ ...it, record: { ...it.record, actor: Actor.make("X") } })), "leaf", 1],
  ["with another time", at(4, (it) => ({ ...it, record: { ...it.record, recordedAt: copyBegan } })), "leaf", 4],
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
  ["with two times in one batch", at(4, (it) => forged(it, { recordedAt: copyBegan + 1500 })), "batch", 4],
  ["with a batch id that is repeated", (log) => again(log, 0, 5), "batch", 6],
  ["with a batch that continues after another batch", (log) => again(log, 4, 6), "batch", 7],
  ["with a time before that of the previous event", at(7, (it) => forged(it, { recordedAt: copyBegan })), "clock", 7],
  [
    "with a redacted event that has no digest",
    (log) => at(2, (it) => ({ ...it, digest: null }))(redactedCopy(log, 2)),
    "unreadable",
    2
  ],
  [
    "with a redacted event that has another event's digest",
    (log) => at(2, (it) => ({ ...it, digest: it.leaf }))(redactedCopy(log, 2)),
    "leaf",
    2
  ],
  ["with a digest on an event that has its content", at(2, (it) => ({ ...it, digest: it.leaf })), "unreadable", 2],
  [
    "with another actor on a redacted event",
    (log) => at(2, (it) => ({ ...it, record: { ...it.record, actor: Actor.make("X") } }))(redactedCopy(log, 2)),
    "leaf",
    2
  ],
  ["with an event erased without a decision", at(4, withoutContent), "removed", 4],
  ["with the last event erased without a decision", at(7, withoutContent), "removed", 7],
  [
    "with an event erased by a decision about another event",
    (log) => at(3, withoutContent)(redactedCopy(log, 2)),
    "removed",
    3
  ],
  [
    "with an event erased by a decision that is erased",
    (log) => at(8, withoutContent)(redactedCopy(log, 2)),
    "removed",
    2
  ]
]

const text = ({ bytes }: StoredRecord): string => new TextDecoder().decode(bytes ?? new Uint8Array())
const rewritten = (it: StoredRecord, content: string) => forged({ ...it, bytes: utf8(content) }, {})
const resalted = (it: StoredRecord, salt: Uint8Array) => forged({ ...it, salt }, {})

/** Gives the events from `index` on the batch of an earlier event. */
const again = (log: ReadonlyArray<StoredRecord>, of: number, index: number): ReadonlyArray<StoredRecord> => {
  const batch = log[of]?.record.batch ?? newBatch()
  return log.map((each, nth) => (nth >= index ? forged(each, { batch }) : each))
}

/** Declares the laws of forged copies. */
export const forgeryLaws = (law: Law): void => {
  describe("a forged copy", () => {
    for (const [what, change, flaw, position] of forgeries) {
      law(`a copy ${what} is refused whole and leaves the plan empty`, (log, plan) =>
        Effect.gen(function* () {
          const records = recordedCopy(plan, [2, 3, 2])
          const refused = yield* Effect.flip(log.restore(plan, copyStream(change(records))))
          expect(refused).toEqual(new EvidenceBroken({ plan, position, flaw }))
          yield* expectEmpty(log, plan)
          // No batch id is left behind either.
          yield* log.restore(plan, copyStream(records))
          expect(legible(yield* log.records(plan))).toEqual(legible(records))
        })
      )
    }

    law("a copy with a flaw in its last event is refused whole, however many pages it has", (log, plan) =>
      Effect.gen(function* () {
        const records = recordedCopy(plan, [700, ...fromTo(1, 300).map(() => 4)])
        const last = at(1900, (it) => ({ ...it, salt: new Uint8Array(32) }))(records)
        const twice = again(records, 0, 1899)
        for (const [forgery, flaw] of [
          [last, "leaf"],
          [twice, "batch"]
        ] as const) {
          const refused = yield* Effect.flip(log.restore(plan, copyStream(forgery)))
          expect(refused).toEqual(new EvidenceBroken({ plan, position: 1900, flaw }))
          yield* expectEmpty(log, plan)
        }
      })
    )
  })
}
