/**
 * Reads a whole phrase: a date of the conventions, with the words before or after it (`efter`, `senast`, `ca`), or a range
 * of two.
 */
import { adjoin, after, before, from, type MeaningOrOddity, reversed, roughly, span, third } from "./DateMeaning.ts"
import { conventions, month, part, thirdNamed, yearless } from "./Conventions.ts"
import { once } from "./Once.ts"

type ChangeOfMeaning = (rest: MeaningOrOddity, words: string) => MeaningOrOddity
const unchanged: ChangeOfMeaning = (rest) => rest

/** Words before a date, and their effect on it. A negation inverts them. */
const openings: ReadonlyArray<readonly [words: string, change: ChangeOfMeaning]> = [
  ["(?:inte|ej|icke|not) (?:f[öo]re|f[öo]rr?[äa]n|innan|tidigare [äa]n|before|until)", from],
  ["(?:(?:inte|ej|icke|not) (?:efter|senare [äa]n|after|later than)|no later than)", unchanged],
  ["(?:f[öo]re|innan|before) (?:utg[åa]ngen|slutet|the end) (?:av|p[åa]|of)", unchanged],
  ["(?:f[öo]re|innan|before|tidigare [äa]n|earlier than)", before],
  ["(?:efter|after|senare [äa]n|later than)", after],
  ["(?:(?:som )?tidigast|fr[.\\s]*o[.\\s]*m\\.?|fr[åa]n(?: och med)?|from|earliest)", from],
  ["(?:ca\\.?|cirka|circa|omkring|runt|kring|ungef[äa]r|around|about|prelimin[äa]rt|prel\\.?)", roughly],
  [part.replace("(", "(?:"), (rest, words) => third(thirdNamed(words), rest)]
]

/** Words before a date that change nothing, since a deadline means by its last day. */
const plain =
  "(?:(?:allra )?senast|by|fram till|till(?: och med)?|t\\.? ?o\\.? ?m\\.?|until|under|i|in|den|[åa]r|per|klart?)"

const later = / (?:eller|och|or|and) (?:senare|fram[åa]t|d[äa]refter|later|onwards?)$/u
const sooner = / (?:eller|or) (?:tidigare|f[öo]re|innan|earlier|before)$/u

/** Separators between the two ends of a range. A hyphen without spaces between figures does not. */
const ends = / ?(?:--|[–—]) ?| - | ?(?<=[\p{L}.])-|-(?=\p{L})| (?:till(?: och med)?|t\.? ?o\.? ?m\.?|to|until) /gu
const either = / ?\/ ?/gu
const both = / (?:och|and) /gu
const fromTo = /^(?:fr[åa]n(?: och med)?|fr[.\s]*o[.\s]*m\.?|from) /u
const betweenTwo = /^(?:mellan|between) /u
/** The longest range. */
const longestRange = 80

const conventionPatterns = once(() =>
  conventions.map(([words, read]) => [new RegExp(`^(?:${words})$`, "u"), read] as const)
)
const openingPatterns = once(() => openings.map(([words, change]) => [new RegExp(`^${words} `, "u"), change] as const))
const plainOpening = once(() => new RegExp(`^${plain} `, "u"))
const yearlessPattern = once(
  () =>
    new RegExp(
      `^(?:${yearless})(?: ?(?:--?|[–—/,]|till|t\\.?o\\.?m\\.?|och|eller|to|and|or) ?(?:${yearless}|\\d{1,2})){0,3}$`,
      "u"
    )
)
const lastYear = /(?:19|20)\d\d$/u
const monthAndYear = once(() => new RegExp(`${month} (?:19|20)\\d\\d$`, "u"))
const unit = /^(?:v(?:eck(?:a|orna))?\.? ?|w(?:eek)? ?|q|t|kv(?:artal)?\.? ?|tertial )(?=\d)/u

const openEnded = /^(?:tills vidare|p[åa] obest[äa]md tid|l[öo]pande|until further notice|open)$/u

const match = (text: string): MeaningOrOddity | undefined => {
  if (openEnded.test(text)) return { edtf: "../..", earliest: null, latest: null }
  for (const [pattern, read] of conventionPatterns()) {
    const found = pattern.exec(text)
    if (found !== null) return read(...found.slice(1).filter((group) => group !== undefined))
  }
  return undefined
}

/** Returns the range of two dates. A year or month that one leaves out is taken from the other. */
const pair = (
  text: string,
  separator: RegExp,
  joins: (left: MeaningOrOddity, right: MeaningOrOddity, lent: boolean) => MeaningOrOddity
): MeaningOrOddity | undefined => {
  for (const found of text.matchAll(separator)) {
    const [first, second] = [text.slice(0, found.index), text.slice(found.index + found[0].length)]
    const right = match(second) ?? match(`${unit.exec(first)?.[0] ?? ""}${second}`)
    if (right === undefined) continue
    const tails = [lastYear.exec(second)?.[0], monthAndYear().exec(second)?.[0]]
    const own = match(first)
    if (own !== undefined) return joins(own, right, false)
    const lent = tails.flatMap((tail) => match(`${first} ${tail ?? ""}`) ?? []).at(0)
    // `nov–feb 2025` begins in one of two years.
    if (lent !== undefined) return reversed(lent, right) ? "DateAmbiguous" : joins(lent, right, true)
  }
  return undefined
}

const range = (text: string): MeaningOrOddity | undefined => {
  if (text.length > longestRange) return undefined
  if (betweenTwo.test(text)) return pair(text.replace(betweenTwo, ""), both, span)
  return (
    pair(text.replace(fromTo, ""), ends, span) ??
    // A slash means one or the other, unless the second follows the first: `juni/juli 2024`.
    pair(text, either, (left, right, lent) => (lent && adjoin(left, right) ? span(left, right) : "SeveralDates"))
  )
}

/** Returns the meaning of a whole phrase in lower case with single spaces; `undefined` if it is not understood. */
export const phrase = (text: string): MeaningOrOddity | undefined => {
  const found = match(text) ?? range(text)
  if (found !== undefined) return found
  for (const [opening, change] of openingPatterns()) {
    const words = opening.exec(text)?.[0]
    if (words === undefined) continue
    const rest = phrase(text.slice(words.length))
    return rest === undefined ? undefined : change(rest, words)
  }
  if (plainOpening().test(text)) return phrase(text.replace(plainOpening(), ""))
  if (later.test(text)) return andLater(phrase(text.replace(later, "")))
  return sooner.test(text) ? phrase(text.replace(sooner, "")) : undefined
}

const andLater = (outcome: MeaningOrOddity | undefined): MeaningOrOddity | undefined =>
  outcome === undefined ? undefined : from(outcome)

/** Returns whether a phrase names a time of the year without the year: `efter sommaren`. */
export const lacksYear = (text: string): boolean => {
  if (text.length > longestRange) return false
  if (yearlessPattern().test(text)) return true
  const opening = [...openingPatterns().map(([each]) => each), plainOpening(), betweenTwo].find((each) =>
    each.test(text)
  )
  return opening !== undefined && lacksYear(text.replace(opening, ""))
}

/** The words that change what a date right after them means, as a pattern. */
export const changing = [...openings.map(([words]) => words), "(?:mellan|between)", "(?:fr[åa]n)"].join("|")
