/**
 * Reads the figures of one sentence: measure, unit, qualifier, level or change, and period. Pure and total. A number is
 * read only if something in the sentence makes it a figure.
 */
import type { PlannedDate } from "@frist/domain/PlannedDate"
import type { Change } from "@frist/domain/measures/MeasureName"
import { periodsFor } from "./FigurePeriods.ts"
import { labelBefore, nounAfter, nounBefore, placeAfter } from "./Nouns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { isMark, isWord, type NumberToken, type Token, tokensOf } from "./Tokens.ts"

type Qualifier = "about" | "over" | "under"

export interface Figure {
  /** The name of what is measured; null if the sentence does not say. */
  readonly measure: string | null
  readonly value: number
  readonly decimals: number
  readonly unit: string | null
  readonly qualifier: Qualifier | null
  readonly change: Change | null
  readonly period: PlannedDate | null
  /** Whether the sentence states it as measured, and does not just mention it. */
  readonly measured: boolean
  /** Whether the clause is about a target, or one that was missed. */
  readonly wished: boolean
  /** Whether it is an end point of another figure: `från 60 % till 80 %`. */
  readonly end: "from" | "to" | null
  /** The whole that this is a part of: 82 in `57 av 82`. */
  readonly whole: number | null
  readonly words: string
}

const qualifiers: ReadonlyArray<readonly [RegExp, Qualifier]> = [
  [/^(?:ca|cirka|circa|runt|omkring|ungefär|kring|uppskattningsvis|närmare)$/u, "about"],
  [/^(?:drygt|över|minst|åtminstone)$/u, "over"],
  [/^(?:knappt|under|högst|nästan|max|maximalt)$/u, "under"]
]
const more = /^(?:mer|fler|mera|flera)$/u
const less = /^(?:mindre|färre)$/u
const wish =
  /^(?:mål(?:et|en|sättning(?:en)?)?|målvärde(?:t)?|ska|skall|bör|siktet|sikta|siktar|prognos(?:en)?|beräknas|planeras|förväntas|väntas|krav(?:et)?|inte|ej|aldrig)$/u
const duration =
  /^(?:dag(?:ar|en|arna)?|veck(?:a|or|an)|månad(?:er|en)?|år(?:en|s)?|tim(?:me|mar)?|min(?:ut(?:er)?)?|sekunder|gång(?:er)?)$/u
const rise = /^(?:öka|höj|stig|stigit|väx|växt|utök|upp$|fler|mer$|förbättr|ökning)/u
const fall = /^(?:minsk|sänk|sjunk|ned$|ner$|färre|mindre|kort|lägre|reducer|halver)/u
const having =
  /^(?:har|är|finns|använder|använde|kom|kommit|uppgår|uppgick|ligger|når|nådde|nått|blev|gör|gjort|genomfört|totalt|antal(?:et)?)$/u

/** Returns the figures of a sentence. `known` is the row's name in lower case, which a measure need not repeat. */
export const figuresIn = (words: string, known: string, vocabulary: Vocabulary): ReadonlyArray<Figure> => {
  if (!/\d/u.test(words)) return []
  const tokens = tokensOf(words, vocabulary)
  const numbers = tokens.flatMap((token, at) => (token.kind === "number" && counts(tokens, at, token) ? [at] : []))
  if (numbers.length === 0) return []
  const periods = periodsFor(tokens, numbers)
  const figures: Array<Figure> = []
  for (const [which, at] of numbers.entries()) {
    const token = tokens[at]
    if (token?.kind !== "number") continue
    const part = isWord(tokens[at + 1], /^av$/u) && tokens[at + 2]?.kind === "number" ? tokens[at + 2] : undefined
    const isWhole = isWord(tokens[at - 1], /^av$/u) && tokens[at - 2]?.kind === "number"
    const last = figures.at(-1)
    const change = changeOf(tokens, at, token, numbers[which - 1] ?? -1)
    const share = token.unit === "%" && change === null && (last?.whole ?? null) === null && isWholeBefore(tokens, at)
    const counted = part === undefined ? null : nounAfter(tokens, at + 2, known, vocabulary)
    const measure = measureOf(tokens, at, token, change, counted, last, known, vocabulary)
    const own = periods[which] ?? null
    figures.push({
      measure: isWhole ? totalOf(last) : share ? `andel ${figures.at(-2)?.measure ?? ""}`.trim() : measure,
      value: token.value,
      decimals: token.decimals,
      unit: token.unit ?? (measure === null || measure.endsWith("summa") ? null : "st"),
      qualifier: qualifierOf(tokens, at),
      change,
      period: isWhole || share ? (last?.period ?? own) : own,
      measured: change !== null || isWhole || part !== undefined || evident(tokens, at, token, numbers[which - 1]),
      wished: wished(tokens, at),
      end: endOf(tokens, at),
      whole: part?.kind === "number" ? part.value : null,
      words
    })
  }
  return figures
}

