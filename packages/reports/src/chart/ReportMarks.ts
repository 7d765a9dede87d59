/**
 * The marks of single reports in the trend chart: a day, a period, an open end, an unread date, a day before the chart
 * begins.
 */
import { type ElementAttributes, type Element, el } from "../Element.ts"
import type { ForecastPoint } from "./ForecastPoints.ts"

/** The colours of lines. They contrast with white, and a line that does not move is also level. */
export const strokeOf = { still: "#6b7780", moved: "#0b5a8a", running: "#a3161e" } as const

/** Returns a line element. */
export const svgLine = (attributes: ElementAttributes): Element => el("line", attributes)

/** Returns the mark of a forecast. */
export const reportMarks = (
  { at, from, kind, x }: ForecastPoint,
  tone: keyof typeof strokeOf
): ReadonlyArray<Element> => {
  const stroke = strokeOf[tone]
  const shape = { class: `mark ${tone}`, stroke, fill: stroke }
  switch (kind) {
    case "exact":
      return [el("circle", { ...shape, cx: x, cy: at, r: 3 })]
    case "period":
      return [svgLine({ ...shape, x1: x, x2: x, y1: from, y2: at, "stroke-width": 5, "stroke-linecap": "round" })]
    case "open":
    case "endless":
      return [
        svgLine({ ...shape, x1: x, x2: x, y1: from, y2: at + 9, "stroke-width": 1.6 }),
        ...(kind === "open" ? [el("circle", { ...shape, cx: x, cy: from, r: 3 })] : []),
        el("path", { ...shape, d: `M${x - 5} ${at + 10}L${x} ${at + 1}L${x + 5} ${at + 10}Z` })
      ]
    case "unread":
      return [
        el("path", {
          ...shape,
          fill: "none",
          "stroke-width": 1.8,
          d: `M${x - 4} ${at - 4}l8 8m0 -8l-8 8`
        })
      ]
    case "early":
      return [el("path", { ...shape, d: `M${x - 5} ${at - 9}L${x} ${at - 1}L${x + 5} ${at - 9}Z` })]
  }
}
