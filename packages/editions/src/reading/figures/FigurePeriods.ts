/**
 * Which of the periods in a sentence each of its numbers is of.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { type PeriodToken, periodOf } from "./Periods.ts"
import { isMark, isWord, type Token } from "./Tokens.ts"

type Told = Omit<PeriodToken, "kind">

const parted = (token: Token): boolean =>
  isMark(token, ",;.()") || isWord(token, /^(?:och|men|samt|till|mot|från|jämfört|än|medan)$/u)
const comparing = (token: Token): boolean => isWord(token, /^(?:mot|än|jämfört|jämförelse|sedan)$/u)
const now = (token: Token): boolean => isWord(token, /^(?:idag|dag|nu|numera|dagsläget|nuläget)$/u)

/** Two tokens of one period, `2023` and `jan-okt`, as one. */
const joined = (a: Told | null, b: Told): Told =>
  a === null
    ? b
    : {
        words: `${a.words} ${b.words}`,
        months: b.months ?? a.months,
        year: b.year ?? a.year,
        relative: b.relative ?? a.relative,
        date: b.date ?? a.date
      }

/** The period of each number, `numbers` being the places of those that count, in order; null where none is told. */
export const periodsFor = (
  tokens: ReadonlyArray<Token>,
  numbers: ReadonlyArray<number>
): ReadonlyArray<PlannedDate | null> => {
  const own: Array<Told | null> = numbers.map(() => null)
  const give = (which: number, told: Told) => {
    if (which < own.length) own[which] = joined(own[which] ?? null, told)
  }
  let leading: Told | null = null
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
  const resolved: Array<Told | null> = []
  for (const [which, told] of own.entries()) resolved.push(resolve(told, leading, resolved[which - 1] ?? leading))
  return resolved.map((told) => (told === null ? null : dateOf(told)))
}

const resolve = (told: Told | null, leading: Told | null, before: Told | null): Told | null => {
  if (told === null) return leading?.year == null && leading?.date == null ? null : leading
  if (told.relative === "before") {
    return before?.year == null
      ? { ...told, relative: null, date: PlannedDate.unread(told.words) }
      : { ...before, words: told.words, year: before.year - 1 }
  }
  if (told.relative === "same") return { ...told, relative: null, months: before?.months ?? null, year: told.year }
  if (told.year !== null && told.months === null && leading?.year === null && leading.months !== null) {
    return joined(leading, told)
  }
  if (told.year === null && told.months !== null && leading?.year != null && leading.months === null) {
    return joined(leading, told)
  }
  return told
}

const dateOf = ({ date, months, words, year }: Told): PlannedDate =>
  date ?? (year === null ? PlannedDate.unread(words) : periodOf(words, year, months))
