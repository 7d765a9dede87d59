/**
 * What the words of a cell show of the day that its file holds for it: the one comparison for every format.
 */
import type { Day } from "@frist/domain/Day"

/** The longest words that may show a day. */
export const longestShown = 60

/** A time of day beside a date: `00:00:00`, `5:00 PM`. */
const time = /\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[AP]M)?$/iu

/**
 * Returns `day` for words that show the year and the day of a date, and no other number than its month; `part` for words
 * that show less of it; `other` for words with a number that is not of the date, and for long words.
 */
export const dayShownIn = (words: string, day: Day): "day" | "part" | "other" => {
  if (words.length > longestShown || /[\r\n;]/u.test(words)) return "other"
  const [year = "", month = "", date = ""] = day.split("-")
  const bare = words.trim()
  const numbers = (/^\S+\s.*:/u.test(bare) ? bare.replace(time, "") : bare).match(/\d+/gu) ?? []
  const isYear = (number: string) => number === year || number === year.slice(2)
  const isDate = (number: string) => Number(number) === Number(date)
  if (!numbers.every((number) => isYear(number) || isDate(number) || Number(number) === Number(month))) return "other"
  return numbers.some(isYear) && numbers.some(isDate) ? "day" : "part"
}
