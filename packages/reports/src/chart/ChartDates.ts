/**
 * Dates in charts: the days that they can mean, and their place on an axis.
 */
import { Day } from "@frist/domain/Day"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import type { ChartDate } from "../ChartBlocks.ts"
import { spokenDate } from "../words/DateWords.ts"
import type { Spoken } from "../words/Spoken.ts"

/** Returns a date as charts have it, or null for none. */
export const chartDate = (date: PlannedDate | null, spoken: Spoken): ChartDate | null =>
  date === null ? null : { earliest: date.earliest, latest: date.latest, words: spokenDate(date, spoken) }

/** Returns the days of a date that are known. */
export const daysOf = (date: ChartDate | null): ReadonlyArray<Day> =>
  date === null ? [] : [date.earliest, date.latest].filter((day) => day !== null)

/** Returns the last day that a date can mean, or its first where it has no end. */
export const lastDayOf = ({ earliest, latest }: Pick<ChartDate, "earliest" | "latest">): Day | null =>
  latest ?? earliest

/** Returns the first and the last of some days; null for none. */
export const reachOf = (days: ReadonlyArray<Day>): { readonly from: Day; readonly to: Day } | null => {
  const sorted = [...days].sort()
  const [from, to] = [sorted[0], sorted.at(-1)]
  return from === undefined || to === undefined ? null : { from, to }
}

/** Returns the day this many months later, or earlier, as the first day of that month. */
export const monthsAfter = (day: Day, months: number): Day => {
  const all = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return Day.of(Math.floor(all / 12), (all % 12) + 1, 1)
}
