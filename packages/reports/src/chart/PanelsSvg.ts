/**
 * Reported dates as SVG: a small chart per area with names at the ends of its lines, the other areas pale, and the half
 * shaded in which the deadline had passed.
 */
import { Day } from "@frist/domain/Day"
import { line } from "d3-shape"
import type { Panels } from "../ChartBlocks.ts"
import { type Element, el } from "../Element.ts"
import { excerpt, type Spoken } from "../words/Spoken.ts"
import { daysOf, lastDayOf, reachOf } from "./ChartDates.ts"
import { type Point, withoutStraight } from "./StraightLine.ts"
import { chartInks, chartSvg, dayScale, lettersIn, rounded, svgLine, svgText, yearTicks } from "./ChartParts.ts"

type Panel = Panels["panels"][number]
type Line = Panel["lines"][number]

const panel = { width: 273, height: 158 }
const plot = { left: 34, right: 136, top: 24, bottom: 128 }
const size = 11
const step = 13
/** The most names at the ends of the lines of one chart. */
const most = 8

/** Later dates leave the chart at its upper edge, counted in years from the first report. */
const years = 6

interface Place {
  readonly x: (day: Day) => number
  readonly y: (day: Day) => number
}

/** Returns the charts as one drawing, so many beside each other. */
export const panelsSvg = (chart: Panels, spoken: Spoken, id: string, across: number): Element => {
  const { from, panels, to } = chart
  const days = panels.flatMap(({ lines }) =>
    lines.flatMap(({ reports }) => reports.flatMap(({ date }) => daysOf(date)))
  )
  const limit = Day.of(Number(from.slice(0, 4)) + years, 12, 31)
  const reach = reachOf([from, to, ...days.filter((day) => day <= limit)]) ?? { from, to }
  const place: Place = {
    x: dayScale(from, to, [plot.left, plot.right]),
    y: dayScale(reach.from, reach.to, [plot.bottom, plot.top])
  }
  const pale = panels.flatMap(({ lines }) => lines.map((each) => pathOf(each, place))).join("")
  return chartSvg(
    chart,
    {
      width: across * panel.width + 1,
      height: Math.ceil(panels.length / across) * panel.height + 4,
      id,
      kind: "panels"
    },
    el(
      "defs",
      {},
      el("clipPath", { id: `${id}-plot` }, el("rect", marked)),
      el("path", {
        id: `${id}-pale`,
        d: pale,
        fill: "none",
        stroke: chartInks.faint,
        class: "pale",
        "stroke-width": 0.7
      })
    ),
    ...panels.map((each, at) =>
      el(
        "g",
        { transform: `translate(${(at % across) * panel.width} ${Math.floor(at / across) * panel.height})` },
        ...panelMarkup(each, place, { chart, reach, spoken, id })
      )
    )
  )
}

const plotBox = { x: plot.left, y: plot.top, width: plot.right - plot.left, height: plot.bottom - plot.top }

/** The plot with room for marks on its edges. */
const marked = { x: plot.left - 4, y: plot.top - 4, width: plotBox.width + 8, height: plotBox.height + 8 }

interface Frame {
  readonly chart: Panels
  readonly reach: { readonly from: Day; readonly to: Day }
  readonly spoken: Spoken
  readonly id: string
}

const panelMarkup = ({ lines, title }: Panel, place: Place, { chart, id, reach, spoken }: Frame) => {
  const { from, to } = chart
  const { x, y } = place
  const words = spoken.text.report.chart.panels
  const upTo = (day: Day): number => Math.max(y(day), plot.top)
  return [
    svgText(excerpt(title, lettersIn(panel.width - 20, 13)), {
      class: "value",
      fill: chartInks.ink,
      x: 0,
      y: 14,
      "font-size": 13
    }),
    el("rect", { ...plotBox, class: "plot", fill: "none", stroke: chartInks.grid }),
    // Below the diagonal a date lies before the day it was reported on.
    el("path", {
      class: "shade",
      fill: chartInks.shade,
      d: `M${x(from)} ${Math.min(y(from), plot.bottom)}L${x(to)} ${upTo(to)}V${plot.bottom}H${x(from)}Z`
    }),
    svgText(words.passed, {
      class: "soft",
      x: plot.right - 4,
      y: plot.bottom - 6,
      "text-anchor": "end",
      "font-size": size
    }),
    ...yearTicks(reach.from, reach.to, 5).flatMap((day) => [
      svgLine({ class: "grid", stroke: chartInks.grid, x1: plot.left, x2: plot.right, y1: y(day), y2: y(day) }),
      svgText(day.slice(0, 4), { x: plot.left - 6, y: y(day) + 4, "text-anchor": "end", "font-size": size })
    ]),
    ...yearTicks(from, to, 3).flatMap((day) => [
      svgLine({ class: "grid", stroke: chartInks.grid, x1: x(day), x2: x(day), y1: plot.top, y2: plot.bottom }),
      svgText(day.slice(0, 4), { x: x(day), y: plot.bottom + 14, "text-anchor": "middle", "font-size": size })
    ]),
    el(
      "g",
      { "clip-path": `url(#${id}-plot)` },
      el("use", { href: `#${id}-pale` }),
      ...lines.flatMap((each) => course(each, place, lines.length <= most))
    ),
    ...names(lines, place, spoken)
  ]
}

