/**
 * Assigns the periods of a sentence to its numbers.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { type PeriodToken, periodOf } from "./Periods.ts"
import { isMark, isWord, type Token } from "./Tokens.ts"

type PeriodParts = Omit<PeriodToken, "kind">

const parted = (token: Token): boolean =>
  isMark(token, ",;.()") || isWord(token, /^(?:och|men|samt|till|mot|från|jämfört|än|medan)$/u)
const comparing = (token: Token): boolean => isWord(token, /^(?:mot|än|jämfört|jämförelse|sedan)$/u)
const now = (token: Token): boolean => isWord(token, /^(?:idag|dag|nu|numera|dagsläget|nuläget)$/u)

/** Joins two tokens of one period, `2023` and `jan-okt`. */
const joined = (a: PeriodParts | null, b: PeriodParts): PeriodParts =>
  a === null
    ? b
    : {
        words: `${a.words} ${b.words}`,
        months: b.months ?? a.months,
        year: b.year ?? a.year,
        relative: b.relative ?? a.relative,
        date: b.date ?? a.date
      }

/** Returns the period of each number, null if there is none. `numbers` are the places of the numbers, in order. */
export const periodsFor = (
  tokens: ReadonlyArray<Token>,
  numbers: ReadonlyArray<number>
): ReadonlyArray<PlannedDate | null> => {
  const own: Array<PeriodParts | null> = numbers.map(() => null)
  const give = (which: number, named: PeriodParts) => {
    if (which < own.length) own[which] = joined(own[which] ?? null, named)
  }
  let leading: PeriodParts | null = null
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "period") continue
    const next = numbers.findIndex((number) => number > at)
    const following = next < 0 ? numbers.length : next
    const previous = following - 1
    const since = tokens.slice((numbers[previous] ?? -1) + 1, at)
    const until = next < 0 ? [] : tokens.slice(at + 1, numbers[next])
    if (previous < 0) leading = until.some(now) ? null : joined(leading, token)
    else if (isMark(tokens[at + 1], ":")) give(following, token)
    else if (!since.some(parted) && since.length <= 5) give(previous, token)
    else if (!until.some(parted) && !since.some(({ kind }) => kind === "period") && next >= 0) give(following, token)
    else if (since.some(comparing) && next < 0) continue
  }
  const resolved: Array<PeriodParts | null> = []
  for (const [which, named] of own.entries()) resolved.push(resolve(named, leading, resolved[which - 1] ?? leading))
  return resolved.map((named) => (named === null ? null : dateOf(named)))
}

const resolve = (
  named: PeriodParts | null,
  leading: PeriodParts | null,
  before: PeriodParts | null
): PeriodParts | null => {
  if (named === null) return leading?.year == null && leading?.date == null ? null : leading
  if (named.relative === "before") {
    return before?.year == null
      ? { ...named, relative: null, date: PlannedDate.unread(named.words) }
      : { ...before, words: named.words, year: before.year - 1 }
  }
  if (named.relative === "same") return { ...named, relative: null, months: before?.months ?? null, year: named.year }
  if (named.year !== null && named.months === null && leading?.year === null && leading.months !== null) {
    return joined(leading, named)
  }
  if (named.year === null && named.months !== null && leading?.year != null && leading.months === null) {
    return joined(leading, named)
  }
  return named
}

const dateOf = ({ date, months, words, year }: PeriodParts): PlannedDate =>
  date ?? (year === null ? PlannedDate.unread(words) : periodOf(words, year, months))
