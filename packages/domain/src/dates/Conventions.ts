/**
 * The table of conventions by which people write a date, in the alphabet of the grammar: a pattern and its meaning. The
 * first that matches the whole decides.
 */
import { Day } from "../Day.ts"
import {
  about,
  dayOf,
  days,
  half,
  type MeaningOrOddity,
  monthOf,
  quarter,
  season,
  span,
  tertial,
  week,
  withOddity,
  yearOf
} from "./DateMeaning.ts"
import { type Convention, inYear, links, short, to, withShort, withYear, year } from "./Convention.ts"
import type { DayOrder } from "./DayOrder.ts"
import { dottedDay, numericDay, yearFirst } from "./NumericDays.ts"
import { ordinal, unitOfYear } from "./UnitConventions.ts"

const n = Number
/** A day or a month in figures. */
const one = "(\\d{1,2})"
const list = "(?:, ?| ?/ ?| <and> | <or> |<and>)"
const iso = `([12]\\d{3})-(\\d\\d)-(\\d\\d)`
export const month = "<m(\\d{1,2})>"
/** The day in a month: `3`, `3.`, `den 3`. */
const dayIn = `(?:<of> )?${one}\\.?`
/** The month after its day; `of` only after an ordinal: `3rd of June`, but not `12 i november`. */
const inMonth = `(?:[- /]?|(?<=\\.) <of> )${month}`

/** The year and the year after it, as `2024/25` or `2024-2025`. */
const twoYears = `${year} ?[-/–] ?(?:20)?(\\d\\d)`
const ifNext = (y: string, next: string, read: (y: number) => MeaningOrOddity): MeaningOrOddity =>
  2000 + n(next) === n(y) + 1 ? read(n(y)) : "DateImpossible"

const lastOf = (y: number, m: number): Day => Day.of(y, m, Day.lengthOfMonth(y, m))

const partOfYear = (part: number, y: number): MeaningOrOddity =>
  about(Day.of(y, part * 4 + 1, 1), lastOf(y, part * 4 + 4))
const partOfMonth = (part: number, m: number, y: number): MeaningOrOddity =>
  about(Day.of(y, m, part * 10 + 1), part === 2 ? lastOf(y, m) : Day.of(y, m, part * 10 + 10))

export const part = `<(early|middle|late)>(?: ${links})?`
/** Which third a part is: the first, the middle or the last. */
export const thirdNamed = (name: string): 0 | 1 | 2 => (name === "early" ? 0 : name === "middle" ? 1 : 2)

const seasonNamed = (name: string, y: number): MeaningOrOddity =>
  name === "late-autumn"
    ? about(Day.of(y, 10, 1), Day.of(y, 12, 31))
    : season(y, 21 + ["spring", "summer", "autumn", "winter"].indexOf(name))

const term = (name: string, y: number): MeaningOrOddity =>
  name === "spring-term" ? about(Day.of(y, 1, 1), Day.of(y, 6, 30)) : about(Day.of(y, 8, 1), Day.of(y, 12, 31))

/** Six digits are a day as `22-10-03` is, if that day exists and they cannot be a year and a month. */
const sixDigits = (y: string, m: string, d: string, order: DayOrder | null): MeaningOrOddity => {
  const day = yearFirst(y, m, d, order)
  const isMonth = /^(?:19|20)$/u.test(y) && n(d) >= 1 && n(d) <= 12
  return day === "DateImpossible" ? "DateIsProse" : isMonth ? "DateAmbiguous" : day
}

/** Two numbers are a year and its month, unless they can be a day and its month, as `24-06` and Danish `23-12`. */
const shortMonth = (y: string, m: string, order: DayOrder | null): MeaningOrOddity =>
  n(y) < 1 || n(y) > 31 || n(m) < 1 || n(m) > 12
    ? inYear(y, (each) => monthOf(each, n(m)))
    : order === "yearFirst"
      ? withOddity(withOddity(monthOf(2000 + n(y), n(m)), "DateTwoDigitYear"), "DateOrderFromColumn")
      : "DateAmbiguous"

