/**
 * Extrapolations in words: a month within ten years, and otherwise a sentence.
 */
import { describe, expect, it } from "@effect/vitest"
import type { TrendRow } from "@frist/projections/MilestoneTrend"
import type { Extrapolation } from "@frist/projections/moves/SlipRate"
import { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { notStated } from "@frist/domain/Status"
import { extrapolationWords, rateWords } from "../src/sections/TrendWords.ts"
import { phrases } from "../src/words/Phrases.ts"

const [early, late] = [Day.make("2027-06-01"), Day.make("2034-12-24")]
const report = { on: Day.make("2026-01-01"), forecast: PlannedDate.exact(early), alike: true, moved: null }
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
    alike: true,
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

describe("a slip rate reads", () => {
  const reports = ["2026-01-01", "2026-07-01", "2027-01-01"].map((on) => ({ ...report, on: Day.make(on) }))
  const undated = { on: Day.make("2027-07-01"), forecast: null, alike: true, moved: null }

  it.each<[TrendRow["rate"], string, string]>([
    [{ min: 0.5, max: 0.5 }, "6 mån på 12 mån", "6 months in 12 months"],
    [{ min: 0.25, max: 0.5 }, "3–6 mån på 12 mån", "3–6 months in 12 months"],
    [{ min: null, max: 2 }, "högst 24 mån på 12 mån", "at most 24 months in 12 months"],
    [{ min: 0, max: 0 }, "0 dagar på 12 mån", "0 days in 12 months"],
    [{ min: -0.5, max: -0.5 }, "6 mån tidigare på 12 mån", "6 months earlier in 12 months"],
    [null, "", ""]
  ])("%j as %s, between the first dated report and the last", (rate, sv, en) => {
    const all = [...reports, undated]
    expect(["sv", "en"].map((each) => rateWords({ rate, reports: all }, phrases(each as "sv" | "en")))).toEqual([
      sv,
      en
    ])
  })
})

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
