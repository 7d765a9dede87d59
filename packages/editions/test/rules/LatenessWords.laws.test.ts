/**
 * The words of a finding can be parsed back into the texts that they quote.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { cells } from "../editionBuilders.ts"
import { readLateness, writeLateness } from "../../src/rules/LatenessWords.ts"
import { readRow } from "../swedish.ts"

const Piece = Schema.Literals(["Pågår", ": ", ":", " ", "(3 d)", " (12 d)", "2024-06", "klart", "å\nä", ""])
const Words = Schema.Array(Piece)
const often = { arbitrary: { runs: 500 } }

describe("the words of a late row in progress", () => {
  it.prop(
    "the words of a late row in progress parse back into status, date and days, whatever colons and brackets those contain",
    [Words, Words, Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100_000 }))],
    ([status, date, days]) => {
      const written = { status: status.join(""), date: date.join(""), days }
      expect(readLateness(writeLateness(written), [written.date])).toEqual(written)
    },
    often
  )

  it("the words of a late row in progress quote the whole status if it contains a colon", () => {
    const words = writeLateness({ status: "Pågår: 50 %", date: "2023-12-31", days: 169 })
    expect(words).toBe("Pågår: 50 %: 2023-12-31 (169 d)")
    expect(readLateness(words, ["2024", "2023-12-31"])?.status).toBe("Pågår: 50 %")
    expect(readLateness(words, ["2024"])).toBe(undefined)
  })
})

const Dates = Schema.Array(
  Schema.Literals(["2021-12-31", "2024-06", "2024-", "snart", "A 2021-12-31", "hösten 2024", "\n", " ", "–", "klart"])
)

describe("the words of a date cell", () => {
  it.prop(
    "the words of a date cell give the same date when read again",
    [Dates],
    ([pieces]) => {
      const { deadline, newDeadline } = readRow(
        "activities",
        cells({ deadline: pieces.join(" "), newDeadline: pieces.join(" ") }),
        null
      )
      if (deadline !== null) {
        expect(readRow("activities", cells({ deadline: deadline.words }), null).deadline).toEqual(deadline)
      }
      if (newDeadline !== null) {
        expect(readRow("activities", cells({ newDeadline: newDeadline.words }), null).newDeadline).toEqual(newDeadline)
      }
    },
    often
  )
})
