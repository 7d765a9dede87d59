/**
 * The date that was understood in the words of a cell that is not read. The log keeps the words alone.
 */
import { readDate } from "@frist/domain/dates/DateReading"

/** Returns the one date in words that a finding calls text, or null. */
export const understoodDate = (code: string, words: string): string | null =>
  code === "DateIsProse" ? readDate(words).understood : null
