/**
 * The sentences of a cell, line by line, as they stand: what a figure was read from is kept whole.
 */
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

/** Only so much of a cell is searched for figures, and no sentence that is longer than a thousand characters. */
const longestCell = 20_000
const longestSentence = 1_000

const end = /[.!?]+(?=\s+[\p{Lu}\d"”(+*])/gu
const abbreviationOf = oncePer(
  ({ figures }: Vocabulary) => new RegExp(`(?:^|[\\s(])${anyOf(figures.abbreviations)}$`, "iu")
)

/** The sentences of each line of a cell. */
export const figureLines = (cell: string, vocabulary: Vocabulary): ReadonlyArray<ReadonlyArray<string>> =>
  beginningOf(cell)
    .split(/\r\n|[\r\n\v\f\u2028\u2029]/u)
    .map((line) =>
      sentencesOf(line, vocabulary).filter((sentence) => sentence !== "" && sentence.length <= longestSentence)
    )

/** The beginning of a long cell, up to a space: half a number is another number. */
const beginningOf = (cell: string): string =>
  cell.length <= longestCell ? cell : cell.slice(0, Math.max(0, cell.lastIndexOf(" ", longestCell)))

const sentencesOf = (line: string, vocabulary: Vocabulary): ReadonlyArray<string> => {
  const abbreviation = abbreviationOf(vocabulary)
  const sentences: Array<string> = []
  let from = 0
  for (const found of line.matchAll(end)) {
    const before = line.slice(Math.max(from, found.index - 12), found.index)
    if (abbreviation.test(before)) continue
    const to = found.index + found[0].length
    sentences.push(line.slice(from, to).trim())
    from = to
  }
  sentences.push(line.slice(from).trim())
  return sentences
}
