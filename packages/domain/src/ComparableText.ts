/**
 * Texts for comparison, without punctuation and capitals.
 */

/** Returns a text for comparison: its letters and digits in lower case, or the text itself where it has none. */
export const comparable = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ") || text.trim()
