/**
 * The frame of the trend chart. Both axes have one scale, so the diagonal is where a deadline is reached.
 */
import { Day } from "@frist/domain/Day"
import { scaleUtc } from "d3-scale"
import type { Spoken } from "../words/Spoken.ts"
import { type Element, el } from "../Element.ts"
import type { Extent } from "./Extent.ts"

/** The measures of the chart in its own units; `plot` is the side of the square. */
export const chartSize = { width: 760, height: 716, left: 70, top: 30, plot: 640 } as const
const right = chartSize.left + chartSize.plot
const bottom = chartSize.top + chartSize.plot

/** Map days to coordinates, at the same scale on both axes; later days are further right and further up. */
export interface Scales {
  readonly extent: Extent
  readonly x: (day: string) => number
  readonly y: (day: string) => number
}

const instant = (day: string): Date => new Date(`${day}T00:00:00Z`)

const scaleOf = (extent: Extent, range: readonly [number, number]) =>
  scaleUtc([instant(extent.from), instant(extent.to)], range)

/** Rounds to a tenth of a unit: more cannot be seen and makes the file larger. */
const rounded = (n: number): number => Math.round(n * 10) / 10

/** Returns the scales of the days that the chart spans. */
export const scalesOf = (extent: Extent): Scales => {
  const across = scaleOf(extent, [chartSize.left, right])
  const upwards = scaleOf(extent, [bottom, chartSize.top])
  return { extent, x: (day) => rounded(across(instant(day))), y: (day) => rounded(upwards(instant(day))) }
}

/** Returns the axes, the lines of the reviews and the diagonal. */
export const chartFrame = (scales: Scales, reviews: ReadonlyArray<Day>, spoken: Spoken): Element => {
  const { trend } = spoken.text.report
  const ticks = scaleOf(scales.extent, [0, 1])
    .ticks(12)
    .map((date) => date.toISOString().slice(0, 10))
  const isNamed = namedAmong(ticks)
  const { extent, x, y } = scales
  return el(
    "g",
    { class: "frame" },
    ...ticks.flatMap((day) => [
      line({ class: "grid", x1: chartSize.left, x2: right, y1: y(day), y2: y(day) }),
      line({ class: "grid", x1: x(day), x2: x(day), y1: chartSize.top, y2: bottom }),
      ...(isNamed(day)
        ? [
            svgText(tickWords(day, spoken), { x: chartSize.left - 8, y: y(day) + 4, "text-anchor": "end" }),
            svgText(tickWords(day, spoken), { x: x(day), y: bottom + 18, "text-anchor": "middle" })
          ]
        : [])
    ]),
    ...reviews
      .filter((day) => day >= extent.from && day <= extent.to)
      .map((day) => line({ class: "review", x1: x(day), x2: x(day), y1: chartSize.top, y2: bottom })),
    line({ class: "diagonal", x1: chartSize.left, y1: bottom, x2: right, y2: chartSize.top }),
    svgText(trend.diagonal, {
      class: "soft",
      "text-anchor": "end",
      transform: `translate(${right - 10} ${chartSize.top + 24}) rotate(-45)`
    }),
    el("rect", {
      class: "edge",
      x: chartSize.left,
      y: chartSize.top,
      width: chartSize.plot,
      height: chartSize.plot,
      fill: "none",
      stroke: "#5d6873"
    }),
    svgText(trend.x, { class: "soft", x: right, y: bottom + 38, "text-anchor": "end" }),
    svgText(trend.y, { class: "soft", x: 4, y: chartSize.top - 14 })
  )
}

const month = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** Returns which ticks have a label: whole and half years before other months. */
const namedAmong = (ticks: ReadonlyArray<string>): ((day: string) => boolean) => {
  const step = [1, 3, 6, 12, 24, 48].find(
    (each) => ticks.filter((day) => day.endsWith("-01") && month(day) % each === 0).length <= 7
  )
  return (day) => day.endsWith("-01") && month(day) % (step ?? 96) === 0
}

const tickWords = (day: string, { text }: Spoken): string =>
  `${text.report.shortMonths[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`

/** Colours for a chart by itself; the page's style sheet replaces them, for light and dark. */
const strokes: Readonly<Record<string, string>> = { grid: "#e3e6e8", review: "#b9c2c9", diagonal: "#1b2733" }

const line = (attributes: Readonly<Record<string, string | number>>): Element =>
  el("line", { stroke: strokes[String(attributes["class"])] ?? "#1b2733", ...attributes })

/** Returns a text in the chart's ordinary size and colour. */
export const svgText = (text: string, attributes: Readonly<Record<string, string | number>>): Element =>
  el("text", { fill: "#3d4852", "font-size": 12, ...attributes }, text)
