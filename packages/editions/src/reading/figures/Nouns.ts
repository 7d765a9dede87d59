/**
 * Names what a figure measures, in a word or two of its sentence, so that the same measure is recognised in other forms,
 * sentences and editions.
 */
import { isMark, isWord, type Token } from "./Tokens.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

const patternsOf = oncePer(({ figures }: Vocabulary) => ({
  stop: new Set(figures.stopWords),
  adjective: new RegExp(`${anyOf(figures.adjectives)}$`, "u"),
  verb: new RegExp(`^${anyOf(figures.verbs)}$`, "u")
}))

const isName = (token: Token | undefined): boolean =>
  token?.kind === "word" && /\p{Lu}.*\p{Lu}/u.test(token.written) && token.written.length <= 5

/** Returns a noun in the form that names measures: the plural of what is counted, otherwise the plain form. */
const plain = (word: string): string => {
  for (const [pattern, form] of forms) if (pattern.test(word)) return word.replace(pattern, form)
  return word
}
const forms: ReadonlyArray<readonly [RegExp, string]> = [
  [/(ärende|möte|område|yrke)$/u, "$1n"],
  [/(ärenden|möten|områden|yrken)a$/u, "$1"],
  [/else(?:n|rna)?$/u, "elser"],
  [/ingarna$/u, "ingar"],
  [/(er|or)na$/u, "$1"],
  [/arna$/u, "are"],
  [/(ning|tid|het|grad|andel)en$/u, "$1"],
  [/andet$/u, "ande"]
]

const nounAt = (token: Token | undefined, vocabulary: Vocabulary): string | null =>
  token?.kind === "word" && !patternsOf(vocabulary).stop.has(token.text) && !token.text.endsWith("-")
    ? plain(token.text)
    : null

/** Returns the place of a share that names nothing else: `57 % på hudmottagningen`. */
export const placeAfter = (tokens: ReadonlyArray<Token>, at: number, vocabulary: Vocabulary): string | null => {
  const place = where(tokens, at + 1, "", vocabulary)
  return place === "" ? null : `andel${place}`
}

/** Returns the place or channel after a noun (`via telefon`), unless the row is about just that. */
const where = (tokens: ReadonlyArray<Token>, at: number, known: string, vocabulary: Vocabulary): string => {
  const [preposition, place] = [tokens[at], tokens[at + 1]]
  if (preposition?.kind !== "word" || place?.kind !== "word") return ""
  if (!/^(?:via|på|inom|hos|vid)$/u.test(preposition.text) || patternsOf(vocabulary).stop.has(place.text)) return ""
  return known.includes(place.text.slice(0, 6)) ? "" : ` ${preposition.text} ${place.text}`
}

/** Returns the noun after a number: `15711 ärenden`, `80 % av patienterna`, `90 % får op-tid`. */
export const nounAfter = (
  tokens: ReadonlyArray<Token>,
  at: number,
  known: string,
  vocabulary: Vocabulary
): string | null => {
  const { adjective, verb } = patternsOf(vocabulary)
  let next = at + 1
  if (isWord(tokens[next], verb)) next += 1
  while (isWord(tokens[next], /^(?:alla|samtliga|våra|de|det|den|in|stycken|fler|färre|mer|mindre|kortare|längre)$/u))
    next += 1
  while (
    tokens[next + 1]?.kind === "word" &&
    isWord(tokens[next], adjective) &&
    nounAt(tokens[next + 1], vocabulary) !== null
  )
    next += 1
  const noun = nounAt(tokens[next], vocabulary)
  return noun === null || isName(tokens[next]) ? null : noun + where(tokens, next + 1, known, vocabulary)
}

/** Returns the label before a colon, or what `antalet` counts: `Totalsumma: 82`, `Antalet ärenden … 9120`. */
export const labelBefore = (
  tokens: ReadonlyArray<Token>,
  at: number,
  known: string,
  vocabulary: Vocabulary
): string | null => {
  const before = tokens.slice(0, at)
  const counted = before.findLastIndex((token) => isWord(token, /^(?:antal(?:et)?|andel(?:en)?)$/u))
  if (counted >= 0) {
    const noun = nounAfter(tokens, counted, known, vocabulary)
    if (noun !== null) return noun
  }
  const colon = before.findLastIndex((token) => isMark(token, ":"))
  if (colon < 1) return null
  const start = before.slice(0, colon).findLastIndex((token) => token.kind === "mark" && token.text !== "-") + 1
  const label = before.slice(start, colon)
  if (label.length > 6 || label.some(({ kind }) => kind === "number")) return null
  const head = label.findIndex((token) => nounAt(token, vocabulary) !== null)
  const first = nounAt(label[head], vocabulary)
  if (first === null) return null
  return isWord(label[head + 1], /^(?:totalt|sammanlagt)$/u)
    ? `${first} totalt`
    : first + where(label, head + 1, known, vocabulary)
}

/** Returns the last noun before a number: `använder taligenkänning, 100 %`, `Täckningsgraden är 85 %`. */
export const nounBefore = (
  tokens: ReadonlyArray<Token>,
  at: number,
  from: number,
  vocabulary: Vocabulary,
  names = false
): string | null => {
  for (let i = at - 1; i >= from; i -= 1) {
    const noun = !names && isName(tokens[i]) ? null : nounAt(tokens[i], vocabulary)
    if (noun !== null) return noun
    if (tokens[i]?.kind === "number") return null
  }
  return null
}
