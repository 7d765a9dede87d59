/**
 * A drawing of ours as a PNG, for those who cannot show SVG: the few shapes that our charts are made of. The same
 * drawing gives the same bytes, whatever fonts the machine has.
 */
import { encode } from "fast-png"
import type { Attributes, Element, Markup } from "../markup/Element.ts"
import { type Box, Canvas, type Point, type Polygon } from "./Canvas.ts"
import { lettering } from "./Lettering.ts"
import { dashed, disc, stroke } from "./Strokes.ts"

export interface Size {
  readonly width: number
  readonly height: number
}

/** The size of a drawing in its own units. */
export const sizeOf = ({ attributes }: Element): Size => {
  const [, , width = 0, height = 0] = String(attributes["viewBox"]).split(" ").map(Number)
  return { width, height }
}

/** `scale` is dots to a unit. */
export const png = (drawing: Element, scale: number): Uint8Array => {
  const { height, width } = sizeOf(drawing)
  const canvas = new Canvas(Math.round(width * scale), Math.round(height * scale))
  new Drawing(canvas, scale).draw(drawing, { left: 0, top: 0, right: width, bottom: height })
  return encode({
    width: canvas.width,
    height: canvas.height,
    data: canvas.dots,
    channels: 3,
    depth: 8
  })
}

const number = (attributes: Attributes, name: string, otherwise = 0): number =>
  attributes[name] === undefined ? otherwise : Number(attributes[name])

class Drawing {
  readonly #canvas: Canvas
  readonly #scale: number
  readonly #clips = new Map<string, Box>()

  constructor(canvas: Canvas, scale: number) {
    this.#canvas = canvas
    this.#scale = scale
  }

  draw(markup: Markup, within: Box): void {
    if (typeof markup === "string") return
    const { attributes, children, tag } = markup
    switch (tag) {
      case "svg":
      case "g": {
        const clip = this.#clips.get(/^url\(#(.+)\)$/u.exec(String(attributes["clip-path"] ?? ""))?.[1] ?? "")
        for (const child of children) this.draw(child, clip ?? within)
        return
      }
      case "clipPath":
        for (const child of children)
          if (typeof child !== "string") this.#clips.set(String(attributes["id"]), boxOf(child.attributes))
        return
      case "rect":
        return this.#shape([cornersOf(boxOf(attributes))], true, attributes, within)
      case "circle":
        return this.#shape(
          [disc([number(attributes, "cx"), number(attributes, "cy")], number(attributes, "r"))],
          true,
          attributes,
          within
        )
      case "line":
        return this.#shape(
          [
            [
              [number(attributes, "x1"), number(attributes, "y1")],
              [number(attributes, "x2"), number(attributes, "y2")]
            ]
          ],
          false,
          attributes,
          within
        )
      case "path":
        for (const { closed, points } of pathsOf(String(attributes["d"] ?? "")))
          this.#shape([points], closed, attributes, within)
        return
      case "text":
        return this.#words(children.filter((child) => typeof child === "string").join(""), attributes, within)
    }
  }

  #shape(polygons: ReadonlyArray<Polygon>, closed: boolean, attributes: Attributes, within: Box): void {
    const fill = attributes["fill"] ?? "#000000"
    if (fill !== "none" && closed) this.#fill(polygons, String(fill), number(attributes, "fill-opacity", 1), within)
    const ink = attributes["stroke"]
    if (ink === undefined || ink === "none") return
    const pattern = String(attributes["stroke-dasharray"] ?? "")
      .split(/[\s,]+/u)
      .filter((part) => part !== "")
      .map(Number)
    const lines = polygons.map((polygon) => (closed ? [...polygon, ...polygon.slice(0, 1)] : polygon))
    const drawn = lines
      .flatMap((line) => dashed(line, pattern))
      .flatMap((line) =>
        stroke(line, number(attributes, "stroke-width", 1), closed || attributes["stroke-linecap"] === "round")
      )
    this.#fill(drawn, String(ink), number(attributes, "stroke-opacity", 1), within)
  }

  #words(text: string, attributes: Attributes, within: Box): void {
    const size = number(attributes, "font-size", 12)
    const { lines, width } = lettering(text, size)
    const anchor = attributes["text-anchor"]
    const start = anchor === "end" ? -width : anchor === "middle" ? -width / 2 : 0
    const [, dx = "0", dy = "0", turn = "0"] =
      /^translate\((\S+) (\S+)\) rotate\((\S+)\)$/u.exec(String(attributes["transform"] ?? "")) ?? []
    const angle = (Number(turn) * Math.PI) / 180
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const [x, y] = [number(attributes, "x") + start, number(attributes, "y")]
    const placed = lines.map((line) =>
      line.map(([px, py]): Point => {
        const [ux, uy] = [px + x, py + y]
        return [Number(dx) + ux * cos - uy * sin, Number(dy) + ux * sin + uy * cos]
      })
    )
    const isStrong = /^(?:number|value)$/u.test(String(attributes["class"] ?? ""))
    const pen = size * (isStrong ? 0.13 : 0.085)
    const halo = isStrong ? placed.flatMap((line) => stroke(line, pen + 3, true)) : []
    this.#fill(halo, "#ffffff", 1, within)
    this.#fill(
      placed.flatMap((line) => stroke(line, pen, true)),
      String(attributes["fill"] ?? "#000000"),
      1,
      within
    )
  }

  #fill(polygons: ReadonlyArray<Polygon>, colour: string, opacity: number, within: Box): void {
    const by = this.#scale
    this.#canvas.fill(
      polygons.map((polygon) => polygon.map(([x, y]): Point => [x * by, y * by])),
      colour,
      opacity,
      {
        left: within.left * by,
        top: within.top * by,
        right: within.right * by,
        bottom: within.bottom * by
      }
    )
  }
}

const boxOf = (attributes: Attributes): Box => {
  const [left, top] = [number(attributes, "x"), number(attributes, "y")]
  return {
    left,
    top,
    right: left + number(attributes, "width"),
    bottom: top + number(attributes, "height")
  }
}

const cornersOf = ({ bottom, left, right, top }: Box): Polygon => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom]
]

/** The pieces of a path of straight lines. */
const pathsOf = (d: string): ReadonlyArray<{ readonly points: Polygon; readonly closed: boolean }> => {
  const pieces: Array<{ points: Array<Point>; closed: boolean }> = []
  let at: Point = [0, 0]
  for (const [, command = "", rest = ""] of d.matchAll(/([MmLlZz])([^MmLlZz]*)/gu)) {
    if (command === "Z" || command === "z") {
      const last = pieces.at(-1)
      if (last !== undefined) last.closed = true
      continue
    }
    const numbers = (rest.match(/-?\d*\.?\d+(?:e-?\d+)?/gu) ?? []).map(Number)
    for (let n = 0; n + 1 < numbers.length; n += 2) {
      const [x = 0, y = 0] = numbers.slice(n, n + 2)
      at = command === command.toLowerCase() ? [at[0] + x, at[1] + y] : [x, y]
      if (n === 0 && command.toLowerCase() === "m") pieces.push({ points: [at], closed: false })
      else pieces.at(-1)?.points.push(at)
    }
  }
  return pieces
}
