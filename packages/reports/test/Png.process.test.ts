/**
 * The PNG of a drawing shows the content of its SVG in the same places, with our own font.
 */
import { describe, expect, it } from "@effect/vitest"
import { decode } from "fast-png"
import { chartDrawing } from "../src/chart/ChartDrawing.ts"
import { type Element, el, type Markup } from "../src/Element.ts"
import { pngOf } from "../src/raster/Png.ts"
import { phrases } from "../src/words/Phrases.ts"
import { formulas, hard, markup, marks } from "./corpora.ts"
import { type Log, sample, saying, sourceOf } from "./logs.ts"

interface Pixels {
  readonly width: number
  readonly height: number
  /** As `#rrggbb`; a pixel that is not opaque fails. */
  readonly at: (x: number, y: number) => string
}

const pixelsOf = async (drawing: Element, scale = 1): Promise<Pixels> => {
  const { channels, data, height, width } = decode(await pngOf(drawing, scale))
  return {
    width,
    height,
    at: (x, y) => {
      const from = (y * width + x) * channels
      if (channels === 4) expect(data[from + 3]).toBe(255)
      return `#${[0, 1, 2].map((n) => (data[from + n] ?? 0).toString(16).padStart(2, "0")).join("")}`
    }
  }
}

const drawing = (width: number, height: number, ...children: ReadonlyArray<Markup>): Element =>
  el(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, "font-family": "sans-serif" },
    ...children
  )

/** The places with ink, anything darker than grey. */
const inked = ({ at, height, width }: Pixels): ReadonlyArray<readonly [x: number, y: number]> =>
  Array.from({ length: width * height }, (_, n) => [n % width, Math.floor(n / width)] as const).filter(
    ([x, y]) => Number.parseInt(at(x, y).slice(1, 3), 16) < 128
  )

const ink = async (text: string, attributes: Readonly<Record<string, string>> = {}) =>
  inked(await pixelsOf(drawing(120, 40, el("text", { x: 60, y: 30, "font-size": 24, ...attributes }, text))))

/** Returns the middle one of three rows of pixels. */
const rowOf = async (width: number, ...children: ReadonlyArray<Markup>) => {
  const { at } = await pixelsOf(drawing(width, 3, ...children))
  return Array.from({ length: width }, (_, x) => at(x, 1))
}

const chartsOf = (log: Log, heldOn: string): ReadonlyArray<Element> => {
  const { report } = sourceOf(log, heldOn, "sv")
  return report.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block._tag === "Dumbbell" || block._tag === "Panels" || block._tag === "Stacks"
        ? [chartDrawing(block, phrases("sv"))]
        : []
    )
}

const every = (markup: Markup): ReadonlyArray<Element> =>
  typeof markup === "string" ? [] : [markup, ...markup.children.flatMap(every)]

