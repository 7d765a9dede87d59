/**
 * The date beside *done*. It is the day of completion only if the words are a date and nothing else: `klart senast
 * 2024-06-30` and `done by May` are plans.
 */
import type { DateReading, DayOrder, Oddity } from "@frist/domain/dates/DateReading"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { readWords } from "../DateCells.ts"
import { phraseKey } from "./StatusText.ts"
import { phrasesOf } from "./StatusPhrases.ts"

/** The longest date beside *done*. */
const longestDate = 60

/** Two numbers, of which the second may be all and the first a part of it: `2/7`. */
const share = /^\d{1,2} ?[/.-] ?\d{1,2}\.?$/u

/**
 * Returns the day of completion that all of the words give beside `done`, the words that say so; `null` if they are no
 * such date.
 */
export const doneDate = (words: string, vocabulary: Vocabulary, done = ""): DateReading | null => {
  const { beforeDate, ofNow, yearFirst } = phrasesOf(vocabulary)
  const phrase = phraseKey(done)
  if (phrase.split(" ").some((word) => ofNow.has(word))) return null
  const order = yearFirst.has(phrase) ? "yearFirst" : null
  const tokens = words.split(" ")
  const opening = [2, 1].find((count) => beforeDate.has(phraseKey(tokens.slice(0, count).join(" ")))) ?? 0
  return plainDate(tokens.slice(opening).join(" "), order)
}

/** Reads a date without words that leave it the same: after these it is a limit, and not the day itself. */
const plainDate = (words: string, order: DayOrder | null): DateReading | null => {
  if (words.length < 2 || words.length > longestDate || share.test(words)) return null
  const reading = readWords(words, order)
  if (!isWhole(reading)) return null
  const { earliest, edtf, latest } = reading.date
  const tokens = words.split(" ")
  if (edtf !== null && (earliest === null || latest === null)) return null
  const isSame = (some: ReadonlyArray<string>): boolean => {
    const other = readWords(some.join(" "), order)
    return other.date.edtf === edtf && (edtf !== null || other.oddities[0] === reading.oddities[0])
  }
  const isLimit = tokens.some((_, at) => at > 0 && (isSame(tokens.slice(at)) || isSame(tokens.slice(0, at))))
  // The words beside it prove the order, and no column.
  return isLimit ? null : { ...reading, oddities: reading.oddities.filter((each) => each !== "DateOrderFromColumn") }
}

/** Without a year, `klart i maj` may be a plan; about a date, it is no day that has come. */
const notWhole: ReadonlySet<Oddity> = new Set(["DateApproximate", "DateIsProse", "DateWithoutYear", "SeveralDates"])

/** A day, a month and a year, which may be a day that never was: `2021-02-29`. */
const fullDay = /^\d+[-/. ]+(?:\d+|\p{L}+)[-/., ]+\d+\.?$/u

const isWhole = ({ date, oddities, whole }: DateReading): boolean =>
  whole && !oddities.some((each) => notWhole.has(each)) && (date.edtf !== null || fullDay.test(date.words))
