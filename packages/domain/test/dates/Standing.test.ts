/**
 * Words used instead of a date, or next to one without changing it.
 */
import { describe, expect, it } from "@effect/vitest"
import { readDate, saysNoDate, wordsBeside } from "../../src/dates/DateReading.ts"

describe("words that state that there is no date", () => {
  it.each([
    "ej satt",
    "Ej beslutat.",
    "TBC",
    "tbd",
    "N/A",
    "ikke fastsatt",
    "ikke besluttet",
    "avoin",
    "noch offen",
    "à définir"
  ])("are no date and no open end: %s", (words) => {
    expect(saysNoDate(words)).toBe(true)
    expect(readDate(words).date.edtf).toBeNull()
  })

  it.each(["", "löpande", "2024", "ej satt 2024", "TBC June", "snart", "-", "ej", "x".repeat(2000)])(
    "are not these: %s",
    (words) => expect(saysNoDate(words)).toBe(false)
  )
})

describe("words beside a date", () => {
  it.each([
    ["Beräknat införande tidigt under 2026.", "beräknat införande"],
    ["Klart: 2024-06-30 (ny tid)", "klart ny tid"],
    ["2024-06-30", ""],
    ["senast juni 2024", ""]
  ])("of %s are %j", (words, beside) => expect(wordsBeside(words)).toBe(beside))
})
