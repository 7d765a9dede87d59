/**
 * Instants in Swedish time, and in UTC in English.
 */
import { describe, expect, it } from "@effect/vitest"
import { clockWords } from "../src/words/DateWords.ts"
import { phrases } from "../src/words/Phrases.ts"
import { swedishTime } from "../src/words/SwedishTime.ts"

describe("an instant", () => {
  it.each([
    ["2026-11-29T22:25:13.000Z", "29 november 2026 kl. 23.25 svensk tid", "29 November 2026 at 22:25 UTC"],
    ["2026-06-30T22:25:13.000Z", "1 juli 2026 kl. 00.25 svensk tid", "30 June 2026 at 22:25 UTC"]
  ])("%s reads %s", (iso, sv, en) => {
    expect([clockWords(iso, phrases("sv")), clockWords(iso, phrases("en"))]).toEqual([sv, en])
  })

  it("has the time of the zone Europe/Stockholm around each change of the clocks", () => {
    const zone = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "Europe/Stockholm",
      dateStyle: "short",
      timeStyle: "short"
    })
    for (let year = 2020; year <= 2037; year += 1) {
      for (const month of [0, 2, 9, 11]) {
        for (let hour = 0; hour < 31 * 24; hour += 1) {
          const instant = Date.UTC(year, month, 1, hour, 59)
          const { day, time } = swedishTime(instant)
          expect(`${day} ${time.replace(".", ":")}`).toBe(zone.format(instant))
        }
      }
    }
  })
})
