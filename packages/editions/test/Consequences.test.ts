/**
 * The order in which findings are shown after an import.
 */
import { describe, expect, it } from "@effect/vitest"
import { byConsequence, consequenceRank } from "../src/changes/findings/Consequences.ts"
import { type FindingCode, severities } from "../src/Irregularity.ts"

const ranks = (severity: string) => byConsequence.flatMap((code, at) => (severities[code] === severity ? [at] : []))

describe("the consequence of a finding", () => {
  it("every error and warning has one rank", () => {
    const grave = (Object.keys(severities) as ReadonlyArray<FindingCode>).filter((code) => severities[code] !== "info")
    expect([...byConsequence].sort()).toEqual(grave.sort())
  })

  it("every error is graver than every warning", () => {
    expect(Math.max(...ranks("error"))).toBeLessThan(Math.min(...ranks("warning")))
  })

  it("an unknown code is the least grave", () => {
    expect(consequenceRank("OfALaterVersion")).toBe(byConsequence.length)
  })
})
