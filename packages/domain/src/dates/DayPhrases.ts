/**
 * Reads the additions to a single day: its weekday, which must be right, and a time of day, which is ignored.
 */
import { Day } from "../Day.ts"
import type { MeaningOrOddity } from "./DateMeaning.ts"

type Inner = (rest: string) => MeaningOrOddity | undefined

const time =
  /^(?<day>.*\d)(?:(?:<T>|,? (?:<clock> ?)?)(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d{1,9})?)?(?: ?<(?<half>am|pm)>)?(?<zone> ?<UTC>| ?(?:<and>|-)\d\d:?\d\d)?|,? <clock> ?(?<at>\d{1,2})(?:\.(?<past>\d\d))?)$/u
const weekdayBefore = /^<d([1-7])>,? (?:<of> )?/u
const weekdayAfter = /,? \(?<d([1-7])>\)?$/u

const isDay = (outcome: MeaningOrOddity): boolean =>
  typeof outcome === "string" || (outcome.earliest !== null && outcome.edtf === outcome.earliest)

/**
 * Returns the day of a day with a time of day. With a time zone, only midnight is that day in every place near by: other
 * times are not read.
 */
export const ofTime = (text: string, inner: Inner): MeaningOrOddity | undefined => {
  const { at, day = "", half, hour = at, minute = "0", past, second = "0", zone } = time.exec(text)?.groups ?? {}
  if (hour === undefined) return undefined
  const [hours, minutes] = [Number(hour), Number(past ?? minute)]
  const exists = (half === undefined ? hours < 24 : hours >= 1 && hours <= 12) && minutes < 60 && Number(second) < 60
  if (!exists || (zone !== undefined && hours + minutes + Number(second) > 0)) return undefined
  const outcome = inner(day)
  return outcome !== undefined && isDay(outcome) ? outcome : undefined
}

/** Returns the day of a day with its weekday; a weekday that the day is not makes the day impossible. */
export const ofWeekday = (text: string, inner: Inner): MeaningOrOddity | undefined => {
  for (const pattern of [weekdayBefore, weekdayAfter]) {
    const weekday = pattern.exec(text)?.[1]
    if (weekday === undefined) continue
    const outcome = inner(text.replace(pattern, ""))
    if (outcome === undefined || !isDay(outcome)) return undefined
    if (typeof outcome === "string" || outcome.earliest === null) return outcome
    // The day 0 is a Thursday.
    return (Day.toNumber(outcome.earliest) + 3 + 7 * 1_000_000) % 7 === Number(weekday) - 1 ? outcome : "DateImpossible"
  }
  return undefined
}
