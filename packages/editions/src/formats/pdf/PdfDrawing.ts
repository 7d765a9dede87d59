/**
 * What a page draws: its glyphs by the marked content that they belong to, filled rectangles and straight lines.
 */
import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs"
import { Unreadable } from "../office/Unreadable.ts"
import type { Backdrop } from "./PdfBackdrops.ts"
import type { Box, RuledLine } from "./PdfBox.ts"
import type { PdfFont } from "./PdfFonts.ts"
import { PdfGraphics } from "./PdfGraphics.ts"
import { type Matrix, isList, lengthOf } from "./PdfMatrix.ts"
import type { PdfBudget } from "./PdfBudget.ts"
import { type Fill, PdfPainting } from "./PdfPainting.ts"
import { type Glyph, PdfPen } from "./PdfPen.ts"

/** Glyphs drawn one after another with the same mark. `isReplaced` if the file says another text for them. */
interface Stroke {
  readonly content: number | null
  readonly isReplaced: boolean
  readonly isHidden: boolean
  readonly glyphs: ReadonlyArray<Glyph>
  /** How many of the page's backdrops were painted before. */
  readonly painted: number
}

/** A picture, with the mark of its content. */
export interface Picture extends Box {
  readonly content: number | null
}

export interface Drawing {
  readonly strokes: ReadonlyArray<Stroke>
  readonly fills: ReadonlyArray<Fill>
  readonly rules: ReadonlyArray<RuledLine>
  /** Every area that is painted, in the order of painting. */
  readonly backdrops: ReadonlyArray<Backdrop>
  readonly pictures: ReadonlyArray<Picture>
}

/** Where a page is drawn, and with which fonts. */
interface DrawnPage {
  /** Places what is drawn as it is shown. */
  readonly matrix: Matrix
  readonly box: Box
  readonly fontOf: (name: unknown) => PdfFont
}

/** A list of operators as pdf.js gives it. */
interface Operators {
  readonly fnArray: ArrayLike<number>
  readonly argsArray: ArrayLike<unknown>
}

/** Reads what a page draws. */
export const drawingOf = (operators: Operators, page: DrawnPage, budget: PdfBudget): Drawing => {
  const reading = new DrawingReader(page, budget)
  for (let at = 0; at < operators.fnArray.length; at++) {
    const given = operators.argsArray[at]
    reading.take(operators.fnArray[at] ?? 0, isList(given) ? given : [])
  }
  return reading
}

/** Marked content that is open. */
interface Mark {
  readonly content: number | null
  readonly isReplaced: boolean
  readonly isHidden: boolean
  /** Which of all openings of marks it is in. */
  readonly opening: number
}

const unmarked: Mark = { content: null, isReplaced: false, isHidden: false, opening: 0 }

class DrawingReader implements Drawing {
  readonly strokes: Array<Stroke> = []
  readonly pictures: Array<Picture> = []
  readonly #fontOf: DrawnPage["fontOf"]
  #font: PdfFont
  readonly #graphics: PdfGraphics
  readonly #pen: PdfPen
  readonly #painting: PdfPainting
  readonly #budget: PdfBudget
  readonly #marks: Array<Mark> = []
  /** The form that each mark was used in: marks of forms are counted from 0 again. */
  readonly #formOf = new Map<number, number>()
  #forms = 0
  /** Which of the openings of each mark has its text. */
  readonly #openingOf = new Map<number, number>()
  #openings = 0
  readonly #openForms: Array<number> = []
  /** Whether nothing was drawn since the last transformation: what it was for is a picture that is left out. */
  #isBare = false

  constructor({ box, fontOf, matrix }: DrawnPage, budget: PdfBudget) {
    this.#budget = budget
    this.#fontOf = fontOf
    this.#font = fontOf(null)
    this.#graphics = new PdfGraphics(matrix, box)
    this.#pen = new PdfPen(this.#graphics)
    this.#painting = new PdfPainting(this.#graphics, box, budget)
  }

  get fills(): ReadonlyArray<Fill> {
    return this.#painting.fills
  }

  get rules(): ReadonlyArray<RuledLine> {
    return this.#painting.rules
  }

  get backdrops(): ReadonlyArray<Backdrop> {
    return this.#painting.backdrops
  }

