/**
 * Texts for comparison, without punctuation and capitals.
 */

/** Returns a text for comparison: its letters and digits in lower case, or the text itself where it has none. */
export const comparable = (text: string): string => {
  const words = isAscii(text)
    ? text.toLowerCase().replace(/[^a-z0-9]+/g, " ")
    : text
        .normalize("NFC")
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
  return words.trim() || text.trim()
}

// Most texts are compared many times, and many need no Unicode.
const isAscii = (text: string): boolean => /^[ -~]*$/.test(text)
