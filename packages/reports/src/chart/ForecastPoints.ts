/**
 * Where an activity's reports stand in the trend chart.
 */
import type { TrendRow } from "@frist/projections/MilestoneTrend"
import { chartSize, type Scales } from "./ChartFrame.ts"

/**
 * `at` is the last day the words can mean, where the line goes; `from` the first. `open`: no end is known, and the line
 * goes by the first day; `endless`: neither is; `unread`: nothing could be read, and `at` is where its mark stands. At
 * the last two the line has a gap. `early`: before the chart begins.
 */
export interface ForecastPoint {
  readonly x: number
  readonly at: number
  readonly from: number
  readonly kind: "exact" | "period" | "open" | "endless" | "unread" | "early"
}

export const forecastPoints = ({ reports }: TrendRow, { extent, x, y }: Scales): ReadonlyArray<ForecastPoint> => {
  const floor = chartSize.top + chartSize.plot
  let before: number | undefined
  return reports.flatMap(({ forecast, on }): ReadonlyArray<ForecastPoint> => {
    if (forecast === null) return []
    const { earliest, edtf, latest } = forecast
    const place = { x: x(on) }
    if (edtf === null) return [{ ...place, at: before ?? y(on), from: before ?? y(on), kind: "unread" }]
    if (latest === null) {
      // Without a first day either, nothing is known but that there is no end: the line has a gap, as where it is unread.
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

export const clamped = (y: number): number => Math.min(Math.max(y, chartSize.top), chartSize.top + chartSize.plot)

/** Where it was done: the date it was given, or where it has none the day on which it was reported. */
export const completionPoint = (
  { completed }: TrendRow,
  { extent, x, y }: Scales
): { readonly x: number; readonly y: number } | null => {
  if (completed === null) return null
  const day = completed.on?.latest ?? completed.on?.earliest ?? completed.reportedOn
  return day < extent.from || day > extent.to ? null : { x: x(day), y: y(day) }
}
