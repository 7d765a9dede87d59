/**
 * The periods that a sentence names: `2022`, `jan-okt 2023`, `november 2024`, and those relative to an earlier one,
 * `samma månader 2022` and `året före`.
 */
import { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { expressionsIn } from "@frist/domain/dates/DateReading"
import { readWords } from "../DateCells.ts"

export interface PeriodToken {
  readonly kind: "period"
  readonly words: string
  /** The first and last month, where the period is months of one year. */
  readonly months: readonly [number, number] | null
  readonly year: number | null
  /** `samma`: the months of the period before it. `before`: a year earlier than the period before it. */
  readonly relative: "same" | "before" | null
  /** The date as read, for periods that are neither a year nor months of one. */
  readonly date: PlannedDate | null
}

interface Placed {
  readonly at: number
  readonly length: number
  readonly token: PeriodToken
}

const months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
const month =
  "(?:jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?"
const spoken = new RegExp(
  [
    `(?<![\\p{L}\\d-])(?<first>${month}) ?(?:-|–|till och med|till|t\\.? ?o\\.? ?m\\.?) ?(?<last>${month})(?: (?:år )?(?<year>(?:19|20)\\d\\d))?(?![\\p{L}\\d])`,
    `(?<![\\p{L}\\d])(?<same>samma (?:period|månader|tid)(?: (?:år )?(?<sameYear>(?:19|20)\\d\\d)| (?<sameBefore>året före|året innan|föregående år|förra året|i fjol))?)(?![\\p{L}\\d])`,
    `(?<![\\p{L}\\d])(?<before>året före|året innan|föregående år)(?![\\p{L}\\d])`,
    `(?<![\\p{L}\\d-])(?<lone>januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?![\\p{L}\\d]|,? (?:månad )?(?:19|20)\\d\\d)`
  ].join("|"),
  "giu"
)

/** The letters that every match of `spoken` has: most sentences need not be searched further. */
const monthsOrRelative = /jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|samma|året|föregående/iu

const none = { months: null, year: null, relative: null, date: null }
const monthNumber = (word: string): number => months.indexOf(word.slice(0, 3).toLowerCase()) + 1
const numberOf = (year: string | undefined): number | null => (year === undefined ? null : Number(year))

/** Returns the periods of a sentence and their places, in order, without overlap. */
export const periodsIn = (text: string): ReadonlyArray<Placed> => {
  const own = Array.from(monthsOrRelative.test(text) ? text.matchAll(spoken) : [], (found): Placed => {
    const { before, first, last, lone, sameBefore, sameYear, same, year } = found.groups ?? {}
    const words = found[0]
    const token: PeriodToken =
      first !== undefined && last !== undefined
        ? { ...none, kind: "period", words, months: [monthNumber(first), monthNumber(last)], year: numberOf(year) }
        : lone !== undefined
          ? { ...none, kind: "period", words, date: PlannedDate.unread(words) }
          : same !== undefined && sameBefore === undefined
            ? { ...none, kind: "period", words, relative: "same", year: numberOf(sameYear) }
            : { ...none, kind: "period", words: before ?? words, relative: "before" }
    return { at: found.index, length: words.length, token }
  })
  const found = expressionsIn(text)
  if (found.length === 0) return own
  const dates = found
    .flatMap((each) => each.dates)
    .flatMap(({ at, words }) =>
      own.some((each) => at < each.at + each.length && each.at < at + words.length) ? [] : dated(text, at, words)
    )
  return [...own, ...dates].sort((a, b) => a.at - b.at)
}

/** Words before a date that make it a beginning or an end, and not the period of a figure. */
const notOf =
  /(?:sedan|efter|före|innan|senast|startade?|start|fr\.? ?o\.? ?m\.?|från och med|fram till|till och med) (?:den |år )?$/iu

const dated = (text: string, at: number, words: string): ReadonlyArray<Placed> => {
  const after = text.slice(at + words.length, at + words.length + 12)
  // Four digits with a unit are a number, whatever year they look like.
  if (/^\d{4}$/u.test(words) && /^ ?(?:%|procent|stycken|st|m?kr|tkr|kronor)(?![\p{L}\d])/u.test(after)) return []
  const date = readWords(words).date
  const place = { at, length: words.length }
  const unusable =
    date.edtf === null || /^\d\d-\d\d(?:-\d\d)?$/u.test(words) || notOf.test(text.slice(Math.max(0, at - 20), at))
  if (unusable) return [{ ...place, token: { ...none, kind: "period", words: "", date: null } }]
  const found = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/u.exec(date.edtf ?? "")
  if (found === null) return [{ ...place, token: { ...none, kind: "period", words, date } }]
  const [, year, only] = found
  const span = only === undefined ? null : ([Number(only), Number(only)] as const)
  return [{ ...place, token: { ...none, kind: "period", words, year: Number(year), months: span } }]
}

/** Whether a token is a date that cannot be the period of a figure. */
export const saysNothing = ({ date, months, relative, year }: PeriodToken): boolean =>
  date === null && months === null && relative === null && year === null

const pad = (month: number): string => String(month).padStart(2, "0")

/** Returns the months of a year, or the whole year, as a date with these words. */
export const periodOf = (words: string, year: number, months: readonly [number, number] | null): PlannedDate => {
  const [first, last] = months ?? [1, 12]
  if (first > last) return PlannedDate.unread(words)
  const edtf =
    months === null
      ? `${year}`
      : first === last
        ? `${year}-${pad(first)}`
        : `${year}-${pad(first)}/${year}-${pad(last)}`
  return {
    words,
    edtf,
    earliest: Day.of(year, first, 1),
    latest: Day.of(year, last, Day.lengthOfMonth(year, last))
  }
}
