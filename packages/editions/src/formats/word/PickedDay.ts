/**
 * The day that a date picker holds beside the words that it shows.
 */
import type { Day } from "@frist/domain/Day"
import { readDate } from "@frist/domain/dates/DateReading"

/** Longest words that a picker shows. */
const maxShown = 60

/**
 * Returns the day, if the words can show it: each number in them is its year, month or day, and they read as no other
 * date. Words typed over a picker are what a reader sees, so they win.
 */
export const pickedDay = (day: Day | null, words: string): Day | null => {
  if (day === null || words.length > maxShown) return null
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number)
  const numbers = (words.match(/\d+/gu) ?? []).map(Number)
  const isShown = numbers.length > 0 && numbers.every((each) => [year, year % 100, month, date].includes(each))
  if (!isShown) return null
  const { edtf } = readDate(words).date
  return edtf === null || day.startsWith(edtf) ? day : null
}
