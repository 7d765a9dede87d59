/**
 * Reads a person's words for a date and says what is odd about them. The words are read whole or not at all. Repairs
 * nothing: a day that does not exist is not read.
 */
import { Day } from "../Day.ts"
import { PlannedDate } from "../PlannedDate.ts"
import { type DateMeaning, type MeaningOrOddity, type Oddity, setOf } from "./DateMeaning.ts"
import type { DayOrder } from "./DayOrder.ts"
import { expressionsIn } from "./Expressions.ts"
import { meaningOf } from "./WholeWords.ts"

export type { Oddity } from "./DateMeaning.ts"
export { expressionsIn } from "./Expressions.ts"
export { type DayOrder, dayOrderOf } from "./DayOrder.ts"
export { saysNoDate, wordsBeside } from "./Standing.ts"

export interface DateReading {
  readonly date: PlannedDate
  readonly oddities: ReadonlyArray<Oddity>
  /** Whether all of the words are a date, though it may be one that cannot be read, such as `30 juni` or `2021-02-29`. */
  readonly whole: boolean
  /** The one date within words that are not read, if there is one; null for words that are read. */
  readonly understood: string | null
}

const unread = (words: string, oddity: Oddity, understood: string | null = null): DateReading => ({
  date: { words, edtf: null, earliest: null, latest: null },
  oddities: [oddity],
  whole: false,
  understood
})

const whole = (words: string, outcome: MeaningOrOddity): DateReading =>
  typeof outcome === "string"
    ? { ...unread(words, outcome), whole: true }
    : {
        date: { words, edtf: outcome.edtf, earliest: outcome.earliest, latest: outcome.latest },
        oddities: outcome.oddities ?? [],
        whole: true,
        understood: null
      }

/**
 * Reads the words of one cell or argument. Never fails: the words are `date.words`. Words that are not understood to the
 * end are not read, and `understood` is the date among them. `order` is the order of day and month that other cells of the
 * column prove; it is used only where the words alone can be read in two ways.
 */
export const readDate = (words: string, order: DayOrder | null = null): DateReading => {
  const day = Day.parse(words)
  if (day !== undefined) return { date: PlannedDate.exact(day), oddities: [], whole: true, understood: null }
  const outcome = meaningOf(words, order)
  if (outcome !== undefined) return whole(words, outcome)
  const [only, ...others] = expressionsIn(words, 2)
  if (only === undefined) return unread(words, "DateIsProse")
  if (others.length > 0) return unread(words, "SeveralDates")
  return typeof only.outcome === "string" ? unread(words, only.outcome) : unread(words, "DateIsProse", only.words)
}

/** Returns the set of several dates as EDTF, from the first day of any to the last; null if one is unread or open. */
export const setOfDates = (dates: ReadonlyArray<PlannedDate>): DateMeaning | null => {
  const read = dates.flatMap(({ earliest, edtf, latest }) => (edtf === null ? [] : [{ earliest, edtf, latest }]))
  return read.length < dates.length ? null : (setOf(read) ?? null)
}
