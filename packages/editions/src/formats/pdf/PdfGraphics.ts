/**
 * The state of drawing a page: where, in which colours, and how much of it shows.
 */
import { type Box, boxAround, common } from "./PdfBox.ts"
import { type Matrix, matrixIn, followedBy, pointAt } from "./PdfMatrix.ts"

/** What `save` keeps and `restore` brings back. */
interface State {
  readonly matrix: Matrix
  /** The colour of areas and text, six hexadecimal digits in upper case; null for a pattern or none. */
  readonly fill: string | null
  /** How much areas and text hide what is under them, from 0 to 1. */
  readonly opacity: number
  /** Whether colours mix with those under them. */
  readonly isMixed: boolean
  /** The width of lines, in points. */
  readonly lineWidth: number
  readonly clip: Box
  readonly font: number
  readonly spacing: number
  readonly wordSpacing: number
  readonly stretch: number
  readonly leading: number
  readonly rise: number
  readonly mode: number
}

/** The deepest nesting of states. */
const deepest = 512

const nowhere: Box = { left: -9, top: -9, right: -9, bottom: -9 }

export class PdfGraphics {
  state: State
  readonly #saved: Array<State> = []

  constructor(matrix: Matrix, page: Box) {
    const colours = { fill: "000000", opacity: 1, isMixed: false, lineWidth: 1 }
    const text = { font: 0, spacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0, mode: 0 }
    this.state = { matrix, clip: page, ...colours, ...text }
  }

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change }
  }

  save(): void {
    if (this.#saved.length < deepest) this.#saved.push(this.state)
  }

  restore(): void {
    this.state = this.#saved.pop() ?? this.state
  }

  transform(value: unknown): void {
    const matrix = matrixIn(value)
    if (matrix !== null) this.set({ matrix: followedBy(matrix, this.state.matrix) })
  }

  /** Shows only what is in a box of the current transformation. */
  clip(left: number, top: number, right: number, bottom: number): void {
    const box = this.box(left, top, right, bottom)
    if (box !== null) this.set({ clip: common(this.state.clip, box) ?? nowhere })
  }

  /** Returns a box of the current transformation as it is shown; null if it has no size. */
  box(left: number, top: number, right: number, bottom: number): Box | null {
    const { matrix } = this.state
    if (![left, top, right, bottom].every(Number.isFinite)) return null
    const corners = [pointAt(matrix, left, top), pointAt(matrix, right, bottom), pointAt(matrix, left, bottom)]
    return boxAround([...corners, pointAt(matrix, right, top)])
  }

  /** Takes a colour as pdf.js gives it: `#RRGGBB`. */
  fill(colour: unknown): void {
    const [, digits] = /^#([0-9a-f]{6})$/iu.exec(String(colour)) ?? []
    this.set({ fill: digits?.toUpperCase() ?? null })
  }

  /** Takes the properties of an extended state. */
  properties(given: unknown): void {
    for (const each of Array.isArray(given) ? given : []) {
      const [name, value] = Array.isArray(each) ? each : []
      if (name === "ca") this.set({ opacity: Number(value) })
      if (name === "BM") this.set({ isMixed: value !== "source-over" })
      if (name === "SMask") this.set({ isMixed: value !== false })
      if (name === "Font" && Array.isArray(value)) this.set({ font: Number(value[1]) || 0 })
    }
  }
}
