/**
 * The course of one deadline as a drawing in a cell: steps from report to report, the diagonal faint, the last point
 * filled. The cell's text says the same.
 */
import { Day } from "@frist/domain/Day"
import { type Element, el } from "../Element.ts"
import type { Course } from "../ChartBlocks.ts"
import { svgLine } from "./ChartParts.ts"

const width = 64
const height = 16
/** The original deadline has no day of report: it is drawn as a first step of this width. */
const before = 10

/** Returns the drawing; it is hidden from those who hear the text beside it. */
export const courseSvg = ({ original, points, until }: Course): Element => {
  const days = [...points.map(({ at }) => Day.toNumber(at)), ...(original === null ? [] : [Day.toNumber(original)])]
  const [from, to] = [Day.toNumber(points[0]?.on ?? until), Day.toNumber(until)]
  const low = Math.min(...days, from)
  const high = Math.max(...days, to)
  const y = (day: number): number => Math.round(height - 3 - ((day - low) / Math.max(high - low, 1)) * (height - 6))
  const x = (day: number): number => Math.round(before + ((day - from) / Math.max(to - from, 1)) * (width - before - 5))
  const start = original === null ? "" : `M1 ${y(Day.toNumber(original))}H${before}`
  const steps = points.map(({ at, on }, nth) => {
    const [across, up] = [x(Day.toNumber(on)), y(Day.toNumber(at))]
    return nth === 0 && original === null ? `M${across} ${up}` : `H${across}V${up}`
  })
  const end = points.at(-1)
  return el(
    "svg",
    { class: "spark", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
    svgLine({ class: "grid", x1: x(from), y1: y(from), x2: x(to), y2: y(to) }),
    el("path", {
      class: "course moved",
      d: `${start}${steps.join("")}H${x(to)}`
    }),
    ...(end === undefined
      ? []
      : [
          el("circle", {
            class: "dot moved",
            cx: x(to),
            cy: y(Day.toNumber(end.at)),
            r: 2.5
          })
        ])
  )
}
