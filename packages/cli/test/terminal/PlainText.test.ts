/**
 * Two shortcuts past Unicode's tables and a language's rules, held against what they stand for.
 */
import { expect, it } from "@effect/vitest"
import { commandPhrases } from "../../src/texts/CommandPhrases.ts"
import { isPlain } from "../../src/terminal/PlainText.ts"
import stringWidth from "string-width"

const characters = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code))

it("every plain character takes one column", () => {
  const wrong = characters.filter((character) => isPlain(character) && stringWidth(character) !== 1)
  expect(wrong).toEqual([])
})

it("plain text takes as many columns as it has characters, whatever stands beside what", () => {
  const plain = characters.filter(isPlain)
  const ends = ["a", "å", " ", "#", "⚠", "─", "’"]
  const pairs = plain.flatMap((character) => ends.flatMap((end) => [character + end, end + character]))
  expect(pairs.filter((pair) => !isPlain(pair) || stringWidth(pair) !== 2)).toEqual([])
})

it("Swedish and the tables' own marks are plain; what may be wider or narrower is not", () => {
  expect(isPlain("Öka följsamhet – ”minst 1 789 dagar” … ● ◐ ⚠ ─ ━")).toBe(true)
  for (const other of ["漢", "e\u0301", "\u00ad", "\u001b[1m", "⚠\ufe0f", "👩", "a\tb", "a\nb", "ﾞ"]) {
    expect(isPlain(other)).toBe(false)
  }
})

it("whole numbers are written as the language's rules write them", () => {
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
