/**
 * The checks of a header's fields that are written by hand accept what the schemas accept, and nothing else.
 */
import { describe, expect, it } from "@effect/vitest"
import { Day } from "@frist/domain/Day"
import { BatchId } from "@frist/domain/Names"
import * as Arbitrary from "effect/Arbitrary"
import * as Schema from "effect/Schema"
import { isBatch, isDay } from "../src/HeaderCheck.ts"

const isBatchId = Schema.is(BatchId)

describe("the id of a batch", () => {
  it.prop("is accepted if the schema accepts it", [Arbitrary.schema(BatchId)], ([id]) => {
    expect(isBatch(id)).toBe(true)
  })

  it.prop(
    "is refused if the schema refuses it",
    [Arbitrary.schema(Schema.String), Arbitrary.schema(BatchId)],
    ([text, id]) => {
      for (const each of [text, `${id}${text}`, `${text}${id}`]) expect(isBatch(each), each).toBe(isBatchId(each))
    }
  )

  it.each([null, undefined, 7, "", " ", "a b", "\n", "a\n", "\x7f", "~!", "å", "x".repeat(200), "x".repeat(201)])(
    "%j is what the schema says",
    (value) => expect(isBatch(value)).toBe(isBatchId(value))
  )
})

const two = (number: number) => `${number}`.padStart(2, "0")

describe("a day", () => {
  const isOneOfSchema = Schema.is(Day)
  const years = ["0999", "1000", "1900", "2000", "2023", "2024", "9999", "abcd"]
  const numbers = Array.from({ length: 35 }, (_, at) => two(at))

  it("of every month and number is what the schema says", () => {
    const days = years.flatMap((year) =>
      numbers.slice(0, 15).flatMap((month) => numbers.map((day) => `${year}-${month}-${day}`))
    )
    expect(days.filter((day) => isDay(day) !== isOneOfSchema(day))).toEqual([])
  })

  it("with any other character in any place is what the schema says", () => {
    const wrong: Array<string> = []
    for (let at = 0; at < 10; at += 1) {
      for (const other of ["0", "3", "9", "-", "/", ":", " ", "a", "å", "٣", "\0", ""]) {
        for (const day of ["2024-05-17", "2024-02-29", "2023-02-29"]) {
          const changed = `${day.slice(0, at)}${other}${day.slice(at + 1)}`
          if (isDay(changed) !== isOneOfSchema(changed)) wrong.push(changed)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it.each([null, undefined, 20_240_517, "", "2024-05-17T00:00", "2024-05-1", " 2024-05-17", ["2024-05-17"]])(
    "%j is what the schema says",
    (value) => expect(isDay(value)).toBe(isOneOfSchema(value))
  )
})
