/**
 * Texts without what stands at their edges. Character by character: a pattern that is anchored at the end is tried from
 * every place in a long row of such characters.
 */

/** The text without leading and trailing characters that are edges. */
export const withoutEdges = (text: string, isEdge: RegExp): string => {
  let start = 0
  while (start < text.length && isEdge.test(text.charAt(start))) start++
  return withoutEnd(text.slice(start), isEdge)
}

/** The text without trailing characters that are edges. */
export const withoutEnd = (text: string, isEdge: RegExp): string => {
  let end = text.length
  while (end > 0 && isEdge.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** What may stand between a name and its date. */
export const besideADate = /[\s\-–:,.]/u
