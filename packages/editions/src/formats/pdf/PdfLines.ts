/**
 * The lines of a text, and what is between two of them: nothing where a word or a date goes on, a space, or a new line.
 */
import { wordGap } from "./PdfPen.ts"
import { type TextPiece, follows } from "./PdfPieces.ts"

/** Pieces of one paragraph on one page. */
export interface Content {
  /** The paragraph, by its number within the page; null where the file does not say where paragraphs end. */
  readonly block: number | null
  /** The paragraph, by its element in the file; null where that is not known. The same on each page that it is on. */
  readonly element: number | null
  readonly page: number
  readonly pieces: ReadonlyArray<TextPiece>
  /** Words of it that do not show; the empty text if there are none. */
  readonly unseen: string
  /** Whether it holds a picture. */
  readonly isPictured?: boolean
  /** Where its lines end at the latest; not there where the file does not say so. */
  readonly edge?: number
}

/** The paragraph that something is of. */
type Paragraph = Pick<Content, "block" | "element">

/** A line as it is drawn. A label and what it labels may be of two paragraphs and in one line: so it begins and ends. */
export interface Line {
  readonly begins: Paragraph
  readonly ends: Paragraph
  readonly page: number
  readonly pieces: ReadonlyArray<TextPiece>
  readonly text: string
  readonly along: number
  readonly end: number
  readonly edge: number | undefined
}

const nowhere: Paragraph = { block: null, element: null }

/** Returns the lines that pieces are drawn in. Words that are drawn apart get a space. */
export const drawnLines = (contents: ReadonlyArray<Content>): ReadonlyArray<Line> => {
  const lines: Array<Array<TextPiece>> = []
  const of: Array<{
    readonly begins: Paragraph
    ends: Paragraph
    readonly page: number
    readonly edge: number | undefined
  }> = []
  let last: (TextPiece & { readonly page: number }) | undefined
  for (const { block, edge, element, page, pieces } of contents) {
    for (const piece of pieces) {
      const line = lines.at(-1)
      if (line !== undefined && last?.page === page && follows(last, piece)) {
        const isApart =
          piece.along - last.end > wordGap * piece.size && !endsOpen(last.text) && !/^\s/u.test(piece.text)
        line.push(isApart ? { ...piece, text: ` ${piece.text}` } : piece)
        const own = of.at(-1)
        if (own !== undefined && piece.text.trim() !== "") own.ends = { block, element }
      } else {
        lines.push([piece])
        of.push({ begins: { block, element }, ends: { block, element }, page, edge })
      }
      last = { ...piece, page }
    }
  }
  return lines.flatMap((pieces, at): ReadonlyArray<Line> => {
    const { begins = nowhere, edge, ends = nowhere, page = 0 } = of[at] ?? {}
    const text = pieces.map((piece) => piece.text).join("")
    if (text.trim() === "") return []
    const shown = pieces.filter((piece) => piece.text.trim() !== "")
    const along = Math.min(...shown.map((piece) => piece.along))
    const end = Math.max(...shown.map((piece) => piece.end))
    return [{ begins, ends, page, pieces, text, along, end, edge }]
  })
}

/** How far the lines of a column go: the largest end, and the largest width. */
export interface Reach {
  readonly end: number
  readonly width: number
}

export const columnReach = (lines: ReadonlyArray<Line>): Reach => ({
  end: lines.reduce((most, { end }) => Math.max(most, end), 0),
  width: lines.reduce((most, { along, end }) => Math.max(most, end - along), 0)
})

/**
 * Whether the lines of a document end with the space at which they were broken, as most programs write them. `cells` are
 * the lines of each cell.
 */
export const keepsSpaces = (cells: Iterable<ReadonlyArray<Line>>): boolean => {
  let broken = 0
  let open = 0
  let ended = 0
  let spaced = 0
  for (const lines of cells) {
    const last = lines.at(-1)
    if (last === undefined) continue
    ended++
    if (endsOpen(last.text)) spaced++
    lines.forEach((line, at) => {
      const next = lines[at + 1]
      if (next === undefined || next.begins.block !== line.ends.block || next.page !== line.page) return
      broken++
      if (endsOpen(line.text)) open++
    })
  }
  return open > leastOpen * broken || spaced > mostEnded * ended
}

/** The part of all lines that end with a space, from which the others end a word. */
const leastOpen = 0.3
/** The part of all cells that end with a space, from which the program draws the ends of paragraphs as Word does. */
const mostEnded = 0.5

/**
 * What is between two lines, and whether the first gives up the hyphen that it ends with. `isDoubtful`: the first may end
 * within a word.
 */
