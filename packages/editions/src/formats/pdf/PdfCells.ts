/**
 * The words of a cell or a paragraph, from the lines that it is drawn in.
 */
import { CellWords, type FinishedCell } from "../office/CellWords.ts"
import { noText } from "./PdfFonts.ts"
import { type Line, type Reach, jointOf } from "./PdfLines.ts"

/** Returns the colour behind a point of a page; null for none. */
export type ColourAt = (page: number, x: number, y: number) => string | null

export interface Setting {
  readonly reach: Reach
  /** Whether the document's lines end with the spaces at which they were broken. */
  readonly hasSpaces: boolean
  readonly colourAt: ColourAt
}

/** A cell as it is read. `isDoubtful`: one of its lines may end within a word. */
interface PdfCell extends FinishedCell {
  readonly isDoubtful: boolean
}

/** Returns what the lines of a cell say. */
export const cellOf = (lines: ReadonlyArray<Line>, { colourAt, hasSpaces, reach }: Setting): PdfCell => {
  let isDoubtful = false
  const words = new CellWords()
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    const joint = next === undefined ? null : jointOf(line, next, reach, hasSpaces)
    isDoubtful ||= joint?.isDoubtful === true
    const last = line.pieces.findLastIndex(({ text }) => text.trim() !== "")
    // Word draws the end of a paragraph as a space.
    const isEnd = joint === null || joint.between === "\n"
    line.pieces.forEach(({ font, ink, isStruck, text, x, y }, nth) => {
      const drawn = nth >= last && isEnd ? text.trimEnd() : text
      const shown = nth === last && joint?.isHyphenated === true ? drawn.replace(/[-\u00AD\u2010]\s*$/u, "") : drawn
      const fill = colourAt(line.page, x, y)
      // A soft hyphen that is drawn is a hyphen: many fonts have no other.
      const said = font.isWithoutText ? shown.replace(/\S/gu, noText) : shown.replaceAll("\u00AD", "-")
      words.write(said, { ...plain, isStruck, fill, ink })
      if (nth === line.pieces.length - 1 && joint?.between === " ") words.write(" ", { ...plain, isStruck, fill, ink })
    })
    if (joint?.between === "\n") words.written.endParagraph()
  })
  return { ...words.finished(), isDoubtful }
}

const plain = { isDeleted: false, isInserted: false, isHidden: false, dated: undefined }
