/**
 * Words days and dates in a sentence: by their reading if it has a plain name, otherwise in the words of the document.
 */
import type { Day } from "@frist/domain/Day"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import { excerpt, type Spoken } from "./Spoken.ts"

/** Returns `17 juni 2024`. */
export const dayWords = (day: Day, { text }: Spoken): string =>
  `${Number(day.slice(8))} ${text.report.months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`

/** Returns `juni 2024`. */
export const monthWords = (day: Day, { text }: Spoken): string =>
  `${text.report.months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`

/** Returns `december 2021` for `2021-12-`, and quotes words that have no plain reading. */
export const spokenDate = (date: PlannedDate | null, spoken: Spoken): string => {
  if (date === null) return "–"
  const { report } = spoken.text
  const [, year = "", part, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(date.edtf ?? "") ?? []
  const code = Number(part)
  if (year !== "" && part === undefined) return year
  if (day !== undefined && date.earliest !== null) return dayWords(date.earliest, spoken)
  if (year !== "" && code >= 1 && code <= 12 && date.earliest !== null) return monthWords(date.earliest, spoken)
  if (year !== "" && code >= 21 && code <= 23) return `${report.seasons[code - 21]} ${year}`
  if (year !== "" && code >= 33 && code <= 36) return report.quarter(code - 32, year)
  return report.quoted(excerpt(date.words.replace(/\s*\n\s*/gu, "; "), 90))
}

/** Returns words on one line, with a semicolon where a line ended. */
export const onOneLine = (words: string): string => words.trim().replace(/\s*\n\s*/gu, "; ")
