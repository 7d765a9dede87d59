/**
 * The lines of a text, and what is between two of them: nothing where a word or a date goes on, a space, or a new line.
 */
import { wordGap } from "./PdfPen.ts"
import { type TextPiece, follows } from "./PdfPieces.ts"

/** Pieces of one paragraph on one page. */
export interface Content {
  /** The paragraph, by its number within the page; null where the file does not say where paragraphs end. */
  readonly block: number | null
  readonly page: number
  readonly pieces: ReadonlyArray<TextPiece>
  /** Words of it that do not show; the empty text if there are none. */
  readonly unseen: string
  /** Whether it holds a picture. */
  readonly isPictured?: boolean
}

/** A line as it is drawn. */
export interface Line {
  readonly block: number | null
  readonly page: number
  readonly pieces: ReadonlyArray<TextPiece>
  readonly text: string
  readonly along: number
  readonly end: number
}

/** Returns the lines that pieces are drawn in. Words that are drawn apart get a space. */
export const drawnLines = (contents: ReadonlyArray<Content>): ReadonlyArray<Line> => {
  const lines: Array<Array<TextPiece>> = []
  const of: Array<Pick<Content, "block" | "page">> = []
  let last: (TextPiece & { readonly page: number }) | undefined
  for (const { block, page, pieces } of contents) {
    for (const piece of pieces) {
      const line = lines.at(-1)
      if (line !== undefined && last?.page === page && follows(last, piece)) {
        const isApart =
          piece.along - last.end > wordGap * piece.size && !endsOpen(last.text) && !/^\s/u.test(piece.text)
        line.push(isApart ? { ...piece, text: ` ${piece.text}` } : piece)
      } else {
        lines.push([piece])
        of.push({ block, page })
      }
      last = { ...piece, page }
    }
  }
  return lines.flatMap((pieces, at): ReadonlyArray<Line> => {
    const { block = null, page = 0 } = of[at] ?? {}
    const text = pieces.map((piece) => piece.text).join("")
    if (text.trim() === "") return []
    const shown = pieces.filter((piece) => piece.text.trim() !== "")
    const along = Math.min(...shown.map((piece) => piece.along))
    const end = Math.max(...shown.map((piece) => piece.end))
    return [{ block, page, pieces, text, along, end }]
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
  for (const lines of cells) {
    lines.forEach((line, at) => {
      const next = lines[at + 1]
      if (next === undefined || next.block !== line.block || next.page !== line.page) return
      broken++
      if (endsOpen(line.text)) open++
    })
  }
  return open > leastOpen * broken
}

/** The part of all lines that end with a space, from which the others end a word. */
const leastOpen = 0.3

/** What is between two lines, and whether the first gives up the hyphen that it ends with. */
interface Joint {
  readonly between: "" | " " | "\n"
  readonly isHyphenated: boolean
}

/**
 * Returns what is between two lines of a cell. Lines on different pages, and those of an untagged file, are of one
 * paragraph where the first ends like a line that goes on.
 */
export const jointOf = (line: Line, next: Line, reach: Reach, hasSpaces: boolean): Joint => {
  const goesOn = line.page === next.page && line.block !== null ? line.block === next.block : null
  if (goesOn === false) return { between: "\n", isHyphenated: false }
  if (isHyphenated(line, next)) return { between: "", isHyphenated: true }
  return { between: betweenOf(line, next, { reach, hasSpaces, isCertain: goesOn === true }), isHyphenated: false }
}

const betweenOf = (
  line: Line,
  next: Line,
  { hasSpaces, isCertain, reach }: { readonly reach: Reach; readonly hasSpaces: boolean; readonly isCertain: boolean }
): Joint["between"] => {
  if (endsOpen(line.text) || /^\s/u.test(next.text)) return ""
  if (fits(line, next, reach)) return "\n"
  if (/\d[-\u00AD\u2010–/.]$/u.test(line.text) && /^\d/u.test(next.text)) return ""
  // A line that ends without its space was broken at a sign that may end a line, or in a word that is too long for it.
  if (hasSpaces && /[-\u00AD\u2010–—/]$/u.test(line.text)) return ""
  const goesOver = line.block !== null && isFull(line, reach) && /^\p{Ll}/u.test(next.text)
  if (hasSpaces && (isCertain || goesOver) && /^\S+$/u.test(line.text)) return ""
  if (isCertain) return " "
  return /[.!?:]$/u.test(line.text) || (hasSpaces && !(line.block === null && isFull(line, reach))) ? "\n" : " "
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

/** Whether a line ends with a hyphen that is there only because the line ends: one within a word, never in a date. */
const isHyphenated = ({ pieces, text }: Line, next: Line): boolean => {
  const last = pieces.at(-1)
  const isSoft = last?.isReplaced === true && /^[-\u2010\u00AD]$/u.test(last.text)
  if (/\p{L}\p{M}*\u00AD\s*$/u.test(text) || (isSoft && /\p{L}\p{M}*.$/u.test(text))) return /^\p{L}/u.test(next.text)
  // A name may have this hyphen of its own before a capital.
  return /\p{L}\p{M}*\u2010\s*$/u.test(text) && /^\p{Ll}/u.test(next.text)
}

const endsOpen = (text: string): boolean => /\s$/u.test(text)
