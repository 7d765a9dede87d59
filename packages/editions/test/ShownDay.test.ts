/**
 * What words show of the day that a file holds.
 */
import { Day } from "@frist/domain/Day"
import { describe, expect, it } from "vitest"
import { pickedDay } from "../src/formats/word/PickedDay.ts"
import { dayShownIn } from "../src/reading/ShownDay.ts"

const day = Day.make("2024-06-30")

describe("words beside a day that the file holds", () => {
  it.each([
    ["2024-06-30", "day"],
    ["30/06/24", "day"],
    ["30 juni 2024", "day"],
    ["2024-06-30 00:00:00", "day"],
    ["lördag den 30 juni 2024", "day"],
    ["juni 2024", "part"],
    ["30 juni", "part"],
    ["2024", "part"],
    ["sommaren", "part"],
    ["30 juni 2025", "other"],
    ["v. 26 2024", "other"],
    ["30 juni 2024, klart 15 maj", "other"],
    ["30 juni 2024\nse protokoll", "other"],
    [`30 juni 2024 ${"x".repeat(60)}`, "other"]
  ])("'%s' show it as %s", (words, shown) => {
    expect(dayShownIn(words, day)).toBe(shown)
  })

  it.each([
    ["30 juni 2024", day],
    ["juni 2024", day],
    ["i juni", null],
    ["30 juni 2025", null],
    ["2024/2025", null],
    ["2024-06-24", null]
  ])("of a date picker: '%s' keep the day that was picked as %s", (words, picked) => {
    expect(pickedDay(day, words)).toBe(picked)
  })
})
