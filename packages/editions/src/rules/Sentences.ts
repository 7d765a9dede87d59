/**
 * Texts as rules read them: lines, sentences and words, each found in one pass however long the cell is.
 */

/** The lines of a cell that say something. */
export const cellLines = (text: string): ReadonlyArray<string> =>
  text
    .split(/\r\n|[\r\n]/u)
    .map((line) => line.trim())
    .filter((line) => line !== "")

/** The sentences of a cell. A full stop ends one only before a capital: `Avd. 2 fortsätter` is one. */
export const cellSentences = (text: string): ReadonlyArray<string> =>
  cellLines(text).flatMap((line) => line.split(/(?<=[.!?])\s+(?=\p{Lu})/u))

/** The words of a text as written, with their inner hyphens and the one that ends the first half of a pair. */
export const wordsIn = (text: string): ReadonlyArray<string> =>
  text.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*/gu) ?? []
