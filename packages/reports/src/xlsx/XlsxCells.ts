/**
 * What a cell of the report is in a workbook: a date only where it is a day, a number only where it shows the same
 * words, and else text that nothing makes a formula of.
 */
import { Day } from "@frist/domain/Day"
import { asText } from "../text/CsvRows.ts"
import { type Element, el } from "../markup/Element.ts"
import { officeLines } from "../ooxml/OfficeText.ts"
import { type Stretch, stretchesOf } from "../FreshLines.ts"
import type { ReportCell } from "../Report.ts"
import type { CellLook, XlsxStyles } from "./XlsxStyles.ts"

/** Days before 1970 as spreadsheets count them, from a day that they all agree on. */
const epoch = 25_569
const firstAgreed = 61

/** More than a spreadsheet's cell can hold: the file would be called broken. */
const mostLetters = 32_767

/** Where a cell stands: `A1`. */
export const cellReference = (row: number, column: number): string => `${letters(column)}${row}`

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26))

/** Texts of a workbook, each once: cells name them by their numbers. */
export class SharedTexts {
  readonly #places = new Map<string, number>()
  readonly items: Array<Element> = []
  count = 0

  /** `stretches` are the text, some of them to be bold; where none is, only the text. */
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
                return isFresh ? el("r", {}, bold, whole) : el("r", {}, whole)
              })
            )
      ) - 1
    )
  }
}

const bold = el("rPr", {}, el("b"), el("sz", { val: 10 }), el("rFont", { val: "Arial" }))

/** What looks like the format's own way of writing a character is written so that it does not. */
const words = (text: string): Element =>
  el("t", { "xml:space": "preserve" }, text.replace(/_(?=x[0-9a-f]{4}_)/giu, "_x005F_"))

export interface WorkbookParts {
  readonly styles: XlsxStyles
  readonly texts: SharedTexts
}

/** What is new in the text is set in bold, unless all of it is. */
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
  return el("c", { r: at, s, t: "s" }, el("v", {}, String(texts.at(shown, stretches.length > 1 ? stretches : []))))
}

const bounded = (text: string): string =>
  text.length <= mostLetters ? text : `${text.slice(0, mostLetters - 4).toWellFormed()} […]`.slice(0, mostLetters)

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
  el("c", { r, s: styles.of(look) }, el("v", {}, String(value)))

/** The format in which the number shows as its words, or null where there is none: `1 154 dagar` as `#,##0" dagar"`. */
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
