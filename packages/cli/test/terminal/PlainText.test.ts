/**
 * The fast paths for plain text and whole numbers give the same results as Unicode tables and number formats.
 */
import { expect, it } from "@effect/vitest"
import { commandPhrases } from "../../src/texts/CommandPhrases.ts"
import { isPlain } from "../../src/terminal/PlainText.ts"
import stringWidth from "string-width"

const characters = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code))

it("every plain character is one column wide", () => {
  const wrong = characters.filter((character) => isPlain(character) && stringWidth(character) !== 1)
  expect(wrong).toEqual([])
})

it("plain text is as wide as its length, in any combination of characters", () => {
  const plain = characters.filter(isPlain)
  const ends = ["a", "å", " ", "#", "⚠", "─", "’"]
  const pairs = plain.flatMap((character) => ends.flatMap((end) => [character + end, end + character]))
  expect(pairs.filter((pair) => !isPlain(pair) || stringWidth(pair) !== 2)).toEqual([])
})

it("Swedish text and the marks of tables are plain; wider or narrower characters are not", () => {
  expect(isPlain("Öka följsamhet – ”minst 1 789 dagar” … ● ◐ ⚠ ─ ━")).toBe(true)
  for (const other of ["漢", "e\u0301", "\u00ad", "\u001b[1m", "⚠\ufe0f", "👩", "a\tb", "a\nb", "ﾞ"]) {
    expect(isPlain(other)).toBe(false)
  }
})

it("whole numbers are written as Intl.NumberFormat writes them", () => {
  const numbers = [1, 12, 123, 1234, 12_345, 123_456, 1_234_567, Number.MAX_SAFE_INTEGER].flatMap((n) => [n, -n])
  for (const [language, locale] of [
    ["sv", "sv-SE"],
    ["en", "en-GB"]
  ] as const) {
    const { format } = new Intl.NumberFormat(locale)
    const written = [0, 1.5, -1234.5, ...numbers].map((n) => [n, commandPhrases(language).number(n)])
    expect(written).toEqual([0, 1.5, -1234.5, ...numbers].map((n) => [n, format(n)]))
  }
})
