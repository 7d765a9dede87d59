/**
 * Slip rates and extrapolations in words.
 */
import { Day } from "@frist/domain/Day"
import type { Extrapolation } from "@frist/projections/moves/SlipRate"
import type { TrendRow } from "@frist/projections/MilestoneTrend"
import { isClosed } from "@frist/domain/Status"
import type { Spoken } from "../words/Spoken.ts"
import { monthWords } from "../words/DateWords.ts"
import { monthsMoved, wholeMonths } from "../words/MonthsMoved.ts"

/** The fewest reports that say anything about a rate. */
export const fewestReports = 4

/** Returns how far a deadline moved from its first report to its last, and in how long: `6 mån på 12 mån`. Unknown: empty. */
export const rateWords = ({ rate, reports }: Pick<TrendRow, "rate" | "reports">, spoken: Spoken): string => {
  const dated = reports.filter(({ forecast }) => forecast?.earliest != null || forecast?.latest != null)
  const [first, last] = [dated[0], dated.at(-1)]
  if (first === undefined || last === undefined || rate === null || (rate.min ?? rate.max) === null) return ""
  const passed = Day.between(first.on, last.on)
  const moved = (perDay: number | null) => (perDay === null ? null : Math.round(perDay * passed))
  return spoken.text.report.trend.rate(
    monthsMoved({ min: moved(rate.min), max: moved(rate.max) }, spoken),
    timePassed(passed, spoken)
  )
}

const timePassed = (days: number, spoken: Spoken): string =>
  wholeMonths(days) < 1
    ? spoken.text.day(days, spoken.number(days))
    : spoken.text.report.chart.months(spoken.number(wholeMonths(days)))

/** Returns the month in which the line meets the diagonal: a day would claim more than it knows. */
export const extrapolationWords = (row: TrendRow, spoken: Spoken): string => {
  const { notComparable, trend } = spoken.text.report
  const { extrapolation } = row
  if (isClosed(row.status)) return trend.ended
  if (!row.tally.alike) return notComparable
  if (extrapolation === null || row.reports.length < fewestReports) {
    const last = row.reports.at(-1)?.forecast
    return last == null || (last.earliest === null && last.latest === null) ? trend.undated : trend.few
  }
  return metWords(extrapolation, spoken)
}

const metWords = ({ converges, earliest, latest }: Extrapolation, spoken: Spoken): string => {
  const { trend } = spoken.text.report
  switch (converges) {
    case "passed":
      return trend.passed
    case "no":
      return trend.doesNotConverge
    case "late":
      return trend.notInTen
    case "perhaps":
      return earliest === null ? trend.perhapsNotInTen : trend.perhaps(monthWords(earliest, spoken))
    case "yes": {
      const [from, to] = [earliest, latest].map((day) => (day === null ? null : monthWords(day, spoken)))
      return from === null || from === undefined || from === to ? (to ?? "") : `${from}–${to ?? ""}`
    }
  }
}
