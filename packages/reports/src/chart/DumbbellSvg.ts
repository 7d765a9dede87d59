/**
 * Moved deadlines as SVG: a row per activity from where its deadline was to where it is.
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
  svgLine,
  svgText,
  textLines,
  wrapped,
  yearTicks
} from "./ChartParts.ts"
import { axisOf, dayLine, markLegend, markedRow } from "./DumbbellMarks.ts"

const width = 820
const row = 30
const top = 26
const plot = { from: 192, to: 488 }
const movedAt = 514
const quoteAt = 616
const size = 12

/** Returns the chart. */
export const dumbbellSvg = (chart: Dumbbell, spoken: Spoken, id: string): Element => {
  const { day, rows } = chart
  const [from, to] = axisOf(chart)
  const x = dayScale(from, to, [plot.from, plot.to])
  const bottom = top + rows.length * row
  const { days, reasons } = spoken.text.report.column
  const heads = [
    [days, movedAt] as const,
    ...(rows.some(({ quote }) => quote !== null) ? [[reasons, quoteAt] as const] : [])
  ]
  return chartSvg(
    chart,
    { width, height: bottom + 42, id, kind: "dumbbell" },
    ...yearTicks(from, to, 8).flatMap((each) => [
      svgLine({ class: "grid", stroke: chartInks.grid, x1: x(each), x2: x(each), y1: top - 6, y2: bottom }),
      svgText(each.slice(0, 4), { x: x(each), y: top - 12, "text-anchor": "middle" })
    ]),
    ...heads.flatMap(([words, at]) =>
      textLines(wrapped(words, lettersIn(width - at, size), 1), top - 16, { class: "soft", x: at, size })
    ),
    dayLine(x(day), top - 6, bottom + 4),
    svgText(dayWords(day, spoken), { class: "value", x: x(day), y: bottom + 16, "text-anchor": "middle" }),
    ...rows.flatMap((each, at) => {
      const y = top + at * row
      const middle = y + row / 2
      return [
        svgLine({ class: "grid", stroke: chartInks.grid, x1: 0, x2: width, y1: y, y2: y }),
        ...texts(each.name, { x: 0, middle, room: plot.from - 10, kind: "name" }),
        ...markedRow(each, middle, x),
        ...texts(each.moved, { x: movedAt, middle, room: quoteAt - movedAt - 8, kind: "value" }),
        ...(each.quote === null ? [] : texts(each.quote, { x: quoteAt, middle, room: width - quoteAt, kind: "soft" }))
      ]
    }),
    ...markLegend(
      [0, 1, 2, 3].map((at) => [plot.from + at * 116, bottom + 36]),
      spoken
    )
  )
}

const texts = (
  text: string,
  {
    kind,
    middle,
    room,
    x
  }: { readonly x: number; readonly middle: number; readonly room: number; readonly kind: string }
): ReadonlyArray<Element> =>
  textLines(wrapped(text, lettersIn(room, size), 2), middle, {
    class: kind,
    x,
    size,
    ...(kind === "soft" ? {} : { fill: chartInks.ink })
  })
