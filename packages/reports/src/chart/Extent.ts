/**
 * The days that the trend chart spans, the same across and upwards: from the first day of reporting to the last day
 * that is forecast, in whole quarters.
 */
import { Day } from "@frist/domain/Day"
import type { MilestoneTrend } from "@frist/projections/MilestoneTrend"

export interface Extent {
  readonly from: Day
  readonly to: Day
}

/** Forecasts and extrapolations further ahead than this do not stretch the chart: they leave it at the edge. */
const years = 12

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

/** The first day of the quarter of a day, or of that many quarters later. */
const quarter = (day: string, later: number): Day => {
  const quarters = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3) + later
  return Day.of(Math.floor(quarters / 4), (quarters % 4) * 3 + 1, 1)
}
