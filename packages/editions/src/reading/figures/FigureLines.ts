/**
 * The sentences of a cell, line by line, unchanged: the sentence of a figure is kept whole.
 */
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

/** The most that is searched for figures: characters of a cell, and of a sentence. */
const longestCell = 20_000
const longestSentence = 1_000

const end = /(?<![.!?])[.!?]+(?=\s+[\p{Lu}\d"”(+*])/gu
const abbreviationOf = oncePer(
  ({ figures }: Vocabulary) => new RegExp(`(?:^|[\\s(])${anyOf(figures.abbreviations)}$`, "iu")
)

/** Returns the sentences of each line of a cell. */
export const figureLines = (cell: string, vocabulary: Vocabulary): ReadonlyArray<ReadonlyArray<string>> =>
  beginningOf(cell)
    .split(/\r\n|[\r\n\v\f\u2028\u2029]/u)
    .map((line) =>
      sentencesOf(line, vocabulary).filter((sentence) => sentence !== "" && sentence.length <= longestSentence)
    )

/** Cuts a long cell at a space: half a number is another number. */
const beginningOf = (cell: string): string =>
  cell.length <= longestCell ? cell : cell.slice(0, Math.max(0, cell.lastIndexOf(" ", longestCell)))

const sentencesOf = (line: string, vocabulary: Vocabulary): ReadonlyArray<string> => {
  if (!/[.!?]/u.test(line)) return [line.trim()]
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
