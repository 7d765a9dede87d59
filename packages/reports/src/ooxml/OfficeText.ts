/**
 * Text as an Office document may contain it.
 */
import { withoutTurns } from "@frist/domain/text/InertText"

/** Returns the text without direction controls and lone surrogates. */
export const officeText = (text: string): string => withoutTurns(text).toWellFormed()

/** Splits the text into its lines. */
export const officeLines = (text: string): ReadonlyArray<string> => officeText(text).split(/\r\n|[\r\n\u2028\u2029]/u)
