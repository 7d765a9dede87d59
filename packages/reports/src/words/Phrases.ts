/**
 * Slips, lateness, statuses and dates in words and symbols, the same in every view.
 */
import { type Texts, texts } from "../texts/Texts.ts"
import { grouped, type Language } from "./Spoken.ts"

export { dateWords, excerpt, latenessWords, slipWords, tallyWords } from "./Spoken.ts"

/** What a writer needs: a language and its texts. */
export interface Phrases {
  readonly language: Language
  readonly text: Texts
  readonly number: (n: number) => string
  readonly compare: (a: string, b: string) => number
}

/** Numbers and order as in that language: U+2212 minus and non-breaking thousands, å ä ö last, in Swedish. */
export const phrases = (language: Language): Phrases => {
  const locale = language === "sv" ? "sv-SE" : "en-GB"
  // Loading a language's rules takes as long as showing a board, and most boards need none of them.
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

/** What a finding means; a code from a newer version stands for itself. */
export const findingSentence = (findings: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(findings, code) ? (findings[code] ?? code) : code

/** An instant to the second, in UTC, as `--known-at` takes it: `2024-06-17 12:00:07Z`. */
export const instantWords = (iso: string): string => `${iso.slice(0, 19).replace("T", " ")}Z`
