/**
 * Text that a terminal, a mail or a log can show as it is: foreign text may hold control sequences, and marks that turn
 * the direction of what follows.
 */

/** Control characters but tab and line feed, a carriage return that ends no line, and marks of direction. */
const unsafe =
  "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]|\\r(?!\\n)"
const any = new RegExp(unsafe, "u")
const each = new RegExp(unsafe, "gu")

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")

/** Returns a character as a visible code: `‹U+001B›`. */
export const codeOf = (character: string): string => `‹U+${hex(character).toUpperCase()}›`

/** Returns the text with control characters and marks of direction as visible codes. */
export const inertText = (text: string): string => (any.test(text) ? text.replace(each, codeOf) : text)

const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/**
 * Returns the text without marks of direction, for a page or a document of office: nobody sees them there, and the text
 * after them would read differently.
 */
export const withoutTurns = (text: string): string => text.replace(turns, "")

/** Returns a value as JSON in which such characters are escapes: the same value, and nothing that a terminal obeys. */
export const jsonText = (value: unknown, indent?: number): string => {
  const json = JSON.stringify(value, null, indent)
  return any.test(json) ? json.replace(each, (character) => `\\u${hex(character)}`) : json
}