/** Whether a number can be a figure: it is no percentage point, no duration and no frequency. */
const counts = (tokens: ReadonlyArray<Token>, at: number, { unit }: NumberToken): boolean =>
  unit !== "procentenheter" && !isWord(tokens[at + 1], duration)

const totalOf = (part: Figure | undefined): string => `${part?.measure ?? ""} totalt`.trim()

const isWholeBefore = (tokens: ReadonlyArray<Token>, at: number): boolean => {
  const before = tokens.slice(Math.max(0, at - 6), at)
  const whole = before.findLastIndex((token) => token.kind === "number")
  return whole >= 2 && isWord(before[whole - 1], /^av$/u) && before[whole - 2]?.kind === "number"
}

const measureOf = (
  tokens: ReadonlyArray<Token>,
  at: number,
  token: NumberToken,
  change: Change | null,
  counted: string | null,
  last: Figure | undefined,
  known: string,
  vocabulary: Vocabulary
): string | null => {
  if (change !== null) return changed(tokens, at, known, vocabulary)
  const own =
    counted ??
    nounAfter(tokens, at, known, vocabulary) ??
    (token.unit === "%" ? placeAfter(tokens, at, vocabulary) : null)
  if (own !== null) return own
  const unit = token.unit ?? "st"
  if (unit !== "%" && last !== undefined && last.change === null && last.unit === unit) return last.measure
  const label = labelBefore(tokens, at, known, vocabulary)
  if (label !== null || unit !== "%") return label
  if (isMark(tokens[at - 1], ",")) return nounBefore(tokens, at, clauseStart(tokens, at - 1), vocabulary, true)
  const stated = isWord(tokens[at - 1], having) || isWord(tokens[at - 2], having) || isWord(tokens[at - 3], having)
  return stated ? nounBefore(tokens, at, clauseStart(tokens, at - 1), vocabulary) : null
}

const clauseStart = (tokens: ReadonlyArray<Token>, at: number): number =>
  tokens.slice(0, Math.max(at, 0)).findLastIndex((token) => isMark(token, ",;:.()")) + 1

/** Finds what grows or shrinks: `Ökat användande med 30 %`, `användningen upp 30 %`, `20 % kortare tid`. */
const changed = (tokens: ReadonlyArray<Token>, at: number, known: string, vocabulary: Vocabulary): string | null => {
  const compared = isWord(tokens[at + 1], /^(?:fler|färre|mer|mindre|kortare|längre|högre|lägre)$/u)
  if (compared) return nounAfter(tokens, at, known, vocabulary)
  for (let i = at - 1; i >= 0; i -= 1) {
    const token = tokens[i]
    if (token?.kind === "number") break
    if (isWord(token, rise) || isWord(token, fall) || isWord(token, /^(?:med|på|om|ökning(?:en)?|minskning(?:en)?)$/u))
      continue
    const noun = nounBefore(tokens, i + 1, i, vocabulary)
    if (noun !== null) return noun
    if (isMark(token, ",;:.")) break
  }
  return isWord(tokens[at + 1], /^av$/u) ? nounAfter(tokens, at, known, vocabulary) : null
}

