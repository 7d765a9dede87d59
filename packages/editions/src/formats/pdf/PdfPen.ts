/**
 * The pen that writes a page's text: gives each glyph its place and what it says.
 */
import type { PdfFont } from "./PdfFonts.ts"
import type { PdfGraphics } from "./PdfGraphics.ts"
import { type Matrix, identity, matrixIn, followedBy, pointAt } from "./PdfMatrix.ts"

/**
 * A glyph. `along` and `end` are where it begins and ends in the direction of writing, `across` is its line, each in
 * points; `x` and `y` are a point within it.
 */
export interface Glyph {
  readonly text: string
  readonly font: PdfFont
  readonly along: number
  readonly end: number
  readonly across: number
  readonly size: number
  readonly turn: number
  readonly x: number
  readonly y: number
  /** Six hexadecimal digits; null for black, and for a pattern. */
  readonly ink: string | null
  /** The colour of the whole glyph; null where it is a pattern, or only outlined. */
  readonly colour: string | null
  /** Whether it is on the page, large and opaque enough to be seen. */
  readonly isShown: boolean
}

/** The gap between two glyphs from which they are two words, in parts of their size. */
export const wordGap = 0.18

/** Modes of writing that show nothing. */
const unseen: ReadonlySet<number> = new Set([3, 7])
/** Modes of writing that fill a glyph and do not outline it. */
const filled: ReadonlySet<number> = new Set([0, 4])
/** The least size and width of a glyph that can be seen, in points, and its least opacity. */
const least = { size: 1, stretch: 0.05, opacity: 0.05 }
/** How far from the edge of what is shown the middle of a glyph may be, in points. */
const beside = 0.5

/** Ligatures and the like as the letters that they stand for. */
const ligatures = /[\uFB00-\uFB06]/gu

export class PdfPen {
  readonly #graphics: PdfGraphics
  #text: Matrix = identity
  #line: Matrix = identity

  constructor(graphics: PdfGraphics) {
    this.#graphics = graphics
  }

  begin(): void {
    this.#text = identity
    this.#line = identity
  }

  set(value: unknown): void {
    const matrix = matrixIn(value)
    if (matrix === null) return
    this.#text = matrix
    this.#line = matrix
  }

  move(x: number, y: number): void {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return
    this.#line = followedBy([1, 0, 0, 1, x, y], this.#line)
    this.#text = this.#line
  }

  nextLine(): void {
    this.move(0, this.#graphics.state.leading)
  }

  /** Writes glyphs and the gaps between them, as pdf.js gives them. */
  show(given: unknown, face: PdfFont): ReadonlyArray<Glyph> {
    const { clip, fill, font, matrix, mode, opacity, rise, spacing, stretch, wordSpacing } = this.#graphics.state
    const glyphs: Array<Glyph> = []
    const ink = fill === "000000" ? null : fill
    const isFilled = filled.has(mode)
    const colour = isFilled ? fill : null
    const isVisible = !unseen.has(mode) && !(isFilled && opacity < least.opacity) && Math.abs(stretch) > least.stretch
    for (const each of Array.isArray(given) ? given : []) {
      if (typeof each === "number") {
        this.#advance((-each / 1000) * font * stretch)
        continue
      }
      const { code, isSpace, unicode, width } = glyphIn(each)
      const whole = followedBy(this.#text, matrix)
      const advance = ((width / 1000) * font + spacing + (isSpace ? wordSpacing : 0)) * stretch
      const [startX, startY] = pointAt(whole, 0, rise)
      const [endX, endY] = pointAt(whole, advance, rise)
      const [x, y] = pointAt(whole, advance / 2, rise + font * 0.3)
      const size = Math.hypot(whole[2], whole[3]) * Math.abs(font)
      const text = face.take(unicode, code).replace(ligatures, (each) => each.normalize("NFKC"))
      const turn = turnOf(whole[0], whole[1])
      const [along, end, across] = [
        [startX, endX, startY],
        [startY, endY, -startX],
        [-startX, -endX, -startY],
        [-startY, -endY, startX]
      ][turn] ?? [startX, endX, startY]
      const isOnPage =
        x > clip.left - beside && x < clip.right + beside && y > clip.top - beside && y < clip.bottom + beside
      const isShown = isVisible && size >= least.size && isOnPage
      const place = { along: along ?? 0, end: end ?? 0, across: across ?? 0 }
      glyphs.push({ text, font: face, ...place, size, turn, x, y, ink, colour, isShown })
      this.#advance(advance)
    }
    return glyphs
  }

  #advance(by: number): void {
    if (Number.isFinite(by)) this.#text = followedBy([1, 0, 0, 1, by, 0], this.#text)
  }
}

/** Returns the direction of writing in quarters of a turn to the right: 0 from left to right, 1 downwards. */
const turnOf = (x: number, y: number): number => (Math.abs(x) >= Math.abs(y) ? (x >= 0 ? 0 : 2) : y >= 0 ? 1 : 3)

/** A glyph as pdf.js gives it: its code in the font, and its text or, without one, its code. */
interface GivenGlyph {
  readonly code: number | undefined
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

const glyphIn = (value: unknown): GivenGlyph => {
  const { isSpace, originalCharCode, unicode, width } = Object(value)
  return {
    code: typeof originalCharCode === "number" ? originalCharCode : undefined,
    unicode: typeof unicode === "string" ? unicode : "",
    width: typeof width === "number" && Number.isFinite(width) ? width : 0,
    isSpace: isSpace === true
  }
}
