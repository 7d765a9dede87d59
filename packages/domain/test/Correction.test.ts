/**
 * Facts with one thing put right.
 */
import { describe, expect, it } from "@effect/vitest"
import { withText } from "../src/Correction.ts"
import type { Fact } from "../src/Event.ts"

const figure = { measure: "VC", value: 98.5, unit: null, words: "98,5" }

describe("another text", () => {
  it("is a note's own", () =>
    expect(withText({ _tag: "FollowUpNoted", text: "Fel" }, "Rätt")).toEqual({ _tag: "FollowUpNoted", text: "Rätt" }))

  it.each<Fact>([
    { _tag: "TargetSet", ...figure },
    { _tag: "MeasurementRecorded", ...figure, qualifier: null, period: null }
  ])("never stands beside a figure that it does not say: $_tag", (fact) => expect(withText(fact, "99")).toBeUndefined())
})
