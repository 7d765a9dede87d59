/**
 * Texts for comparison, without punctuation and capitals.
 */

/** Returns a text for comparison: its letters and digits in lower case, or the text itself where it has none. */
export const comparable = (text: string): string => {
  const words = isAscii(text)
    ? text.toLowerCase().split(/[^a-z0-9]+/)
    : text
        .normalize("NFC")
        .toLowerCase()
        .split(/[^\p{L}\p{M}\p{N}]+/u)
  return words.filter((word) => word !== "").join(" ") || text.trim()
}

// Most texts are compared many times, and many need no Unicode.
const isAscii = (text: string): boolean => /^[ -~]*$/.test(text)
