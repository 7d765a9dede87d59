/**
 * The heights of rows in a workbook. Not every program computes them itself.
 */
import { officeLines } from "../../ooxml/OfficeText.ts"

/** The height of a line in ten points, the padding of a row, and the greatest height of a row, in points. */
const lineHeight = 13
const around = 3
const mostHeight = 409
/** The width of bold letters relative to ordinary ones, and the padding of a column in letters. */
const bolder = 1.12
const margin = 1

/** Returns how many lines a text takes in a column of this many letters, broken between words where possible. */
export const wrappedLines = (text: string, letters: number): number =>
  officeLines(text).reduce((sum, line) => sum + wrapped(line, Math.max(letters, 1)), 0)

const wrapped = (line: string, letters: number): number => {
  let [lines, used] = [1, 0]
  for (const { length } of line.split(/\s+/u)) {
    const needed = used === 0 ? length : used + 1 + length
    if (needed <= letters) used = needed
    else {
      // A word longer than a line breaks where the line ends.
      lines += (used === 0 ? 0 : 1) + Math.max(Math.ceil(length / letters) - 1, 0)
      used = length % letters === 0 ? Math.min(length, letters) : length % letters
    }
  }
  return lines
}

/**
 * Returns the height in points of a row with these texts; `widths` are in letters, `bold` the indices of bold columns.
 */
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
