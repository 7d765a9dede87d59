/**
 * What a page paints beside its text: filled rectangles, ruled lines, and every area in the order of painting.
 */
import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs"
import type { Backdrop } from "./PdfBackdrops.ts"
import {
  type Box,
  type RuledLine,
  common,
  pathLines,
  rectangleOf,
  ruleOf,
  rulesAlong,
  thickest,
  widened
} from "./PdfBox.ts"
import type { PdfBudget } from "./PdfBudget.ts"
import type { PdfGraphics } from "./PdfGraphics.ts"
import { isList } from "./PdfMatrix.ts"

/** A filled rectangle. `colour` is null for white, a pattern, and one that lets through what is under it. */
export interface Fill extends Box {
  readonly colour: string | null
}

const filling: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill])
const outlining: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke])
const both: ReadonlySet<number> = new Set([
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke
])

/** Ways of filling that leave holes where rectangles overlap. */
const hollow: ReadonlySet<number> = new Set([OPS.eoFill, OPS.eoFillStroke, OPS.closeEOFillStroke])
/** The widest line that is one, in points: a wider one is an area. */
const widest = 6
/** The opacity from which nothing shows through. */
const opaque = 0.99

export class PdfPainting {
  readonly fills: Array<Fill> = []
  readonly rules: Array<RuledLine> = []
  readonly backdrops: Array<Backdrop> = []
  readonly #graphics: PdfGraphics
  readonly #page: Box
  readonly #budget: PdfBudget
  #isClipping = false

  constructor(graphics: PdfGraphics, page: Box, budget: PdfBudget) {
    this.#graphics = graphics
    this.#page = page
    this.#budget = budget
  }

  /** Takes the next path as the edge of what is shown. */
  clip(): void {
    this.#isClipping = true
  }

  /** Paints all that is shown in colours that are not known. */
  shade(): void {
    this.#backdrop(this.#graphics.state.clip, null)
  }

  /** Draws a picture, which takes the unit square of the transformation. */
  picture(): Box | null {
    const box = this.#graphics.box(0, 0, 1, 1)
    this.#backdrop(box, null)
    return box
  }

  /** Paints a path. `around` is the rectangle around it. */
  path(paint: number, path: unknown, around: unknown): void {
    const { clip, fill, isMixed, lineWidth, matrix, opacity } = this.#graphics.state
    const [left, top, right, bottom] = isList(around) ? Array.from(around, Number) : []
    const whole = this.#graphics.box(left ?? NaN, top ?? NaN, right ?? NaN, bottom ?? NaN)
    if (filling.has(paint) || both.has(paint)) {
      const boxes = pathLines(path, matrix).map(rectangleOf)
      const colour = opacity > opaque ? fill : null
      for (const box of boxes) this.#area(box, clip, colour)
      if (boxes.includes(null)) this.#backdrop(whole, null)
      else
        for (const box of boxes) this.#backdrop(box, isMixed || (boxes.length > 1 && hollow.has(paint)) ? null : colour)
    }
    if (outlining.has(paint) || both.has(paint)) {
      if (lineWidth <= widest)
        for (const points of pathLines(path, matrix)) for (const rule of rulesAlong(points)) this.#rule(rule)
      if (lineWidth > thickest && whole !== null) this.#backdrop(widened(whole, lineWidth / 2), null)
    }
    if (this.#isClipping && left !== undefined) this.#graphics.clip(left, top ?? NaN, right ?? NaN, bottom ?? NaN)
    this.#isClipping = false
  }

  #area(whole: Box | null, clip: Box, fill: string | null): void {
    const box = whole === null ? null : common(whole, clip)
    if (box === null) return
    const rule = ruleOf(box)
    if (rule !== null && fill !== "FFFFFF") this.#rule(rule)
    else if (rule === null && !this.#isPage(box)) {
      this.#budget.takeShape()
      this.fills.push({ ...box, colour: fill === "FFFFFF" ? null : fill })
    }
  }

  #backdrop(whole: Box | null, colour: string | null): void {
    const box = whole === null ? null : common(whole, this.#graphics.state.clip)
    if (box === null) return
    this.#budget.takeShape()
    this.backdrops.push({ ...box, colour })
  }

  /** Whether a box is the whole page: what it is filled with is the paper. */
  #isPage({ bottom, left, right, top }: Box): boolean {
    const page = this.#page
    return (right - left) * (bottom - top) > 0.9 * (page.right - page.left) * (page.bottom - page.top)
  }

  #rule(rule: RuledLine): void {
    this.#budget.takeShape()
    this.rules.push(rule)
  }
}
