/**
 * Sentences about events that fail verification.
 */
import { expect, it } from "@effect/vitest"
import { brokenWords } from "../src/texts/BundleSentence.ts"
import { enVerification } from "../src/texts/enVerification.ts"

it("an event whose row names no kind is named by its number alone", () => {
  const found = { position: 249, flaw: "unreadable", activity: null } as const
  for (const type of [null, "", "\u0000"])
    expect(brokenWords({ ...found, type }, enVerification, {})).toBe("Event 249: the row is not an event.")
})
