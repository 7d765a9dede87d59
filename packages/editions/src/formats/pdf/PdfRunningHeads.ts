/**
 * Running heads and page numbers of pages whose file does not tell them from the text: what stands at the upper or lower
 * edge of several pages, at the same place, and differs only by numbers.
 */
import type { PdfPage } from "./PdfFile.ts"
import type { TextPiece } from "./PdfPieces.ts"
import { pieceLines } from "./PdfRuledTables.ts"

/** The part of a page's height above and below that a running head stands in. */
const edge = 0.1

/** Returns whether a piece of a page is of a running head. */
export const runningHeads = (pages: ReadonlyArray<PdfPage>): ((piece: TextPiece) => boolean) => {
  const seen = new Map<string, { pages: number; readonly pieces: Array<TextPiece> }>()
  for (const { box, loose, marked } of pages) {
    const height = box.bottom - box.top
    const outer = [...loose, ...[...marked.values()].flat()].filter(
      ({ across, turn }) => turn === 0 && (across < edge * height || across > (1 - edge) * height)
    )
    const own = new Map<string, ReadonlyArray<TextPiece>>()
    for (const line of pieceLines(outer)) own.set(keyOf(line), line)
    for (const [key, pieces] of own) {
      const found = seen.get(key) ?? { pages: 0, pieces: [] }
      seen.set(key, found)
      found.pages++
      found.pieces.push(...pieces)
    }
  }
  const running = new Set([...seen.values()].flatMap((each) => (each.pages > 1 ? each.pieces : [])))
  return (piece) => running.has(piece)
}

const keyOf = (line: ReadonlyArray<TextPiece>): string => {
  const text = line
    .map((piece) => piece.text)
    .join(" ")
    .replace(/\s+/gu, " ")
    .replace(/\d+/gu, "#")
  return `${Math.round((line[0]?.across ?? 0) / 4)} ${text.trim()}`
}
