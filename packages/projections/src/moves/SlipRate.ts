/**
 * The slip rate of a deadline, in days moved per day passed, and the day on which it would be met at that rate. Both
 * are intervals, as dates are.
 */
import { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import * as Schema from "effect/Schema"

/** Days moved per day passed; null is an unknown end. */
export const SlipRate = Schema.Struct({ min: Schema.NullOr(Schema.Finite), max: Schema.NullOr(Schema.Finite) })
export type SlipRate = typeof SlipRate.Type

/**
 * The day on which the line through the first and the last report meets the day of reporting. `converges` is `no` where
 * they never meet, and there is no date; `late` where they meet more than ten years after the last report, and there is
 * none either; `perhaps` where they may meet within ten years, and at most `earliest` is known; `passed` where the forecast lies
 * before the last report.
 */
export const Extrapolation = Schema.Struct({
  converges: Schema.Literals(["yes", "perhaps", "late", "no", "passed"]),
  earliest: Schema.NullOr(Day),
  latest: Schema.NullOr(Day)
})
export type Extrapolation = typeof Extrapolation.Type

/** A forecast as it was reported on a day. */
export interface ReportedDate {
  readonly on: Day
  readonly forecast: PlannedDate
}

/** Returns the rate between two reports; null if no day passed between them, or both ends are unknown. */
export const slipRate = (first: ReportedDate, last: ReportedDate): SlipRate | null => {
  const passed = Day.between(first.on, last.on)
  if (passed <= 0) return null
  if (PlannedDate.same(first.forecast, last.forecast)) return { min: 0, max: 0 }
  const { max, min } = PlannedDate.slip(first.forecast, last.forecast)
  return min === null && max === null ? null : { min: perDay(min, passed), max: perDay(max, passed) }
}

/** Three decimals: whole days support no more. */
const perDay = (days: number | null, passed: number): number | null =>
  days === null ? null : Math.round((days / passed) * 1000) / 1000

/** The days after the last report that an extrapolation covers, ten years: a later date says only that it is out of reach. */
const horizon = 3653

/** Extrapolates the slip from the last report at that rate. */
export const extrapolated = (last: ReportedDate, rate: SlipRate): Extrapolation => {
  const from = Day.toNumber(last.on)
  const { earliest, latest } = last.forecast
  if (latest !== null && latest <= last.on) return { converges: "passed", earliest: null, latest: null }
  if (rate.min !== null && rate.min >= 1) return { converges: "no", earliest: null, latest: null }
  const first = met(from, earliest, rate.min)
  const end = met(from, latest, rate.max)
  if (first === "late") return { converges: "late", earliest: null, latest: null }
  return end === "late" || end === null
    ? { converges: "perhaps", earliest: first, latest: null }
    : { converges: "yes", earliest: first, latest: end }
}

/** Returns the day on which a forecast is met; `late` beyond the horizon, and null where it may never be. */
const met = (from: number, forecast: Day | null, rate: number | null): Day | "late" | null => {
  if (forecast === null || rate === null || rate >= 1) return null
  const left = Math.round(Math.max(Day.toNumber(forecast) - from, 0) / (1 - rate))
  return left > horizon ? "late" : Day.fromNumber(from + left)
}
