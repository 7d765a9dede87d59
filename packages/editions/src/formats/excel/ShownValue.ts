/**
 * What a worksheet cell shows: numbers and dates in the cell's format, texts and errors unchanged, and the day that a
 * date is.
 */
import { Day } from "@frist/domain/Day"
import { format } from "numfmt"
import { type Observation, noRemarks } from "../grid/Grid.ts"
import { type RichText, unstruck } from "./RichText.ts"
import { dayOfSerial, dateShownBy } from "./ShownDate.ts"
import type { CellStyle } from "./XlsxStyleReader.ts"

interface RawValue {
  readonly type: string
  readonly value: string | null
  readonly inline: RichText
  /** Null where the cell has no formula. */
  readonly formula: string | null
}

export interface Workbook {
  readonly strings: (index: number) => RichText | undefined
  /** Days from 1904 instead of 1900. */
  readonly is1904: boolean
}

/** The words of a cell, those struck out, and the day that it holds and shows. */
export interface ShownValue {
  readonly text: string
  readonly struck: string
  readonly day: Day | null
  readonly seen: ReadonlyArray<Observation>
}

const daysTo1904 = 1462
const longestFormat = 255

/** Returns what is shown; `undefined` if the value refers to a text that does not exist. */
export const shownValue = (raw: RawValue, style: CellStyle, workbook: Workbook): ShownValue | undefined => {
  const shown = valueShown(raw, style, workbook)
  if (shown === undefined || raw.formula === null) return shown
  const code = raw.value === null && raw.inline === "" ? "FormulaWithoutValue" : "Formula"
  return { ...shown, seen: [{ code, words: `=${raw.formula.slice(0, 200).toWellFormed()}` }, ...shown.seen] }
}

const valueShown = (raw: RawValue, style: CellStyle, { is1904, strings }: Workbook): ShownValue | undefined => {
  const value = raw.value ?? ""
  const isEmpty = value.trim() === ""
  switch (raw.type) {
    case "inlineStr":
      return rich(raw.inline, style)
    case "s": {
      if (isEmpty) return nothing
      const text = /^\s*\d{1,9}\s*$/u.test(value) ? strings(Number(value)) : undefined
      return text === undefined ? undefined : rich(text, style)
    }
    case "str":
      return rich(unescaped(value), style)
    case "b":
      return rich(value.trim() === "1" ? "TRUE" : value.trim() === "0" ? "FALSE" : value, style)
    case "e":
      return isEmpty ? nothing : rich(value, style, [{ code: "CellError", words: value }])
    case "d":
      return isEmpty ? nothing : isoDate(value.trim(), style)
    default: {
      const number = Number(value)
      if (isEmpty) return nothing
      if (!Number.isFinite(number)) return rich(value, style)
      return shownNumber(number, style, is1904)
    }
  }
}

const nothing: ShownValue = { text: "", struck: "", day: null, seen: noRemarks }

/** Returns a text as shown. One that is struck out in part gets a remark. */
const rich = (text: RichText, style: CellStyle, seen: ReadonlyArray<Observation> = noRemarks): ShownValue => {
  const words = unstruck(text, style.isStruck)
  const isPartly = words.struck !== "" && words.text !== ""
  return { ...words, day: null, seen: isPartly ? [...seen, { code: "StruckText", words: words.struck }] : seen }
}

const shownNumber = (number: number, style: CellStyle, is1904: boolean): ShownValue => {
  const { pattern } = style
  if (pattern.length > longestFormat || (pattern === "General" && Number.isSafeInteger(number)))
    return rich(String(number), style)
  const serial = is1904 ? number + daysTo1904 : number
  const shows = dateShownBy(pattern, serial)
  const text = format(pattern, shows === "none" ? number : serial, { leap1900: true, throws: false })
  if (/^#*$/u.test(text)) return rich(String(number), style)
  return dated(text.trim(), shows === "none" ? null : dayOfSerial(serial), shows === "day", style)
}

/** A date in the words shown. One that shows only a part of its day gets a remark that names the day. */
const dated = (text: string, day: Day | null, isShown: boolean, style: CellStyle): ShownValue => {
  if (day === null) return rich(text, style)
  if (!isShown) return rich(text, style, [{ code: "DateFromSerial", words: `${text} (${day})` }])
  const words = rich(text, style)
  return style.isStruck ? words : { ...words, day }
}

const millisecondsADay = 86_400_000
const from1970 = 25_569
/** 1900-03-01. Excel counts a 1900-02-29 before it, which never was. */
const firstAfterLeapDay = 61

/** A date that is held as a text in ISO 8601 shows in the cell's format, like one that is held as a number. */
const isoDate = (value: string, style: CellStyle): ShownValue => {
  const plain = value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/u, "")
  const time = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z?)?$/u.test(value)
    ? Date.parse(value.length === 10 || value.endsWith("Z") ? value : `${value}Z`)
    : Number.NaN
  const day = Day.parse(value.slice(0, 10)) ?? null
  if (Number.isNaN(time) || day === null) return rich(plain, style)
  const serial = time / millisecondsADay + from1970
  return serial < firstAfterLeapDay ||
    style.pattern.length > longestFormat ||
    dateShownBy(style.pattern, serial) === "none"
    ? dated(plain, day, true, style)
    : shownNumber(serial, style, false)
}

/** Decodes characters that XML cannot hold, written as `_x000A_`. */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
