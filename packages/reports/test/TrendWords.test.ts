/**
 * Extrapolations in words: a month within ten years, and otherwise a sentence.
 */
import { describe, expect, it } from "@effect/vitest"
import type { TrendRow } from "@frist/projections/MilestoneTrend"
import type { Extrapolation } from "@frist/projections/SlipRate"
import { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { notStated } from "@frist/domain/Status"
import { extrapolationWords } from "../src/sections/TrendWords.ts"
import { phrases } from "../src/words/Phrases.ts"

const [early, late] = [Day.make("2027-06-01"), Day.make("2034-12-24")]
const report = { on: Day.make("2026-01-01"), forecast: PlannedDate.exact(early), moved: null }
const row: TrendRow = {
  activity: "sdv",
  kind: "activity",
  parent: null,
  area: null,
  goal: null,
  actions: null,
  responsible: null,
  status: notStated,
  original: null,
  baseline: null,
  deadline: null,
  reports: [report, report, report, report],
  completed: null,
  tally: {
    count: 3,
    atLeast: true,
    net: { min: 0, max: 0 },
    inherited: { min: 0, max: 0 },
    own: { min: 0, max: 0 },
    parts: null
  },
  rate: null,
  extrapolation: null
}
const worded = (extrapolation: Extrapolation, language: "sv" | "en") =>
  extrapolationWords({ ...row, extrapolation }, phrases(language))

describe("an extrapolation reads", () => {
  it.each<[Extrapolation, string, string]>([
    [{ converges: "yes", earliest: early, latest: late }, "juni 2027–december 2034", "June 2027–December 2034"],
    [
      { converges: "perhaps", earliest: early, latest: null },
      "tidigast juni 2027, kanske inte inom tio år",
      "June 2027 at the earliest, perhaps not within ten years"
    ],
    [{ converges: "perhaps", earliest: null, latest: null }, "kanske inte inom tio år", "perhaps not within ten years"],
    [{ converges: "late", earliest: null, latest: null }, "inte inom tio år", "not within ten years"]
  ])("%j as %s", (extrapolation, sv, en) => {
    expect([worded(extrapolation, "sv"), worded(extrapolation, "en")]).toEqual([sv, en])
  })
})
