/**
 * The list of answers that are no status, date or news: what the page about them says of each, and that no document's words for
 * a status or a date are in it.
 */
import { describe, expect, it } from "@effect/vitest"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { effectOf } from "../../src/answers/AnswerMeaning.ts"
import { readWords } from "../../src/reading/DateCells.ts"
import { readStatus } from "../../src/reading/StatusReading.ts"
import { swedishHealthCare } from "../../src/vocabulary/swedishHealthCare.ts"

const page = readFileSync(join(import.meta.dirname, "../../../../docs/reference/answers.md"), "utf8")
const columns = ["status", "followUp", "newDeadline", "reason", "responsible"] as const
const rows = Array.from(page.matchAll(/^\| (`.*`) \| (.*) \|$/gmu), ([, words = "", said = ""]) => ({
  words: Array.from(words.matchAll(/`([^`]+)`/gu), ([, each = ""]) => each),
  said: said.split(" | ")
}))
const all = rows.flatMap(({ said, words }) => words.map((each) => ({ said, words: each })))

describe("the page of answers", () => {
  it("has a row for each kind", () => {
    expect(rows).toHaveLength(7)
    expect(all.length).toBeGreaterThan(35)
  })

  it.each(all)("says what $words does in each column", ({ said, words }) => {
    const done = columns.map((column) => {
      const effect = effectOf(column, words, swedishHealthCare)
      return effect === "stands" ? "stands" : effect === "empty" ? "nothing" : "asked"
    })
    expect(done).toEqual(said)
  })

  it.each(all)("has $words, which is neither a status nor a date", ({ words }) => {
    expect(readStatus(words, swedishHealthCare).status._tag).toBe("NotStated")
    expect(readWords(words).date.edtf).toBeNull()
  })
})

describe("an answer that is not in the list", () => {
  it.each([
    "Oförändrat läge, men vi väntar",
    "Nej, inte än",
    "Samma leverantör",
    "Klart",
    "2025",
    "Vet ej vad som hände"
  ])("such as %s is read like any other text", (words) => {
    expect(columns.map((column) => effectOf(column, words, swedishHealthCare))).toEqual(columns.map(() => null))
  })
})
