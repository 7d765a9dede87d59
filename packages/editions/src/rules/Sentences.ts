/**
 * The lines, sentences and words of a cell, each found in one pass, however long the cell is.
 */

/** Returns the filled lines of a cell. */
export const cellLines = (text: string): ReadonlyArray<string> =>
  (/[\r\n]/u.test(text) ? text.split(/\r\n|[\r\n]/u) : [text]).map((line) => line.trim()).filter((line) => line !== "")

/** Returns the sentences of a cell. A full stop ends one only before a capital: `Avd. 2 fortsätter` is one. */
export const cellSentences = (text: string): ReadonlyArray<string> =>
  cellLines(text).flatMap((line) => (/[.!?]\s/u.test(line) ? line.split(/(?<=[.!?])\s+(?=\p{Lu})/u) : [line]))

/** Returns the words of a text as written, with inner hyphens and the one after the first half of a pair. */
export const wordsIn = (text: string): ReadonlyArray<string> =>
  text.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*/gu) ?? []
