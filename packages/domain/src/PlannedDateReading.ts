/**
 * How a person's words for a date are read, in Swedish and English, and what is odd about them.
 * The conventions are one table of patterns; nothing is repaired, and a day that never was stays words.
 */
import * as Day from "./Day.ts"
import { type PlannedDate, unread } from "./PlannedDate.ts"

/** What a reader should be told about the words. */
export type Oddity =
  | "DateImpossible"
  | "DateTruncated"
  | "DateTwoDigitYear"
  | "DateAmbiguous"
  | "DateApproximate"
  | "DateInProse"
  | "DateIsProse"
  | "DateWithoutYear"
  | "SeveralDates"

export interface Reading {
  readonly date: PlannedDate
  readonly oddities: ReadonlyArray<Oddity>
  /** What stood beside the date, when it was found in prose. */
  readonly prose: string
}

interface Bounds {
  readonly edtf: string
  readonly earliest: Day.Day | null
  readonly latest: Day.Day | null
  readonly oddity?: Oddity
}
type Outcome = Bounds | Oddity

const months: ReadonlyArray<string> = [
  "jan(?:uari|uary|\\.)?",
  "feb(?:ruari|ruary|r|\\.)?",
  "mar(?:s|ch|\\.)?",
  "apr(?:il|\\.)?",
  "ma[jy]",
  "jun[ie.]?",
  "jul[iy.]?",
  "aug(?:usti|ust|\\.)?",
  "sept?(?:ember|\\.)?",
  "o[kc]t(?:ober|\\.)?",
  "nov(?:ember|\\.)?",
  "de[cs](?:ember|\\.)?"
]
const month = `(?:${months.join("|")})`
const monthNumber = (word: string): number => months.findIndex((m) => new RegExp(`^${m}$`).test(word)) + 1

const year = "([12]\\d{3})"
/** Alone, four digits are a year only in our own centuries: 1177 is where care is booked. */
const loneYear = "((?:19|20)\\d\\d)"
const n = Number
const pad = (value: number) => String(value).padStart(2, "0")

const dayOf = (y: number, m: number, d: number): Outcome =>
  Day.exists(y, m, d) ? interval(Day.of(y, m, d), Day.of(y, m, d), Day.of(y, m, d)) : "DateImpossible"

const monthOf = (y: number, m: number): Outcome =>
  m >= 1 && m <= 12
    ? interval(`${y}-${pad(m)}`, Day.of(y, m, 1), Day.of(y, m, Day.lengthOfMonth(y, m)))
    : "DateImpossible"

const interval = (edtf: string, earliest: Day.Day, latest: Day.Day): Bounds => ({ edtf, earliest, latest })

const days = (earliest: Day.Day, latest: Day.Day): Bounds => interval(`${earliest}/${latest}`, earliest, latest)

const about = (earliest: Day.Day, latest: Day.Day): Bounds => interval(`${earliest}~/${latest}~`, earliest, latest)

const monthsOf = (edtf: string, y: number, first: number, last: number): Bounds =>
  interval(edtf, Day.of(y, first, 1), Day.of(y, last, Day.lengthOfMonth(y, last)))

const week = (y: number, w: number): Outcome => {
  const fourth = Day.toNumber(Day.of(y, 1, 4))
  const firstMonday = fourth - ((fourth + 3) % 7)
  const monday = firstMonday + (w - 1) * 7
  const thursday = Day.fromNumber(monday + 3)
  return w >= 1 && thursday.startsWith(String(y))
    ? days(Day.fromNumber(monday), Day.fromNumber(monday + 6))
    : "DateImpossible"
}

const century = (yy: string) => 2000 + n(yy)
const twoDigit = (outcome: Outcome): Outcome =>
  typeof outcome === "string" ? outcome : { ...outcome, oddity: "DateTwoDigitYear" }

const season = (word: string, y: number): Bounds => {
  if (word.startsWith("sen")) return about(Day.of(y, 10, 1), Day.of(y, 12, 31))
  if (/^v[åa]r|^spring/.test(word)) return monthsOf(`${y}-21`, y, 3, 5)
  if (/^sommar|^summer/.test(word)) return monthsOf(`${y}-22`, y, 6, 8)
  if (/^h[öo]st|^autumn|^fall/.test(word)) return monthsOf(`${y}-23`, y, 9, 11)
  // A bare winter year can mean the winter that ends in it or the one that begins in it.
  return interval(`${y}-24`, Day.of(y, 1, 1), Day.of(y + 1, 2, Day.lengthOfMonth(y + 1, 2)))
}

const third = (word: string, y: number): Bounds =>
  /^(?:tidig|b[öo]rjan|early|beginning)/.test(word)
    ? about(Day.of(y, 1, 1), Day.of(y, 4, 30))
    : /^(?:mitten|mid)/.test(word)
      ? about(Day.of(y, 5, 1), Day.of(y, 8, 31))
      : about(Day.of(y, 9, 1), Day.of(y, 12, 31))

