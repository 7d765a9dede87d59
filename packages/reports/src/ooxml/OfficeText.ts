/**
 * Text as an Office document may contain it. Characters that reverse the writing direction are left out: nobody sees
 * them, and the text after them would read differently.
 */
const turns = /[\u202a-\u202e\u2066-\u2069]/gu

/** Returns the text without direction controls and lone surrogates. */
export const officeText = (text: string): string => text.replace(turns, "").toWellFormed()

/** Splits the text into its lines. */
export const officeLines = (text: string): ReadonlyArray<string> => officeText(text).split(/\r\n|[\r\n\u2028\u2029]/u)
