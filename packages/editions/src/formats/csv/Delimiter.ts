/**
 * Finds the delimiter of a CSV file: by known headings, otherwise by the lines, which it divides into equally many
 * cells.
 */
import type { GridRow } from "../grid/Grid.ts"
import { headOf } from "../columns/HeadingRows.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

/** The delimiters that programs write, the commonest first. */
const delimiters = [";", ",", "\t", "|"] as const
type Delimiter = (typeof delimiters)[number]

/** Enough lines, and characters of them, to reach any headings. */
const mostLines = 50
const mostCharacters = 200_000
const longestLine = 20_000

/** Returns the delimiter. `firstRow` reads a line with a delimiter. */
export const delimiterOf = (
  text: string,
  vocabulary: Vocabulary,
  firstRow: (line: string, delimiter: string) => GridRow | null
): Delimiter => {
  const lines = firstLines(text.trimStart().slice(0, mostCharacters))
  for (const line of lines) {
    if (line.length > longestLine) continue
    const counts = countsIn(line)
    const byCount = delimiters.toSorted((a, b) => counts[b] - counts[a])
    for (const delimiter of byCount) {
      const row = firstRow(line, delimiter)
      if (row !== null && headOf(row, { columns: new Map(), vocabulary }) !== null) return delimiter
    }
  }
  return mostRegular(lines)
}

/** The first lines, split outside quotes. */
const firstLines = (text: string): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let quoted = false
  let start = 0
  for (let at = 0; at <= text.length && lines.length < mostLines; at++) {
    const char = text[at]
    if (char === '"') quoted = !quoted
    else if (char === undefined || (!quoted && (char === "\n" || char === "\r"))) {
      if (at > start) lines.push(text.slice(start, at))
      start = at + 1
    }
  }
  return lines
}

/** Counts each delimiter in a line, outside quotes. */
const countsIn = (line: string): Record<Delimiter, number> => {
  const counts = { ";": 0, ",": 0, "\t": 0, "|": 0 }
  let quoted = false
  for (const char of line) {
    if (char === '"') quoted = !quoted
    else if (!quoted && Object.hasOwn(counts, char)) counts[char as Delimiter]++
  }
  return counts
}

/** Returns the delimiter that most lines have equally often; of several, the one that they have oftenest. */
const mostRegular = (lines: ReadonlyArray<string>): Delimiter => {
  const counted = lines.map(countsIn)
  let best: { readonly delimiter: Delimiter; readonly lines: number; readonly times: number } | undefined
  for (const delimiter of delimiters) {
    const alike = new Map<number, number>()
    for (const { [delimiter]: times } of counted) if (times > 0) alike.set(times, (alike.get(times) ?? 0) + 1)
    for (const [times, some] of alike)
      if (best === undefined || some > best.lines || (some === best.lines && times > best.times))
        best = { delimiter, lines: some, times }
  }
  return best?.delimiter ?? ";"
}
