/**
 * The words of a status cell as the grammar compares them: one kind of space, no invisible characters. The case of
 * letters is kept, because a part's name is quoted.
 */

/** The longest status cell that is read. Longer cells are prose. */
export const longestStatus = 200

/** Characters that are not seen: soft hyphens, joiners, marks of direction, and the choice of a symbol's picture. */
const invisible = /\u00AD|[\u200B-\u200F\u2060\uFEFF]|\uFE0E|\uFE0F/gu

/** Returns the words without invisible characters, composed, with single spaces and plain hyphens. */
export const statusText = (words: string): string =>
  words
    .normalize("NFC")
    .replace(invisible, "")
    .replace(/[‐‑‒−]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim()

/** Returns the text without the sign that ends a sentence. */
export const withoutStop = (text: string): string => text.replace(/ ?(?:\.|!{1,3})$/u, "")

/** Returns a text as phrases are compared: in lower case. */
export const phraseKey = (text: string): string => text.toLowerCase()

/** Two sides of a text, without the separator between them. */
interface Split {
  readonly left: string
  readonly right: string
}

const separator = /[\s,;:.\-–—(]/u
const leftEdge = /[\s,;:.\-–—]/u

/** The most places at which a cell is divided. */
const mostSplits = 40

/**
 * Returns every way to divide a text between two words, the longest left side last. What stands right in brackets is
 * returned without them.
 */
export const splitsOf = (text: string): ReadonlyArray<Split> => {
  const splits: Array<Split> = []
  for (let at = 1; at < text.length && splits.length < mostSplits; at++) {
    if (!separator.test(text.charAt(at)) || separator.test(text.charAt(at - 1))) continue
    let end = at
    while (end < text.length && leftEdge.test(text.charAt(end))) end++
    const rest = text.slice(end)
    const inBrackets = /^\(([^()]*)\)$/u.exec(rest)?.[1]
    const right = inBrackets ?? rest
    if (right !== "" && (inBrackets !== undefined || !/[()]/u.test(right)))
      splits.push({ left: text.slice(0, at), right })
  }
  return splits
}
