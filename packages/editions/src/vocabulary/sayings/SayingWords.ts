/**
 * What texts say of time, of other rows and of what is not there, in one language. Patterns match whole words, whatever
 * their case.
 */
import type { WordPattern } from "../WordPattern.ts"

/** The sayings of a language. */
export interface SayingWords {
  /** Months and seasons, and the words before or after one that make it a time: `per september`, `december månad`. */
  readonly periods: ReadonlyArray<WordPattern>
  readonly beforePeriod: ReadonlyArray<WordPattern>
  readonly afterPeriod: ReadonlyArray<WordPattern>
  /** Words of a sentence in which a month needs no year: it comes back, or its year is said otherwise. */
  readonly yearSaid: ReadonlyArray<WordPattern>
  /** Words that plan a beginning, and words of the same sentence that say what became of it. */
  readonly plansToStart: ReadonlyArray<WordPattern>
  readonly startedOrNot: ReadonlyArray<WordPattern>
  /** Words that say that a row waits for something, and words of the same sentence that say that people do. */
  readonly waits: ReadonlyArray<WordPattern>
  readonly waitsNot: ReadonlyArray<WordPattern>
  /** Words that tie a row to what they name. They say so only where that is another row. */
  readonly tied: ReadonlyArray<WordPattern>
  /** Words that refer to a table in the same cell. */
  readonly tableBelow: ReadonlyArray<WordPattern>
  /** Words of a title before the name of what its dates are counted from. */
  readonly countsFrom: ReadonlyArray<WordPattern>
  /** Words of a document's text before its number and before its author. */
  readonly beforeNumber: ReadonlyArray<WordPattern>
  readonly beforeAuthor: ReadonlyArray<WordPattern>
}
