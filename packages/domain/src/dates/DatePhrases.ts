/**
 * Reads a whole phrase: a date of the conventions, with the words before or after it (`efter`, `senast`, `ca`), or a range
 * of two. The phrase is in the alphabet of the grammar.
 */
import {
  adjoin,
  after,
  before,
  from,
  type DateMeaning,
  type MeaningOrOddity,
  reversed,
  roughly,
  span,
  third
} from "./DateMeaning.ts"
import { links } from "./Convention.ts"
import { conventions, month, part, thirdNamed, yearless } from "./Conventions.ts"
import type { DayOrder } from "./DayOrder.ts"
import { once } from "./Once.ts"
import { ofTime, ofWeekday } from "./DayPhrases.ts"

type ChangeOfMeaning = (rest: MeaningOrOddity, words: string) => MeaningOrOddity

/** Words before a date, and their effect on it. */
const openings: ReadonlyArray<readonly [words: string, change: ChangeOfMeaning]> = [
  ["<not-before>", from],
  ["<before>", before],
  ["<after>", after],
  ["<from>", from],
  ["<about>", roughly],
  [part, (rest, words) => third(thirdNamed(words.slice(1, words.indexOf(">"))), rest)]
]
/** Words before a date that change nothing, since a deadline means by its last day. */
const plain = /^<(?:by|to|of|year)> ?/u
/** Words beside a date that change nothing, from a closed list. */
const besideBefore = /^<beside>(?: ?[:,] ?| )/u
const besideAfter = /(?:,? | ?\()<beside>\)?$/u
/** Words that contradict each other: `tidigast senast`, `senast 2024 eller senare`. */
const contradictory =
  /^<(?:before|after|from|not-before)> <by>|^<by>.*<later>$|^<(?:after|from|not-before)>.*<earlier>$/u
/** Words after a date, and their effect on it. */
const closings: ReadonlyArray<readonly [words: RegExp, change: (rest: MeaningOrOddity) => MeaningOrOddity]> = [
  [/,? ?<later>$/u, from],
  [/ <earlier>$/u, (rest) => rest],
  [/ <afterwards>$/u, after],
  [/ ?\(?<about>\)?$/u, roughly]
]

/** Separators between the two ends of a range. A hyphen without spaces between figures does not, save after a year. */
const ends = / ?(?:--|[–—]) ?| - | ?(?<=[>.])-|-(?=<)|(?<=\d{4})-(?=\d{1,2}[./])| ?<to> ?/gu
const either = / ?\/ ?/gu
const both = / ?<and> ?/gu
const fromTo = /^<from> /u
const betweenTwo = /^<between> /u
/** The longest phrase, and the most places at which a range may be parted. */
const [longestPhrase, mostEnds] = [160, 6]

const conventionPatterns = once(() =>
  conventions.map(([words, read]) => [new RegExp(`^(?:${words})$`, "u"), read] as const)
)
const openingPatterns = once(() => openings.map(([words, change]) => [new RegExp(`^${words} ?`, "u"), change] as const))
const yearlessPattern = once(
  () => new RegExp(`^(?:${yearless})(?: ?(?:--?|[–—/,]|<to>|<and>|<or>) ?(?:${yearless}|\\d{1,2})){0,3}$`, "u")
)
/** Nothing is taken from a year alone: `januari – 2024` is a month, or all of the year from it on. */
const bareYear = /^(?:<year> )?\d{4}$/u
const beginsWithPart = /^<(?:early|middle|late)>/u
/** `slutet av 2024–2026` is the end of all, or begins at the end of one. */
const partOfSeveral =
  /^<(?:early|middle|late)> (?:<(?:of|year)> ){0,3}(?:\d{4} ?[-–—] ?\d{4}|<(?:quarter|third|T|week)>\.? ?\d{1,2} ?(?:[-–—]|<to>) ?(?:<(?:quarter|third|T|week)>\.? ?)?\d{1,2}[ ,].*)$/u
