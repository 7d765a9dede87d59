/**
 * The guards of frequent events accept only what the schemas accept and return unchanged.
 */
import { describe, expect, it } from "@effect/vitest"
import { Event } from "@frist/domain/Event"
import * as Arbitrary from "effect/Arbitrary"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { guardedTags, isFrequentEvent } from "../src/EventGuards.ts"

const decode = Schema.decodeUnknownResult(Event)
const often = { arbitrary: { runs: 1000 } }

/** Generated objects may have no prototype; those of JSON and of callers do. */
const plain = (event: Event): Record<string, unknown> => JSON.parse(JSON.stringify(event))

/** Values that are almost right somewhere. */
const strange: ReadonlyArray<unknown> = [
  null,
  undefined,
  true,
  0,
  -1,
  1.5,
  "",
  " ",
  "a",
  "A",
  "nul\0",
  "\ud800",
  "2024-02-30",
  "2024-02-29",
  "warning",
  "activity",
  [],
  [1],
  [0],
  ["a"],
  {},
  { _tag: "NotStated" },
  { _tag: "NotStated", more: 1 },
  { _tag: "Completed" },
  { _tag: "Completed", on: null },
  { _tag: "Completed", on: { words: "x", edtf: null, earliest: null, latest: null } },
  { _tag: "Completed", on: { words: "x", edtf: null, earliest: "2024-02-30", latest: null } },
  { _tag: "Discontinued", reason: "x" },
  { words: "x", edtf: null, earliest: null, latest: "2024-01-01" },
  { words: "x", edtf: 7, earliest: null, latest: null },
  { words: "x", edtf: null, earliest: null },
  { words: null, edtf: null, earliest: null, latest: null },
  { words: "2024-02-30", edtf: null, earliest: "2024-02-30", latest: "2024-02-30" },
  { words: "x", edtf: null, earliest: null, latest: null, more: null }
]

const Change = Schema.Struct({
  /** The field, by its place; past the last, a new one. */
  field: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 9 })),
  value: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: strange.length })),
  within: Schema.Boolean
})

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Returns a copy with one field of it, or of one of its fields, left out or replaced. */
const changed = (value: Readonly<Record<string, unknown>>, change: typeof Change.Type): Record<string, unknown> => {
  const names = Object.keys(value)
  const name = names[change.field] ?? "more"
  const own = value[name]
  if (change.within && isObject(own)) return { ...value, [name]: changed(own, { ...change, field: change.value % 5 }) }
  if (change.value < strange.length) return { ...value, [name]: strange[change.value] }
  return Object.fromEntries(Object.entries(value).filter(([each]) => each !== name))
}

describe("the guards of frequent events", () => {
  it.prop(
    "accept every event of their kinds",
    [Arbitrary.schema(Event)],
    ([event]) => {
      expect(isFrequentEvent(plain(event))).toBe(guardedTags.includes(event._tag))
    },
    often
  )

  it.prop(
    "accept a changed event only if its schema accepts it and returns it unchanged",
    [Arbitrary.schema(Event), Arbitrary.array(Arbitrary.schema(Change), { minLength: 1, maxLength: 2 })],
    ([event, changes]) => {
      const value = changes.reduce(changed, plain(event))
      if (isFrequentEvent(value)) expect(decode(value)).toEqual(Result.succeed(value))
    },
    { arbitrary: { runs: 4000 } }
  )

  it("accept each field of each kind only with values that the schema accepts", () => {
    const date = { words: "x", edtf: "2024", earliest: "2024-01-01", latest: null }
    const events: ReadonlyArray<Record<string, unknown>> = [
      {
        _tag: "ActivityRegistered",
        kind: "activity",
        parent: "a",
        area: "x",
        goal: "x",
        actions: "x",
        responsible: "x",
        deadline: date,
        documentId: "x"
      },
      { _tag: "ActivityReworded", area: "x", goal: "x", actions: "x", documentId: "x" },
      { _tag: "ResponsibleChanged", from: "x", to: "x" },
      { _tag: "DeadlineMoved", from: date, to: date, reason: "x" },
      { _tag: "StatusChanged", from: { _tag: "Completed", on: date }, to: { _tag: "Discontinued", reason: "x" } },
      { _tag: "FollowUpNoted", text: "x" },
      { _tag: "FindingRaised", code: "DateUnread", severity: "warning", column: "x", words: "x" },
      { _tag: "FindingsRepeated", positions: [1, 2] }
    ]
    expect(events.map(({ _tag }) => _tag)).toEqual(guardedTags)
    for (const event of events) {
      expect(isFrequentEvent(event), JSON.stringify(event)).toBe(true)
      for (let field = 0; field < 10; field += 1) {
        for (let value = 0; value <= strange.length; value += 1) {
          for (const within of [false, true]) {
            const other = changed(event, { field, value, within })
            if (isFrequentEvent(other)) expect(decode(other)).toEqual(Result.succeed(other))
          }
        }
      }
    }
  })

  it("each has events of its kind", () => {
    expect(guardedTags.filter((tag) => !Object.hasOwn(Event.cases, tag))).toEqual([])
  })

  it.each([
    null,
    7,
    "x",
    [],
    {},
    { _tag: "Unheard" },
    { _tag: "toString" },
    { _tag: 7 },
    Object.create({ _tag: "FollowUpNoted", text: "x" })
  ])("do not know %j", (value) => expect(isFrequentEvent(value)).toBe(false))

  it("do not accept an instance of a class, nor a field of a prototype", () => {
    class Note {
      readonly _tag = "FollowUpNoted"
      readonly text = "x"
      toJSON() {
        return "y"
      }
    }
    expect(isFrequentEvent(new Note())).toBe(false)
    expect(isFrequentEvent(JSON.parse('{"_tag":"FollowUpNoted","__proto__":{"text":"x"}}'))).toBe(false)
    expect(isFrequentEvent({ _tag: "FollowUpNoted", text: "x" })).toBe(true)
  })
})
