/**
 * Events of older versions are read as events of today, and every event ever released is one.
 */
import { readFileSync } from "node:fs"
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { Event } from "../src/Event.ts"
import { upcast, type Upcaster } from "../src/Upcasting.ts"

const fixtures = readFileSync(new URL("../fixtures/events.jsonl", import.meta.url), "utf8")
  .split("\n")
  .slice(0, -1)

/** Two changes that could have been made: notes had `words`, and before that `note`. */
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
  it.each(fixtures)("that was ever released is read by what is known today: %s", (line) => {
    expect(decode(upcast(JSON.parse(line)))).toEqual(JSON.parse(line))
  })

  it.each(fixtures)("is left alone by changes to others, and in its own form by its own: %s", (line) => {
    expect(upcast(JSON.parse(line), made)).toEqual(JSON.parse(line))
  })

  it.each(["note", "words", "text"])("goes through every change that came after it: from %s", (field) => {
    const text = "Arbetet fortsätter"
    expect(decode(upcast({ _tag: "FollowUpNoted", [field]: text }, made))).toEqual({ _tag: "FollowUpNoted", text })
  })

  it.each([null, 1, "x", [], [{ _tag: "FollowUpNoted", note: "x" }], {}])(
    "that is none is left to be refused: %j",
    (odd) => {
      expect(upcast(odd, made)).toEqual(odd)
    }
  )
})
