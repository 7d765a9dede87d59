/**
 * Days in figures alone, of which the order of the numbers must be known: `31/12/2024`, `12/31/2024`, `22-10-03`.
 */
import { Day } from "../Day.ts"
import { dayOf, type MeaningOrOddity, withOddity } from "./DateMeaning.ts"
import type { DayOrder } from "./DayOrder.ts"
import { firstLikelyYear, isLikelyYear } from "./LikelyYears.ts"

interface Way {
  readonly order: DayOrder
  readonly day: readonly [y: number, m: number, d: number]
}

const exists = ({ day: [y, m, d] }: Way): boolean => Day.exists(y, m, d)

const read = ({ day: [y, m, d] }: Way, short: boolean): MeaningOrOddity =>
  short ? withOddity(dayOf(y, m, d), "DateTwoDigitYear") : dayOf(y, m, d)

/** Returns the one day that the ways give; by the order of the column where they give several. */
const settle = (ways: ReadonlyArray<Way>, short: boolean, order: DayOrder | null): MeaningOrOddity => {
  const possible = ways.filter(exists)
  const days = new Set(possible.map(({ day }) => day.join()))
  const [only] = possible
  if (only === undefined) return "DateImpossible"
  if (days.size === 1) return read(only, short)
  const proven = possible.find((way) => way.order === order)
  return proven === undefined ? "DateAmbiguous" : withOddity(read(proven, short), "DateOrderFromColumn")
}

/** The last year of two digits that is of the 2000s for certain. */
export const lastShortYear = 59

/** Returns the day of `03/04/2024` or `03/04/24`, which may begin with its day, its month or, in two digits, its year. */
export const numericDay = (a: string, b: string, year: string, order: DayOrder | null): MeaningOrOddity => {
  const [first, second, last] = [Number(a), Number(b), Number(year)]
  const short = year.length === 2
  const y = short ? 2000 + last : last
  if (short && last > lastShortYear) return "DateAmbiguous"
  const ways: ReadonlyArray<Way> = [
    { order: "dayFirst", day: [y, second, first] },
    { order: "monthFirst", day: [y, first, second] },
    ...(short && a.length === 2 ? [{ order: "yearFirst", day: [2000 + first, second, last] } as const] : [])
  ]
  const [only, ...others] = ways.filter(exists)
  // `30/02/24` may be a day that never was: that only one order gives a day does not prove that its year is first.
  return only?.order === "yearFirst" && others.length === 0 && (order !== "yearFirst" || first > lastShortYear)
    ? "DateAmbiguous"
    : settle(ways, short, order)
}

/** Returns the day of `31.12.24`: the day is first, save where only its beginning is a likely year, as in `24.01.02`. */
export const dottedDay = (a: string, b: string, c: string): MeaningOrOddity => {
  const [first, second, last] = [Number(a), Number(b), Number(c)]
  if (last > lastShortYear) return "DateAmbiguous"
  const mayBeYear =
    a.length === 2 && last < firstLikelyYear && first >= firstLikelyYear && Day.exists(2000 + first, second, last)
  return mayBeYear ? "DateAmbiguous" : read({ order: "dayFirst", day: [2000 + last, second, first] }, true)
}

/** The first year of two digits at which `30-06-24` is taken to begin with its day. */
const firstYearLast = 20

/**
 * Returns the day of `22-10-03`, which begins with its year; where the last number may be the year, as in `30-06-24` and
 * `24-06-25`, only the order of the column decides.
 */
export const yearFirst = (a: string, b: string, c: string, order: DayOrder | null): MeaningOrOddity => {
  const [first, second, last] = [Number(a), Number(b), Number(c)]
  const way: Way = { order: "yearFirst", day: [2000 + first, second, last] }
  if (first > lastShortYear) return "DateAmbiguous"
  // `23-02-29` is a day that never was, and not the 23rd of February 2029.
  if (!exists(way) && (order === null || order === "yearFirst")) return "DateImpossible"
  // `31-04-24` may be a day that never was in a year at the end, and not the 24th of April 2031.
  if (order === null && first <= 31 && isLikelyYear(last)) return "DateAmbiguous"
  // Days in another notation, such as `31/12/2024`, prove nothing about these.
  const proof = exists(way) && isLikelyYear(first) && order !== "yearFirst" ? null : order
  return last < firstYearLast || (exists(way) && isLikelyYear(first) && !isLikelyYear(last))
    ? read(way, true)
    : settle(
        [
          way,
          { order: "dayFirst", day: [2000 + last, second, first] },
          { order: "monthFirst", day: [2000 + last, first, second] }
        ],
        true,
        proof
      )
}