const changeOf = (tokens: ReadonlyArray<Token>, at: number, token: NumberToken, after: number): Change | null => {
  if (token.signed) return token.value < 0 ? "decrease" : "increase"
  const next = tokens[at + 1]
  if (isWord(next, /^(?:fler|mer|längre|högre)$/u)) return "increase"
  if (isWord(next, /^(?:färre|mindre|kortare|lägre)$/u)) return "decrease"
  const hedged = qualifierOf(tokens, at) === null ? at - 1 : at - (isWord(tokens[at - 1], /^än$/u) ? 3 : 2)
  const named =
    isWord(tokens[hedged], /^(?:är|var|blev)$/u) && isWord(tokens[hedged - 1], /^(?:ökning|minskning)(?:en)?$/u)
  if (
    !named &&
    !isWord(tokens[hedged], /^(?:med|upp|ned|ner|ökat?|ökade|minskat?|minskade|ökning(?:en)?|minskning(?:en)?)$/u)
  )
    return null
  if (isWord(tokens[hedged], /^upp$/u) && isWord(tokens[hedged - 1], /^nå(?:r|tt|dde)?$/u)) return null
  for (let i = hedged; i > after && i >= at - 12; i -= 1) {
    if (isWord(tokens[i], fall)) return "decrease"
    if (isWord(tokens[i], rise)) return "increase"
  }
  return null
}

const qualifierOf = (tokens: ReadonlyArray<Token>, at: number): Qualifier | null => {
  const last = isMark(tokens[at - 1], ".") ? tokens[at - 2] : tokens[at - 1]
  if (isMark(last, "~")) return "about"
  if (last?.kind !== "word") return null
  const found = qualifiers.find(([pattern]) => pattern.test(last.text))
  if (found !== undefined) return found[1]
  if (last.text === "till" && isWord(tokens[at - 2], /^upp$/u)) return "under"
  if (last.text === "än") return isWord(tokens[at - 2], more) ? "over" : isWord(tokens[at - 2], less) ? "under" : null
  return null
}

/** Whether a number is a measured figure: by a unit, hedge, label, count, period, comparison, or `har`. */
const evident = (
  tokens: ReadonlyArray<Token>,
  at: number,
  token: NumberToken,
  previous: number | undefined
): boolean => {
  if (token.unit !== null || qualifierOf(tokens, at) !== null) return true
  if (isMark(tokens[at - 1], ":") || tokens.slice(0, at).some((each) => isWord(each, /^antal(?:et)?$/u))) return true
  if (tokens[at + 1]?.kind === "period" || tokens[at + 2]?.kind === "period") return true
  const between = tokens.slice((previous ?? -1) + 1, at)
  if (previous !== undefined && between.some((each) => isWord(each, /^(?:mot|än|jämfört|till)$/u))) return true
  return (
    isWord(tokens[at - 1], having) ||
    isWord(tokens[at - 1], /^(?:idag|dag|nu|redan)$/u) ||
    (isWord(tokens[at - 2], having) && tokens[at - 1]?.kind === "word")
  )
}

const endOf = (tokens: ReadonlyArray<Token>, at: number): Figure["end"] => {
  const last = qualifierOf(tokens, at) === null ? tokens[at - 1] : tokens[at - 2]
  return isWord(last, /^från$/u)
    ? "from"
    : isWord(last, /^(?:till|mål|målet|målvärde)$/u) || isMark(last, ":")
      ? "to"
      : null
}

const wished = (tokens: ReadonlyArray<Token>, at: number): boolean =>
  tokens.slice(clauseStart(tokens, at), at).some((token) => isWord(token, wish))
