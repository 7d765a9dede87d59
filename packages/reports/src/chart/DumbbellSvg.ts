/**
 * Moved deadlines as SVG: a row per activity from where its deadline was to where it is.
 */
import type { Day } from "@frist/domain/Day"
import type { ChartDate, Dumbbell } from "../ChartBlocks.ts"
import { type Element, el } from "../Element.ts"
import { dayWords } from "../words/DateWords.ts"
import type { Spoken } from "../words/Spoken.ts"
import { daysOf, monthsAfter, reachOf } from "./ChartDates.ts"
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

const width = 820
const row = 30
const top = 26
const plot = { from: 192, to: 488 }
const movedAt = 514
const quoteAt = 616
const size = 12

type Row = Dumbbell["rows"][number]

/** Returns the chart. */
export const dumbbellSvg = (chart: Dumbbell, spoken: Spoken, id: string): Element => {
  const { day, rows } = chart
  const known = rows.flatMap(({ now, original, previous }) => [original, previous, now].flatMap(daysOf))
  const reach = reachOf([...known, day]) ?? { from: day, to: day }
  const [from, to] = [monthsAfter(reach.from, -1), monthsAfter(reach.to, 2)]
  const x = dayScale(from, to, [plot.from, plot.to])
  const bottom = top + rows.length * row
  const ticks = yearTicks(from, to, 8)
  const { days, reasons } = spoken.text.report.column
  const heads = [
    [days, movedAt] as const,
    ...(rows.some(({ quote }) => quote !== null) ? [[reasons, quoteAt] as const] : [])
  ]
  return chartSvg(
    chart,
    { width, height: bottom + 42, id, kind: "dumbbell" },
    ...ticks.flatMap((each) => [
      svgLine({ class: "grid", stroke: chartInks.grid, x1: x(each), x2: x(each), y1: top - 6, y2: bottom }),
      svgText(each.slice(0, 4), { x: x(each), y: top - 12, "text-anchor": "middle" })
    ]),
    ...heads.flatMap(([words, at]) =>
      textLines(wrapped(words, lettersIn(width - at, size), 1), top - 16, { class: "soft", x: at, size })
    ),
    svgLine({
      class: "today",
      stroke: chartInks.ink,
      "stroke-width": 1.5,
      x1: x(day),
      x2: x(day),
      y1: top - 6,
      y2: bottom + 4
    }),
    svgText(dayWords(day, spoken), { class: "value", x: x(day), y: bottom + 16, "text-anchor": "middle" }),
    ...rows.flatMap((each, at) => rowMarkup(each, top + at * row, x)),
    ...legend(bottom + 36, spoken)
  )
}

const rowMarkup = ({ moved, name, now, original, previous, quote }: Row, y: number, x: (day: Day) => number) => {
  const middle = y + row / 2
  // A date cut short has no last day that a line could begin at.
  const [a, b] = [previous?.latest ?? null, edgeOf(now)]
  return [
    svgLine({ class: "grid", stroke: chartInks.grid, x1: 0, x2: width, y1: y, y2: y }),
    ...texts(name, { x: 0, middle, room: plot.from - 10, kind: "name" }),
    ...mark(original, "original", middle, x),
    ...(a === null || b === null || a >= b
      ? []
      : [
          svgLine({
            class: "link",
            stroke: chartInks.now,
            "stroke-width": 2,
            x1: x(a),
            x2: x(b),
            y1: middle,
            y2: middle
          })
        ]),
    ...mark(previous, "previous", middle, x),
    ...mark(now, "now", middle, x),
    ...texts(moved, { x: movedAt, middle, room: quoteAt - movedAt - 8, kind: "value" }),
    ...(quote === null ? [] : texts(quote, { x: quoteAt, middle, room: width - quoteAt, kind: "soft" }))
  ]
}

/** Returns the day that a mark begins at: where a date begins, or ends if it has no beginning. */
const edgeOf = (date: ChartDate | null): Day | null => date?.earliest ?? date?.latest ?? null

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

type Mark = "original" | "previous" | "now"
const looks: Readonly<Record<Mark, { readonly r: number; readonly fill: string; readonly stroke: string }>> = {
  original: { r: 4.5, fill: "#ffffff", stroke: chartInks.soft },
  previous: { r: 3, fill: chartInks.before, stroke: chartInks.before },
  now: { r: 5, fill: chartInks.now, stroke: chartInks.now }
}

/** Returns the mark of a date: a dot for a day, a bar for days that it can mean, an open bar where it has no end. */
const mark = (date: ChartDate | null, kind: Mark, y: number, x: (day: Day) => number): ReadonlyArray<Element> => {
  const start = edgeOf(date)
  if (date === null || start === null) return []
  const { fill, r, stroke } = looks[kind]
  const look = { class: `spot ${kind}`, fill, stroke, "stroke-width": 1.5 }
  if (date.earliest !== null && date.earliest === date.latest)
    return [el("circle", { ...look, cx: x(start), cy: y, r })]
  const isOpen = date.earliest === null || date.latest === null
  const [from, to] = isOpen
    ? date.latest === null
      ? [x(start), x(start) + 22]
      : [x(start) - 22, x(start)]
    : [x(start), x(date.latest ?? start)]
  return [
    el("rect", {
      ...look,
      class: `spot ${kind} range`,
      "fill-opacity": 0.45,
      ...(isOpen ? { "stroke-dasharray": "3 2" } : {}),
      x: from,
      y: y - r,
      width: Math.max(to - from, 3),
      height: 2 * r,
      rx: 2
    })
  ]
}

const legend = (y: number, { text }: Spoken): ReadonlyArray<Element> => {
  const { dumbbell } = text.report.chart
  const items = [
    ["original", dumbbell.original],
    ["previous", dumbbell.previous],
    ["now", dumbbell.now],
    ["approximate", dumbbell.approximate]
  ] as const
  return items.flatMap(([kind, words], at) => {
    const left = plot.from + at * 116
    const look = looks[kind === "approximate" ? "now" : kind]
    const own = { class: `spot ${kind === "approximate" ? "now range" : kind}`, fill: look.fill, stroke: look.stroke }
    return [
      kind === "approximate"
        ? el("rect", { ...own, "fill-opacity": 0.45, x: left - 2, y: y - 9, width: 16, height: 10, rx: 2 })
        : el("circle", { ...own, "stroke-width": 1.5, cx: left + 6, cy: y - 4, r: look.r }),
      svgText(words, { x: left + 20, y })
    ]
  })
}
