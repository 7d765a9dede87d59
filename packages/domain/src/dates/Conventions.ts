/**
 * The table of conventions by which words name a date: a pattern and its meaning. The first that matches decides.
 * The words are in lower case with single spaces.
 */
import { Day } from "../Day.ts"
import {
  about,
  dayOf,
  days,
  half,
  interval,
  withOddity,
  monthOf,
  monthsOf,
  type MeaningOrOddity,
  quarter,
  span,
  tertial,
  week,
  yearOf,
  type DateMeaning
} from "./DateMeaning.ts"

const monthStems = ["jan", "feb", "mar", "apr", "ma[jy]", "jun", "jul", "aug", "sep", "o[kc]t", "nov", "de[cs]"]
const monthNumber = (word: string): number => monthStems.findIndex((stem) => new RegExp(`^${stem}`, "u").test(word)) + 1
const otherMonths =
  "jan(?:uari|uary|\\.)?|feb(?:ruari|ruary|r|\\.)?|mar(?:s|ch|\\.)?|apr(?:il|\\.)?|ma[jy]|jun[ie.]?|aug(?:usti|ust|\\.)?|sept?(?:ember|\\.)?|o[kc]t(?:ober|\\.)?|nov(?:ember|\\.)?|de[cs](?:ember|\\.)?"
/** A month by its name. `jul` is Christmas in Swedish, except before a full stop or after a day. */
export const month = `(?:${otherMonths}|jul[iy.])`
const monthOfDay = `(?:${otherMonths}|jul[iy.]?)`

const year = "([12]\\d{3})"
/** Four digits alone are a year only from 1900 on: 1177 is a telephone number for health care. */
const loneYear = "((?:19|20)\\d\\d)"
const shortYear = " ?[-–'’](\\d\\d)"
const to = " ?(?:--?|[–—]|till(?: och med)?|t\\.? ?o\\.? ?m\\.?|to) ?"
const list = "(?:, ?| ?/ ?| ?& ?| och | eller | and | or )"
const iso = `${year}-(\\d\\d)-(\\d\\d)`
const weekWord = "(?:v(?:eck(?:a|orna|or|an))?\\.?|w(?:eeks?)?)"
const quarterWord = "kv(?:art(?:al)?(?:et)?)?\\.?"
const ordinals = ["f[öo]rsta|1:?a|first", "andra|2:?a|second", "tredje|3:?e|third", "fj[äa]rde|4:?e|sista|fourth|last"]
const ordinal = `(${ordinals.join("|")})`
const ordinalNumber = (word: string): number =>
  ordinals.findIndex((each) => new RegExp(`^(?:${each})$`, "u").test(word)) + 1
const winterOf = "(?:vintern?|winter)"
const festive =
  "(?:jul(?:en|afton|helgen)?|christmas|p[åa]sk(?:en)?|easter|pingst(?:en)?|midsommar(?:en)?|ny[åa]r(?:et)?|advent|lucia|semest(?:er|ern|rarna)|(?:jul|sport|p[åa]sk|h[öo]st|sommar)lov(?:et)?)"
const n = Number

const twoDigit = (yy: string, read: (y: number) => MeaningOrOddity): MeaningOrOddity =>
  withOddity(read(2000 + n(yy)), "DateTwoDigitYear")

/** The year and the year after it, as `2024/25` or `2024-2025`. */
const twoYears = `${year} ?[-/–] ?(?:20)?(\\d\\d)`
const ifNext = (y: string, next: string, outcome: DateMeaning): MeaningOrOddity =>
  2000 + n(next) === n(y) + 1 ? outcome : "DateImpossible"

