/**
 * The readings of the corpus, and what follows for every text of it: what is written is read back, and a word more or less
 * is never read as the same.
 */
import { describe, expect, it } from "@effect/vitest"
import { PlannedDate } from "../../src/PlannedDate.ts"
import type { WordKind } from "../../src/dates/DateWords.ts"
import { expressionsIn, readDate } from "../../src/dates/DateReading.ts"
import { danishDates } from "../../src/dates/languages/danish.ts"
import { englishDates } from "../../src/dates/languages/english.ts"
import { finnishDates } from "../../src/dates/languages/finnish.ts"
import { frenchDates } from "../../src/dates/languages/french.ts"
import { germanDates } from "../../src/dates/languages/german.ts"
import { international } from "../../src/dates/languages/international.ts"
import { norwegianDates } from "../../src/dates/languages/norwegian.ts"
import { swedishDates } from "../../src/dates/languages/swedish.ts"
import { corpus } from "./corpus.ts"

const read = corpus.filter(({ edtf }) => edtf !== null)
const figures = { texts: corpus.length, read: read.length }

describe("the corpus", () => {
  it("has at least 700 texts, of which these are read", () => {
    expect(figures).toEqual({ texts: 1118, read: 792 })
  })

  it.each(corpus)("$language: $words is $edtf", ({ edtf, words }) => {
    expect(readDate(words).date).toMatchObject({ words, edtf })
  })

  it("has no text twice in a language", () => {
    const keys = corpus.map(({ language, words }) => `${language} ${words}`)
    expect(keys.filter((key, at) => keys.indexOf(key) < at)).toEqual([])
  })
})

describe("EDTF", () => {
  it.each([...new Set(read.map(({ words }) => words))])("of %s is read back as the same date", (words) => {
    const { words: _, ...date } = readDate(words).date
    expect(readDate(date.edtf ?? "").date).toEqual({ words: date.edtf, ...date })
    expect(PlannedDate.isVague(readDate(date.edtf ?? "").date)).toBe(PlannedDate.isVague({ words, ...date }))
  })

  it.each([...new Set(read.flatMap(({ edtf }) => edtf ?? []))])(
    "%s has no season or quarter beside a sign that readers refuse",
    (edtf) => {
      if (/[~/{]/u.test(edtf)) expect(edtf).not.toMatch(/\d{4}-(?:2[1-9]|3[2-9]|4[01])(?!-?\d)/u)
    }
  )
})

describe("a text within prose", () => {
  it.each(corpus)("is never found as a wider date: $words", ({ edtf, words }) => {
    if (words.includes("\n")) return
    for (const { outcome, words: found } of expressionsIn(`Nämnden ${words} nog`)) {
      if (typeof outcome === "string" || edtf === null) continue
      const { earliest, latest } = readDate(words).date
      expect([found, outcome.earliest ?? "", outcome.latest ?? "9"]).toEqual([found, earliest ?? "", latest ?? "9"])
    }
  })
})

const languages = [
  swedishDates,
  norwegianDates,
  danishDates,
  finnishDates,
  englishDates,
  germanDates,
  frenchDates,
  international
]
const bare = (word: string): string => word.toLowerCase().replace(/[:,.()]/gu, "")
const kinds = new Map<string, Set<WordKind>>()
for (const language of languages) {
  for (const [kind, list] of Object.entries(language) as ReadonlyArray<[WordKind, ReadonlyArray<string>]>) {
    for (const phrase of list) {
      // A word of a phrase is excused where the phrase is.
      for (const word of [phrase, ...(phrase.includes(" ") ? phrase.split(" ") : [])]) {
        kinds.set(bare(word), new Set([...(kinds.get(bare(word)) ?? []), kind]))
      }
    }
  }
}

/** The kinds of words that change nothing: this is the whole list of the excuses. */
const harmless = new Set<WordKind>(["beside", "by", "earlier", "of", "to", "year", "month", "clock", "am", "pm", "UTC"])
const isHarmless = (word: string): boolean =>
  [...(kinds.get(bare(word)) ?? [])].some(
    // A weekday is checked, and changes nothing where it is right.
    (kind) => harmless.has(kind) || /^d\d$/u.test(kind)
  )

/** Texts of which no part says what another part says too: no range lends its year, and no end is open. */
const plain = read.filter(
  ({ edtf, words }) =>
    !/\.\.|\//u.test(edtf ?? "") && !/[\n\u00ad\u200b]|\d:\d|[–—-] | [–—-]/u.test(words) && words.includes(" ")
)
const strangers = [
  "nog",
  "ej",
  "inte",
  "not",
  "ikke",
  "kanske",
  "delvis",
  "3",
  "45",
  "2024",
  "2031",
  "maj",
  "Q1",
  "x",
  "§",
  "%"
]
const inserted = [...strangers, ...[...kinds.keys()].filter((word) => !isHarmless(word) && !/^[&+]$/u.test(word))]

describe("a word", () => {
  it("that is left out leaves another date, or none", () => {
    let tried = 0
    for (const { edtf, words } of plain) {
      const parts = words.split(" ")
      for (const [at, part] of parts.entries()) {
        if (isHarmless(part)) continue
        tried++
        const fewer = parts.filter((_, index) => index !== at).join(" ")
        expect(`${fewer} is ${readDate(fewer).date.edtf}`).not.toBe(`${fewer} is ${edtf}`)
      }
    }
    expect(tried).toBeGreaterThan(500)
  })

  it("that is put in leaves another date, or none", () => {
    let tried = 0
    for (const { edtf, words } of plain) {
      const parts = words.split(" ")
      for (let at = 0; at <= parts.length; at++) {
        for (let each = 0; each < 12; each++) {
          const word = inserted[(tried * 7919) % inserted.length] ?? ""
          tried++
          if (edtf?.includes("~") === true && kinds.get(word)?.has("about") === true) continue
          const more = [...parts.slice(0, at), word, ...parts.slice(at)].join(" ")
          expect(`${more} is ${readDate(more).date.edtf}`).not.toBe(`${more} is ${edtf}`)
        }
      }
    }
    expect(tried).toBeGreaterThan(5000)
  })
})
