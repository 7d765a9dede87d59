/**
 * Letters that stand for periods and times in every language.
 */
import type { DateWords } from "../DateWords.ts"

export const international: DateWords = {
  H: ["h"],
  quarter: ["q"],
  week: ["w"],
  "2nd": ["ii"],
  "3rd": ["iii"],
  "4th": ["iv"],
  and: ["&", "+"],
  UTC: ["z", "utc"]
}
