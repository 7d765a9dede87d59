/**
 * The rule for a date that a person or a program gives by hand: words that cannot be read whole are an error, unless the
 * giver says that they are to stay unread.
 */
import * as Result from "effect/Result"
import type { Command } from "../Command.ts"
import { type Fact } from "../Event.ts"
import { PlannedDate } from "../PlannedDate.ts"
import type { Status } from "../Status.ts"
import { type Oddity, readDate } from "./DateReading.ts"

/** The reasons why words cannot be read as a date, each with its sentence. */
export const dateSentences = {
  notADate: (words: string): string =>
    `“${words}” cannot be read as a date; write, for example, 2024-06-17, 2024-06, autumn 2024 or until further notice.`,
  notAllADate: (words: string, understood: string): string =>
    `Of “${words}” only “${understood}” can be read as a date, and a date read in part is not kept; write the date alone.`,
  oddDate: {
    DateAmbiguous: (words: string): string =>
      `“${words}” can be read in two ways; write year, month and day, for example 2024-06-17.`,
    DateImpossible: (words: string): string => `“${words}” is not in the calendar; write a date that exists.`,
    DateWithoutYear: (words: string): string => `“${words}” has no year; write the year too.`,
    SeveralDates: (words: string): string => `“${words}” holds several dates; write only one.`
  }
}

/** Sentences about dates in a language. */
type DateSentences = typeof dateSentences

const isOdd = (oddity: Oddity): oddity is Oddity & keyof DateSentences["oddDate"] =>
  Object.hasOwn(dateSentences.oddDate, oddity)

/** Reads a date in words that can be read whole; fails with the sentence for others: no part of them is kept. */
export const givenDate = (
  words: string,
  sentences: DateSentences = dateSentences
): Result.Result<PlannedDate, string> => {
  const { date, oddities, understood } = readDate(words)
  if (date.edtf !== null) return Result.succeed(date)
  if (understood !== null) return Result.fail(sentences.notAllADate(words, understood))
  const odd = oddities.find(isOdd)
  return Result.fail(odd === undefined ? sentences.notADate(words) : sentences.oddDate[odd](words))
}

type Given = Command | Fact | Status

/** Returns the dates that a command gives. The earlier date of a replaced fact is not given but repeated. */
export const datesGiven = (given: Given): ReadonlyArray<PlannedDate> => {
  switch (given._tag) {
    case "Correct":
      return given.replacement === null ? [] : datesGiven(given.replacement)
    case "RegisterActivity":
    case "ActivityRegistered":
      return some(given.deadline)
    case "RecordMeasurement":
    case "MeasurementRecorded":
      return some(given.period)
    case "MoveDeadline":
    case "ApproveBaseline":
    case "RequestExtension":
    case "DecideExtension":
    case "DeadlineMoved":
    case "BaselineApproved":
    case "ExtensionRequested":
    case "ExtensionDecided":
      return some(given.to)
    case "ChangeStatus":
    case "StatusChanged":
      return datesGiven(given.to)
    case "Completed":
      return some(given.on)
    default:
      return []
  }
}

const some = (date: PlannedDate | null): ReadonlyArray<PlannedDate> => (date === null ? [] : [date])

/** Returns the sentence about the first date that is unread and not said to be; `undefined` where there is none. */
export const unreadFault = (dates: ReadonlyArray<PlannedDate>): string | undefined => {
  for (const date of dates) {
    // Words may stay unread, but no words are no date.
    if (date.edtf !== null || (PlannedDate.isMeantUnread(date) && date.words.trim() !== "")) continue
    const read = givenDate(date.words)
    return Result.isFailure(read) ? read.failure : dateSentences.notADate(date.words)
  }
  return undefined
}
