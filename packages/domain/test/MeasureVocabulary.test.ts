/**
 * Figures are compared only by the words of the given vocabulary.
 */
import { describe, expect, it } from "@effect/vitest"
import { contradict, isCeiling, reaches, targetMatcher } from "../src/measures/MeasureComparison.ts"
import { measureKey } from "../src/measures/MeasureName.ts"
import type { MeasureVocabulary } from "../src/measures/MeasureVocabulary.ts"
import { swedishMeasures } from "../src/measures/swedishMeasures.ts"
import type { Measurement, Target } from "../src/plan/Activity.ts"

const english: MeasureVocabulary = {
  over: { near: /just over/iu, bound: /at least/iu },
  under: { near: /just under|nearly/iu, bound: /at most|below/iu },
  ceiling: /(?:at most|below) \d/iu,
  share: /^share of /u,
  changeOf: /^(increase|decrease) in /u,
  increase: /^increase(?: in |$)/u,
  decrease: /^decrease(?: in |$)/u,
  ending: /(?<=.{4})(?:es|s)$/u
}

const figure = (words: string, value: number, qualifier: Measurement["qualifier"]): Measurement => ({
  _tag: "MeasurementRecorded",
  measure: "clinics",
  value,
  unit: "%",
  qualifier,
  period: null,
  words
})
const target = (words: string, value: number, measure = "share of clinics"): Target => ({
  _tag: "TargetSet",
  measure,
  value,
  unit: "%",
  words
})

describe("figures in another vocabulary", () => {
  it("figures are approximate by the words of their vocabulary", () => {
    const just = figure("just over 100", 100, "over")
    const least = figure("just over 100, at least", 100, "over")
    const far = figure("150", 150, null)
    expect([just, least].map((each) => contradict(each, far, english))).toEqual([true, false])
    expect(contradict(just, far, swedishMeasures)).toBe(false)
  })

  it("figures meet a ceiling by the words of their vocabulary", () => {
    const most = target("at most 5", 5)
    expect([english, swedishMeasures].map((words) => isCeiling(most, words))).toEqual([true, false])
    expect([english, swedishMeasures].map((words) => reaches(figure("3", 3, null), most, words))).toEqual(["yes", "no"])
  })

  it("figures belong to a target by their vocabulary's names of shares and changes", () => {
    const level = target("", 90)
    const change = target("", 5, "increase in clinics")
    const belongs = targetMatcher([level, change], [figure("", 80, null)], english)
    expect([level, change].map((each) => belongs(each, figure("", 80, null)))).toEqual([true, false])
    expect(measureKey("Clinics", english)).toBe(measureKey("clinic", english))
    expect([measureKey("Clinics"), measureKey("Clinics", english), measureKey("Clinics")]).toEqual([
      "clinics",
      "clinic",
      "clinics"
    ])
  })
})
