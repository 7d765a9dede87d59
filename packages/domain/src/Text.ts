/**
 * Text as it may be stored for ever: what every store and every reader can give back unchanged.
 */
import * as Schema from "effect/Schema"

/** Longest text in UTF-16 code units: a note of a megabyte is a document, not a note. */
export const maxLength = 1_048_576

/** Why a string cannot be stored: a NUL character, half of a surrogate pair, more than `maxLength`. */
export type Fault = "nul" | "loneSurrogate" | "tooLong"

/** What keeps a string from being stored, or `undefined` when nothing does. */
export const fault = (text: string): Fault | undefined =>
  text.includes("\0") ? "nul" : !text.isWellFormed() ? "loneSurrogate" : text.length > maxLength ? "tooLong" : undefined

const storable = Schema.makeFilter((text: string) => fault(text) === undefined, {
  expected: "well-formed text without NUL, at most 1,048,576 characters"
})

/** Any text: well-formed, without NUL, bounded. PostgreSQL refuses NUL, and both stores alter lone surrogates. */
export const Text = Schema.String.check(storable)
export type Text = typeof Text.Type

/** A text that says something: at least one character that is not white space. */
export const Words = Schema.String.check(Schema.isPattern(/\S/u), storable)
export type Words = typeof Words.Type
