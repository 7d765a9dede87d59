/**
 * The quick check of a batch gives what the schema gives, or leaves the batch to it.
 */
import { describe, expect, it } from "@effect/vitest"
import { Event } from "@frist/domain/Event"
import { NewEvent } from "@frist/domain/RecordedEvent"
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { soundBatch } from "../src/BatchCheck.ts"
import { checkedBatch, checkedNow, decodeBatch } from "../src/CheckedInput.ts"
import type { Batch } from "../src/EventLog.ts"
import { activityNamed, batchOf, newPlan, note } from "../src/contract/ContractFixture.ts"
import { keepingBatch } from "../src/contract/KeptEditionContract.ts"
import { editionOf } from "./keptEditions.ts"

const anyEvents = Arbitrary.array(Arbitrary.schema(NewEvent), { minLength: 1, maxLength: 6 })
const plan = newPlan()
const whole = { ...keepingBatch(plan, 3, [editionOf("a")]), condition: { after: 3, activities: [activityNamed("a")] } }
const [event] = [{ ...note("x"), source: { document: "a", sha256: "0f".repeat(32), table: "T", row: 1, column: "c" } }]

/** Values in place of a field. */
const strange = [
  null,
  undefined,
  7,
  -1,
  1.5,
  "",
  "å",
  "x\0",
  "2024-02-30",
  "stated ",
  [],
  ["Å"],
  [null],
  {},
  new Uint8Array()
]

/** Returns copies of an object, each with one field at any depth left out or replaced. */
function* changed(value: object): Generator<object, void> {
  for (const [name, own] of Object.entries(value)) {
    const { [name]: _, ...others } = value as Record<string, unknown>
    const withOwn = (other: unknown) =>
      Array.isArray(value) ? value.with(Number(name), other) : { ...value, [name]: other }
    if (!Array.isArray(value)) yield others
    for (const each of strange) yield withOwn(each)
    if (typeof own === "object" && own !== null && !ArrayBuffer.isView(own)) {
      for (const each of changed(own)) yield withOwn(each)
    }
  }
  yield Array.isArray(value) ? [...value, value[0]] : { ...value, more: 1 }
}

describe("the quick check of a batch", () => {
  it.prop("gives the batch that the schema gives", [anyEvents], ([events]) => {
    const batch = batchOf(plan, 0, JSON.parse(JSON.stringify(events)))
    expect(soundBatch(batch)).toEqual(Result.getOrThrow(decodeBatch(batch)))
  })

  it("gives what the schema gives of a batch with any field changed, or nothing", () => {
    let [sound, left] = [0, 0]
    for (const batch of changed({ ...whole, events: [event, ...whole.events] })) {
      const quick = soundBatch(batch)
      if (quick === undefined) left += 1
      else {
        sound += 1
        expect(Result.succeed(quick)).toEqual(decodeBatch(batch))
      }
    }
    expect(soundBatch(whole)).toEqual(whole)
    expect(sound).toBeGreaterThan(20)
    expect(left).toBeGreaterThan(200)
  })

  it.each([true, false])("gives events that are written as they were checked, with copies: %s", (copies) => {
    const date = { words: "maj", edtf: null, earliest: null, latest: null }
    const events = [
      { _tag: "DeadlineMoved", from: null, to: date, reason: null },
      { _tag: "FindingsRepeated", positions: [1] }
    ] as const
    const hidden = { value: () => "another event", enumerable: false }
    for (const [at, part] of [
      [0, (all: typeof events) => all[0]],
      [0, (all: typeof events) => all[0].to],
      [1, (all: typeof events) => all[1]],
      [1, (all: typeof events) => all[1].positions]
    ] as const) {
      const own = structuredClone(events)
      Object.defineProperty(part(own), "toJSON", hidden)
      const batch = batchOf(plan, 0, [{ ...note("x"), event: own[at] as Event }])
      const checked = Result.getOrThrow(checkedNow(batch, copies))
      expect(JSON.stringify(checked.events[0]?.event)).toBe(JSON.stringify(events[at]))
    }
  })

  it.effect("gives a copy, which the caller cannot change", () =>
    Effect.gen(function* () {
      const own = structuredClone({ ...batchOf(plan, 0, [event]), editions: [] }) as Batch
      const checked = yield* checkedBatch(own)
      const before = structuredClone(checked)
      const mutable = own as unknown as { events: Array<typeof NewEvent.Type>; editions: Array<unknown> }
      Object.assign(own.events[0]?.event ?? {}, { text: "y" })
      Object.assign(own.events[0]?.source ?? {}, { document: "y" })
      mutable.events.push(note("z"))
      mutable.editions.push({})
      expect(checked).toEqual(before)
      expect(Schema.is(Event)(checked.events[0]?.event)).toBe(true)
    })
  )
})