const thirdOfMonth = (word: string, m: number, y: number): Bounds =>
  /^(?:tidig|b[öo]rjan|early|beginning)/.test(word)
    ? about(Day.of(y, m, 1), Day.of(y, m, 10))
    : /^(?:mitten|mid)/.test(word)
      ? about(Day.of(y, m, 11), Day.of(y, m, 20))
      : about(Day.of(y, m, 21), Day.of(y, m, Day.lengthOfMonth(y, m)))

const part = "(tidigt?|b[öo]rjan|mitten|slutet|sent|early|beginning|mid|late|end)(?: (?:av|p[åa]|i|under|of|in))*"

/** One row a convention: the words (lower case, single spaces), and what they mean. The first that fits decides. */
const conventions: ReadonlyArray<readonly [string, (...groups: ReadonlyArray<string>) => Outcome]> = [
  [`${year}[-/.](\\d{1,2})[-/.](\\d{1,2})`, (y, m, d) => dayOf(n(y), n(m), n(d))],
  ["\\d{4}-\\d\\d-\\d\\d", () => "DateImpossible"],
  [`(20\\d\\d)([01]\\d)([0-3]\\d)`, (y, m, d) => dayOf(n(y), n(m), n(d))],
  [
    `${year} ?(?:-|–) ?${year}`,
    (a, b) => (n(a) <= n(b) ? interval(`${a}/${b}`, Day.of(n(a), 1, 1), Day.of(n(b), 12, 31)) : "DateImpossible")
  ],
  [`${year}[- ]?q([1-4])`, (y, q) => quarter(n(y), n(q))],
  [`(?:q|kv(?:artal|\\.)? ?)([1-4])[ ,]*${year}`, (q, y) => quarter(n(y), n(q))],
  [`${year}[- ]?(?:v(?:ecka|\\.)?|w(?:eek)?) ?(\\d{1,2})`, (y, w) => week(n(y), n(w))],
  [`(?:v(?:ecka|\\.)?|w(?:eek)?) ?(\\d{1,2})[ ,]+${year}`, (w, y) => week(n(y), n(w))],
  [`${year}-(\\d{1,2})-(?!\\d)`, (y, m) => truncated(monthOf(n(y), n(m)))],
  [`${year}-(\\d{1,2})`, (y, m) => monthOf(n(y), n(m))],
  [
    `${loneYear}-(?!\\d)`,
    (y) => ({ edtf: `${y}/..`, earliest: Day.of(n(y), 1, 1), latest: null, oddity: "DateTruncated" })
  ],
  [`(\\d\\d)-(\\d\\d)-(\\d\\d)`, (y, m, d) => twoDigit(dayOf(century(y), n(m), n(d)))],
  [`(\\d\\d)-(\\d\\d)`, (y, m) => twoDigit(monthOf(century(y), n(m)))],
  [`(\\d{1,2})\\/(\\d{1,2})[ ,]+${year}`, (d, m, y) => dayOf(n(y), n(m), n(d))],
  [
    `(\\d{1,2})[/.](\\d{1,2})[/.]${year}`,
    (d, m, y) => (n(d) <= 12 && n(m) <= 12 && d !== m ? "DateAmbiguous" : dayOf(n(y), n(m), n(d)))
  ],
  [`(?:den )?(\\d{1,2}):?e?\\.? (${month}) ${year}`, (d, m, y) => dayOf(n(y), monthNumber(m), n(d))],
  [`${part} (${month}) ${year}`, (p, m, y) => thirdOfMonth(p, monthNumber(m), n(y))],
  [`(${month}),? (?:m[åa]nad )?${year}`, (m, y) => monthOf(n(y), monthNumber(m))],
  [
    `(?:vintern?|winter) ${year}\\/(?:20)?(\\d\\d)`,
    (y, next) =>
      century(next) === n(y) + 1
        ? days(Day.of(n(y), 12, 1), Day.of(n(y) + 1, 2, Day.lengthOfMonth(n(y) + 1, 2)))
        : "DateImpossible"
  ],
  [
    `[åa]rsskiftet ${year}\\/(?:20)?(\\d\\d)`,
    (y, next) => (century(next) === n(y) + 1 ? about(Day.of(n(y), 12, 1), Day.of(n(y) + 1, 1, 31)) : "DateImpossible")
  ],
  [
    `((?:v[åa]r|sommar|(?:sen)?h[öo]st|vinter)(?:e?n)?|spring|summer|autumn|fall|winter) (?:[åa]r )?${year}`,
    (s, y) => season(s, n(y))
  ],
  [`(?:f[öo]rsta halv[åa]ret|h1|first half of) ${year}`, (y) => monthsOf(`${y}-01/${y}-06`, n(y), 1, 6)],
  [`(?:andra halv[åa]ret|h2|second half of) ${year}`, (y) => monthsOf(`${y}-07/${y}-12`, n(y), 7, 12)],
  [`${part} ${year}`, (p, y) => third(p, n(y))],
  [`(?:[åa]r )?${loneYear}`, (y) => monthsOf(y, n(y), 1, 12)]
]

