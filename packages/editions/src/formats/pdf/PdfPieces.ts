/**
 * The text of a page in pieces: glyphs of one line that follow each other and look alike.
 */
import type { Box, RuledLine } from "./PdfBox.ts"
import type { PdfBudget } from "./PdfBudget.ts"
import type { Drawing, Picture } from "./PdfDrawing.ts"
import { type Glyph, wordGap } from "./PdfPen.ts"
import { unseenIn } from "./PdfShownWords.ts"

/** A piece of a line. `x` and `y` are a point within its first glyph that is no space. */
export interface TextPiece extends Glyph {
  readonly isStruck: boolean
  /** Whether the file says another text for what is drawn: a hyphen that belongs to the line and not to the word. */
  readonly isReplaced: boolean
}

interface OpenPiece extends TextPiece {
  text: string
  end: number
}

/** Words that are in the file and do not show on the page, with their mark and a point within them. */
interface UnseenWords {
  readonly content: number | null
  readonly text: string
  readonly x: number
  readonly y: number
}

/** The pieces of a page, by the mark of their content, and those without a mark, in the order in which they are drawn. */
export interface PagePieces {
  readonly marked: ReadonlyMap<number, ReadonlyArray<TextPiece>>
  readonly loose: ReadonlyArray<TextPiece>
  readonly unseen: ReadonlyArray<UnseenWords>
  readonly pictures: ReadonlyArray<Picture>
}

/** How far from the line of a glyph another is in the same line, in parts of their size. */
const sameLine = 0.65

/** Whether a glyph follows another in its line. */
export const follows = (last: Glyph, next: Glyph): boolean =>
  last.turn === next.turn &&
  Math.abs(last.across - next.across) < sameLine * Math.max(last.size, next.size) &&
  next.along > last.along - 0.5 * last.size

export const piecesOf = (drawing: Drawing, page: Box, budget: PdfBudget): PagePieces => {
  const marked = new Map<number, Array<TextPiece>>()
  const loose: Array<TextPiece> = []
  const unseen: Array<UnseenWords> = []
  const isStruck = strikes(drawing.rules)
  const isUnseen = unseenIn(drawing, page, budget)
  for (const { content, glyphs, isReplaced } of drawing.strokes) {
    const own = content === null ? loose : (marked.get(content) ?? [])
    const hidden = glyphs.filter((glyph) => isUnseen.has(glyph))
    const [first] = hidden
    const text = hidden.map((each) => each.text).join("")
    if (first !== undefined && text.trim() !== "") unseen.push({ content, text, x: first.x, y: first.y })
    if (hidden.length < glyphs.length && content !== null) marked.set(content, own)
    let open: OpenPiece | undefined
    for (const glyph of glyphs) {
      if (isUnseen.has(glyph)) continue
      const struck = isStruck(glyph)
      if (open !== undefined && open.isStruck === struck && continues(open, glyph)) {
        if (open.text.trim() === "") Object.assign(open, { x: glyph.x, y: glyph.y })
        open.text += glyph.text
        open.end = glyph.end
      } else {
        open = { ...glyph, isStruck: struck, isReplaced }
        own.push(open)
      }
    }
  }
  return { marked, loose, unseen, pictures: drawing.pictures }
}

const continues = (open: TextPiece, glyph: Glyph): boolean =>
  open.ink === glyph.ink &&
  open.font === glyph.font &&
  open.size === glyph.size &&
  Math.abs(open.across - glyph.across) < 0.01 &&
  follows(open, glyph) &&
  glyph.along - open.end < wordGap * glyph.size

/** Returns whether a line is drawn through a glyph: above its foot and below its head. */
const strikes = (rules: ReadonlyArray<RuledLine>): ((glyph: Glyph) => boolean) => {
  const level = rules.filter(({ isHorizontal }) => isHorizontal).sort((a, b) => a.at - b.at)
  return ({ across, size, text, turn, x }) => {
    if (turn !== 0 || text.trim() === "") return false
    for (let at = firstFrom(level, across - 0.6 * size); at < level.length; at++) {
      const rule = level[at]
      if (rule === undefined || rule.at > across - 0.15 * size) return false
      if (x >= rule.from && x <= rule.to) return true
    }
    return false
  }
}

/** Returns the place of the first line at or below a height. */
const firstFrom = (rules: ReadonlyArray<RuledLine>, height: number): number => {
  let low = 0
  let high = rules.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rules[middle]?.at ?? 0) < height) low = middle + 1
    else high = middle
  }
  return low
}
