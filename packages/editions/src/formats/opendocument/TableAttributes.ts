/**
 * Attributes that tables of OpenDocument texts and workbooks share: hidden rows and columns, and repetitions.
 */
import type { XmlAttributes } from "../office/Xml.ts"

/** The most rows of a table, so the most that one element represents. */
export const lastRow = 1_048_576

/** Whether a row or a column is hidden. */
export const isHidden = (attributes: XmlAttributes): boolean =>
  /^(?:collapse|filter)$/u.test(attributes["table:visibility"] ?? "")

/** Returns a number of repetitions: at least one. */
export const repeated = (value: string | undefined): number => {
  const times = Number(value ?? 1)
  return Number.isSafeInteger(times) && times >= 1 ? Math.min(times, lastRow) : 1
}