const season = (word: string, y: number): MeaningOrOddity => {
  if (/^sen./u.test(word)) return about(Day.of(y, 10, 1), Day.of(y, 12, 31))
  if (/^v[åa]r|^spring/u.test(word)) return monthsOf(`${y}-21`, y, 3, 5)
  if (/^sommar|^summer/u.test(word)) return monthsOf(`${y}-22`, y, 6, 8)
  if (/^h[öo]st|^autumn|^fall/u.test(word)) return monthsOf(`${y}-23`, y, 9, 11)
  // A bare winter year can mean the winter that ends in it or the one that begins in it.
  return interval(`${y}-24`, Day.of(y, 1, 1), Day.of(y + 1, 2, Day.lengthOfMonth(y + 1, 2)))
}

const term = (word: string, y: number): MeaningOrOddity =>
  word.startsWith("v") ? about(Day.of(y, 1, 1), Day.of(y, 6, 30)) : about(Day.of(y, 8, 1), Day.of(y, 12, 31))

export const part =
  "(tidigt?|b[öo]rjan|mitten|slutet|sent|early|beginning|mid|late|end)(?: (?:av|p[åa]|i|under|of|in))*"
/** Which third a part is: the first, the middle or the last. */
export const thirdNamed = (word: string): 0 | 1 | 2 =>
  /^(?:tidig|b[öo]rjan|early|beginning)/u.test(word) ? 0 : /^mid|^mitten/u.test(word) ? 1 : 2

const partOfYear = (word: string, y: number): MeaningOrOddity => {
  const first = thirdNamed(word) * 4 + 1
  return about(Day.of(y, first, 1), Day.of(y, first + 3, Day.lengthOfMonth(y, first + 3)))
}

const partOfMonth = (word: string, m: number, y: number): MeaningOrOddity => {
  const first = thirdNamed(word) * 10 + 1
  return about(Day.of(y, m, first), Day.of(y, m, first === 21 ? Day.lengthOfMonth(y, m) : first + 9))
}

/** Six digits are a day of a year in two digits, if that day exists and they cannot be a year and a month. */
const sixDigits = (y: string, m: string, d: string): MeaningOrOddity => {
  const day = twoDigit(y, (each) => dayOf(each, n(m), n(d)))
  const isMonth = /^(?:19|20)$/u.test(y) && n(d) >= 1 && n(d) <= 12
  return typeof day === "string" ? "DateIsProse" : isMonth ? "DateAmbiguous" : day
}

type Convention = readonly [words: string, read: (...groups: ReadonlyArray<string>) => MeaningOrOddity, where?: "whole"]

/** Digits that are a date only alone or beside the word `klar`; in prose they are ordinary numbers. */
const alone = (digits: string): string => `(?<=^(?:klart? )?)${digits}(?=(?: klart?)?[.!]?$)`

