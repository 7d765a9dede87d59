/**
 * Trims characters at the edges of a text, one by one. A regular expression anchored at the end would be tried from
 * every position of a long run.
 */

/** Returns the text without leading and trailing edge characters. */
export const withoutEdges = (text: string, isEdge: RegExp): string => {
  let start = 0
  while (start < text.length && isEdge.test(text.charAt(start))) start++
  return withoutEnd(text.slice(start), isEdge)
}

/** Returns the text without trailing edge characters. */
export const withoutEnd = (text: string, isEdge: RegExp): string => {
  let end = text.length
  while (end > 0 && isEdge.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
