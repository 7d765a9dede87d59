/**
 * Words days and dates in a sentence: by their reading if it has a plain name, otherwise in the words of the document.
 */
import { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { excerpt, type Spoken } from "./Spoken.ts"
import { swedishTime } from "./SwedishTime.ts"

/** Returns `17 juni 2024`. */
export const dayWords = (day: Day, { text }: Spoken): string =>
  `${Number(day.slice(8))} ${text.report.months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`

/** Returns an instant to the minute, in Swedish time or in UTC: `17 juni 2024 kl. 14.00 svensk tid`. */
export const clockWords = (iso: string, spoken: Spoken): string => {
  const instant = Date.parse(iso)
  if (Number.isNaN(instant)) return iso
  const { day, time } =
    spoken.language === "sv" ? swedishTime(instant) : { day: Day.fromInstant(instant), time: iso.slice(11, 16) }
  return spoken.text.report.about.instant(dayWords(day, spoken), time)
}

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
  return report.quoted(excerpt(onOneLine(date.words), 90))
}

/** Returns whether a date has a plain name, so that its words are not quoted. */
export const hasPlainName = (date: PlannedDate, spoken: Spoken): boolean => {
  const { quoted } = spoken.text.report
  return !spokenDate(date, spoken).startsWith(quoted("").slice(0, 1))
}

/** Returns words on one line, with a semicolon where a line ended. */
export const onOneLine = (words: string): string =>
  words.trim().replace(/\s+/gu, (space) => (space.includes("\n") ? "; " : space))

/** Returns a date in a sentence; a vague one with the last day that it can mean: `hösten 2024 (räknat till 30 november)`. */
export const countedDate = (date: PlannedDate | null, spoken: Spoken): string => {
  const words = spokenDate(date, spoken)
  if (date === null || date.latest === null || !PlannedDate.isVague(date)) return words
  return spoken.text.report.countedTo(words, dayWords(date.latest, spoken))
}
