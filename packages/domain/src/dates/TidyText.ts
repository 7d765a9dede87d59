/**
 * Normalises words for a date: lower case, single spaces, one kind of hyphen.
 */

/** Returns the words as the conventions expect them, without what ends a sentence. */
export const tidy = (words: string): string =>
  words
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, " ")
    .replace(/[‐‑‒−]/gu, "-")
    .trim()
    .replace(/[.,;!]+$/u, "")
    .trim()

/** Returns the same for a text of which the places are used: no character moves. */
export const tidyKeepingPlaces = (text: string): string =>
  text
    .replaceAll("İ", "i")
    .toLowerCase()
    .replace(/[\s\u00a0]/gu, " ")
    .replace(/[‐‑‒−]/gu, "-")