const lastYear = /(?:19|20)\d\d$/u
const monthAndYear = once(() => new RegExp(`${month} (?:19|20)\\d\\d$`, "u"))
const shortYear = / ?[-'](\d\d)$/u
const unit = /^<(?:week|quarter|third|T|half|H)>\.? ?(?=\d)/u

const open: DateMeaning = { edtf: "../..", earliest: null, latest: null }

const match = (text: string, order: DayOrder | null): MeaningOrOddity | undefined => {
  for (const [pattern, read] of conventionPatterns()) {
    const found = pattern.exec(text)
    if (found !== null)
      return read(
        found.slice(1).filter((group) => group !== undefined),
        order
      )
  }
  return undefined
}

/** Returns the range of two dates. A year or month that one leaves out is taken from the other. */
const pair = (
  text: string,
  separator: RegExp,
  order: DayOrder | null,
  joins: (left: MeaningOrOddity, right: MeaningOrOddity, lent: boolean) => MeaningOrOddity
): MeaningOrOddity | undefined => {
  let tried = 0
  for (const found of text.matchAll(separator)) {
    if (++tried > mostEnds) return undefined
    const [first, second] = [text.slice(0, found.index), text.slice(found.index + found[0].length)]
    const right = match(second, order) ?? match(`${unit.exec(first)?.[0] ?? ""}${second}`, order)
    if (right === undefined) continue
    const own = match(first, order)
    if (own !== undefined) return joins(own, right, false)
    const tails = [lastYear.exec(second)?.[0], monthAndYear().exec(second)?.[0], shortYear.exec(second)?.[0]?.trim()]
    const lent = tails.flatMap((tail) => (tail === undefined ? [] : (match(`${first} ${tail}`, order) ?? []))).at(0)
    if (lent !== undefined && bareYear.test(second)) return "DateAmbiguous"
    // `mitten av april–maj 2024` is the middle of both months, or begins in the middle of one.
    if (lent !== undefined && beginsWithPart.test(first) && !beginsWithPart.test(second)) return "DateAmbiguous"
    // `nov–feb 2025` begins in one of two years.
    if (lent !== undefined) return reversed(lent, right) ? "DateAmbiguous" : joins(lent, right, true)
  }
  return undefined
}

const range = (text: string, order: DayOrder | null): MeaningOrOddity | undefined =>
  betweenTwo.test(text)
    ? pair(text.replace(betweenTwo, ""), both, order, span)
    : (pair(text.replace(fromTo, ""), ends, order, span) ??
      // A slash means one or the other, unless the second follows the first: `juni/juli 2024`.
      pair(text, either, order, (left, right, lent) =>
        lent && adjoin(left, right) ? span(left, right) : "SeveralDates"
      ))

/** A part joined to its period: `mid-Q2`. */
const joinedPart = /(<(?:early|middle|late)>)-(?=<)/gu

/** Returns the meaning of a whole phrase; `undefined` if it is not understood. */
export const phrase = (joined: string, order: DayOrder | null): MeaningOrOddity | undefined => {
  const text = joined.replace(joinedPart, "$1 ")
  if (text.length > longestPhrase) return undefined
  if (text === "<open>") return open
  if (contradictory.test(text)) return undefined
  if (partOfSeveral.test(text)) return "DateAmbiguous"
  const found = match(text, order) ?? range(text, order)
  if (found !== undefined) return found
  const inner = (rest: string): MeaningOrOddity | undefined => phrase(rest, order)
  const day = ofTime(text, inner) ?? ofWeekday(text, inner)
  if (day !== undefined) return day
  for (const [opening, change] of openingPatterns()) {
    const words = opening.exec(text)?.[0]
    if (words === undefined) continue
    const rest = inner(text.slice(words.length))
    return rest === undefined ? undefined : change(rest, words)
  }
  for (const opening of [plain, besideBefore]) if (opening.test(text)) return inner(text.replace(opening, ""))
  for (const [closing, change] of closings) {
    if (!closing.test(text)) continue
    const rest = inner(text.replace(closing, ""))
    return rest === undefined ? undefined : change(rest)
  }
  return besideAfter.test(text) ? inner(text.replace(besideAfter, "")) : undefined
}

/** Returns whether a phrase names a time of the year without the year: `efter sommaren`. */
export const lacksYear = (text: string): boolean => {
  if (text.length > longestPhrase) return false
  if (yearlessPattern().test(text)) return true
  const opening = [...openingPatterns().map(([each]) => each), plain, besideBefore, betweenTwo].find((each) =>
    each.test(text)
  )
  return opening !== undefined && lacksYear(text.replace(opening, ""))
}

/** The words that change what a date right after them means, as a pattern. */
export const changing = [...openings.map(([words]) => words.replace(`(?: ${links})?`, "")), "<between>"]
  .join("|")
  .replace(/\((?!\?)/gu, "(?:")
