/**
 * Text that may be stored: every store and every reader gives it back unchanged.
 */
import * as Schema from "effect/Schema"

/** The longest text that may be stored, in UTF-16 code units. */
export const maxLength = 1_048_576

/** The reason why a string cannot be stored: a NUL character, a lone surrogate, or more than `maxLength`. */
export type Fault = "nul" | "loneSurrogate" | "tooLong"

/** Returns why a string cannot be stored, or `undefined` when it can. */
export const fault = (text: string): Fault | undefined =>
  text.includes("\0") ? "nul" : !text.isWellFormed() ? "loneSurrogate" : text.length > maxLength ? "tooLong" : undefined

const storable = Schema.makeFilter((text: string) => fault(text) === undefined, {
  expected: "well-formed text without NUL, at most 1,048,576 characters"
})

/** Any text: well-formed, without NUL, bounded. PostgreSQL refuses NUL, and both stores alter lone surrogates. */
export const Text = Schema.String.check(storable)
export type Text = typeof Text.Type

/** A text with at least one character that is not white space. */
export const NonBlankText = Schema.String.check(Schema.isPattern(/\S/u), storable)
export type NonBlankText = typeof NonBlankText.Type