/** Digits that are a date only alone or beside the word `klar`; in prose they are ordinary numbers. */
const alone = (digits: string): string => `(?<=^(?:<beside> ?)?)${digits}(?=(?: ?<beside>)?[.!]?$)`

const dayMonth = (d: string, m: string, y: number): MeaningOrOddity => dayOf(y, n(m), n(d))

export const conventions: ReadonlyArray<Convention> = [
  [`${iso} ?(?:--|[-–—]) ?${iso}`, ([y, m, d, z, o, e]) => span(dayOf(n(y), n(m), n(d)), dayOf(n(z), n(o), n(e)))],
  // After a month of two digits, one digit from 0 to 3 is a day of which the last digit is missing.
  [`${year}-(0\\d|1[0-2])-[0-3]`, ([y, m]) => withOddity(monthOf(n(y), n(m)), "DateTruncated")],
  ...["-", "/", "\\."].map((sign): Convention => [
    `([12]\\d{3})${sign}${one}${sign}${one}`,
    ([y, m, d]) => dayOf(n(y), n(m), n(d))
  ]),
  ["\\d{4}-\\d\\d-\\d\\d", () => "DateImpossible"],
  [`${year} (\\d\\d) (\\d\\d)`, ([y, m, d]) => dayOf(n(y), n(m), n(d))],
  ["(20\\d\\d)([01]\\d)([0-3]\\d)", ([y, m, d]) => dayOf(n(y), n(m), n(d))],
  [`${year} ?[-–—] ?${year}`, ([a, b]) => span(yearOf(n(a)), yearOf(n(b)))],
  ...unitOfYear("quarter", 4, quarter),
  ...unitOfYear("third", 3, tertial),
  ...unitOfYear("T", 3, tertial),
  ...unitOfYear("half", 2, half),
  ...unitOfYear("H", 2, half),
  [`${year}[- ,/:]{0,2}<week>\\.? ?${one}`, ([y, w]) => week(n(y), n(w))],
  [`<week>\\.? ?(\\d{1,3})${withYear}`, ([w, y]) => week(n(y), n(w))],
  [`${one}\\. <week>${withYear}`, ([w, y]) => week(n(y), n(w))],
  [`<week>\\.? ?${one}${to}${one}${withYear}`, ([v, w, y]) => span(week(n(y), n(v)), week(n(y), n(w)))],
  [`${year}[- ,/:]{0,2}<week>\\.? ?${one}${to}${one}`, ([y, v, w]) => span(week(n(y), n(v)), week(n(y), n(w)))],
  [`<week>\\.? ?${one}${list}${one}${withYear}`, () => "SeveralDates"],
  [`${year}-${one}-(?!\\d|-)`, ([y, m]) => withOddity(monthOf(n(y), n(m)), "DateTruncated")],
  [`${year}-${one}`, ([y, m]) => monthOf(n(y), n(m))],
  // `2011/12` may be two years.
  [`${year}/(\\d\\d)`, ([y, m]) => (2000 + n(m) > n(y) ? "DateIsProse" : monthOf(n(y), n(m))), "whole"],
  [`${one}/${year}`, ([m, y]) => monthOf(n(y), n(m)), "whole"],
  [`(\\d\\d)[-.]${year}`, ([m, y]) => monthOf(n(y), n(m)), "whole"],
  [
    `${year}-(?!\\d|-)`,
    ([y]) => ({ edtf: `${y}/..`, earliest: Day.of(n(y), 1, 1), latest: null, oddities: ["DateTruncated"] })
  ],
  ["(\\d\\d)-(\\d\\d)-(\\d\\d)", ([y = "", m = "", d = ""], order) => yearFirst(y, m, d, order)],
  [alone("(\\d\\d)-(\\d\\d)"), ([y = "", m = ""], order) => shortMonth(y, m, order)],
  [alone("(\\d\\d)(\\d\\d)(\\d\\d)"), ([y = "", m = "", d = ""], order) => sixDigits(y, m, d, order)],
  [`${one}/${one}(?:[ ,]+| ?[-–] ?)${year}`, ([d = "", m = "", y]) => dayMonth(d, m, n(y))],
  [`${one}/${one} ?[-–'](\\d\\d)`, ([d = "", m = "", y = ""]) => inYear(y, (each) => dayMonth(d, m, each))],
  [`${one}/${one} ([2-5]\\d)`, ([d = "", m = "", y = ""]) => inYear(y, (each) => dayMonth(d, m, each)), "whole"],
  [
    `${one}/${one}${to}${one}/${one}(?:[ ,]+${year}| ?[-'](\\d\\d))`,
    ([d = "", m = "", e = "", o = "", y = ""]) => inYear(y, (each) => span(dayMonth(d, m, each), dayMonth(e, o, each)))
  ],
  [
    `${one}${to}${one}/${one}(?:[ ,]+${year}| ?[-'](\\d\\d))`,
    ([d = "", e = "", m = "", y = ""]) => inYear(y, (each) => span(dayMonth(d, m, each), dayMonth(e, m, each)))
  ],
  ...["/", "-"].map((sign): Convention => [
    `${one}${sign}${one}${sign}${year}`,
    ([a = "", b = "", y = ""], order) => numericDay(a, b, y, order)
  ]),
  [`${one}/${one}/(\\d\\d)`, ([a = "", b = "", y = ""], order) => numericDay(a, b, y, order), "whole"],
  // Full stops are day first in every language that is read.
  [
    `${one}\\. ?${one}\\.? ?(?:${year}|[-'](\\d\\d))`,
    ([d = "", m = "", y = ""]) => inYear(y, (each) => dayMonth(d, m, each))
  ],
  [`${one}\\. ?${one}\\. ?(\\d\\d)`, ([d = "", m = "", y = ""]) => dottedDay(d, m, y), "whole"],
  [
    `${one}\\. ?${one}\\.?${to}${one}\\. ?${one}\\. ?(?:${year}|(\\d\\d))`,
    ([d = "", m = "", e = "", o = "", y = ""]) => inYear(y, (each) => span(dayMonth(d, m, each), dayMonth(e, o, each)))
  ],
  [
    `${one}\\.?${to}${one}\\. ?${one}\\. ?(?:${year}|(\\d\\d))`,
    ([d = "", e = "", m = "", y = ""]) => inYear(y, (each) => span(dayMonth(d, m, each), dayMonth(e, m, each)))
  ],
  [
    `${dayIn}${inMonth}(?:[-/ ,]{0,2}${links}${year}|[-/](\\d\\d)|${short})`,
    ([d = "", m = "", y = ""]) => inYear(y, (each) => dayMonth(d, m, each))
  ],
  [`${dayIn}${inMonth} ([2-5]\\d)`, ([d = "", m = "", y = ""]) => inYear(y, (each) => dayMonth(d, m, each)), "whole"],
  [`${month} ?${one}\\.?,? ${year}`, ([m = "", d = "", y]) => dayMonth(d, m, n(y))],
  [`${year}[-, ]{1,2}${month}[- ]${one}\\.?`, ([y, m = "", d = ""]) => dayMonth(d, m, n(y))],
  [
    `${dayIn}${to}${dayIn}${inMonth}(?:,? ${links}${year}|${short})`,
    ([d = "", e = "", m = "", y = ""]) => inYear(y, (each) => span(dayMonth(d, m, each), dayMonth(e, m, each)))
  ],
  [
    `${month} ${one}\\.?${to}${one}\\.?,? ${year}`,
    ([m = "", d = "", e = "", y]) => span(dayMonth(d, m, n(y)), dayMonth(e, m, n(y)))
  ],
  [
    `${dayIn}${inMonth}${to}${dayIn}${inMonth}(?:,? ${links}${year}|${short})`,
    ([d = "", m = "", e = "", o = "", y = ""]) => inYear(y, (each) => span(dayMonth(d, m, each), dayMonth(e, o, each)))
  ],
  [`${dayIn}${list}${dayIn} ${month} ${year}`, () => "SeveralDates"],
  [`${part}[- ]?${month}${withYear}`, ([p = "", m, y]) => partOfMonth(thirdNamed(p), n(m), n(y))],
  [`${month} <(early|middle|late)> ${year}`, ([m, p = "", y]) => partOfMonth(thirdNamed(p), n(m), n(y))],
  [`${month} ${year} <(early|middle|late)>`, ([m, y, p = ""]) => partOfMonth(thirdNamed(p), n(m), n(y))],
  // `Dec-31` and `maj-01` may be days; a year of plans may not.
  [`${month}[-–](?:0\\d|1[0-4]|2[89]|3[01])`, () => "DateAmbiguous", "whole"],
  [`(?:<month> )?${month}(?: <month>)?${withShort}`, ([m, y = ""]) => inYear(y, (each) => monthOf(each, n(m)))],
  [`${year}[-/ ,:]{1,2}${month}`, ([y, m]) => monthOf(n(y), n(m))],
  // The 24th of May or May 2024.
  [`${month} \\d\\d`, () => "DateAmbiguous", "whole"],
  [
    `<winter> ${links}${twoYears}`,
    ([y = "", next = ""]) => ifNext(y, next, (each) => days(Day.of(each, 12, 1), lastOf(each + 1, 2)))
  ],
  [
    `<turn-of-year> ${links}${twoYears}`,
    ([y = "", next = ""]) => ifNext(y, next, (each) => about(Day.of(each, 12, 1), Day.of(each + 1, 1, 31)))
  ],
  [`<turn-of-year> ${links}${year}`, () => "DateAmbiguous"],
  [`<turn-of-half-year> ${links}${year}`, ([y]) => about(Day.of(n(y), 6, 1), Day.of(n(y), 7, 31))],
  [
    `<(spring|summer|autumn|late-autumn|winter)>${withShort}`,
    ([s = "", y = ""]) => inYear(y, (each) => seasonNamed(s, each))
  ],
  [`${year}[-/ ,:]{1,2}<(spring|summer|autumn|winter)>`, ([y, s = ""]) => seasonNamed(s, n(y))],
  [`<(spring-term|autumn-term)>[- ]?${links}${year}`, ([t = "", y]) => term(t, n(y))],
  [`<(spring-term|autumn-term)> ?[-']? ?(\\d\\d)`, ([t = "", y = ""]) => inYear(y, (each) => term(t, each))],
  [`(?:${part})? ?<feast>${withShort}`, () => "DateIsProse"],
  [`${part}[- ]?${year}`, ([p = "", y]) => partOfYear(thirdNamed(p), n(y))],
  [`<year> ${year} <(early|middle|late)>`, ([y, p = ""]) => partOfYear(thirdNamed(p), n(y))],
  [`(?:<year> )?${year}`, ([y]) => yearOf(n(y))]
]

/** What every convention within running text has: a year of four digits, or one of two after a sign or a term. */
export const someYear = /\d{4}|[-–'/.] ?\d\d|<(?:spring|autumn)-term> ?\d\d/u

/** Words that name a time of the year without the year. */
export const yearless = [
  `(?:<of> )?\\d{1,2}\\.?[- ]?${month}`,
  `${month} \\d{1,2}\\.?`,
  `${month}|<feast>`,
  "\\d{1,2}/\\d{1,2}",
  "\\d{1,2}\\.\\d{1,2}\\.?",
  "<week>\\.? ?\\d{1,2}",
  "<(?:quarter|third|T|half|H)> ?[1-4]|[1-4]\\.? ?<(?:quarter|third|half)>",
  "<(?:spring|autumn)-term>|<(?:spring|summer|autumn|late-autumn|winter)>",
  `${ordinal} <(?:quarter|third|half)>`,
  "<turn-of-(?:half-)?year>"
]
  .join("|")
  .replace(/\((?!\?)/gu, "(?:")
