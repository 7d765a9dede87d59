/**
 * A plain calendar day, without time or zone: the unit in which plans are made and slips are counted.
 */
import * as Schema from "effect/Schema"

const pattern = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const millisecondsADay = 86_400_000

const pad = (n: number) => String(n).padStart(2, "0")

/** True when the day exists in the Gregorian calendar: 2021-02-29 does not. Years run from 1000 to 9999. */
export const exists = (year: number, month: number, day: number): boolean =>
  year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month)

/** Days in a month (1-12). */
export const lengthOfMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Whether the day exists, of a text that has the pattern. Only the last days of months may not. */
const isReal = (text: string): boolean =>
  text.slice(8) <= "28" || exists(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))

const isDay = (text: string): boolean => pattern.test(text) && isReal(text)

/** `YYYY-MM-DD`, a day that exists. Days order as their text orders. */
export const Day = Schema.String.check(
  Schema.isPattern(pattern),
  Schema.makeFilter(isReal, { expected: "a day that exists" })
).pipe(Schema.brand("Day"))
export type Day = typeof Day.Type

/** The day of these numbers; the caller has asked `exists`. */
export const of = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}` as Day

/** The day a text names, or `undefined` when it names none. */
export const parse = (text: string): Day | undefined => (isDay(text) ? (text as Day) : undefined)

/** Whole days since 1970-01-01. */
export const toNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / millisecondsADay

/** The day that many whole days since 1970-01-01. */
export const fromNumber = (days: number): Day => fromInstant(days * millisecondsADay)

/** The UTC day of an instant in milliseconds. */
export const fromInstant = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10) as Day

/** Signed whole days from `a` to `b`. */
export const between = (a: Day, b: Day): number => toNumber(b) - toNumber(a)
