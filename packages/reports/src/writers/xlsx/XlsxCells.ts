/**
 * The cells of a workbook: a date only where the text is that day, a number only where it shows the same text, and
 * otherwise text that no program takes for a formula.
 */
import { Day } from "@frist/domain/Day"
import { asText } from "../text/CsvRows.ts"
import { type Element, el } from "../../Element.ts"
import { accent } from "../../ooxml/Colours.ts"
import { officeLines } from "../../ooxml/OfficeText.ts"
import { type Stretch, stretchesOf } from "../../FreshLines.ts"
import type { ReportCell } from "../../Report.ts"
import type { CellLook, XlsxStyles } from "./XlsxStyles.ts"

/** The serial number of 1970-01-01, and the first serial number that all spreadsheets agree on. */
const epoch = 25_569
const firstAgreed = 61

/** The most characters in a cell; with more, Excel calls the file damaged. */
const mostLetters = 32_767

/** Returns the reference of a cell, such as `A1`; both indices count from the top left, the row from 1. */
export const cellReference = (row: number, column: number): string => `${letters(column)}${row}`

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26))

/** The shared strings of a workbook. Cells refer to them by index. */
export class SharedTexts {
  readonly #places = new Map<string, number>()
  readonly items: Array<Element> = []
  count = 0

  /** Returns the index of a text. `stretches` are the same text with its new parts; empty for plain text. */
  at(text: string, stretches: ReadonlyArray<Stretch>): number {
    this.count += 1
    const isPlain = stretches.every(({ isFresh }) => !isFresh)
    const key = JSON.stringify(isPlain ? text : stretches)
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.items.length)
    return (
      this.items.push(
        isPlain
          ? el("si", {}, words(text))
          : el(
              "si",
              {},
              ...stretches.map(({ isFresh, text: own }, at) => {
                const whole = words(at === stretches.length - 1 ? own : `${own}\n`)
                return isFresh ? el("r", {}, fresh, whole) : el("r", {}, whole)
              })
            )
      ) - 1
    )
  }
}

const fresh = el(
  "rPr",
  {},
  el("b"),
  el("sz", { val: 10 }),
  el("color", { rgb: `FF${accent}` }),
  el("rFont", { val: "Arial" })
)

/** Escapes what looks like the format's own escape sequences. */
const words = (text: string): Element =>
  el("t", { "xml:space": "preserve" }, text.replace(/_(?=x[0-9a-f]{4}_)/giu, "_x005F_"))

/** The styles and strings that all sheets of a workbook share. */
export interface WorkbookParts {
  readonly styles: XlsxStyles
  readonly texts: SharedTexts
}

/** Returns a cell of text, with its new lines bold and blue. */
export const sheetTextCell = (
  at: string,
  text: string,
  look: CellLook,
  { styles, texts }: WorkbookParts,
  fresh?: ReadonlyArray<number>
): Element => {
  const shown = bounded(officeLines(text).join("\n"))
  const isFormula = asText(shown) !== shown
  const s = styles.of({ ...look, quoted: isFormula })
  if (shown === "") return el("c", { r: at, s })
  const stretches = fresh === undefined ? [] : stretchesOf({ text: shown, fresh })
  return el("c", { r: at, s, t: "s" }, el("v", {}, String(texts.at(shown, stretches))))
}

const bounded = (text: string): string =>
  text.length <= mostLetters ? text : `${text.slice(0, mostLetters - 4).toWellFormed()} […]`.slice(0, mostLetters)

/** Returns a cell of the report as a date, a number or a text. */
export const sheetCell = (at: string, cell: ReportCell, look: CellLook, writing: WorkbookParts): Element => {
  const { day, fresh, number, text } = cell
  const serial = day === undefined ? 0 : Day.toNumber(day) + epoch
  if (serial >= firstAgreed) return valueCell(at, serial, { ...look, format: "yyyy\\-mm\\-dd" }, writing)
  const format = number === undefined ? null : numberFormatOf(text, number)
  return number === undefined || format === null
    ? sheetTextCell(at, text, look, writing, fresh)
    : valueCell(at, number, { ...look, format }, writing)
}

const valueCell = (r: string, value: number, look: CellLook, { styles }: WorkbookParts): Element =>
  // In LibreOffice a number that may wrap loses its indent, and touches the text of the next column.
  el("c", { r, s: styles.of({ ...look, runsOn: true }) }, el("v", {}, String(value)))

/**
 * Returns the number format that shows the number as this text, such as `#,##0" dagar"` for `1 154 dagar`; null if none
 * does.
 */
export const numberFormatOf = (text: string, value: number): string | null => {
  const [, digits = "", unit = ""] = /^([\u2212-]?\d+(?:\u00a0\d{3})*(?:[.,]\d+)*)(\D*)$/u.exec(text) ?? []
  const [whole, part = ""] = digits
    .replace(/\u00a0/gu, "")
    .replace("\u2212", "-")
    .split(/[.,](?=\d+$)/u)
  const isGrouped = /,\d{3}$/u.test(digits) && Number.isInteger(value)
  const read = isGrouped ? Number(digits.replace(/,/gu, "")) : Number(part === "" ? whole : `${whole}.${part}`)
  if (digits === "" || read !== value || /["\\]|\p{Cc}/u.test(unit) || unit.length > 40) return null
  const decimals = isGrouped || part === "" ? "" : `.${"0".repeat(part.length)}`
  return `#,##0${decimals}${unit === "" ? "" : `"${unit}"`}`
}
