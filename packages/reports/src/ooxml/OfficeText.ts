/**
 * Words as an Office document may hold them. Marks that turn the direction of writing around are left out: nobody sees
 * them, and what stands after them would read as something else.
 */
const turns = /[\u202a-\u202e\u2066-\u2069]/gu

export const officeText = (text: string): string => text.replace(turns, "").toWellFormed()

export const officeLines = (text: string): ReadonlyArray<string> => officeText(text).split(/\r\n|[\r\n\u2028\u2029]/u)
