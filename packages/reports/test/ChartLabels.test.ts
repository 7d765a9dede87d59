/**
 * The labels of charts: none covers another, and none leaves the drawing. A text is as wide as its letters.
 */
import { describe, expect, it } from "@effect/vitest"
import { followedUp } from "../../../tools/bench/plan.ts"
import { chartDrawing, narrowChartDrawing } from "../src/chart/ChartDrawing.ts"
import type { Element } from "../src/Element.ts"
import { phrases } from "../src/words/Phrases.ts"
import { imported } from "../../editions/test/sampleEditions.ts"
import { hard } from "./corpora.ts"
import { type Log, sample, saying, sourceOf } from "./logs.ts"

interface Box {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const letter = 0.55

/** Returns the boxes of the texts in a drawing, moved by the groups that they are in. */
const boxesOf = ({ attributes, children, tag }: Element, x = 0, y = 0): ReadonlyArray<Box> => {
  const [, across = "0", up = "0"] =
    /translate\(([\d.-]+) ([\d.-]+)\)/u.exec(String(attributes["transform"] ?? "")) ?? []
  const [left, top] = [x + Number(across), y + Number(up)]
  if (tag === "text") {
    const text = children.join("")
    const size = Number(attributes["font-size"])
    const width = text.length * size * letter
    const anchor = attributes["text-anchor"] ?? "start"
    const from = left + Number(attributes["x"]) - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0)
    const base = top + Number(attributes["y"])
    return [{ text, left: from, right: from + width, top: base - size * 0.75, bottom: base + size * 0.2 }]
  }
  return children.flatMap((child) => (typeof child === "string" ? [] : boxesOf(child, left, top)))
}

const overlaps = (boxes: ReadonlyArray<Box>): ReadonlyArray<string> =>
  boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} | ${b.text}`)
  )

const chartsOf = (log: Log, heldOn: string, language: "sv" | "en") =>
  sourceOf(log, heldOn, language).report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block._tag === "Dumbbell" || block._tag === "Panels" || block._tag === "Stacks"
        ? [
            {
              kind: block._tag,
              drawings: [chartDrawing, narrowChartDrawing].map((draw) => draw(block, phrases(language)))
            }
          ]
        : []
    )
  )

const plans: ReadonlyArray<readonly [name: string, log: Log, heldOn: string, charts: ReadonlyArray<string>]> = [
  ["one edition", imported("2023-12-15"), "2023-12-15", ["Dumbbell", "Stacks"]],
  ["two editions", sample, "2024-06-17", ["Dumbbell", "Stacks"]],
  ["three editions", sample, "2024-12-16", ["Dumbbell", "Panels", "Stacks"]],
  ["many activities", followedUp(60, 8), "2024-01-09", ["Panels", "Stacks"]],
  ["long words", saying(hard.join(" ")), "2024-04-15", ["Dumbbell", "Stacks"]]
]

/** Two words, the second this far below the first. */
const drawing = (y: number): Element => ({
  tag: "svg",
  attributes: {},
  children: [0, y].map((at) => ({ tag: "text", attributes: { x: 0, y: at, "font-size": 12 }, children: ["ord"] }))
})

describe("the labels of charts", () => {
  it.each(
    plans.flatMap(([name, ...plan]) => (["sv", "en"] as const).map((language) => [name, language, ...plan] as const))
  )("cover nothing and stay in the drawing: %s, %s", (_, language, log, heldOn, expected) => {
    const charts = chartsOf(log, heldOn, language)
    expect(charts.map(({ kind }) => kind)).toEqual(expected)
    for (const { drawing, kind } of charts.flatMap(({ drawings, kind }) =>
      drawings.map((drawing) => ({ drawing, kind }))
    )) {
      const [, , width = 0, height = 0] = String(drawing.attributes["viewBox"]).split(" ").map(Number)
      const boxes = boxesOf(drawing)
      expect(boxes.length, kind).toBeGreaterThan(3)
      expect(overlaps(boxes), kind).toEqual([])
      const outside = boxes.filter(
        ({ bottom, left, right, top }) => left < 0 || right > width || top < -2 || bottom > height
      )
      expect(outside, kind).toEqual([])
    }
  })

  it("are found where they overlap", () => {
    expect([overlaps(boxesOf(drawing(8))), overlaps(boxesOf(drawing(14)))]).toEqual([["ord | ord"], []])
  })
})
