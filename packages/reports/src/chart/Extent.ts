/**
 * The days that the trend chart spans on both axes: from the first report to the last forecast, in whole quarters.
 */
import { Day } from "@frist/domain/Day"
import type { MilestoneTrend } from "@frist/projections/MilestoneTrend"

/** The first day, and the day after the last. */
export interface Extent {
  readonly from: Day
  readonly to: Day
}

/** Later forecasts and extrapolations, counted in years from the first report, leave the chart at its edge. */
const years = 12

/** Returns the days that the chart of a trend spans. */
export const extentOf = ({ activities, asOf, today }: MilestoneTrend): Extent => {
  const reported = activities.flatMap(({ reports }) => reports.map(({ on }) => on))
  const first = [...reported, asOf ?? today].reduce((a, b) => (a < b ? a : b))
  const limit = `${Number(first.slice(0, 4)) + years}${first.slice(4)}`
  const last = activities
    .flatMap(({ completed, reports }) => [
      ...reports.flatMap(({ forecast }) => [forecast?.latest, forecast?.earliest]),
      completed?.on?.latest
    ])
    .reduce<string>((a, b) => (b != null && b > a && b <= limit ? b : a), asOf ?? today)
  return { from: quarter(first, 0), to: quarter(last, 1) }
}

/** Returns the first day of a day's quarter, or of a later quarter. */
const quarter = (day: string, later: number): Day => {
  const quarters = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3) + later
  return Day.of(Math.floor(quarters / 4), (quarters % 4) * 3 + 1, 1)
}