describe("the PNG of a drawing", () => {
  it("covers a pixel as far as the shape does, and leaves the rest white", async () => {
    const box = el("rect", { x: 1, y: 0, width: 1.5, height: 3, fill: "#000000" })
    const [left, whole, half, right] = await rowOf(4, box)
    expect([left, whole, right]).toEqual(["#ffffff", "#000000", "#ffffff"])
    expect(Number.parseInt(half?.slice(1, 3) ?? "", 16)).toBeCloseTo(128, -1)
  })

  it("has the gaps of a dashed line and nothing outside a clip path", async () => {
    const dashes = el("line", { x1: 0, y1: 1.5, x2: 6, y2: 1.5, stroke: "#000000", "stroke-dasharray": "2 2" })
    expect(await rowOf(6, dashes)).toEqual(["#000000", "#000000", "#ffffff", "#ffffff", "#000000", "#000000"])
    const clipped = [
      el("clipPath", { id: "c" }, el("rect", { x: 1, y: 0, width: 2, height: 3 })),
      el("g", { "clip-path": "url(#c)" }, el("rect", { x: 0, y: 0, width: 9, height: 9, fill: "#000000" }))
    ]
    expect(await rowOf(4, ...clipped)).toEqual(["#ffffff", "#000000", "#000000", "#ffffff"])
  })

  it("has words on the side of their anchor", async () => {
    const [start, middle, end] = await Promise.all(
      ["start", "middle", "end"].map(async (anchor) => (await ink("abc", { "text-anchor": anchor })).map(([x]) => x))
    )
    expect(Math.min(...(start ?? []))).toBeGreaterThanOrEqual(60)
    expect(Math.max(...(end ?? []))).toBeLessThanOrEqual(60)
    expect([(middle ?? []).some((x) => x < 50), (middle ?? []).some((x) => x > 70)]).toEqual([true, true])
  })

  it.each(["å", "ä", "ö", "é", "á", "š", "đ"])(
    "has the letter %s with all its marks, small and capital",
    async (marked) => {
      const bare = marked === "đ" ? "d" : (marked.normalize("NFD")[0] ?? "")
      for (const [letter, own] of [
        [bare, marked],
        [bare.toUpperCase(), marked.toUpperCase()]
      ] as const) {
        const [plain, whole, unknown] = [await ink(letter), await ink(own), await ink("漢")]
        expect(whole.length, own).toBeGreaterThan(plain.length)
        expect(whole, own).not.toEqual(unknown)
        if (marked !== "đ")
          expect(Math.min(...whole.map(([, y]) => y)), own).toBeLessThan(Math.min(...plain.map(([, y]) => y)))
      }
    }
  )

  it("has a box for a letter that the font does not know", async () => {
    expect((await ink("漢")).length).toBeGreaterThan(20)
    expect(await ink("漢")).toEqual(await ink("م"))
  })

  it("has values in bold", async () => {
    expect((await ink("1", { class: "value" })).length).toBeGreaterThan((await ink("1")).length)
  })
})

describe("the PNG of a chart", () => {
  const [moved] = chartsOf(sample, "2024-12-16")

  it("has the chart's size and every mark of it in its place", async () => {
    if (moved === undefined) throw new Error("No chart")
    const { at, height, width } = await pixelsOf(moved, 2)
    const [, , across, down] = String(moved.attributes["viewBox"]).split(" ").map(Number)
    expect([width, height]).toEqual([(across ?? 0) * 2, (down ?? 0) * 2])
    const circles = every(moved).filter(({ attributes, tag }) => tag === "circle" && attributes["fill"] !== "#ffffff")
    const seen = circles.filter(
      ({ attributes: { cx, cy, fill } }) => at(Math.round(Number(cx) * 2), Math.round(Number(cy) * 2)) === fill
    )
    // Marks of several activities lie on each other, and the one drawn last is seen.
    expect(circles.length).toBeGreaterThan(6)
    expect(seen.length).toBeGreaterThan(circles.length * 0.8)
    for (const {
      attributes: { cx, cy }
    } of circles)
      expect(at(Math.round(Number(cx) * 2), Math.round(Number(cy) * 2))).not.toBe("#ffffff")
  })

  it("has ink where each of its words is", async () => {
    for (const chart of chartsOf(sample, "2024-12-16")) {
      const words = every(chart).filter(
        ({ attributes, tag }) => tag === "text" && attributes["transform"] === undefined
      )
      expect(words.length).toBeGreaterThan(1)
      const { at } = await pixelsOf({ ...chart, children: words }, 2)
      for (const { attributes, children } of words) {
        const size = Number(attributes["font-size"])
        const [x, y] = [Number(attributes["x"]) * 2, Number(attributes["y"]) * 2]
        const anchor = attributes["text-anchor"]
        const from = Math.round(anchor === "end" ? x - size : anchor === "middle" ? x - size / 2 : x)
        const near = Array.from({ length: size * size * 2 }, (_, n) =>
          at(from + (n % size), Math.round(y) - Math.floor(n / size))
        )
        expect(
          near.some((colour) => colour !== "#ffffff"),
          String(children[0])
        ).toBe(true)
      }
    }
  })

  it("is the same twice, whatever was drawn between", async () => {
    const [, bars] = chartsOf(sample, "2024-12-16")
    if (bars === undefined) throw new Error("No bars")
    const once = await pngOf(bars, 2)
    await ink("漢 Åäö")
    expect(await pngOf(bars, 2)).toEqual(once)
  })

  it("is made of any text", async () => {
    for (const chart of chartsOf(saying([...markup, ...formulas, ...marks, ...hard].join(" ")), "2024-04-15"))
      expect((await pixelsOf(chart)).width).toBeGreaterThan(300)
  })
})
