/**
 * How high a row must be for its texts to be seen: not every program finds that out by itself.
 */
import { officeLines } from "../ooxml/OfficeText.ts"

/** A line of text of ten points, the space around all of them, and the most that a row can be, in points. */
const lineHeight = 13
const around = 3
const mostHeight = 409
/** How much broader letters are in bold, and how much of a column is no room for words. */
const bolder = 1.12
const margin = 1

/** How many lines a text takes in a column of so many letters, broken between words where it can be. */
export const wrappedLines = (text: string, letters: number): number =>
  officeLines(text).reduce((sum, line) => sum + wrapped(line, Math.max(letters, 1)), 0)

const wrapped = (line: string, letters: number): number => {
  let [lines, used] = [1, 0]
  for (const { length } of line.split(/\s+/u)) {
    const needed = used === 0 ? length : used + 1 + length
    if (needed <= letters) used = needed
    else {
      // A word that no line can hold is cut where the line ends.
      lines += (used === 0 ? 0 : 1) + Math.max(Math.ceil(length / letters) - 1, 0)
      used = length % letters === 0 ? Math.min(length, letters) : length % letters
    }
  }
  return lines
}

/** The height in points of a row of these texts, in columns of these widths in letters; `bold` are the columns in bold. */
export const rowHeight = (
  texts: ReadonlyArray<string>,
  widths: ReadonlyArray<number>,
  bold: ReadonlySet<number>,
  size = 10
): number => {
  const lines = texts.map((text, at) => {
    const room = (((widths[at] ?? 10) - margin) * 10) / size
    return wrappedLines(text, Math.floor(bold.has(at) ? room / bolder : room))
  })
  const height = Math.min(Math.max(1, ...lines) * lineHeight * (size / 10) + around, mostHeight)
  return Math.round(height * 10) / 10
}
