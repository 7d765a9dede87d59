/**
 * Abbreviations of periods and times that every language uses.
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
