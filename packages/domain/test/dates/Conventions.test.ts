/**
 * What running text must hold to hold a date: text without it is passed over.
 */
import { describe, expect, it } from "@effect/vitest"
import { conventions, someYear } from "../../src/dates/Conventions.ts"
import { placed } from "../../src/dates/Lexicon.ts"
import { tidy } from "../../src/dates/TidyText.ts"
import { corpus } from "./corpus.ts"

/** Texts of the corpus, and with years of two digits in every way that people write them. */
const texts = corpus.flatMap(({ words }) => [
  words,
  ...["-", "–", "'", "/", ".", ". ", " ", ""].map((sign) => words.replace(/[ .]?(?:19|20)(\d\d)(?!\d)/gu, `${sign}$1`))
])

describe("a convention of running text", () => {
  it("a convention of running text has a year, by which text without dates is passed over", () => {
    const running = conventions.filter(([, , where]) => where === undefined)
    const patterns = running.map(([words]) => new RegExp(words, "u"))
    const met = new Set<RegExp>()
    for (const words of texts) {
      const { text } = placed(tidy(words))
      const own = patterns.filter((pattern) => pattern.test(text))
      for (const pattern of own) met.add(pattern)
      if (own.length > 0) expect(someYear.test(text), text).toBe(true)
    }
    expect(met.size).toBeGreaterThan(0.7 * patterns.length)
  })
})
