/**
 * The commands that the schema accepts from outside.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { Command, Replacement } from "../src/Command.ts"
import { Fact } from "../src/Event.ts"
import { date } from "./given.ts"

const year = date("2024")
const wrong = {
  "a reading that cannot be stored": { ...year, edtf: "\u0000banana" },
  "a reading that says nothing": { ...year, edtf: " " },
  "a first day after the last": { ...year, earliest: "2025-01-01" },
  "a first day without a reading": { ...year, edtf: null, latest: null },
  "a last day without a reading": { ...year, edtf: null, earliest: null }
}

const decodes = (schema: Schema.Top, value: unknown) => Schema.is(schema)(value)
const speaking = (to: object): ReadonlyArray<object> => {
  const moved = { _tag: "DeadlineMoved", from: null, to, reason: null }
  return [
    { _tag: "MoveDeadline", activity: "webb", to, reason: null },
    { _tag: "ChangeStatus", activity: "webb", to: { _tag: "Completed", on: to } },
    { _tag: "Correct", position: 1, replacement: moved, reason: "Fel rad" }
  ]
}

describe("a command", () => {
  it.each(["2024", "2024-02-29", "hösten 2024", "2024-", "tills vidare", "tidigt under 2026"])(
    "a command accepts a date with the reading of its words: %s",
    (words) => expect(speaking(date(words)).map((command) => decodes(Command, command))).toEqual([true, true, true])
  )

  it.each(Object.entries(wrong))("may not speak of a date with %s", (_, to) =>
    expect(speaking(to).map((command) => decodes(Command, command))).toEqual([false, false, false])
  )
})

describe("a replacement of a fact", () => {
  it.each(Object.entries(wrong))("has no date with %s, though what is stored stays readable", (why, to) => {
    const moved = { _tag: "DeadlineMoved", from: null, to, reason: null }
    expect(decodes(Replacement, moved), why).toBe(false)
    expect(decodes(Fact, moved), why).toBe(true)
  })
})
