/**
 * A calendar day without time or zone: the unit in which plans are made and slips are counted.
 */
import * as Schema from "effect/Schema"

const pattern = /^[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/u
const millisecondsADay = 86_400_000

const schema = Schema.String.check(
  Schema.isPattern(pattern),
  Schema.makeFilter((text: string) => isReal(text), { expected: "a day that exists" })
).pipe(Schema.brand("Day"))

/** A day as `YYYY-MM-DD`. Days order as their text orders. */
export type Day = typeof schema.Type

const pad = (n: number) => String(n).padStart(2, "0")

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const lengthOfMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

const exists = (year: number, month: number, day: number): boolean =>
  year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month)

/** Whether a text that has the pattern names a day that exists: only the last days of a month may not. */
const isReal = (text: string): boolean =>
  text.slice(8) <= "28" || exists(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))

/** The number of two digits. */
const digits = (day: Day, at: number): number => 10 * (day.charCodeAt(at) - 48) + day.charCodeAt(at + 1) - 48

const toNumber = (day: Day): number =>
  Date.UTC(100 * digits(day, 0) + digits(day, 2), digits(day, 5) - 1, digits(day, 8)) / millisecondsADay

const fromInstant = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10) as Day

/** The schema of a day, with its functions: `Day.make("2024-05-02")`, `Day.between(a, b)`. */
export const Day = /* @__PURE__ */ Object.assign(schema, {
  /** Returns whether the day exists in the Gregorian calendar: 2021-02-29 does not. Years run from 1000 to 9999. */
  exists,

  /** Returns the number of days in a month (1-12). */
  lengthOfMonth,

  /** Returns the day of three numbers for which `exists` is true. */
  of: (year: number, month: number, day: number): Day =>
    `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}` as Day,

  /** Returns the day that a text names as `YYYY-MM-DD`, or `undefined` when it names none. */
  parse: (text: string): Day | undefined => (pattern.test(text) && isReal(text) ? (text as Day) : undefined),

  /** Returns the whole days from 1970-01-01 to the day. */
  toNumber,

  /** Returns the day that is this many whole days after 1970-01-01. */
  fromNumber: (days: number): Day => fromInstant(days * millisecondsADay),

  /** Returns the UTC day of an instant in milliseconds since 1970. */
  fromInstant,

  /** Returns the signed whole days from `a` to `b`. */
  between: (a: Day, b: Day): number => toNumber(b) - toNumber(a)
})
