/**
 * A day exists in the Gregorian calendar. Other dates are refused, not rounded to a neighbour.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { Day } from "../src/Day.ts"

const DayNumber = Schema.Int.check(Schema.isBetween({ minimum: -354_285, maximum: 2_932_896 }))

describe("a text names a day", () => {
  it.each(["2021-12-31", "2024-02-29", "2000-02-29", "1000-01-01", "9999-12-31"])(
    "a day that exists is parsed: %s",
    (text) => {
      expect(Day.parse(text)).toBe(text)
      expect(Schema.is(Day)(text)).toBe(true)
    }
  )

  it.each([
    "2021-02-29",
    "1900-02-29",
    "2021-04-31",
    "2021-13-01",
    "2021-00-10",
    "2021-01-00",
    "0000-00-00",
    "0999-01-01",
    "2021-1-1",
    "2021-12-31T00:00:00Z",
    " 2021-12-31",
    "2021-12-31\n",
    "20211231",
    "٢٠٢١-12-31",
    ""
  ])("a text that names no day is refused: %j", (text) => {
    expect(Day.parse(text)).toBeUndefined()
    expect(Schema.is(Day)(text)).toBe(false)
  })
})

describe("days are counted", () => {
  it.each([
    ["2021-12-31", "2021-12-31", 0],
    ["2021-12-31", "2022-01-01", 1],
    ["2024-02-28", "2024-03-01", 2],
    ["2023-02-28", "2023-03-01", 1],
    ["2021-12-31", "2023-12-31", 730],
    ["2023-12-31", "2021-12-31", -730],
    ["2021-03-27", "2021-03-29", 2]
  ])("from %s to %s", (a, b, expected) => {
    expect(Day.between(Day.make(a), Day.make(b))).toBe(expected)
  })

  it.prop("every number of days is one day, and back", [DayNumber], ([days]) => {
    const day = Day.fromNumber(days)
    expect(Schema.is(Day)(day)).toBe(true)
    expect(Day.toNumber(day)).toBe(days)
  })

  it.prop("days order as their text orders", [DayNumber, DayNumber], ([a, b]) => {
    expect(Math.sign(Day.between(Day.fromNumber(a), Day.fromNumber(b)))).toBe(Math.sign(b - a))
    expect(Day.fromNumber(a) < Day.fromNumber(b)).toBe(a < b)
  })

  it("an instant belongs to its day in UTC", () => {
    expect(Day.fromInstant(Date.UTC(2024, 5, 30, 23, 59, 59, 999))).toBe("2024-06-30")
    expect(Day.fromInstant(Date.UTC(2024, 6, 1))).toBe("2024-07-01")
  })

  it("a month has its length", () => {
    expect(Array.from({ length: 12 }, (_, i) => Day.lengthOfMonth(2023, i + 1))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
    ])
    expect([1900, 2000, 2024, 2100].map((year) => Day.lengthOfMonth(year, 2))).toEqual([28, 29, 29, 28])
  })
})
