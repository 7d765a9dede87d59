/**
 * Our drawings as dots: what is drawn is where it was drawn, and the same on every machine.
 */
import { describe, expect, it } from "@effect/vitest"
import { decode } from "fast-png"
import { trendSvg } from "../src/chart/TrendSvg.ts"
import { el, type Markup } from "../src/markup/Element.ts"
import { lettering } from "../src/raster/Lettering.ts"
import { png, sizeOf } from "../src/raster/Picture.ts"
import { phrases } from "../src/words/Phrases.ts"
import { sample, sourceOf } from "./logs.ts"

/** The red of each dot, line by line: 255 is paper. */
const drawn = (
  width: number,
  height: number,
  ...children: ReadonlyArray<Markup>
): ReadonlyArray<ReadonlyArray<number>> => {
  const { data } = decode(png(el("svg", { viewBox: `0 0 ${width} ${height}` }, ...children), 1))
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => Number(data[(y * width + x) * 3]))
  )
}

/** Where a word on a small sheet has ink. */
const at = (text: string, anchor: string) =>
  drawn(60, 20, el("text", { x: 30, y: 16, "text-anchor": anchor, "font-size": 14 }, text)).map((row) =>
    row.map((ink) => ink < 200)
  )
const side = (rows: ReadonlyArray<ReadonlyArray<boolean>>, from: number, to: number) =>
  rows.some((row) => row.slice(from, to).some(Boolean))

/** How far a text reaches above its base line. */
const height = (text: string) =>
  Math.max(
    ...lettering(text, 12)
      .lines.flat()
      .map(([, y]) => -y)
  )

describe("a drawing as dots", () => {
  it("fills what it covers, wholly or in part", () => {
    const box = el("rect", { x: 1, y: 1, width: 1.5, height: 1, fill: "#000000" })
    expect(drawn(4, 3, box)).toEqual([
      [255, 255, 255, 255],
      [255, 0, 128, 255],
      [255, 255, 255, 255]
    ])
  })

  it("paints what lies twice under one brush once", () => {
    const path = el("path", { d: "M0 0L3 0L3 1L0 1ZM0 0L3 0L3 1L0 1Z", fill: "#000000", "fill-opacity": 0.5 })
    const line = el("line", { x1: 0, y1: 1.5, x2: 3, y2: 1.5, stroke: "#000000", "stroke-opacity": 0.5 })
    const bend = el("path", { d: "M0 2.5L2 2.5L3 2.5", fill: "none", stroke: "#000000", "stroke-opacity": 0.5 })
    const [, second, third] = drawn(3, 3, path, line, bend)
    expect(second).toEqual([128, 128, 128])
    expect(third).toEqual([128, 128, 128])
  })

  it("leaves gaps in a dashed line, and draws nothing outside of what it is clipped to", () => {
    const dashes = el("line", { x1: 0, y1: 0.5, x2: 8, y2: 0.5, stroke: "#000000", "stroke-dasharray": "2 2" })
    expect(drawn(8, 1, dashes)).toEqual([[0, 0, 255, 255, 0, 0, 255, 255]])
    const clipped = el(
      "g",
      {},
      el("clipPath", { id: "c" }, el("rect", { x: 1, y: 0, width: 2, height: 1 })),
      el("g", { "clip-path": "url(#c)" }, el("rect", { x: 0, y: 0, width: 9, height: 9, fill: "#000000" }))
    )
    expect(drawn(4, 2, clipped)).toEqual([
      [255, 0, 0, 255],
      [255, 255, 255, 255]
    ])
  })

  it("writes words where they are anchored, with the rings and dots of å, ä and ö", () => {
    expect([side(at("ab", "start"), 0, 29), side(at("ab", "start"), 30, 60)]).toEqual([false, true])
    expect([side(at("ab", "end"), 0, 30), side(at("ab", "end"), 31, 60)]).toEqual([true, false])
    for (const marked of ["å", "ä", "ö", "á", "à", "é"]) {
      expect(height(marked), marked).toBeGreaterThan(height("a") + 1)
      expect(height(marked.toUpperCase())).toBeGreaterThan(height("A") + 1)
    }
    expect(lettering("1\u00a0154 \u2212 5", 12).lines).toEqual(lettering("1 154 - 5", 12).lines)
  })

  it("shows a box for a letter that it has no strokes for", () => {
    expect(lettering("م", 12).lines).toEqual(lettering("漢", 12).lines)
    expect(lettering("م", 12).lines[0]).toHaveLength(5)
  })

  it("has the size of the chart, with all of its colours", () => {
    const { report } = sourceOf(sample, "2024-12-16")
    const block = report.sections.flatMap(({ blocks }) => blocks).find(({ _tag }) => _tag === "Trend")
    if (block?._tag !== "Trend") throw new Error("No trend")
    const svg = trendSvg(block, phrases("sv"))
    const { data, height, width } = decode(png(svg, 2))
    expect({ width, height }).toEqual({ width: sizeOf(svg).width * 2, height: sizeOf(svg).height * 2 })
    const colours = new Set<string>()
    for (let at = 0; at < data.length; at += 3)
      colours.add(
        [0, 1, 2]
          .map((n) =>
            Number(data[at + n])
              .toString(16)
              .padStart(2, "0")
          )
          .join("")
      )
    for (const colour of ["0b5a8a", "6b7780", "1f6b3a", "3d4852"]) expect(colours).toContain(colour)
  })
})
