/**
 * EDTF as words: what older logs hold, and what is no EDTF.
 */
import { describe, expect, it } from "@effect/vitest"
import { readDate, setOfDates } from "../../src/dates/DateReading.ts"

describe("EDTF", () => {
  it.each<readonly [words: string, earliest: string | null, latest: string | null]>([
    ["2024-21~", "2024-03-01", "2024-05-31"],
    ["2024-34~", "2024-04-01", "2024-06-30"],
    ["2025-24~", "2025-01-01", "2026-02-28"],
    ["2024-23/2025-21", "2024-09-01", "2025-05-31"],
    ["2025-33/2025-34", "2025-01-01", "2025-06-30"],
    ["2024-23/..", "2024-09-01", null],
    ["../2024-33", null, "2024-03-31"],
    ["{2024-21,2024-23}", "2024-03-01", "2024-11-30"],
    ["{2024-01/2024-03,2025}", null, null],
    ["2025-06-30/..", "2025-06-30", null],
    ["../2025-06-30", null, "2025-06-30"],
    ["2024/..", "2024-01-01", null],
    ["2024-06~/..", "2024-06-01", null]
  ])("of older logs and of this one has the days it had: %s", (words, earliest, latest) => {
    expect(readDate(words).date).toMatchObject({ words, earliest, latest })
  })

  it.each([
    "2024-25",
    "2024-32",
    "2024-40",
    "2024-00",
    "2024-13",
    "2024-06-31~",
    "2024-08/2024-05",
    "{}",
    "{2024,}",
    "{..}"
  ])("is not read where it names no days: %s", (words) => expect(readDate(words).date.edtf).toBeNull())

  it.each([
    "../",
    "/..",
    "2024/../2025",
    "..",
    "{2024",
    "2024-06-30/2024-12-31/2025",
    "2024?",
    "2024%",
    "[2024,2025]",
    "-2024"
  ])("is no EDTF that is written: %s", (words) => expect(readDate(words).date.edtf).toBeNull())
})

const date = (words: string) => readDate(words).date

describe("a set of dates", () => {
  it.each<readonly [ReadonlyArray<string>, string]>([
    [["2024-06-30", "2024-03-31"], "{2024-06-30,2024-03-31}"],
    [["hösten 2024", "2025-06-30"], "{2024-09..2024-11,2025-06-30}"],
    [["Q1 2025", "första halvåret 2024"], "{2025-01..2025-03,2024-01..2024-06}"],
    [["ca juni 2024", "slutet av 2025"], "{2024-06~,2025-09-01~..2025-12-31~}"]
  ])("of %j is read back", (words, edtf) => {
    const set = setOfDates(words.map(date))
    expect(set?.edtf).toBe(edtf)
    expect(readDate(edtf).date).toEqual({ words: edtf, ...set })
    expect(set?.earliest).toBe(words.map((each) => date(each).earliest).sort()[0])
  })

  it("is none where a date is open or unread", () => {
    expect(setOfDates([date("2024-06-30"), date("efter 2025")])).toBeNull()
    expect(setOfDates([date("2024-06-30"), date("snart")])).toBeNull()
  })
})
