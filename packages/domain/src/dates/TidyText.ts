/**
 * Words for a date made comparable: lower case, single spaces, one kind of hyphen.
 */

/** Compatible with the conventions; what ends a sentence is left out. */
export const tidy = (words: string): string =>
  words
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, " ")
    .replace(/[‐‑‒−]/gu, "-")
    .trim()
    .replace(/[.,;!]+$/u, "")
    .trim()

/** The same for a text in which places matter: no character moves. */
export const tidyKeepingPlaces = (text: string): string =>
  text
    .replaceAll("İ", "i")
    .toLowerCase()
    .replace(/[\s\u00a0]/gu, " ")
    .replace(/[‐‑‒−]/gu, "-")
