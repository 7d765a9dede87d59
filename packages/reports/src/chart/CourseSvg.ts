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
  const places = points.map(({ at, on }) => [x(Day.toNumber(on)), y(Day.toNumber(at))] as const)
  const start = original === null ? places[0] : ([1, y(Day.toNumber(original))] as const)
  const end = points.at(-1)
  return el(
    "svg",
    { class: "spark", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
    svgLine({ class: "grid", x1: x(from), y1: y(from), x2: x(to), y2: y(to) }),
    el("path", {
      class: "course moved",
      d: start === undefined ? "" : steps(start, [...places, [x(to), places.at(-1)?.[1] ?? start[1]]])
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

type Place = readonly [x: number, y: number]

/** Returns the path from a place through others, across and then up or down, without steps of no length. */
const steps = ([x, y]: Place, places: ReadonlyArray<Place>): string => {
  let [path, across, up] = [`M${x} ${y}`, x, y]
  for (const [nextAcross, nextUp] of places) {
    if (nextAcross !== across) path += `H${nextAcross}`
    if (nextUp !== up) path += `V${nextUp}`
    ;[across, up] = [nextAcross, nextUp]
  }
  return path
}
