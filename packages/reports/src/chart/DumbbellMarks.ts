/**
 * The marks of a moved deadline on an axis of days, whichever way the chart is laid out.
 */
import type { Day } from "@frist/domain/Day"
import type { ChartDate, Dumbbell } from "../ChartBlocks.ts"
import { type Element, el } from "../Element.ts"
import type { Spoken } from "../words/Spoken.ts"
import { daysOf, monthsAfter, reachOf } from "./ChartDates.ts"
import { chartInks, svgLine, svgText } from "./ChartParts.ts"

type Row = Dumbbell["rows"][number]
type Scale = (day: Day) => number

/** Returns the first and the last day of the axis. */
export const axisOf = ({ day, rows }: Dumbbell): readonly [from: Day, to: Day] => {
  const known = rows.flatMap(({ now, original, previous }) => [original, previous, now].flatMap(daysOf))
  const reach = reachOf([...known, day]) ?? { from: day, to: day }
  return [monthsAfter(reach.from, -1), monthsAfter(reach.to, 2)]
}

/** Returns the marks of a row, and the line between where its deadline was and where it is. */
export const markedRow = ({ now, original, previous }: Row, y: number, x: Scale): ReadonlyArray<Element> => {
  // A date cut short has no last day that a line could begin at.
  const [a, b] = [previous?.latest ?? null, edgeOf(now)]
  return [
    ...mark(original, "original", y, x),
    ...(a === null || b === null || a >= b
      ? []
      : [svgLine({ class: "link", stroke: chartInks.now, "stroke-width": 2, x1: x(a), x2: x(b), y1: y, y2: y })]),
    ...mark(previous, "previous", y, x),
    ...mark(now, "now", y, x)
  ]
}

/** Returns the line of the day of the review. */
export const dayLine = (x: number, y1: number, y2: number): Element =>
  svgLine({ class: "today", stroke: chartInks.ink, "stroke-width": 1.5, x1: x, x2: x, y1, y2 })

/** Returns the day that a mark begins at: where a date begins, or ends if it has no beginning. */
const edgeOf = (date: ChartDate | null): Day | null => date?.earliest ?? date?.latest ?? null

type Mark = "original" | "previous" | "now"
const looks: Readonly<Record<Mark, { readonly r: number; readonly fill: string; readonly stroke: string }>> = {
  original: { r: 4.5, fill: "#ffffff", stroke: chartInks.soft },
  previous: { r: 3, fill: chartInks.before, stroke: chartInks.before },
  now: { r: 5, fill: chartInks.now, stroke: chartInks.now }
}

/** Returns the mark of a date: a dot for a day, a bar for days that it can mean, an open bar where it has no end. */
const mark = (date: ChartDate | null, kind: Mark, y: number, x: Scale): ReadonlyArray<Element> => {
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

/** Returns what each mark means, each at its place. */
export const markLegend = (
  places: ReadonlyArray<readonly [x: number, y: number]>,
  { text }: Spoken
): ReadonlyArray<Element> => {
  const { dumbbell } = text.report.chart
  const items = [
    ["original", dumbbell.original],
    ["previous", dumbbell.previous],
    ["now", dumbbell.now],
    ["approximate", dumbbell.approximate]
  ] as const
  return items.flatMap(([kind, words], at) => {
    const [left, y] = places[at] ?? [0, 0]
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
