/**
 * The milestone trend drawn as SVG: forecasts over days of reporting, with bands, arrows, gaps and the extrapolation.
 */
import type { TrendRow } from "@frist/projections"
import { isClosed } from "@frist/domain/Status"
import { area, line } from "d3-shape"
import type { Spoken } from "../../words/Spoken.ts"
import { type Element, el } from "../markup/Element.ts"
import type { Trend } from "../Report.ts"
import { clamped, type Spot, spotsOf } from "./Course.ts"
import { extentOf } from "./Extent.ts"
import { frame, type Scales, scalesOf, size, words } from "./Frame.ts"
import { type End, placed } from "./Labels.ts"
import { legend } from "./TrendLegend.ts"
import { bar, marks, strokeOf } from "./Marks.ts"

type Tone = "still" | "moved" | "running"

/** The chart; `id` tells its parts from those of another in the same document. */
export const trendSvg = ({ description, numbers, title, trend }: Trend, spoken: Spoken, id = "trend"): Element => {
  const scales = scalesOf(extentOf(trend))
  const rows = trend.activities.map((row) => ({ row, spots: spotsOf(row, scales), tone: toneOf(row) }))
  // What stands still is drawn first, so that what moves lies above it.
  const order: ReadonlyArray<Tone> = ["still", "moved", "running"]
  const drawn = order.flatMap((tone) => rows.filter((each) => each.tone === tone))
  return el(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${size.width} ${size.height}`,
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
      el("rect", { x: size.left, y: size.top, width: size.plot, height: size.plot })
    ),
    frame(scales, trend.reviews, spoken),
    el(
      "g",
      { "clip-path": `url(#${id}-plot)` },
      ...drawn.flatMap(({ row, spots, tone }) => [...bands(spots, tone), ...extrapolation(row, spots, scales, tone)]),
      ...drawn.flatMap(({ row, spots, tone }) => course(row, spots, scales, tone))
    ),
    ...drawn.flatMap(({ row, spots, tone }) => [
      // Among very many lines a dot at each bend would hide more than it shows.
      ...spots
        .filter(({ kind }) => kind !== "exact" || Object.hasOwn(numbers, row.activity))
        .flatMap((spot) => marks(spot, tone)),
      ...completion(row, scales)
    ]),
    ...labels(rows, numbers, scales, spoken),
    legend(spoken)
  )
}

const toneOf = ({ extrapolation: own, rate, tally }: TrendRow): Tone =>
  own?.converges === "no" || (rate?.min ?? 0) >= 1 ? "running" : tally.count > 0 ? "moved" : "still"

/** Periods as bands from one report to the next; an open end is an arrow and has none. */
const bands = (spots: ReadonlyArray<Spot>, tone: Tone): ReadonlyArray<Element> => {
  const wide = spots.some(({ kind }) => kind === "period")
  const d =
    spots.length > 1 && wide
      ? area<Spot>()
          .defined(({ kind }) => kind === "exact" || kind === "period" || kind === "early")
          .x(({ x }) => x)
          .y0(({ from }) => from)
          .y1(({ at }) => at)
          .digits(1)(spots)
      : null
  return d === null ? [] : [el("path", { class: `band ${tone}`, d, fill: strokeOf[tone], "fill-opacity": 0.1 })]
}

/** The line itself, with a gap where nothing could be read, and on to the day of completion. */
const course = (row: TrendRow, spots: ReadonlyArray<Spot>, scales: Scales, tone: Tone): ReadonlyArray<Element> => {
  const done = doneAt(row, scales)
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
    : [el("path", { class: `course ${tone}`, d, fill: "none", stroke: strokeOf[tone], "stroke-width": 1.6 })]
}

/** Where it was done: the date it was given, or where it has none the day on which it was reported. */
const doneAt = (
  { completed }: TrendRow,
  { extent, x, y }: Scales
): { readonly x: number; readonly y: number } | null => {
  if (completed === null) return null
  const day = completed.on?.latest ?? completed.on?.earliest ?? completed.reportedOn
  return day < extent.from || day > extent.to ? null : { x: x(day), y: y(day) }
}

const completion = (row: TrendRow, scales: Scales): ReadonlyArray<Element> => {
  const at = doneAt(row, scales)
  if (at === null) return []
  const dated = row.completed?.on?.edtf != null
  return [
    el("circle", {
      class: dated ? "done" : "done undated",
      cx: at.x,
      cy: at.y,
      r: 5.5,
      fill: dated ? "#1f6b3a" : "#ffffff",
      stroke: "#1f6b3a",
      "stroke-width": 1.5
    })
  ]
}

/** Dotted, to where the line meets the diagonal: two where the dates are periods. */
const extrapolation = (
  { extrapolation: own }: TrendRow,
  spots: ReadonlyArray<Spot>,
  { x, y }: Scales,
  tone: Tone
): ReadonlyArray<Element> => {
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

const labels = (
  rows: ReadonlyArray<{ readonly row: TrendRow; readonly spots: ReadonlyArray<Spot> }>,
  numbers: Trend["numbers"],
  scales: Scales,
  spoken: Spoken
): ReadonlyArray<Element> => {
  const ends: Array<End> = []
  const done: Array<End> = []
  const early: Array<{ readonly number: number; readonly x: number }> = []
  for (const { row, spots } of rows) {
    const number = numbers[row.activity]
    const last = spots.at(-1)
    if (number === undefined || last === undefined) continue
    const at = doneAt(row, scales)
    const never = row.extrapolation?.converges === "no" && !isClosed(row.status)
    const text = never ? `${number} ${spoken.text.report.trend.doesNotConverge}` : String(number)
    if (at !== null) done.push({ text, ...at })
    else if (last.kind === "early") early.push({ number, x: last.x })
    else
      ends.push({
        text,
        x: last.x,
        y: clamped(last.kind === "open" ? Math.max(last.at + 12, last.from - 14) : last.at)
      })
  }
  const edge = Math.max(...early.map(({ x }) => x))
  return [
    ...[...placed(ends, 16, early.length > 0 ? 20 : 4), ...placed(done, 16, 4)].flatMap(({ at, text, x, y }) => [
      bar({ class: "leader", x1: x + 5, y1: y, x2: at.x - 2, y2: at.y, stroke: "#8a959e", "stroke-width": 0.6 }),
      words(text, { class: "number", x: at.x, y: at.y + 4 })
    ]),
    ...(early.length === 0
      ? []
      : [
          words(early.map(({ number }) => number).join(", "), {
            class: "number",
            x: edge + 12,
            y: size.top + size.plot - 6
          })
        ])
  ]
}
