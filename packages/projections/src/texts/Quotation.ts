/**
 * Quotations from follow-ups: the sentences that were new in a document, word for word. What they explain is for the reader
 * to judge; they are never the reason of a move.
 */

/** The lines that a document's follow-up added, and the notes before it. */
export interface AddedText {
  readonly text: string
  readonly before: ReadonlyArray<string>
}

/** Returns the sentences of the added lines that no earlier note has, each once. */
export const newSentences = ({ before, text }: AddedText): ReadonlyArray<string> => {
  const known = new Set(before.flatMap(sentencesOf))
  return [...new Set(sentencesOf(text))].filter((sentence) => !known.has(sentence))
}

const lineEnd = /\r\n|[\r\n]/u

/**
 * A full stop ends a sentence before a capital, but not after a letter of its own (`S.`) or an abbreviation with stops
 * (`bl.a.`). A stop too few only makes a longer quotation.
 */
const sentenceEnd = /(?<=[.!?]["”’)]?)(?<!(?:^|[\s(.])\p{L}\.)[ \t]+(?=["”’(]?\p{Lu})/u

const sentencesOf = (text: string): ReadonlyArray<string> =>
  text
    .split(lineEnd)
    .flatMap((line) => line.split(sentenceEnd))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "")
