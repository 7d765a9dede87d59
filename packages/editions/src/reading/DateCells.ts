/**
 * Reads one date cell: its words, the day that the file itself holds, and the order of day and month that its column
 * proves.
 */
import type { Day } from "@frist/domain/Day"
import { type DateReading, type DayOrder, readDate, saysNoDate } from "@frist/domain/dates/DateReading"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { FindingCode } from "../Irregularity.ts"
import { filledWords } from "../Edition.ts"
import { anyOf, oncePer } from "../vocabulary/Patterns.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { longestShown, dayShownIn } from "./ShownDay.ts"
import { isOfSmallNumber } from "./SmallNumberDays.ts"

const noDateIn = oncePer(
  // A ditto mark is not one of these: it repeats the row above.
  ({ rows }: Vocabulary) => new RegExp(`^(?:[-–—.\\s]+|${anyOf(rows.noDate)})$`, "iu")
)

/** Whether a date cell says that there is no date: a dash, `ej satt`, `TBC`. */
export const hasNoDate = (cell: string, vocabulary: Vocabulary): boolean =>
  noDateIn(vocabulary).test(cell.trim()) || saysNoDate(cell)

/** Returns the words of a date cell; null if it is empty, or says that there is no date. */
export const filledDate = (cell: string | null, vocabulary: Vocabulary): string | null =>
  cell === null || hasNoDate(cell, vocabulary) ? null : filledWords(cell)

/** What helps to read the words of a date cell. */
export interface DateEvidence {
  readonly day?: Day | undefined
  readonly order?: DayOrder | null | undefined
}

/** A date as read, with the oddities of its words. */
interface ReadDateCell {
  readonly date: PlannedDate
  readonly codes: ReadonlyArray<FindingCode>
  readonly reading: DateReading
}

/**
 * Two years as people write them: a school year or a year of accounts. EDTF has these as a season or as an interval, and
 * this program writes them so, but no document does.
 */
const twoYears = /^\s*(\d{4})(?:-(\d\d)|\/\d{4})\s*$/u

const isTwoYears = (words: string): boolean => {
  const found = twoYears.exec(words.slice(0, longestShown))
  return found !== null && (found[2] === undefined || Number(found[2]) === (Number(found[1]) + 1) % 100)
}

/** Reads words of a document as a date. Of what is EDTF, `2023-24` and `2024/2025` mean something else there. */
export const readWords = (words: string, order: DayOrder | null = null): DateReading =>
  isTwoYears(words)
    ? { date: PlannedDate.unread(words), oddities: ["DateAmbiguous"], whole: true, understood: null }
    : readDate(words, order)

/**
 * Reads the words of a date cell. The day that the file holds decides what the words leave open, unless the order that
 * the column proves makes another day of them: a program that expects the month first took 7/10 for July.
 */
export const readDateCell = (words: string, { day, order = null }: DateEvidence = {}): ReadDateCell => {
  const reading = readWords(words, day === undefined ? order : null)
  const { date, oddities } = reading
  if (isOfSmallNumber(day ?? date.earliest)) {
    return { date: PlannedDate.unread(words), codes: ["DayOfSmallNumber"], reading }
  }
  if (day === undefined) return { date, codes: oddities, reading }
  if (isAnotherDay(words, day, order)) return { date, codes: ["DayAgainstColumn"], reading }
  if (date.edtf === null) {
    if (dayShownIn(words, day) === "day")
      return { date: { words, edtf: day, earliest: day, latest: day }, codes: [], reading }
    return { date, codes: isYearless(words, day) ? oddities : [...oddities, "DayAgainstWords"], reading }
  }
  const isWithin = (date.earliest === null || date.earliest <= day) && (date.latest === null || day <= date.latest)
  if (!isWithin) return { date, codes: [...oddities, "DayAgainstWords"], reading }
  const isThatDay = PlannedDate.isExact(date)
  return { date, codes: isThatDay ? oddities.filter((code) => code !== "DateTwoDigitYear") : oddities, reading }
}

/** Whether words whose order is in doubt are another day than the file holds, in the order that the column proves. */
const isAnotherDay = (words: string, day: Day, order: DayOrder | null): boolean => {
  if (order === null || readWords(words).date.edtf !== null) return false
  const { edtf, earliest } = readWords(words, order).date
  return edtf !== null && earliest !== day
}

/** Whether words show a day without its year, as the format of the cell says: nothing in them is against the day. */
const isYearless = (words: string, day: Day): boolean =>
  words.length <= longestShown && readDate(`${words.trim()} ${day.slice(0, 4)}`).date.edtf === day