  take(code: number, given: ArrayLike<unknown>): void {
    const [first, second] = [given[0], given[1]]
    const graphics = this.#graphics
    const isBare = this.#isBare
    this.#isBare = code === OPS.transform
    switch (code) {
      case OPS.save:
        return graphics.save()
      case OPS.restore:
        if (isBare) this.#picture()
        return graphics.restore()
      case OPS.transform:
        return graphics.transform(given)
      case OPS.setLineWidth:
        return graphics.set({ lineWidth: Number(first) * lengthOf(graphics.state.matrix) })
      case OPS.setGState:
        return graphics.properties(first)
      case OPS.setFillRGBColor:
        return graphics.fill(first)
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        return graphics.fill(null)
      case OPS.shadingFill:
        return this.#painting.shade()
      case OPS.clip:
      case OPS.eoClip:
        return this.#painting.clip()
      case OPS.constructPath:
        return this.#painting.path(Number(first), isList(second) ? second[0] : null, given[2])
      case OPS.paintFormXObjectBegin:
        return this.#openForm(first, second)
      case OPS.paintFormXObjectEnd:
        this.#openForms.pop()
        return graphics.restore()
      case OPS.beginMarkedContent:
        return this.#mark(Object(first).name === "Artifact" ? unmarked : null)
      case OPS.beginMarkedContentProps:
        return this.#markWith(first, second)
      case OPS.endMarkedContent:
        this.#marks.pop()
        return
      default:
        return this.#write(code, first, second)
    }
  }

  #write(code: number, first: unknown, second: unknown): void {
    const graphics = this.#graphics
    const number = Number(first)
    if (code === OPS.beginText) this.#pen.begin()
    else if (code === OPS.setTextMatrix) this.#pen.set(first)
    else if (code === OPS.moveText) this.#pen.move(number, Number(second))
    else if (code === OPS.nextLine) this.#pen.nextLine()
    else if (code === OPS.setCharSpacing) graphics.set({ spacing: number })
    else if (code === OPS.setWordSpacing) graphics.set({ wordSpacing: number })
    else if (code === OPS.setHScale) graphics.set({ stretch: number / 100 })
    else if (code === OPS.setLeading) graphics.set({ leading: -number })
    else if (code === OPS.setTextRise) graphics.set({ rise: number })
    else if (code === OPS.setTextRenderingMode) graphics.set({ mode: number })
    else if (code === OPS.setFont) {
      this.#font = this.#fontOf(first)
      graphics.set({ font: Number(second) || 0 })
    } else if (code === OPS.setLeadingMoveText) {
      graphics.set({ leading: Number(second) })
      this.#pen.move(number, Number(second))
    } else if (code === OPS.showText) this.#show(first)
  }

  #show(given: unknown): void {
    const glyphs = this.#pen.show(given, this.#font)
    this.#budget.takeGlyphs(glyphs.length)
    const { content, isHidden, isReplaced } = this.#marks.at(-1) ?? unmarked
    if (glyphs.length > 0) this.#writtenIn(this.#marks.at(-1))
    this.strokes.push({ content, isReplaced, isHidden, glyphs, painted: this.#painting.backdrops.length })
  }

  #picture(): void {
    const box = this.#painting.picture()
    if (box !== null) this.pictures.push({ ...box, content: (this.#marks.at(-1) ?? unmarked).content })
  }

  #mark(mark: Mark | null): void {
    this.#marks.push(mark ?? this.#marks.at(-1) ?? unmarked)
  }

  #markWith(tag: unknown, value: unknown): void {
    const open = this.#marks.at(-1) ?? unmarked
    if (tag === "Artifact") return this.#mark(unmarked)
    if (tag === "OC") return this.#mark({ ...open, isHidden: open.isHidden || !this.#budget.isShown(value) })
    if (typeof value === "number" && Number.isInteger(value)) {
      this.#takeForm(value)
      return this.#mark({ content: value, isReplaced: false, isHidden: open.isHidden, opening: ++this.#openings })
    }
    // A span with properties but no mark: its own text, such as that of a hyphen at a line's end.
    return this.#mark({ ...open, isReplaced: tag === "Span" })
  }

  /** Refuses a mark under which the page has text twice: what belongs to another cell may have it by mistake. */
  #writtenIn(mark: Mark | undefined): void {
    const [content, opening] = [mark?.content ?? null, mark?.opening ?? 0]
    if (content === null) return
    if ((this.#openingOf.get(content) ?? opening) !== opening) throw new Unreadable("damagedPdf")
    this.#openingOf.set(content, opening)
  }

  /** Refuses two parts of a page with the same mark: nobody can say which element of the structure means which. */
  #takeForm(content: number): void {
    const form = this.#openForms.at(-1) ?? 0
    if ((this.#formOf.get(content) ?? form) !== form) throw new Unreadable("damagedPdf")
    this.#formOf.set(content, form)
  }

  #openForm(matrix: unknown, box: unknown): void {
    this.#graphics.save()
    this.#openForms.push(++this.#forms)
    if (isList(matrix)) this.#graphics.transform(matrix)
    if (isList(box)) this.#graphics.clip(Number(box[0]), Number(box[1]), Number(box[2]), Number(box[3]))
  }
}