const drawn = line<Point>()
  .x(({ x }) => x)
  .y(({ y }) => y)
  .digits(1)

/** Returns the path through the reported dates. A report without a day that can be drawn parts it. */
const pathOf = ({ done, reports }: Line, { x, y }: Place): string => {
  const runs: Array<Array<Point>> = [[]]
  const place = (on: Day, at: Day | null): void => {
    if (at === null) runs.push([])
    else runs.at(-1)?.push({ x: x(on), y: Math.max(y(at), plot.top - 4) })
  }
  for (const { date, on } of reports) place(on, lastDayOf(date))
  if (done !== null) place(done, done)
  return runs.map((run) => drawn(withoutStraight(run)) ?? "").join("")
}

/** Returns a line with its marks; those of a crowd would hide more than they show. */
const course = (each: Line, place: Place, isMarked: boolean): ReadonlyArray<Element> => {
  const tone = each.isRunning ? "running" : "moved"
  const stroke = each.isRunning ? chartInks.counted : chartInks.now
  return [
    el("path", { class: `course ${tone}`, d: pathOf(each, place), fill: "none", stroke, "stroke-width": 1.8 }),
    ...(isMarked ? each.reports : []).flatMap(({ date, on }) => {
      const { earliest, latest } = date
      const end = lastDayOf(date)
      if (end === null) return []
      const [cx, cy] = [place.x(on), Math.max(place.y(end), plot.top)]
      return earliest === null || latest === null || earliest === latest
        ? [el("circle", { class: `dot ${tone}`, cx, cy, r: 2.5, fill: stroke })]
        : [svgLine({ class: `wide ${tone}`, stroke, "stroke-width": 4, x1: cx, x2: cx, y1: place.y(earliest), y2: cy })]
    }),
    ...(each.done === null
      ? []
      : [el("circle", { class: "done", cx: place.x(each.done), cy: place.y(each.done), r: 4, fill: chartInks.done })])
  ]
}

/** Returns the names beside the ends of the lines, moved apart, each with a thin line from its end. */
const names = (lines: ReadonlyArray<Line>, place: Place, { text }: Spoken): ReadonlyArray<Element> => {
  const words = text.report.chart.panels
  const ends = lines
    .flatMap((each) => {
      const last = each.reports.findLast(({ date }) => lastDayOf(date) !== null)
      const day = each.done ?? (last === undefined ? null : lastDayOf(last.date))
      const on = each.done ?? last?.on
      if (day === null || on === undefined) return []
      const said =
        lines.length > 1
          ? `${each.name}${each.done === null ? "" : `, ${words.done}`}`
          : each.done === null
            ? (each.reports.at(-1)?.date.words ?? each.name)
            : words.done
      return [{ said, x: place.x(on), y: Math.min(Math.max(place.y(day), plot.top), plot.bottom) }]
    })
    .sort((a, b) => a.y - b.y)
  const shown = ends.slice(0, ends.length > most ? most - 1 : most)
  const left = plot.right + 12
  let free = plot.top + 6
  const placed = shown.map((each, at) => {
    const last = plot.bottom - (shown.length - 1 - at) * step
    const y = Math.min(Math.max(each.y, free), last)
    free = y + step
    return { ...each, at: rounded(y) }
  })
  const more = ends.length - shown.length
  return [
    ...placed.flatMap(({ at, said, x, y }) => [
      svgLine({
        class: "leader",
        stroke: chartInks.faint,
        "stroke-width": 0.7,
        x1: x + 3,
        y1: y,
        x2: left - 3,
        y2: at
      }),
      svgText(excerpt(said, lettersIn(panel.width - left - 4, size)), {
        class: "name",
        fill: chartInks.ink,
        x: left,
        y: at + 4,
        "font-size": size
      })
    ]),
    ...(more === 0
      ? []
      : [svgText(words.more(more), { class: "soft", x: left, y: plot.bottom + 14, "font-size": size })])
  ]
}
