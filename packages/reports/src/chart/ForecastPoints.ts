/**
 * The points of an activity's forecasts in the trend chart.
 */
import type { TrendRow } from "@frist/projections/MilestoneTrend"
import { chartSize, type Scales } from "./ChartFrame.ts"

/**
 * A forecast in the chart. The line goes through `at`, the last day the words can mean; `from` is the first. `open`: no
 * last day, the line goes through the first. `endless`: neither, and `unread`: not a date; in both the line has a gap.
 * `early`: before the chart begins.
 */
export interface ForecastPoint {
  readonly x: number
  readonly at: number
  readonly from: number
  readonly kind: "exact" | "period" | "open" | "endless" | "unread" | "early"
}

/** Returns a point for each report that has a forecast, in the order of the reports. */
export const forecastPoints = ({ reports }: TrendRow, { extent, x, y }: Scales): ReadonlyArray<ForecastPoint> => {
  const floor = chartSize.top + chartSize.plot
  let before: number | undefined
  return reports.flatMap(({ forecast, on }): ReadonlyArray<ForecastPoint> => {
    if (forecast === null) return []
    const { earliest, edtf, latest } = forecast
    const place = { x: x(on) }
    if (edtf === null) return [{ ...place, at: before ?? y(on), from: before ?? y(on), kind: "unread" }]
    if (latest === null) {
      // Without a first day, nothing is known but that there is no end: the line has a gap, as for an unread date.
      if (earliest === null) return [{ ...place, at: chartSize.top, from: before ?? clamped(y(on)), kind: "endless" }]
      const from = clamped(y(earliest))
      before = from
      return [{ ...place, at: chartSize.top, from, kind: "open" }]
    }
    const at = clamped(y(latest))
    before = at
    if (latest < extent.from) return [{ ...place, at: floor, from: floor, kind: "early" }]
    const from = earliest === null ? floor : clamped(y(earliest))
    return [{ ...place, at, from, kind: earliest === latest ? "exact" : "period" }]
  })
}

/** Moves a vertical coordinate into the plot. */
export const clamped = (y: number): number => Math.min(Math.max(y, chartSize.top), chartSize.top + chartSize.plot)

/** Returns the point of completion: its date, or where it has none the day it was reported. Null outside the chart. */
export const completionPoint = (
  { completed }: TrendRow,
  { extent, x, y }: Scales
): { readonly x: number; readonly y: number } | null => {
  if (completed === null) return null
  const day = completed.on?.latest ?? completed.on?.earliest ?? completed.reportedOn
  return day < extent.from || day > extent.to ? null : { x: x(day), y: y(day) }
}
