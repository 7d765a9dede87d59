/**
 * The order of day and month in dates such as `03/04/2024`, proven by other cells of the same column.
 */
import { Day } from "../Day.ts"

/** Which of the first two numbers of `03/04/2024` is the day. */
export type DayOrder = "dayFirst" | "monthFirst"

const numeric = /(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/-])/gu
/** The longest text that is searched for proof. */
const longest = 200

/** Returns the order that one date proves, or null if it can be read in both orders or in none. */
const proofOf = (a: number, b: number, year: string): DayOrder | null => {
  const y = year.length === 2 ? 2000 + Number(year) : Number(year)
  const [dayFirst, monthFirst] = [Day.exists(y, b, a), Day.exists(y, a, b)]
  if (dayFirst === monthFirst) return null
  // `24/06/30` may begin with its year.
  if (dayFirst && year.length === 2 && Day.exists(2000 + a, b, Number(year))) return null
  return dayFirst ? "dayFirst" : "monthFirst"
}

/** Returns the order that the cells of one column prove; null without proof, or where they contradict each other. */
export const dayOrderOf = (cells: Iterable<string>): DayOrder | null => {
  let proven: DayOrder | null = null
  for (const cell of cells) {
    if (cell.length > longest) continue
    for (const [, a, , b, year] of cell.matchAll(numeric)) {
      const proof = proofOf(Number(a), Number(b), year ?? "")
      if (proof === null) continue
      if (proven !== null && proven !== proof) return null
      proven = proof
    }
  }
  return proven
}
