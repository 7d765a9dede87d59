/**
 * Which words of a page a reader of it sees. Words in the colour of what is behind them, under an area that is painted
 * later, outside of what is shown, or too small are in the file and not on the page.
 */
import { type Backdrop, PlacedBoxes } from "./PdfBackdrops.ts"
import { type Box, hasPoint } from "./PdfBox.ts"
import type { PdfBudget } from "./PdfBudget.ts"
import type { Drawing } from "./PdfDrawing.ts"
import { type Glyph, wordGap } from "./PdfPen.ts"

/** The least difference of two colours in one of their parts, of 255, from which a reader tells them apart. */
const leastContrast = 24
const paper = "FFFFFF"

interface NumberedBackdrop extends Backdrop {
  readonly nth: number
}

/**
 * Returns the glyphs of words that do not show. A word of which a part shows, such as one that is cut off at the edge of
 * its cell, is read whole.
 */
export const unseenIn = (
  { backdrops, strokes }: Pick<Drawing, "backdrops" | "strokes">,
  page: Box,
  budget: PdfBudget
): ReadonlySet<Glyph> => {
  const placed = new PlacedBoxes(
    backdrops.map((each, nth): NumberedBackdrop => ({ ...each, nth })),
    page,
    budget
  )
  const shows = (glyph: Glyph, painted: number): boolean => {
    if (!glyph.isShown) return false
    let behind: string | null = paper
    for (const backdrop of placed.near(glyph.y)) {
      if (!isUnder(glyph, backdrop)) continue
      if (backdrop.nth >= painted && backdrop.colour !== null) return false
      if (backdrop.nth < painted) behind = backdrop.colour
    }
    return glyph.colour === null || behind === null || !isAlike(glyph.colour, behind)
  }
  const unseen = new Set<Glyph>()
  let word: Array<Glyph> = []
  let isSeen = true
  const close = (): void => {
    // A space shows nothing, wherever it is: it goes with the word before it.
    if (!isSeen) for (const glyph of word) unseen.add(glyph)
    word = []
  }
  for (const { glyphs, isHidden, painted } of strokes) {
    for (const glyph of glyphs) {
      const isSpace = glyph.text.trim() === ""
      if (!isSpace && !isOneWord(word.at(-1), glyph)) {
        close()
        isSeen = false
      }
      word.push(glyph)
      if (!isSpace) isSeen ||= !isHidden && shows(glyph, painted)
    }
  }
  close()
  return unseen
}

const isOneWord = (last: Glyph | undefined, next: Glyph | undefined): boolean =>
  last !== undefined &&
  next !== undefined &&
  last.text.trim() !== "" &&
  last.turn === next.turn &&
  Math.abs(last.across - next.across) < 0.01 &&
  Math.abs(next.along - last.end) < wordGap * next.size

/** Whether the middle of a glyph is on an area. A line through or below a word is none. */
const isUnder = ({ size, x, y }: Glyph, box: Box): boolean =>
  hasPoint(box, x, y - 0.2 * size) && hasPoint(box, x, y + 0.2 * size)

const isAlike = (one: string, other: string): boolean =>
  [0, 2, 4].every((at) => {
    const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16))
    return Math.abs((a ?? 0) - (b ?? 0)) < leastContrast
  })
