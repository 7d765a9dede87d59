/**
 * A convention by which people write a date, and how conventions write years: of four digits, or of two.
 */
import { type MeaningOrOddity, withOddity } from "./DateMeaning.ts"
import type { DayOrder } from "./DayOrder.ts"
import { lastShortYear } from "./NumericDays.ts"

/** Returns the meaning of the groups of a pattern. */
export type Read = (groups: ReadonlyArray<string>, order: DayOrder | null) => MeaningOrOddity
/** A pattern in the alphabet of the grammar, and its meaning; `whole` for one that is a date only where nothing else is. */
export type Convention = readonly [words: string, read: Read, where?: "whole"]

/** A year of four digits. Other numbers of four digits are none: 1177 is a telephone number for health care. */
export const year = "((?:19|20)\\d\\d)"
/** Words between a period and its year that mean nothing. */
export const links = "(?:<(?:of|year)> ?){0,3}"
/** The separator between a period and its year: `juni 2024`, `juni, 2024`, `kvartal 2 år 2024`, `Q2/2024`. */
const joint = `(?:[,:]? ${links}|,| ?[-/] ?)`
/** A year of four digits after its separator. */
export const withYear = `${joint}${year}`
/** A year of two digits with its mark: `-24`, `'24`. */
export const short = " ?[-–'](\\d\\d)"
/** A year of four digits or two after its separator. */
export const withShort = `(?:${joint}${year}|${short})`
/** An unmarked year of two digits, in a cell that holds nothing else: `Q2 24`. */
export const unmarked = "[ /]{0,2}([2-5]\\d)"
/** The separator between the ends of a span. */
export const to = " ?(?:--?|[–—]|<to>) ?"

/** Reads in a year of four digits, or of two, which is an oddity. */
export const inYear = (y: string, read: (y: number) => MeaningOrOddity): MeaningOrOddity =>
  y.length === 4
    ? read(Number(y))
    : Number(y) <= lastShortYear
      ? withOddity(read(2000 + Number(y)), "DateTwoDigitYear")
      : "DateAmbiguous"
