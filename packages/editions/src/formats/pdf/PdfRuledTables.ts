/**
 * The tables of pages without tags: the texts within grids that ruled lines close. A text that crosses a line is in no
 * cell, and its grid is no table.
 */
import { type Box, boxAround, hasPoint } from "./PdfBox.ts"
import type { Content } from "./PdfLines.ts"
import type { PdfPage } from "./PdfFile.ts"
import type { TextPiece } from "./PdfPieces.ts"
import { type RuledCell, type RuledGrid, ruledGrids } from "./PdfRulings.ts"
import type { PagePart, TaggedCell } from "./PdfStructure.ts"

/** Returns the tables and the lines of text of a page, from above. */
export const ruledParts = (
  { loose, marked, pictures, rules, unseen }: PdfPage,
  page: number,
  isRunning: (piece: TextPiece) => boolean
): ReadonlyArray<PagePart> => {
  const pieces = [...loose, ...[...marked.values()].flat()].filter(({ turn }) => turn === 0)
  const parts: Array<{ readonly top: number; readonly part: PagePart }> = []
  const inTable = new Set<TextPiece>()
  for (const grid of ruledGrids(rules)) {
    const own = pieces.filter((piece) => isWithin(piece, grid))
    const rows = rowsOf(grid, own, page, { unseen, pictures })
    if (rows === null) continue
    for (const piece of own) inTable.add(piece)
    const shape = `${grid.xs.map(Math.round).join(" ")}`
    parts.push({ top: grid.ys[0] ?? 0, part: { table: { shape, rows, isRuled: true } } })
  }
  const outside = pieces.filter((piece) => !inTable.has(piece) && !isRunning(piece))
  for (const [at, line] of pieceLines(outside).entries()) {
    parts.push({
      top: line[0]?.across ?? 0,
      part: { text: { block: at + 1, element: null, page, pieces: line, unseen: "" } }
    })
  }
  return parts.sort((a, b) => a.top - b.top).map(({ part }) => part)
}

const isWithin = ({ x, y }: TextPiece, { xs, ys }: RuledGrid): boolean =>
  x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0) && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0)

/** How far a text may reach over the lines of its cell, in parts of its size. */
const overhang = 0.3

const rowsOf = (
  { cells, xs, ys }: RuledGrid,
  pieces: ReadonlyArray<TextPiece>,
  page: number,
  { pictures, unseen }: Pick<PdfPage, "pictures" | "unseen">
): ReadonlyArray<ReadonlyArray<TaggedCell>> | null => {
  const filled = new Map(cells.map((cell) => [cell, new Array<TextPiece>()]))
  const hidden = new Map<RuledCell, string>()
  const pictured = new Set<RuledCell>()
  const left = new Set(pieces)
  for (const [cell, own] of filled) {
    const corners = [
      [xs[cell.column] ?? 0, ys[cell.row] ?? 0],
      [xs[cell.columnEnd] ?? 0, ys[cell.rowEnd] ?? 0]
    ] as const
    const box = boxAround(corners)
    const words = unseen.filter(({ x, y }) => hasPoint(box, x, y)).map(({ text }) => text)
    if (words.length > 0) hidden.set(cell, words.join(" "))
    if (pictures.some((each) => isInside(each, box))) pictured.add(cell)
    for (const piece of left) {
      const { across, along, end, size, x, y } = piece
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue
      const isOver = along < box.left - overhang * size || end > box.right + overhang * size
      if (isOver || across > box.bottom + overhang * size) return null
      own.push(piece)
      left.delete(piece)
    }
  }
  if ([...left].some(({ text }) => text.trim() !== "")) return null
  return Array.from({ length: ys.length - 1 }, (_, row) =>
    [...filled]
      .filter(([cell]) => cell.row === row)
      .map(([cell, own]): TaggedCell => {
        const [left = 0, right = 0] = [xs[cell.column], xs[cell.columnEnd]]
        // A cell has the same room on both sides of its words.
        const edge = right - Math.max(Math.min(...own.map(({ along }) => along)) - left, 0)
        const lines = pieceLines(own).map((line): Content => ({
          block: null,
          element: null,
          page,
          pieces: line,
          unseen: "",
          edge
        }))
        const [words = "", isPictured] = [hidden.get(cell), pictured.has(cell)]
        const beside: Content = { block: null, element: null, page, pieces: [], unseen: words, isPictured }
        const contents = words === "" && !isPictured ? lines : [...lines, beside]
        return { rows: cell.rowEnd - row, columns: cell.columnEnd - cell.column, contents }
      })
  )
}

const isInside = (one: Box, other: Box): boolean =>
  one.left > other.left - 1 && one.right < other.right + 1 && one.top > other.top - 1 && one.bottom < other.bottom + 1

/** Returns pieces by lines, from above and from left to right. */
export const pieceLines = (pieces: ReadonlyArray<TextPiece>): ReadonlyArray<ReadonlyArray<TextPiece>> => {
  const lines: Array<Array<TextPiece>> = []
  for (const piece of [...pieces].sort((a, b) => a.across - b.across)) {
    const [first] = lines.at(-1) ?? []
    if (first !== undefined && piece.across - first.across < 0.5 * Math.max(first.size, piece.size))
      lines.at(-1)?.push(piece)
    else lines.push([piece])
  }
  return lines.map((line) => line.sort((a, b) => a.along - b.along))
}
