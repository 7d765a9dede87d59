/**
 * What one PDF may hold: far above any follow-up. What is drawn counts each time that it is drawn, so that a small file
 * that draws one form a million times is refused too.
 */
import { maxCharacters } from "../office/ArchiveBounds.ts"
import { Unreadable } from "../office/Unreadable.ts"

/** Most pages. */
export const maxPages = 2000
/** Most filled rectangles and lines. */
const maxShapes = 1_000_000
/** Most elements of the structures of all pages together. */
const maxElements = 4_000_000
/** Most looks at an area behind or before a word. */
const maxLooks = 300_000_000

export class PdfBudget {
  readonly isShown: (layer: unknown) => boolean
  #glyphs = 0
  #shapes = 0
  #elements = 0
  #looks = 0

  /** `isShown` says whether a layer is shown. */
  constructor(isShown: (layer: unknown) => boolean) {
    this.isShown = isShown
  }

  takeGlyphs(count: number): void {
    this.#glyphs += count
    if (this.#glyphs > maxCharacters) throw new Unreadable("unpacksTooLarge")
  }

  takeShape(): void {
    if (++this.#shapes > maxShapes) throw new Unreadable("unpacksTooLarge")
  }

  takeLook(count: number): void {
    this.#looks += count
    if (this.#looks > maxLooks) throw new Unreadable("unpacksTooLarge")
  }

  takeElement(): void {
    if (++this.#elements > maxElements) throw new Unreadable("unpacksTooLarge")
  }
}
