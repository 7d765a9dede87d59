/**
 * A bar chart of measured values, with a line at the target.
 */
import { scaleLinear } from "d3-scale"
import { type Element, el } from "../Element.ts"
import type { Bars } from "../Report.ts"
import { chartInks, svgText } from "./ChartParts.ts"

type Series = Bars["series"][number]

const row = 26
const left = 96
const width = 340
const wide = 170

/** Returns the chart; `id` makes the ids of its parts unique in the document. */
export const barSvg = ({ description, points, target, title }: Series, id: string): Element => {
  const values = [0, ...points.map(({ value }) => value), ...(target === null ? [] : [target.value])]
  const scale = scaleLinear([Math.min(...values), Math.max(...values) || 1], [left, left + wide])
  const x = (value: number): number => Math.round(scale(value) * 10) / 10
  const height = points.length * row + (target === null ? 6 : 24)
  return el(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      class: "bars",
      "font-family": "sans-serif",
      "aria-labelledby": `${id}-title ${id}-text`
    },
    el("title", { id: `${id}-title` }, title),
    el("desc", { id: `${id}-text` }, description),
    ...points.flatMap(({ label, shown, value }, at) => {
      const y = at * row + 4
      const from = Math.min(x(0), x(value))
      const to = Math.max(x(0), x(value))
      return [
        svgText(label, { x: left - 8, y: y + 14, "text-anchor": "end", "font-size": 11 }),
        el("rect", { class: "bar", x: from, y, width: Math.max(to - from, 1), height: row - 8, fill: chartInks.now }),
        svgText(shown, { class: "value", x: left + wide + 12, y: y + 14, "font-size": 11 })
      ]
    }),
    ...(target === null
      ? []
      : [
          el("line", {
            class: "target",
            x1: x(target.value),
            x2: x(target.value),
            y1: 0,
            y2: points.length * row + 4,
            stroke: chartInks.counted,
            "stroke-width": 2,
            "stroke-dasharray": "4 3"
          }),
          svgText(target.label, {
            class: "target",
            x: x(target.value),
            y: points.length * row + 18,
            "text-anchor": "middle",
            "font-size": 11
          })
        ])
  )
}
