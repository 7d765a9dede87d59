/**
 * The day that a date picker holds beside the words that it shows.
 */
import type { Day } from "@frist/domain/Day"
import { readWords } from "../../reading/DateCells.ts"
import { dayShownIn } from "../../reading/ShownDay.ts"

/**
 * Returns the day, if the words can show it: each number in them is its year, month or day, and they read as no other
 * date. Words typed over a picker are what a reader sees, so they win.
 */
export const pickedDay = (day: Day | null, words: string): Day | null => {
  if (day === null || !/\d/u.test(words) || dayShownIn(words, day) === "other") return null
  const { edtf } = readWords(words).date
  return edtf === null || day.startsWith(edtf) ? day : null
}
