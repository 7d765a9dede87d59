/**
 * How far each area has moved, as SVG: a bar in months with a segment per edition, the latest dark.
 */
import { scaleLinear } from "d3-scale"
import type { Stacks } from "../ChartBlocks.ts"
import { type Element, el } from "../Element.ts"
import type { Spoken } from "../words/Spoken.ts"
import { chartInks, chartSvg, lettersIn, rounded, svgLine, svgText, textLines, wrapped } from "./ChartParts.ts"

const width = 820
const row = 28
const plot = { from: 236, to: 660 }
const size = 12
/** The shades named beside each other in the legend, and the width of each. */
const beside = 2
const legendWidth = 260

/** Returns the chart. */
export const stacksSvg = (chart: Stacks, { number, text }: Spoken, id: string): Element => {
  const { editions, rows } = chart
  const top = 8 + Math.ceil(editions.length / beside) * 20
  const scale = scaleLinear([0, mostMonths(rows)], [plot.from, plot.to])
  const x = (months: number): number => rounded(scale(months))
  const bottom = top + rows.length * row
  return chartSvg(
    chart,
    { width, height: bottom + 26, id, kind: "stacks" },
    ...shadeLegend(editions, plot.from, beside),
    ...scale.ticks(5).flatMap((months, at, all) => [
      svgLine({ class: "grid", stroke: chartInks.grid, x1: x(months), x2: x(months), y1: top, y2: bottom }),
      // The unit is on the last tick alone.
      svgText(at < all.length - 1 ? number(months) : text.report.chart.months(number(months)), {
        x: x(months),
        y: bottom + 16,
        "text-anchor": "middle"
      })
    ]),
    ...rows.flatMap((each, at) => {
      const y = top + at * row
      return [
        ...textLines(wrapped(each.name, lettersIn(plot.from - 12, size)), y + row / 2, {
          class: "name",
          fill: chartInks.ink,
          x: 0,
          size
        }),
        ...barOf(each, { x, y: y + 6, height: row - 12 }),
        svgText(each.total, { class: "value", fill: chartInks.ink, x: x(monthsIn(each)) + 20, y: y + row / 2 + 4 })
      ]
    })
  )
}

/** Returns the segments of a bar, and its open end where it may go further. */
export const barOf = (
  { isOpen, months }: Stacks["rows"][number],
  { height, x, y }: { readonly x: (months: number) => number; readonly y: number; readonly height: number }
): ReadonlyArray<Element> => {
  let reached = 0
  const segments = months.flatMap((each, edition) => {
    const from = reached
    reached += each
    if (each <= 0) return []
    return [
      el("rect", { ...lookOf(edition, months.length), x: x(from), y, width: rounded(x(reached) - x(from)), height })
    ]
  })
  return [...segments, ...(isOpen ? [openEnd(x(reached), y, height)] : [])]
}

/** Returns what each shade means, so many beside each other. */
export const shadeLegend = (editions: ReadonlyArray<string>, left: number, across = 1): ReadonlyArray<Element> =>
  editions.flatMap((words, at) => {
    const [x, y] = [left + (at % across) * legendWidth, 4 + Math.floor(at / across) * 20]
    return [
      el("rect", { ...lookOf(at, editions.length), x, y, width: 14, height: 12 }),
      svgText(words, { x: x + 22, y: y + 10 })
    ]
  })

/** Returns the most months that a bar reaches. */
export const mostMonths = (rows: Stacks["rows"]): number => Math.max(...rows.map(monthsIn), 1)

/** Returns the months that a bar reaches. */
export const monthsIn = ({ months }: Stacks["rows"][number]): number => months.reduce((sum, each) => sum + each, 0)

/** The latest edition is dark, and each earlier one paler. */
const lookOf = (edition: number, of: number) => ({
  class: "segment",
  fill: chartInks.now,
  "fill-opacity": edition === of - 1 ? 1 : rounded(0.3 + (0.3 * edition) / of)
})

/** Returns the end of a bar that may go further: a broken outline without a right side. */
const openEnd = (x: number, y: number, height: number): Element =>
  el("path", {
    class: "open",
    d: `M${x} ${y}h14M${x} ${y + height}h14M${x + 6} ${y}l6 ${height / 2}l-6 ${height / 2}`,
    fill: "none",
    stroke: chartInks.now,
    "stroke-width": 1.5,
    "stroke-dasharray": "3 2"
  })
