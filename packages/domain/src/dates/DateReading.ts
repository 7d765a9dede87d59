/**
 * Reads a person's words for a date, in Swedish or English, and says what is odd about them. Repairs nothing: a day that
 * does not exist is not read.
 */
import type { Oddity, MeaningOrOddity } from "./DateMeaning.ts"
import { expressionsIn, longest } from "./Expressions.ts"
import { lacksYear, phrase } from "./DatePhrases.ts"
import { tidy } from "./TidyText.ts"
import type { DayOrder } from "./DayOrder.ts"
import { PlannedDate } from "../PlannedDate.ts"

export type { Oddity } from "./DateMeaning.ts"
export { expressionsIn } from "./Expressions.ts"
export { type DayOrder, dayOrderOf } from "./DayOrder.ts"

export interface DateReading {
  readonly date: PlannedDate
  readonly oddities: ReadonlyArray<Oddity>
  /** The part of unread words that is understood, if any; null for words that are read. */
  readonly understood: string | null
  /** The text around the date, when it was found in prose. */
  readonly prose: string
}

const settle = (words: string, outcome: MeaningOrOddity, prose: string): DateReading =>
  typeof outcome === "string"
    ? { date: PlannedDate.unread(words), oddities: [outcome], understood: null, prose }
    : {
        date: { words, edtf: outcome.edtf, earliest: outcome.earliest, latest: outcome.latest },
        oddities: [...(outcome.oddities ?? []), ...(prose === "" ? [] : ["DateInProse" as const])],
        understood: null,
        prose
      }

/**
 * Reads the words of one cell or argument. Never fails: the words are `date.words`. Prose with one date that has a year is
 * read as that date, with the oddity `DateInProse`; prose with no date, or several, is not read.
 */
export const readDate = (words: string, _order: DayOrder | null = null): DateReading => {
  const text = words.length > longest ? "" : tidy(words)
  const outcome = phrase(text)
  if (outcome !== undefined) return settle(words, outcome, "")
  if (lacksYear(text)) return settle(words, "DateWithoutYear", "")
  const [only, ...others] = expressionsIn(words)
  if (only === undefined) return settle(words, "DateIsProse", words)
  if (others.length > 0) return settle(words, "SeveralDates", words)
  return settle(words, only.outcome, `${words.slice(0, only.at)} ${words.slice(only.at + only.words.length)}`.trim())
}
