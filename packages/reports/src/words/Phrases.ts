/**
 * The words, numbers and order of one language, for the terminal and the report.
 */
import { type Texts, texts } from "../texts/Texts.ts"
import { grouped } from "./Spoken.ts"
import type { Language } from "./Language.ts"

export { changeWords, dateWords, excerpt, latenessWords, slipWords, waitingWords } from "./Spoken.ts"

/** A language: its texts, its numbers and its alphabetical order. */
export interface Phrases {
  readonly language: Language
  readonly text: Texts
  readonly number: (n: number) => string
  readonly compare: (a: string, b: string) => number
}

/** Returns the words of a language. Swedish numbers have U+2212 and non-breaking thousands; å, ä and ö sort last. */
export const phrases = (language: Language): Phrases => {
  const locale = language === "sv" ? "sv-SE" : "en-GB"
  // `Intl` objects take as long to create as a board to show, and most boards need none.
  let format: Intl.NumberFormat | undefined
  let collator: Intl.Collator | undefined
  return {
    language,
    text: texts[language],
    number: (n) =>
      Number.isSafeInteger(n) ? grouped(n, language) : (format ??= new Intl.NumberFormat(locale)).format(n),
    compare: (a, b) => (collator ??= new Intl.Collator(locale, { numeric: true })).compare(a, b)
  }
}

/** Returns what a finding means; a code of a newer version is its own text. */
export const findingSentence = (findings: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(findings, code) ? (findings[code] ?? code) : code

/** Returns an instant in UTC to the second, as `--known-at` takes it: `2024-06-17 12:00:07Z`. */
export const instantWords = (iso: string): string => `${iso.slice(0, 19).replace("T", " ")}Z`
