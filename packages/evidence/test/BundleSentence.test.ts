/**
 * Sentences about events that fail verification.
 */
import { expect, it } from "@effect/vitest"
import { brokenWords } from "../src/texts/BundleSentence.ts"
import { enVerification } from "../src/texts/enVerification.ts"
import { svVerification } from "../src/texts/svVerification.ts"

it("an event whose row names no kind is named by its number alone", () => {
  const found = { position: 249, to: 249, flaw: "unreadable", activity: null } as const
  for (const type of [null, "", "\u0000"])
    expect(brokenWords({ ...found, type }, enVerification, {})).toBe("Event 249: the row is not an event.")
})

it("events that are missing or misplaced are named from the first to the last of them", () => {
  const found = { position: 198, to: 249, activity: null, type: null } as const
  const said = (flaw: "missing" | "position", to: number) =>
    [svVerification, enVerification].map((texts) => brokenWords({ ...found, to, flaw }, texts, {}))
  expect(said("missing", 249)).toEqual(["Uppgifterna 198–249 saknas.", "Events 198–249 are missing."])
  expect(said("missing", 198)).toEqual(["Uppgift 198 saknas.", "Event 198 is missing."])
  expect(said("position", 249)).toEqual(["Uppgifterna 198–249 står på fel plats.", "Events 198–249 are out of place."])
})
