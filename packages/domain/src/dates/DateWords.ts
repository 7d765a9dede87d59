/**
 * The words by which one language names dates, as data. The grammar is the same in every language: it knows the kinds of
 * words, not the words.
 */

/** A kind of word. */
export type WordKind =
  | MonthKind
  | WeekdayKind
  /** The unit of a period: year, half, quarter, third of a year, week, month. `H` and `T` are a half and a third as letters. */
  | "year"
  | "half"
  | "quarter"
  | "third"
  | "H"
  | "T"
  | "week"
  | "month"
  /** A length of time, which makes another date beside one: `två veckor före`. */
  | "length"
  /** An ordinal number; `9th` is the last. */
  | "1st"
  | "2nd"
  | "3rd"
  | "4th"
  | "9th"
  /** What makes an ordinal of the figures right before it: `1:a`, `3rd`. */
  | "ending"
  | "spring"
  | "summer"
  | "autumn"
  | "late-autumn"
  | "winter"
  | "spring-term"
  | "autumn-term"
  | "turn-of-year"
  | "turn-of-half-year"
  /** A part of a period. */
  | "early"
  | "middle"
  | "late"
  /** A time of the year that is not read, nor is its year: `påsk`. */
  | "feast"
  /** Words before a date. `by` changes nothing, since a deadline means by its last day. */
  | "before"
  | "after"
  | "from"
  | "not-before"
  | "about"
  | "by"
  | "between"
  /** Words between two dates. */
  | "to"
  | "and"
  | "or"
  /** Words after a date. `earlier` changes nothing, as `by`. */
  | "later"
  | "earlier"
  | "afterwards"
  /** A word that only joins others: `av`, `den`. */
  | "of"
  /** Words that may accompany a date and change nothing: `beräknas klart`. The list is closed. */
  | "beside"
  /** Words of a time of day: those before it, and its halves. */
  | "clock"
  | "am"
  | "pm"
  | "UTC"
  /** A whole cell that states an open interval, or that there is no date. */
  | "open"
  | "no-date"

type Twelve = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12
type MonthKind = `m${Twelve}`
type WeekdayKind = `d${1 | 2 | 3 | 4 | 5 | 6 | 7}`

/**
 * The words of a language by kind, in lower case. A full stop after a word or a letter is understood; one that is
 * written at the end must be there. A word of more than one kind is read only where all its readings agree.
 */
export type DateWords = { readonly [Kind in WordKind]?: ReadonlyArray<string> }
