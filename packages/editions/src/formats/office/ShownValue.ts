/**
 * Formats the shown value of a worksheet cell: numbers and dates in the cell's format, texts and errors unchanged.
 */
import { format, getFormatFromId, isDateFormat } from "numfmt"
import type { Observation } from "../grid/Grid.ts"
import type { CellStyle } from "./XlsxStyleReader.ts"

interface RawValue {
  readonly type: string
  readonly value: string | null
  readonly inline: string
  /** Null where the cell has no formula. */
  readonly formula: string | null
}

export interface Workbook {
  readonly strings: (index: number) => string | undefined
  /** Days from 1904 instead of 1900. */
  readonly is1904: boolean
}

/** Formats that depend on the reader's settings, replaced by the unambiguous order. */
const localDates: Readonly<Record<number, string>> = { 14: "yyyy-mm-dd", 22: "yyyy-mm-dd hh:mm" }
const daysTo1904 = 1462
const longestFormat = 255

/** Returns the shown text; `undefined` if the value refers to a text that does not exist. */
export const shownValue = (
  raw: RawValue,
  style: CellStyle,
  { is1904, strings }: Workbook
): { readonly text: string; readonly seen: ReadonlyArray<Observation> } | undefined => {
  const seen: Array<Observation> = []
  if (raw.formula !== null) {
    const code = raw.value === null && raw.inline === "" ? "FormulaWithoutValue" : "Formula"
    seen.push({ code, words: `=${raw.formula.slice(0, 200)}` })
  }
  const value = raw.value ?? ""
  switch (raw.type) {
    case "s": {
      if (raw.value === null) return { text: "", seen }
      const text = /^\d+$/u.test(value.trim()) ? strings(Number(value)) : undefined
      return text === undefined ? undefined : { text, seen }
    }
    case "inlineStr":
      return { text: raw.inline, seen }
    case "str":
      return { text: unescaped(value), seen }
    case "b":
      return { text: value === "1" ? "TRUE" : value === "0" ? "FALSE" : value, seen }
    case "e":
      return { text: value, seen: [...seen, { code: "CellError", words: value }] }
    case "d":
      return { text: value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/u, ""), seen }
    default: {
      const number = Number(value)
      if (value.trim() === "") return { text: "", seen }
      if (!Number.isFinite(number)) return { text: value, seen }
      const shown = shownNumber(number, style, is1904)
      if (shown.isDate) {
        const isWholeDay = /^\d{4}-\d\d-\d\d$/u.test(shown.text)
        seen.push({ code: "DateFromSerial", words: `${shown.text} (${value})`, isWholeDay })
      }
      return { text: shown.text, seen }
    }
  }
}

const shownNumber = (number: number, style: CellStyle, is1904: boolean): { text: string; isDate: boolean } => {
  const pattern =
    typeof style.format === "string"
      ? style.format
      : (localDates[style.format] ?? getFormatFromId(style.format) ?? "General")
  const plainly = { text: String(number), isDate: false }
  if (pattern.length > longestFormat) return plainly
  if (pattern === "General" && Number.isSafeInteger(number)) return plainly
  const isDate = isDatePattern(pattern)
  const text = format(pattern, isDate && is1904 ? number + daysTo1904 : number, { leap1900: true, throws: false })
  return /^#*$/u.test(text) ? plainly : { text: text.trim(), isDate: isDate && /\d/u.test(text) }
}

const knownPatterns = new Map<string, boolean>()

const isDatePattern = (pattern: string): boolean => {
  const known = knownPatterns.get(pattern)
  if (known !== undefined) return known
  const isDate = isDateFormat(pattern) && !/^\[[hms]+\]/iu.test(pattern)
  if (knownPatterns.size < 1000) knownPatterns.set(pattern, isDate)
  return isDate
}

/** Decodes characters that XML cannot hold, written as `_x000A_`. */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
