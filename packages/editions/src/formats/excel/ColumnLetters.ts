/**
 * The letters by which a spreadsheet names its columns.
 */

/** Returns the column of its letters, from 0: `A` is 0, `AA` is 26; no letters are -1. */
export const lettersColumn = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
