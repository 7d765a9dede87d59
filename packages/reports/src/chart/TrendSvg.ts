/**
 * The milestone trend as SVG: forecasts over days of reporting, with bands, arrows, gaps and extrapolations.
 */
import type { TrendRow } from "@frist/projections/MilestoneTrend"
import { area, line } from "d3-shape"
import type { Spoken } from "../words/Spoken.ts"
import { type Element, el } from "../Element.ts"
import type { Trend } from "../Report.ts"
import { completionPoint, type ForecastPoint, forecastPoints } from "./ForecastPoints.ts"
import { endLabels } from "./EndLabels.ts"
import { extentOf } from "./Extent.ts"
import { chartFrame, type Scales, scalesOf, chartSize } from "./ChartFrame.ts"
import { trendLegend } from "./TrendLegend.ts"
import { reportMarks, strokeOf } from "./ReportMarks.ts"

type Tone = "still" | "moved" | "running"

/** An activity in the chart. One without a number is part of a crowd and drawn faintly. */
interface Drawn {
  readonly row: TrendRow
  readonly spots: ReadonlyArray<ForecastPoint>
  readonly tone: Tone
  readonly isNumbered: boolean
}

/** Returns the chart; `id` makes the ids of its parts unique in the document. */
export const trendSvg = ({ description, numbers, title, trend }: Trend, spoken: Spoken, id = "trend"): Element => {
  const scales = scalesOf(extentOf(trend))
  const rows = trend.activities.map((row): Drawn => ({
    row,
    spots: forecastPoints(row, scales),
    tone: toneOf(row),
    isNumbered: Object.hasOwn(numbers, row.activity)
  }))
  // Lines that do not move are drawn first, those that move above them; the crowd without numbers is below both.
  const order: ReadonlyArray<Tone> = ["still", "moved", "running"]
  const inOrder = order.flatMap((tone) => rows.filter((each) => each.tone === tone))
  const crowd = inOrder.filter(({ isNumbered }) => !isNumbered)
  const drawn = inOrder.filter(({ isNumbered }) => isNumbered)
  return el(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${chartSize.width} ${chartSize.height}`,
      role: "img",
      class: "trend",
      "font-family": "sans-serif",
      "aria-labelledby": `${id}-title ${id}-text`
    },
    el("title", { id: `${id}-title` }, title),
    el("desc", { id: `${id}-text` }, description),
    el(
      "clipPath",
      { id: `${id}-plot` },
      el("rect", { x: chartSize.left, y: chartSize.top, width: chartSize.plot, height: chartSize.plot })
    ),
    chartFrame(scales, trend.reviews, spoken),
    el(
      "g",
      { "clip-path": `url(#${id}-plot)` },
      ...crowd.flatMap((each) => [...bands(each), ...course(each, scales)]),
      ...drawn.flatMap((each) => [...bands(each), ...extrapolation(each, scales)]),
      ...drawn.flatMap((each) => course(each, scales))
    ),
    // Dots at every bend of a crowd would hide more than they show.
    ...crowd.flatMap(({ spots, tone }) =>
      spots.filter(({ kind }) => kind !== "exact").flatMap((spot) => reportMarks(spot, tone))
    ),
    ...crowd.flatMap((each) => completion(each, scales)),
    ...drawn.flatMap((each) => [
      ...each.spots.flatMap((spot) => reportMarks(spot, each.tone)),
      ...completion(each, scales)
    ]),
    ...endLabels(rows, numbers, scales, spoken),
    trendLegend(spoken)
  )
}

const toneOf = ({ extrapolation: own, tally }: TrendRow): Tone =>
  own?.converges === "no" ? "running" : tally.count > 0 ? "moved" : "still"

/** Returns the band of an activity's periods, from one report to the next. An open end is an arrow and has no band. */
const bands = ({ isNumbered, spots, tone }: Drawn): ReadonlyArray<Element> => {
  const wide = spots.some(({ kind }) => kind === "period")
  const d =
    spots.length > 1 && wide
      ? area<ForecastPoint>()
          .defined(({ kind }) => kind === "exact" || kind === "period" || kind === "early")
          .x(({ x }) => x)
          .y0(({ from }) => from)
          .y1(({ at }) => at)
          .digits(1)(spots)
      : null
  return d === null
    ? []
    : [el("path", { class: `band ${tone}`, d, fill: strokeOf[tone], "fill-opacity": isNumbered ? 0.1 : 0.02 })]
}

/** Returns the line, with a gap where a date was unread, up to the point of completion. */
const course = ({ isNumbered, row, spots, tone }: Drawn, scales: Scales): ReadonlyArray<Element> => {
  const done = completionPoint(row, scales)
  const points = [
    ...spots.map(({ at, from, kind, x }) => ({
      x,
      y: kind === "open" ? from : at,
      gap: kind === "unread" || kind === "endless"
    })),
    ...(done === null ? [] : [{ ...done, gap: false }])
  ]
  const d = line<(typeof points)[number]>()
    .defined(({ gap }) => !gap)
    .x(({ x }) => x)
    .y(({ y }) => y)
    .digits(1)(points)
  return points.length < 2 || d === null
    ? []
    : [
        el("path", {
          class: `course ${tone}`,
          d,
          fill: "none",
          stroke: strokeOf[tone],
          ...(isNumbered ? { "stroke-width": 1.6 } : { "stroke-width": 0.8, "stroke-opacity": 0.25 })
        })
      ]
}

const completion = ({ isNumbered, row }: Drawn, scales: Scales): ReadonlyArray<Element> => {
  const at = completionPoint(row, scales)
  if (at === null) return []
  const dated = row.completed?.on?.edtf != null
  return [
    el("circle", {
      class: dated ? "done" : "done undated",
      cx: at.x,
      cy: at.y,
      r: isNumbered ? 5.5 : 2.5,
      fill: dated ? "#1f6b3a" : "#ffffff",
      stroke: "#1f6b3a",
      "stroke-width": 1.5
    })
  ]
}

/** Returns dotted lines to the diagonal: two where the dates are periods. */
const extrapolation = ({ row, spots, tone }: Drawn, { x, y }: Scales): ReadonlyArray<Element> => {
  const own = row.extrapolation
  const last = spots.at(-1)
  if (own === null || last === undefined || own.converges === "no" || own.converges === "passed") return []
  const ends = [
    ...(own.earliest === null ? [] : [{ from: last.from, day: own.earliest }]),
    ...(own.latest === null ? [] : [{ from: last.at, day: own.latest }])
  ]
  return ends.map(({ day, from }) =>
    el("line", {
      class: `ahead ${tone}`,
      x1: last.x,
      y1: from,
      x2: x(day),
      y2: y(day),
      stroke: strokeOf[tone],
      "stroke-dasharray": "2 4"
    })
  )
}