export const conventions: ReadonlyArray<Convention> = [
  [`${iso} ?(?:--|[-–—]) ?${iso}`, (y, m, d, z, o, e) => span(dayOf(n(y), n(m), n(d)), dayOf(n(z), n(o), n(e)))],
  // After a month of two digits, one digit from 0 to 3 is a day of which the last digit is missing.
  [`${year}-(0\\d|1[0-2])-[0-3]`, (y, m) => withOddity(monthOf(n(y), n(m)), "DateTruncated")],
  [`${year}[-/.](\\d{1,2})[-/.](\\d{1,2})`, (y, m, d) => dayOf(n(y), n(m), n(d))],
  ["\\d{4}-\\d\\d-\\d\\d", () => "DateImpossible"],
  [`${loneYear} (\\d\\d) (\\d\\d)`, (y, m, d) => dayOf(n(y), n(m), n(d))],
  [`(20\\d\\d)([01]\\d)([0-3]\\d)`, (y, m, d) => dayOf(n(y), n(m), n(d))],
  [`${year} ?[-–] ?${year}`, (a, b) => span(yearOf(n(a)), yearOf(n(b)))],
  [`${year}[- ]?q([1-4])`, (y, q) => quarter(n(y), n(q))],
  [`${year}[- ]?t([1-3])`, (y, t) => tertial(n(y), n(t))],
  [`${year}[- ]?${quarterWord} ?([1-4])`, (y, q) => quarter(n(y), n(q))],
  [`(?:q|${quarterWord} ?)([1-4])[-/ ,]*${year}`, (q, y) => quarter(n(y), n(q))],
  [`q([1-4]) ?[-/'’](\\d\\d)`, (q, y) => twoDigit(y, (each) => quarter(each, n(q)))],
  [
    `(?:q|${quarterWord} ?)([1-4])${to}([1-4])[ ,]+${year}`,
    (q, r, y) => span(quarter(n(y), n(q)), quarter(n(y), n(r)))
  ],
  [`([1-4]) ?${quarterWord}[ ,]+${year}`, (q, y) => quarter(n(y), n(q))],
  [`${ordinal} (?:kvartalet|quarter)(?: of| [åa]r)?[ ,]+${year}`, (q, y) => quarter(n(y), ordinalNumber(q))],
  [`(?:t|tertial ?)([1-3])[-/ ,]*${year}`, (t, y) => tertial(n(y), n(t))],
  [
    `${ordinal} tertialet(?: [åa]r)?[ ,]+${year}`,
    (t, y) =>
      /^(?:sista|last)$/u.test(t)
        ? tertial(n(y), 3)
        : ordinalNumber(t) < 4
          ? tertial(n(y), ordinalNumber(t))
          : "DateImpossible"
  ],
  [`${year}[- ]?${weekWord} ?(\\d{1,2})`, (y, w) => week(n(y), n(w))],
  [`${weekWord} ?(\\d{1,3})[ ,]+${year}`, (w, y) => week(n(y), n(w))],
  [`${weekWord} ?(\\d{1,2})${to}(\\d{1,2})[ ,]+${year}`, (v, w, y) => span(week(n(y), n(v)), week(n(y), n(w)))],
  [`${weekWord} ?\\d{1,2}${list}\\d{1,2}[ ,]+${year}`, () => "SeveralDates"],
  [`${year}-(\\d{1,2})-(?!\\d|-)`, (y, m) => withOddity(monthOf(n(y), n(m)), "DateTruncated")],
  [`${year}-(\\d{1,2})`, (y, m) => monthOf(n(y), n(m))],
  [`(\\d{1,2})/${loneYear}`, (m, y) => monthOf(n(y), n(m)), "whole"],
  [
    `${loneYear}-(?!\\d|-)`,
    (y) => ({ edtf: `${y}/..`, earliest: Day.of(n(y), 1, 1), latest: null, oddities: ["DateTruncated"] })
  ],
  [`(\\d\\d)-(\\d\\d)-(\\d\\d)`, (y, m, d) => twoDigit(y, (each) => dayOf(each, n(m), n(d)))],
  [alone(`(\\d\\d)-(\\d\\d)`), (y, m) => twoDigit(y, (each) => monthOf(each, n(m)))],
  [alone(`(\\d\\d)(\\d\\d)(\\d\\d)`), sixDigits],
  [`(\\d{1,2})/(\\d{1,2})[ ,]+${year}`, (d, m, y) => dayOf(n(y), n(m), n(d))],
  [
    `(\\d{1,2})/(\\d{1,2})${to}(\\d{1,2})/(\\d{1,2})[ ,]+${year}`,
    (d, m, e, o, y) => span(dayOf(n(y), n(m), n(d)), dayOf(n(y), n(o), n(e)))
  ],
  [
    `(\\d{1,2})[/.](\\d{1,2})[/.]${year}`,
    (d, m, y) => (n(d) <= 12 && n(m) <= 12 && d !== m ? "DateAmbiguous" : dayOf(n(y), n(m), n(d)))
  ],
  [`(?:den )?(\\d{1,2})(?::?e)?\\.?[- ](${monthOfDay})[- ]${year}`, (d, m, y) => dayOf(n(y), monthNumber(m), n(d))],
  [
    `(?:den )?(\\d{1,2})${to}(?:den )?(\\d{1,2})(?::?e)?\\.? (${monthOfDay}) ${year}`,
    (d, e, m, y) => span(dayOf(n(y), monthNumber(m), n(d)), dayOf(n(y), monthNumber(m), n(e)))
  ],
  [
    `(?:den )?(\\d{1,2}) (${monthOfDay})${to}(?:den )?(\\d{1,2}) (${monthOfDay}) ${year}`,
    (d, m, e, o, y) => span(dayOf(n(y), monthNumber(m), n(d)), dayOf(n(y), monthNumber(o), n(e)))
  ],
  [`(?:den )?\\d{1,2}${list}(?:den )?\\d{1,2} ${monthOfDay} ${year}`, () => "SeveralDates"],
  [`${part} (${month}) ${year}`, (p, m, y) => partOfMonth(p, monthNumber(m), n(y))],
  [`(${month})(?:,? (?:m[åa]nad )?|-)${year}`, (m, y) => monthOf(n(y), monthNumber(m))],
  [`(${month})${shortYear}`, (m, y) => twoDigit(y, (each) => monthOf(each, monthNumber(m)))],
  // The 24th of May or May 2024; Christmas or July.
  [`${month} \\d\\d`, () => "DateAmbiguous", "whole"],
  [`(?:${part} )?jul(?: [åa]r)?[- ,]+${year}`, () => "DateAmbiguous"],
  [
    `${winterOf} ${twoYears}`,
    (y, next) => ifNext(y, next, days(Day.of(n(y), 12, 1), Day.of(n(y) + 1, 2, Day.lengthOfMonth(n(y) + 1, 2))))
  ],
  [`[åa]rsskiftet ${twoYears}`, (y, next) => ifNext(y, next, about(Day.of(n(y), 12, 1), Day.of(n(y) + 1, 1, 31)))],
  [`[åa]rsskiftet ${year}`, () => "DateAmbiguous"],
  [`halv[åa]rsskiftet ${year}`, (y) => about(Day.of(n(y), 6, 1), Day.of(n(y), 7, 31))],
  [
    `((?:v[åa]r|sommar|(?:sen)?h[öo]st|vinter)(?:e?n)?|spring|summer|autumn|fall|winter) (?:[åa]r )?${year}`,
    (s, y) => season(s, n(y))
  ],
  [`(v(?:t|[åa]rterminen)|h(?:t|[öo]stterminen))[- ]?(?:[åa]r )?${loneYear}`, (t, y) => term(t, n(y))],
  [`([vh]t) ?[-'’]? ?(\\d\\d)`, (t, y) => twoDigit(y, (each) => term(t, each))],
  [`(?:f[öo]rsta halv[åa]ret|h1|first half of) ${year}`, (y) => half(n(y), 1)],
  [`(?:andra halv[åa]ret|h2|second half of) ${year}`, (y) => half(n(y), 2)],
  [`${festive} (?:[åa]r )?${year}`, () => "DateIsProse"],
  [`${part}[- ]${year}`, (p, y) => partOfYear(p, n(y))],
  [`(?:[åa]r )?${loneYear}`, (y) => yearOf(n(y))]
]

/** Words that name a time of the year without the year. */
export const yearless = [
  `(?:den )?\\d{1,2}(?::?e)?\\.? ${monthOfDay}`,
  `${month}|jul`,
  "\\d{1,2}/\\d{1,2}",
  `${weekWord} ?\\d{1,2}`,
  `(?:q|t|${quarterWord} ?|tertial ?)[1-4]|[1-4] ?${quarterWord}|h[12]|[vh]t|[vh]\\p{L}*terminen`,
  `(?:${ordinals.join("|")}) (?:kvartalet|tertialet|halv[åa]ret|quarter)`,
  "v[åa]ren|v[åa]r(?= ?[-/–])|sommar(?:en)?|(?:sen)?h[öo]st(?:en)?|vintern?|spring|summer|autumn|winter",
  `(?:halv)?[åa]rsskiftet|${festive}`
].join("|")
