/**
 * How far each area has moved, as SVG for a narrow screen: each bar is below the name of its area.
 */
import { scaleLinear } from "d3-scale"
import type { Stacks } from "../ChartBlocks.ts"
import type { Element } from "../Element.ts"
import type { Spoken } from "../words/Spoken.ts"
import {
  chartInks,
  chartSvg,
  lettersIn,
  narrowWidth as width,
  rounded,
  svgLine,
  svgText,
  wrapped
} from "./ChartParts.ts"
import { barOf, mostMonths, monthsIn, shadeLegend } from "./StacksSvg.ts"

const size = 12
const line = 15
const [bar, gap] = [16, 10] as const
/** The room for a total beside the longest bar. */
const total = 100

/** Returns the chart. */
export const stacksNarrowSvg = (chart: Stacks, { number, text }: Spoken, id: string): Element => {
  const { editions, rows } = chart
  const scale = scaleLinear([0, mostMonths(rows)], [6, width - total])
  const x = (months: number): number => rounded(scale(months))
  const drawn: Array<Element> = []
  let y = 8 + editions.length * 20
  for (const each of rows) {
    const name = wrapped(each.name, lettersIn(width, size))
    drawn.push(
      ...name.map((words, at) =>
        svgText(words, { class: "name", fill: chartInks.ink, x: 0, y: y + (at + 1) * line, "font-size": size })
      )
    )
    y += name.length * line + 5
    drawn.push(
      ...barOf(each, { x, y, height: bar }),
      svgText(each.total, { class: "value", fill: chartInks.ink, x: x(monthsIn(each)) + 20, y: y + bar / 2 + 4 })
    )
    y += bar + gap
  }
  return chartSvg(
    chart,
    { width, height: y + 22, id, kind: "stacks" },
    ...shadeLegend(editions, 0),
    ...drawn,
    svgLine({ class: "grid", stroke: chartInks.grid, x1: x(0), x2: width, y1: y, y2: y }),
    ...scale.ticks(3).map((months, at, all) =>
      // The unit is on the last tick alone.
      svgText(at < all.length - 1 ? number(months) : text.report.chart.months(number(months)), {
        x: x(months),
        y: y + 16,
        "text-anchor": "middle"
      })
    )
  )
}
