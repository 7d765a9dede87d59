/**
 * Events of older versions are upcast to the current version, as is every released event.
 */
import { readFileSync } from "node:fs"
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { Event } from "../src/Event.ts"
import { upcast, type Upcaster } from "../src/Upcasting.ts"

const fixtures = readFileSync(new URL("../fixtures/events.jsonl", import.meta.url), "utf8")
  .split("\n")
  .slice(0, -1)

/** Two invented changes: notes had `words`, and before that `note`. */
const made: ReadonlyArray<Upcaster> = [
  {
    type: "FollowUpNoted",
    isOlder: (event) => "note" in event,
    up: ({ note, ...event }) => ({ ...event, words: note })
  },
  {
    type: "FollowUpNoted",
    isOlder: (event) => "words" in event,
    up: ({ words, ...event }) => ({ ...event, text: words })
  }
]
const decode = (stored: unknown) => Schema.decodeUnknownSync(Event)(stored, { onExcessProperty: "error" })

describe("an event of an older version", () => {
  it.each(fixtures)("a released event is read by the current upcasters: %s", (line) => {
    expect(decode(upcast(JSON.parse(line)))).toEqual(JSON.parse(line))
  })

  it.each(fixtures)("an upcaster changes no event of another type or of the current form: %s", (line) => {
    expect(upcast(JSON.parse(line), made)).toEqual(JSON.parse(line))
  })

  it.each(["note", "words", "text"])("an older event passes through every later upcaster: from %s", (field) => {
    const text = "Arbetet fortsätter"
    expect(decode(upcast({ _tag: "FollowUpNoted", [field]: text }, made))).toEqual({ _tag: "FollowUpNoted", text })
  })

  it.each([null, 1, "x", [], [{ _tag: "FollowUpNoted", note: "x" }], {}])(
    "a value that is no event is returned as it is: %j",
    (odd) => {
      expect(upcast(odd, made)).toEqual(odd)
    }
  )
})
