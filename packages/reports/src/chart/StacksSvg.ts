/**
 * How far each area has moved, as SVG: a bar in months with a segment per edition, the latest dark.
 */
import { scaleLinear } from "d3-scale"
import type { Stacks } from "../ChartBlocks.ts"
import { type Element, el } from "../Element.ts"
import type { Spoken } from "../words/Spoken.ts"
import { chartInks, chartSvg, lettersIn, rounded, svgLine, svgText, textLines, wrapped } from "./ChartParts.ts"

const width = 820
const row = 34
const plot = { from: 236, to: 660 }
const size = 12

/** Returns the chart. */
export const stacksSvg = (chart: Stacks, { number, text }: Spoken, id: string): Element => {
  const { editions, rows } = chart
  const totals = rows.map(({ months }) => months.reduce((sum, each) => sum + each, 0))
  const top = 8 + editions.length * 20
  const scale = scaleLinear([0, Math.max(...totals, 1)], [plot.from, plot.to])
  const x = (months: number): number => rounded(scale(months))
  const bottom = top + rows.length * row
  return chartSvg(
    chart,
    { width, height: bottom + 26, id, kind: "stacks" },
    ...editions.flatMap((words, at) => [
      el("rect", { ...lookOf(at, editions.length), x: plot.from, y: 4 + at * 20, width: 14, height: 12 }),
      svgText(words, { x: plot.from + 22, y: 14 + at * 20 })
    ]),
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
      let reached = 0
      const segments = each.months.flatMap((months, edition) => {
        const from = reached
        reached += months
        return months <= 0
          ? []
          : [
              el("rect", {
                ...lookOf(edition, editions.length),
                x: x(from),
                y: y + 8,
                width: rounded(x(reached) - x(from)),
                height: row - 16
              })
            ]
      })
      return [
        ...textLines(wrapped(each.name, lettersIn(plot.from - 12, size)), y + row / 2, {
          class: "name",
          fill: chartInks.ink,
          x: 0,
          size
        }),
        ...segments,
        ...(each.isOpen ? [openEnd(x(reached), y + 8, row - 16)] : []),
        svgText(each.total, { class: "value", fill: chartInks.ink, x: x(reached) + 20, y: y + row / 2 + 4 })
      ]
    })
  )
}

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
