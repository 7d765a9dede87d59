/**
 * Moved deadlines as SVG for a narrow screen: each activity has its name, its marks and what is said about it below each
 * other.
 */
import type { Dumbbell } from "../ChartBlocks.ts"
import type { Element } from "../Element.ts"
import { dayWords } from "../words/DateWords.ts"
import type { Spoken } from "../words/Spoken.ts"
import {
  chartInks,
  chartSvg,
  dayScale,
  lettersIn,
  narrowWidth as width,
  svgLine,
  svgText,
  wrapped,
  yearTicks
} from "./ChartParts.ts"
import { axisOf, dayLine, markLegend, markedRow } from "./DumbbellMarks.ts"

const size = 12
const line = 15
const top = 20
/** The height of the marks, and the space between two activities. */
const [strip, gap] = [20, 12] as const
const side = 14

/** Returns the chart. */
export const dumbbellNarrowSvg = (chart: Dumbbell, spoken: Spoken, id: string): Element => {
  const { day, rows } = chart
  const [from, to] = axisOf(chart)
  const x = dayScale(from, to, [side, width - side])
  const ticks = yearTicks(from, to, 6)
  const drawn: Array<Element> = []
  let y = top
  for (const each of rows) {
    const name = wrapped(each.name, letters)
    const said = [
      ...wrapped(each.moved, letters, 1).map((words) => ({ words, kind: "value" })),
      ...(each.quote === null ? [] : wrapped(each.quote, letters)).map((words) => ({ words, kind: "soft" }))
    ]
    drawn.push(svgLine({ class: "grid", stroke: chartInks.grid, x1: 0, x2: width, y1: y, y2: y }))
    drawn.push(...name.map((words, at) => lineOf(words, "name", y + (at + 1) * line)))
    y += name.length * line + 4
    drawn.push(
      ...ticks.map((tick) =>
        svgLine({ class: "grid", stroke: chartInks.grid, x1: x(tick), x2: x(tick), y1: y, y2: y + strip })
      ),
      dayLine(x(day), y, y + strip),
      ...markedRow(each, y + strip / 2, x)
    )
    y += strip
    drawn.push(...said.map(({ kind, words }, at) => lineOf(words, kind, y + (at + 1) * line - 1)))
    y += said.length * line + gap
  }
  const legend = [0, 1, 2, 3].map((at) => [(at % 2) * (width / 2), y + 34 + Math.floor(at / 2) * 20] as const)
  return chartSvg(
    chart,
    { width, height: y + 62, id, kind: "dumbbell" },
    ...ticks.map((tick) => svgText(tick.slice(0, 4), { x: x(tick), y: top - 8, "text-anchor": "middle" })),
    ...drawn,
    dayLine(6, y, y + 14),
    svgText(dayWords(day, spoken), { class: "value", x: 20, y: y + 12 }),
    ...markLegend(legend, spoken)
  )
}

const letters = lettersIn(width, size)

const lineOf = (words: string, kind: string, y: number): Element =>
  svgText(words, { class: kind, x: 0, y, "font-size": size, ...(kind === "soft" ? {} : { fill: chartInks.ink }) })
