/**
 * What all charts are drawn with: the drawing with its title and description, texts, and an axis of years.
 */
import { Day } from "@frist/domain/Day"
import { type Element, el, type ElementAttributes } from "../Element.ts"

/** The colours of a chart by itself; the page's style sheet replaces them, for light and dark. */
export const chartInks = {
  now: "#0b5a8a",
  before: "#6b7780",
  faint: "#b9c2c9",
  grid: "#e3e6e8",
  ink: "#1b2733",
  soft: "#3d4852",
  done: "#1f6b3a",
  counted: "#5b3a8c",
  shade: "#f0ebf7"
} as const

/** The width of a chart for a narrow screen. */
export const narrowWidth = 280

/** Returns a drawing; `id` makes the ids of its parts unique in the document. */
export const chartSvg = (
  { description, title }: { readonly title: string; readonly description: string },
  {
    height,
    id,
    kind,
    width
  }: { readonly width: number; readonly height: number; readonly id: string; readonly kind: string },
  ...children: ReadonlyArray<Element>
): Element =>
  el(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      class: kind,
      "font-family": "sans-serif",
      "aria-labelledby": `${id}-title ${id}-text`
    },
    el("title", { id: `${id}-title` }, title),
    el("desc", { id: `${id}-text` }, description),
    ...children
  )

/** Returns a text in the chart's ordinary size and colour. */
export const svgText = (text: string, attributes: ElementAttributes): Element =>
  el("text", { fill: chartInks.soft, "font-size": 12, ...attributes }, text)

/** Returns a line. */
export const svgLine = (attributes: ElementAttributes): Element => el("line", attributes)

/** The width of an average letter, in parts of the size of its text. */
const letter = 0.6

/** Returns how many letters of a size there is room for. */
export const lettersIn = (width: number, size: number): number => Math.max(Math.floor(width / (size * letter)), 4)

/** Breaks a text into at most so many lines of so many letters; what is left over ends in three dots. */
export const wrapped = (text: string, letters: number, most = 2): ReadonlyArray<string> => {
  const words = text.replace(/\s+/gu, " ").trim()
  if (words.length <= letters) return [words]
  if (most === 1) return [`${words.slice(0, letters - 1).trimEnd()}…`]
  const space = words.lastIndexOf(" ", letters)
  const cut = space > letters / 3 ? space : letters
  return [words.slice(0, cut), ...wrapped(words.slice(cut), letters, most - 1)]
}

/** Returns the lines of a text as texts below each other, centred on a height. */
export const textLines = (
  lines: ReadonlyArray<string>,
  middle: number,
  { size, ...attributes }: ElementAttributes & { readonly size: number }
): ReadonlyArray<Element> =>
  lines.map((words, at) =>
    svgText(words, {
      ...attributes,
      y: rounded(middle + size / 3 + (at - (lines.length - 1) / 2) * size * 1.2),
      "font-size": size
    })
  )

/** Rounds to a tenth of a unit: more cannot be seen and makes the file larger. */
export const rounded = (n: number): number => Math.round(n * 10) / 10

/** Returns the place of a day on an axis from one day to another. */
export const dayScale = (from: Day, to: Day, [start, end]: readonly [number, number]): ((day: Day) => number) => {
  const first = Day.toNumber(from)
  const days = Math.max(Day.toNumber(to) - first, 1)
  return (day) => rounded(start + ((Day.toNumber(day) - first) / days) * (end - start))
}

/** Returns the first days of the years within an axis, as many as have room to be named. */
export const yearTicks = (from: Day, to: Day, room: number): ReadonlyArray<Day> => {
  const [first, last] = [Number(from.slice(0, 4)) + (from.slice(5) === "01-01" ? 0 : 1), Number(to.slice(0, 4))]
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => (last - first) / each < room) ?? 200
  const years = Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => first + at)
  return years.filter((year) => step === 1 || year % step === 0).map((year) => Day.of(year, 1, 1))
}
