/**
 * The tokens of a sentence: numbers with their units, periods, words and marks. Sorts out what only looks like a number:
 * a date, a clock time, a range, `1177`, `SV-2`.
 */
import { periodsIn, type PeriodToken, saysNothing } from "./Periods.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

export interface NumberToken {
  readonly kind: "number"
  readonly value: number
  /** Digits after the decimal comma: how finely it is stated. */
  readonly decimals: number
  readonly signed: boolean
  readonly unit: string | null
}

export type Token =
  | NumberToken
  | PeriodToken
  | { readonly kind: "word"; readonly text: string; readonly written: string }
  | { readonly kind: "mark"; readonly text: string }
  /** Digits that are no figure. */
  | { readonly kind: "other" }

const units = "%|procentenheter|procent|stycken|st|mkr|tkr|kronor|kr"
const digits = "(?:\\d{1,3}(?: \\d{3})+|\\d{1,15})(?:[.,]\\d{1,6})?"
/** A clock time, a range, a number with its unit, other digits, a word or a mark. The groups: number, unit, word, mark. */
const pieces = new RegExp(
  [
    `\\d{1,2}[:.]\\d\\d-\\d{1,2}[:.]\\d\\d|\\d{1,2}:\\d\\d(?!\\d)`,
    `\\d[\\d.,]{0,15} ?[-–/] ?\\d[\\d.,]{0,15}`,
    `((?:[+-] ?)?${digits})(?!\\d)(?: ?(${units})(?![\\p{L}\\d-]))?(?!-?\\p{L}|[:/]\\p{L})`,
    `\\d[\\p{L}\\p{N}:.,/-]{0,60}`,
    `(\\p{L}(?:[\\p{L}\\p{M}\\p{N}'’]|:(?=\\p{L})){0,80}(?:-[\\p{L}\\p{N}]{1,80}){0,5}-?)`,
    `([.,;:()!?–—~#*-])`
  ].join("|"),
  "gu"
)

const patternsOf = oncePer(({ figures }: Vocabulary) => ({
  naming: new RegExp(`^${anyOf(figures.naming)}$`, "u"),
  names: new Set(figures.numberNames)
}))

/** Returns the tokens of a sentence, in order. Linear in its length. */
export const tokensOf = (sentence: string, vocabulary: Vocabulary): ReadonlyArray<Token> => {
  const text = hasOtherSigns.test(sentence) ? sentence.replace(/\s/gu, " ").replace(/[‐‑‒−]/gu, "-") : sentence
  const tokens: Array<Token> = []
  const scan = (from: number, to: number) => {
    const part = from === 0 && to === text.length ? text : text.slice(from, to)
    pieces.lastIndex = 0
    for (let found = pieces.exec(part); found !== null; found = pieces.exec(part)) {
      tokens.push(tokenOf(found, tokens, text, from + found.index, vocabulary))
    }
  }
  let from = 0
  for (const { at, length, token } of periodsIn(text)) {
    scan(from, at)
    tokens.push(saysNothing(token) ? { kind: "other" } : token)
    from = at + length
  }
  scan(from, text.length)
  return tokens
}

/** Other spaces and hyphens than those of the keyboard. */
const hasOtherSigns = /[^\S ]|[‐‑‒−]/u

const tokenOf = (
  [, number, unit, word, mark]: ReadonlyArray<string | undefined>,
  before: ReadonlyArray<Token>,
  text: string,
  at: number,
  vocabulary: Vocabulary
): Token => {
  if (word !== undefined) return { kind: "word", text: word.toLowerCase(), written: word }
  if (mark !== undefined) return { kind: "mark", text: mark }
  if (number === undefined) return { kind: "other" }
  const bare = number.replace(/[+ -]/gu, "")
  const joined = /[\p{L}\p{N}:/.,-]/u.test(text.charAt(at - 1))
  const last = before.at(-1)
  // Digits beside digits are a telephone number or a reference.
  if (joined || last?.kind === "number" || last?.kind === "other" || /^0\d/u.test(bare)) return { kind: "other" }
  if (isName(bare, number, unit, before, vocabulary)) return { kind: "other" }
  const [, decimals = ""] = bare.split(/[.,]/u)
  return {
    kind: "number",
    value: Number(bare.replace(",", ".")) * (number.startsWith("-") ? -1 : 1),
    decimals: decimals.length,
    signed: /^[+-]/u.test(number),
    unit: unitOf(unit)
  }
}

const isName = (
  bare: string,
  number: string,
  unit: string | undefined,
  before: ReadonlyArray<Token>,
  vocabulary: Vocabulary
): boolean => {
  const { names, naming } = patternsOf(vocabulary)
  if (unit === undefined && names.has(bare) && !number.trim().includes(" ")) return true
  // `8.30` without a unit is a clock time or a paragraph; `1.000` is ambiguous.
  if (unit === undefined && /^\d{1,3}\.(?:\d\d|\d{3})$/u.test(bare)) return true
  const last = before.at(-1)
  const named = last?.kind === "mark" && last.text === "." ? before.at(-2) : last
  return unit === undefined && ((named?.kind === "word" && naming.test(named.text)) || isMark(named, "#"))
}

export const isMark = (token: Token | undefined, marks: string): boolean =>
  token?.kind === "mark" && marks.includes(token.text)

export const isWord = (token: Token | undefined, pattern: RegExp): boolean =>
  token?.kind === "word" && pattern.test(token.text)

const unitOf = (unit: string | undefined): string | null =>
  unit === undefined ? null : unit === "procent" ? "%" : unit === "stycken" ? "st" : unit === "kronor" ? "kr" : unit
