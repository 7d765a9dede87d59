/**
 * How a person's words for a date are read, in Swedish and English, and what is odd about them.
 * Nothing is repaired, and a day that never was stays words.
 */
import type { Oddity, Outcome } from "./Bounds.ts"
import { expressionsIn, longest } from "./Expressions.ts"
import { lacksYear, phrase } from "./Phrases.ts"
import { tidy } from "./TidyText.ts"
import { PlannedDate } from "../PlannedDate.ts"

export type { Oddity } from "./Bounds.ts"
export { expressionsIn } from "./Expressions.ts"

export interface Reading {
  readonly date: PlannedDate
  readonly oddities: ReadonlyArray<Oddity>
  /** What stood beside the date, when it was found in prose. */
  readonly prose: string
}

const settle = (words: string, outcome: Outcome, prose: string): Reading =>
  typeof outcome === "string"
    ? { date: PlannedDate.unread(words), oddities: [outcome], prose }
    : {
        date: { words, edtf: outcome.edtf, earliest: outcome.earliest, latest: outcome.latest },
        oddities: [...(outcome.oddities ?? []), ...(prose === "" ? [] : ["DateInProse" as const])],
        prose
      }

/**
 * Reads the words of one cell or argument. Total: whatever stands there comes back as `date.words`.
 * Prose that holds just one date with a year is read as that date, and says so; prose that holds none, or several, is not read.
 */
export const read = (words: string): Reading => {
  const text = words.length > longest ? "" : tidy(words)
  const outcome = phrase(text)
  if (outcome !== undefined) return settle(words, outcome, "")
  if (lacksYear(text)) return settle(words, "DateWithoutYear", "")
  const [only, ...others] = expressionsIn(words)
  if (only === undefined) return settle(words, "DateIsProse", words)
  if (others.length > 0) return settle(words, "SeveralDates", words)
  return settle(words, only.outcome, `${words.slice(0, only.at)} ${words.slice(only.at + only.words.length)}`.trim())
}
