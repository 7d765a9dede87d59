/**
 * Normalises words for a date: lower case, composed letters, single spaces, one kind of hyphen, plain figures. Characters
 * that show nothing, such as soft hyphens, are left out.
 */

/** Characters that show nothing: soft hyphen, zero-width spaces and joiners, direction marks, byte order mark. */
const unseen = /\u00ad|\u061c|\u180e|[\u200b-\u200f]|[\u2060-\u2064]|\ufeff/gu
/** A character with its marks. */
const cluster = /\P{M}\p{M}{0,8}|\p{M}/gu
/** Text without anything to normalise but its case. */
const plain = /^[\x20-\x7eåäöÅÄÖéÉæøÆØüÜ–—]*$/u

const sameSigns = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s/gu, " ")
    .replace(/[‐‑‒−﹣]/gu, "-")
    .replace(/[’‘´`ʼ]/gu, "'")
    .toLowerCase()

/** Returns the words as the grammar expects them, without what ends a sentence. */
export const tidy = (words: string): string => {
  const text = plain.test(words) ? words.toLowerCase() : sameSigns(words.replace(unseen, "").normalize("NFC"))
  return withoutPunctuationAfter(text.replace(/ {2,}/gu, " ").trim())
}

const withoutPunctuationAfter = (text: string): string => {
  let end = text.length
  while (end > 0 && /[.,;:! ]/u.test(text[end - 1] ?? "")) end--
  return text.slice(0, end)
}

/** A text whose characters know their places in the original. */
export interface TidyText {
  readonly text: string
  /** The place in the original of a character of the text, and the place after it. */
  readonly begin: (place: number) => number
  readonly end: (place: number) => number
}

/** Returns a text with what ends a sentence, of which the places in the original are known. */
export const tidyWithPlaces = (original: string): TidyText => {
  if (plain.test(original) && !original.includes("  ")) {
    return { text: original.toLowerCase(), begin: (place) => place, end: (place) => place }
  }
  const begins: Array<number> = []
  const ends: Array<number> = []
  let text = ""
  for (const { 0: found, index } of original.matchAll(cluster)) {
    const own = found.replace(unseen, "").normalize("NFC")
    // A line break separates the text before it from the text after it.
    const signs = own === "" ? "" : /[\n\r\u2028\u2029]/u.test(own) ? "\n" : sameSigns(own)
    if (signs === "" || (signs === " " && text.endsWith(" "))) continue
    for (let each = 0; each < signs.length; each++) {
      begins.push(index)
      ends.push(index + found.length)
    }
    text += signs
  }
  return {
    text,
    begin: (place) => begins[place] ?? original.length,
    end: (place) => (place === 0 ? 0 : (ends[place - 1] ?? original.length))
  }
}