interface Joint {
  readonly between: "" | " " | "\n"
  readonly isHyphenated: boolean
  readonly isDoubtful?: boolean
}

/**
 * Returns what is between two lines of a cell. Where the file does not say whether they are of one paragraph, they are if
 * the first ends like a line that goes on.
 */
export const jointOf = (line: Line, next: Line, reach: Reach, hasSpaces: boolean): Joint => {
  const goesOn = isOneParagraph(line, next)
  if (goesOn === false) return { between: "\n", isHyphenated: false }
  if (isHyphenated(line, next)) return { between: "", isHyphenated: true }
  const isEdge = line.edge === undefined ? goesOn === true && !hasSpaces && isFull(line, reach) : endsAtEdge(line)
  const between = betweenOf(line, next, { reach, hasSpaces, isCertain: goesOn === true })
  return { between, isHyphenated: false, isDoubtful: mayPartWord(line, next, isEdge) }
}

/** Whether two lines are of one paragraph; null where the file does not say so. */
const isOneParagraph = ({ ends, page }: Line, { begins, page: nextPage }: Line): boolean | null => {
  const which = page === nextPage ? "block" : "element"
  return ends[which] === null || begins[which] === null ? null : ends[which] === begins[which]
}

const betweenOf = (
  line: Line,
  next: Line,
  { hasSpaces, isCertain, reach }: { readonly reach: Reach; readonly hasSpaces: boolean; readonly isCertain: boolean }
): Joint["between"] => {
  const isBroken = fits(line, next, reach)
  // Word draws the end of a paragraph as a space, like that of a line.
  if (isBroken && !isCertain) return "\n"
  if (endsOpen(line.text) || /^\s/u.test(next.text)) return ""
  if (isBroken) return "\n"
  if (/\d[-\u00AD\u2010–/.]$/u.test(line.text) && /^\d/u.test(next.text)) return ""
  // A line that ends without its space was broken at a sign that may end a line, or in a word that is too long for it.
  if (hasSpaces && /[-\u00AD\u2010–—/]$/u.test(line.text)) return ""
  const goesOver = line.ends.block !== null && isFull(line, reach) && /^\p{Ll}/u.test(next.text)
  if (hasSpaces && (isCertain || goesOver) && /^\S+$/u.test(line.text)) return ""
  if (isCertain) return " "
  return /[.!?:]$/u.test(line.text) || (hasSpaces && !(line.ends.block === null && isFull(line, reach))) ? "\n" : " "
}

/** Whether the first word of a line would have had a place in the line above: it was broken on purpose. */
const fits = (line: Line, next: Line, { end, width }: Reach): boolean => {
  const [first = ""] = /^\S+/u.exec(next.text) ?? []
  const size = line.pieces.at(-1)?.size ?? 0
  const more = 0.6 * size + 1.1 * (next.end - next.along) * (first.length / Math.max(next.text.trim().length, 1))
  return line.end + more < end && line.end - line.along + more < width
}

/** Whether a line has no place for one more letter. */
const isFull = ({ along, end, pieces }: Line, { width }: Reach): boolean =>
  end - along > width - (pieces.at(-1)?.size ?? 0)

/** Whether nothing says that the only word of a line, which ends at the edge of its cell, ends there too. */
const mayPartWord = ({ text }: Line, next: Line, isEdge: boolean): boolean =>
  isEdge && /^\S*[\p{L}\p{N}]$/u.test(text) && /^[\p{L}\p{N}]/u.test(next.text)

/** Whether a line ends where its cell does. */
const endsAtEdge = ({ edge = Infinity, end, pieces }: Line): boolean => edge - end < narrow * (pieces.at(-1)?.size ?? 0)

/** The width of a wide letter, in parts of its size. */
const narrow = 0.75

/** Whether a line ends with a hyphen that is there only because the line ends: one within a word, never in a date. */
const isHyphenated = ({ pieces, text }: Line, next: Line): boolean => {
  const last = pieces.at(-1)
  const isSoft = last?.isReplaced === true && /^[-\u2010\u00AD]$/u.test(last.text)
  if (/\p{L}\p{M}*\u00AD\s*$/u.test(text) || (isSoft && /\p{L}\p{M}*.$/u.test(text))) return /^\p{L}/u.test(next.text)
  // A name may have this hyphen of its own before a capital.
  return /\p{L}\p{M}*\u2010\s*$/u.test(text) && /^\p{Ll}/u.test(next.text)
}

const endsOpen = (text: string): boolean => /\s$/u.test(text)
