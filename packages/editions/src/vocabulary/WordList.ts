/**
 * Lists of words as one text, as a vocabulary writes them.
 */

/** Returns the words of a text. */
export const words = (text: string): ReadonlyArray<string> => text.trim().split(/\s+/u)
