/**
 * What is behind and before the text of a page, found by place: areas of one colour, and those of which the colours are
 * not known, such as pictures.
 */
import type { Box } from "./PdfBox.ts"
import type { PdfBudget } from "./PdfBudget.ts"

/** An area that is painted. `colour` is null where it is not known or not one. */
export interface Backdrop extends Box {
  readonly colour: string | null
}

/** The number of strips that a page is divided into. */
const strips = 64

/** Areas of a page by the strips of it that they are in. */
export class PlacedBoxes<Each extends Box> {
  readonly #strips = Array.from({ length: strips }, (): Array<Each> => [])
  readonly #page: Box
  readonly #budget: PdfBudget

  constructor(boxes: ReadonlyArray<Each>, page: Box, budget: PdfBudget) {
    this.#page = page
    this.#budget = budget
    for (const box of boxes) {
      const last = this.#stripOf(box.bottom)
      for (let at = this.#stripOf(box.top); at <= last; at++) this.#strips[at]?.push(box)
    }
  }

  /** Returns the areas that may hold a point at a height, in the order in which they are painted. */
  near(y: number): ReadonlyArray<Each> {
    const found = this.#strips[this.#stripOf(y)] ?? []
    this.#budget.takeLook(found.length)
    return found
  }

  #stripOf(y: number): number {
    const { bottom, top } = this.#page
    return Math.min(Math.max(Math.floor((strips * (y - top)) / (bottom - top)) || 0, 0), strips - 1)
  }
}