const quarter = (y: number, q: number): Bounds => monthsOf(`${y}-${32 + q}`, y, q * 3 - 2, q * 3)

const truncated = (outcome: Outcome): Outcome =>
  typeof outcome === "string" ? outcome : { ...outcome, oddity: "DateTruncated" }

const whole = conventions.map(([pattern, read]) => [new RegExp(`^(?:${pattern})$`, "u"), read] as const)
const inside = new RegExp(
  conventions
    .map(([pattern]) => `(?<![\\p{L}\\d-])(?:${pattern.replace(/\((?!\?)/g, "(?:")})(?!-?\\d|\\p{L})`)
    .join("|"),
  "gu"
)
/** No words for a date are longer; what is longer is prose, and only its beginning is searched. */
const longest = 1000
const openEnded = /^(?:tills vidare|p[åa] obest[äa]md tid|l[öo]pande|until further notice|open)$/
const loneMonth = new RegExp(`^(?:i |under |per )?${month}$`, "u")
const prefix = /^(?:senast|by|no later than|under|i|den|per|klart?|f[öo]re utg[åa]ngen av) /
const from = /^(?:tidigast|fr[.\s]*o[.\s]*m\.?|from|fr[åa]n(?: och med)?|efter|earliest) /
const roughly = /^(?:ca\.?|cirka|omkring|runt|about|prelimin[äa]rt|prel\.?) /

const tidy = (words: string): string =>
  words
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, " ")
    .replace(/[‐‑‒−]/gu, "-")
    .trim()
    .replace(/[.,;!]+$/u, "")
    .trim()

const match = (text: string): Outcome | undefined => {
  if (openEnded.test(text)) return { edtf: "../..", earliest: null, latest: null }
  for (const [pattern, read] of whole) {
    const found = pattern.exec(text)
    if (found !== null) return read(...found.slice(1).filter((group) => group !== undefined))
  }
  return undefined
}

const phrase = (text: string): Outcome | undefined => {
  const found = match(text)
  if (found !== undefined) return found
  if (prefix.test(text)) return phrase(text.replace(prefix, ""))
  if (from.test(text)) {
    const start = phrase(text.replace(from, ""))
    return start === undefined || typeof start === "string" || start.earliest === null
      ? start
      : { edtf: `${start.earliest}/..`, earliest: start.earliest, latest: null }
  }
  if (roughly.test(text)) {
    const centre = phrase(text.replace(roughly, ""))
    return centre === undefined || typeof centre === "string"
      ? centre
      : { ...centre, edtf: /[/~]/.test(centre.edtf) ? centre.edtf : `${centre.edtf}~`, oddity: "DateApproximate" }
  }
  return undefined
}

const settle = (words: string, outcome: Outcome, prose: string): Reading =>
  typeof outcome === "string"
    ? { date: unread(words), oddities: [outcome], prose }
    : {
        date: { words, edtf: outcome.edtf, earliest: outcome.earliest, latest: outcome.latest },
        oddities: [
          ...(outcome.oddity === undefined ? [] : [outcome.oddity]),
          ...(prose === "" ? [] : ["DateInProse" as const])
        ],
        prose
      }

/** The date expressions found inside a text, with their places. At most the first 1,000 characters are searched. */
export const expressionsIn = (text: string): ReadonlyArray<{ readonly at: number; readonly words: string }> =>
  Array.from(tidyKeepingPlaces(text).matchAll(inside), (found) => ({
    at: found.index,
    words: text.slice(found.index, found.index + found[0].length)
  })).filter(({ at, words }) => text.length <= longest || at + words.length < longest)

const tidyKeepingPlaces = (text: string): string =>
  text
    .slice(0, longest)
    .replaceAll("İ", "i")
    .toLowerCase()
    .replace(/[\s\u00a0]/gu, " ")
    .replace(/[‐‑‒−]/gu, "-")

/**
 * Reads the words of one cell or argument. Total: whatever stands there comes back as `date.words`.
 * Prose that holds just one date with a year is read as that date, and says so; prose that holds none, or several, is not read.
 */
export const read = (words: string): Reading => {
  const text = words.length > longest ? "" : tidy(words)
  const outcome = phrase(text)
  if (outcome !== undefined) return settle(words, outcome, "")
  if (loneMonth.test(text)) return { date: unread(words), oddities: ["DateWithoutYear"], prose: "" }
  const found = expressionsIn(words)
  const only = found[0]
  if (only === undefined) return { date: unread(words), oddities: ["DateIsProse"], prose: words }
  if (found.length > 1) return { date: unread(words), oddities: ["SeveralDates"], prose: words }
  const inner = phrase(tidy(only.words))
  const prose = `${words.slice(0, only.at)} ${words.slice(only.at + only.words.length)}`.trim()
  return inner === undefined
    ? { date: unread(words), oddities: ["DateIsProse"], prose: words }
    : settle(words, inner, prose)
}
