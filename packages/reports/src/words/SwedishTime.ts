/**
 * Swedish civil time, by the rule of the European Union for summer time, which has applied since 1996. Not from the host's
 * time zones: a report must be the same everywhere.
 */
import { Day } from "@frist/domain/Day"

const hour = 3_600_000

/** Returns 01:00 UTC on the last Sunday of a month of 31 days, when the clocks change. */
const change = (year: number, month: number): number => {
  const last = Date.UTC(year, month - 1, 31, 1)
  return last - new Date(last).getUTCDay() * 24 * hour
}

/** Returns the day and the time of day, `12.00`, of an instant in Sweden. */
export const swedishTime = (instant: number): { readonly day: Day; readonly time: string } => {
  const year = new Date(instant).getUTCFullYear()
  const isSummer = instant >= change(year, 3) && instant < change(year, 10)
  const local = new Date(instant + (isSummer ? 2 : 1) * hour).toISOString()
  return { day: Day.fromInstant(Date.parse(local)), time: local.slice(11, 16).replace(":", ".") }
}
