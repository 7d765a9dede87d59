/**
 * The order of day and month in dates such as `03/04/2024`, proven by other cells of the same column.
 */
import { Day } from "../Day.ts"
import { isLikelyYear } from "./LikelyYears.ts"

/** Which of the first two numbers of `03/04/2024` is the day, or that `24-06-25` begins with its year. */
export type DayOrder = "dayFirst" | "monthFirst" | "yearFirst"

const numeric = /(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/-])/gu
/** The longest text that is searched for proof. */
const longest = 200
/** The most years that the dates of one column lie apart. */
const mostYears = 20

/** Returns the order that a day in figures proves, or null if it can be read in both orders or in none. */
const proofOf = (a: number, b: number, y: number): DayOrder | null => {
  const [dayFirst, monthFirst] = [Day.exists(y, b, a), Day.exists(y, a, b)]
  return dayFirst === monthFirst ? null : dayFirst ? "dayFirst" : "monthFirst"
}

/** What the days with years of two digits say, which may begin with their year, as `24/06/30`. */
interface Short {
  readonly orders: Set<DayOrder>
  first: number
  last: number
  /** Whether one of them cannot begin with its year. */
  endWithYear: boolean
}

/**
 * Returns the order that the cells of one column prove; null without proof, or where they contradict each other. Days that
 * may begin with a year of two digits prove it only where another cannot, or where these years lie too far apart.
 */
export const dayOrderOf = (cells: Iterable<string>): DayOrder | null => {
  const proven = new Set<DayOrder>()
  const short: Short = { orders: new Set(), first: Infinity, last: -Infinity, endWithYear: false }
  for (const cell of cells) {
    if (cell.length > longest) continue
    for (const [, one, sign, two, year = ""] of cell.matchAll(numeric)) {
      const [a, b, y] = [Number(one), Number(two), Number(year)]
      const proof = proofOf(a, b, year.length === 2 ? 2000 + y : y)
      if (year.length === 4) {
        if (proof !== null) proven.add(proof)
        continue
      }
      // `22-10-03`: of its ends only the first is a year that plans are made for.
      if (sign === "-" && isLikelyYear(a) && !isLikelyYear(y) && Day.exists(2000 + a, b, y)) proven.add("yearFirst")
      if (proof !== null) short.orders.add(proof)
      if (Day.exists(2000 + a, b, y)) [short.first, short.last] = [Math.min(short.first, a), Math.max(short.last, a)]
      else short.endWithYear ||= proof !== null
    }
  }
  if (short.endWithYear || short.last - short.first > mostYears) for (const order of short.orders) proven.add(order)
  return proven.size === 1 ? ([...proven][0] ?? null) : null
}
