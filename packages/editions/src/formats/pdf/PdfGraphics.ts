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
  readonly isFillOpaque: boolean
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

export class PdfGraphics {
  state: State
  readonly #saved: Array<State> = []

  constructor(matrix: Matrix, page: Box) {
    const colours = { fill: "000000", isFillOpaque: true }
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
    const { clip, matrix } = this.state
    if (![left, top, right, bottom].every(Number.isFinite)) return
    const corners = [pointAt(matrix, left, top), pointAt(matrix, right, bottom), pointAt(matrix, left, bottom)]
    const box = boxAround([...corners, pointAt(matrix, right, top)])
    this.set({ clip: common(clip, box) ?? { left: 0, top: 0, right: 0, bottom: 0 } })
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
      if (name === "ca") this.set({ isFillOpaque: Number(value) > 0.99 })
      if (name === "Font" && Array.isArray(value)) this.set({ font: Number(value[1]) || 0 })
    }
  }
}
