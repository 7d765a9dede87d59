/**
 * Facts with one field corrected.
 */
import { describe, expect, it } from "@effect/vitest"
import { withText } from "../src/plan/FactReplacement.ts"
import type { Fact } from "../src/Event.ts"

const figure = { measure: "VC", value: 98.5, unit: null, words: "98,5" }

describe("another text", () => {
  it("withText replaces the text of a note", () =>
    expect(withText({ _tag: "FollowUpNoted", text: "Fel" }, "Rätt")).toEqual({ _tag: "FollowUpNoted", text: "Rätt" }))

  it.each<Fact>([
    { _tag: "TargetSet", ...figure },
    { _tag: "MeasurementRecorded", ...figure, qualifier: null, period: null }
  ])("withText does not replace the words of a figure: $_tag", (fact) => expect(withText(fact, "99")).toBeUndefined())
})
