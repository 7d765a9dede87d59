/**
 * How fast a deadline slips, in days moved per day passed, and where it would be met if it went on so: always as
 * intervals, since dates are.
 */
import { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import * as Schema from "effect/Schema"

/** Days moved per day passed; null is an end that is not known. */
export const SlipRate = Schema.Struct({ min: Schema.NullOr(Schema.Finite), max: Schema.NullOr(Schema.Finite) })
export type SlipRate = typeof SlipRate.Type

/**
 * Where the line through the first and the last report meets the day on which it is reported. `converges`: `no` where
 * it never does, and there is no date; `perhaps` where it may or may not, and at most the earliest can be told.
 * `passed`: the date lies behind the last report, so that there is nothing to go on with.
 */
export const Extrapolation = Schema.Struct({
  converges: Schema.Literals(["yes", "perhaps", "no", "passed"]),
  earliest: Schema.NullOr(Day),
  latest: Schema.NullOr(Day)
})
export type Extrapolation = typeof Extrapolation.Type

/** A forecast as it was reported on a day. */
export interface Reported {
  readonly on: Day
  readonly forecast: PlannedDate
}

/** The rate between two reports; null where no day passed between them, or nothing is known at either end. */
export const slipRate = (first: Reported, last: Reported): SlipRate | null => {
  const passed = Day.between(first.on, last.on)
  if (passed <= 0) return null
  if (PlannedDate.same(first.forecast, last.forecast)) return { min: 0, max: 0 }
  const { max, min } = PlannedDate.slip(first.forecast, last.forecast)
  return min === null && max === null ? null : { min: perDay(min, passed), max: perDay(max, passed) }
}

/** To three decimals: more would say more than whole days can. */
const perDay = (days: number | null, passed: number): number | null =>
  days === null ? null : Math.round((days / passed) * 1000) / 1000

/** The latest day that is told: beyond it a date says no more than "not in our time". */
const horizon = Day.toNumber(Day.of(2200, 1, 1))

/** Where the slip ends if it goes on at that rate from the last report. */
export const extrapolated = (last: Reported, rate: SlipRate): Extrapolation => {
  const from = Day.toNumber(last.on)
  const { earliest, latest } = last.forecast
  if (latest !== null && latest <= last.on) return { converges: "passed", earliest: null, latest: null }
  if (rate.min !== null && rate.min >= 1) return { converges: "no", earliest: null, latest: null }
  const first = met(from, earliest, rate.min)
  const end = met(from, latest, rate.max)
  return { converges: end === null ? "perhaps" : "yes", earliest: first, latest: end }
}

const met = (from: number, forecast: Day | null, rate: number | null): Day | null => {
  if (forecast === null || rate === null || rate >= 1) return null
  const left = Math.max(Day.toNumber(forecast) - from, 0)
  const day = from + Math.round(left / (1 - rate))
  return day > horizon ? null : Day.fromNumber(day)
}
