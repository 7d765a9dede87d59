/**
 * The legend of the trend chart, in the corner below the diagonal, where no line goes.
 */
import type { Spoken } from "../words/Spoken.ts"
import { type Element, el } from "../Element.ts"
import { chartSize, svgText } from "./ChartFrame.ts"
import { svgLine, reportMarks } from "./ReportMarks.ts"

const step = 22

/** Returns the legend in one language. */
export const trendLegend = ({ text }: Spoken): Element => {
  const { legend: own } = text.report.trend
  const x = chartSize.left + chartSize.plot - 230
  const top = chartSize.top + chartSize.plot - 6 * step - 6
  const mark = { x: x + 8, from: 0, at: 0 }
  const items: ReadonlyArray<readonly [string, (y: number) => ReadonlyArray<Element>]> = [
    [own.band, (y) => reportMarks({ ...mark, kind: "period", from: y + 6, at: y - 6 }, "moved")],
    [own.open, (y) => reportMarks({ ...mark, kind: "open", from: y + 7, at: y - 9 }, "moved")],
    [own.unread, (y) => reportMarks({ ...mark, kind: "unread", from: y, at: y }, "moved")],
    [own.early, (y) => reportMarks({ ...mark, kind: "early", from: y, at: y + 5 }, "still")],
    [own.done, (y) => [el("circle", { class: "done", cx: x + 8, cy: y, r: 5.5, fill: "#1f6b3a", stroke: "#1f6b3a" })]],
    [
      own.extrapolated,
      (y) => [
        svgLine({
          class: "ahead moved",
          x1: x - 4,
          x2: x + 20,
          y1: y,
          y2: y,
          stroke: "#0b5a8a",
          "stroke-dasharray": "2 4"
        })
      ]
    ]
  ]
  return el(
    "g",
    { class: "legend" },
    ...items.flatMap(([label, draw], at) => {
      const y = top + at * step
      return [...draw(y), svgText(label, { x: x + 30, y: y + 4 })]
    })
  )
}
