/**
 * The words of one cell of an OpenDocument workbook, as the program last showed them, and the value behind them.
 */
import { Day } from "@frist/domain/Day"
import * as Text from "@frist/domain/text/Text"
import { type GridCell, type Observation, noRemarks } from "../grid/Grid.ts"
import type { OdsStyle, OdsStyles } from "./OdsStyles.ts"
import { dayShownIn } from "../../reading/ShownDay.ts"
import { type Run, unstruck } from "../excel/RichText.ts"
import { Unreadable } from "../office/Unreadable.ts"
import { pictureRemark } from "../office/CellWords.ts"
import type { XmlAttributes } from "../office/Xml.ts"

/** The most spaces that one element represents. */
const mostSpaces = 1000

export class OdsCell {
  readonly #attributes: XmlAttributes
  readonly #style: OdsStyle
  readonly #styles: OdsStyles
  readonly #runs: Array<Run> = []
  /** Whether the open spans are struck out, outermost first; null where they do not say. */
  readonly #spans: Array<boolean | null> = []
  #hasPicture = false
  #hasLine = false
  #isInLine = false
  #length = 0

  constructor(attributes: XmlAttributes, style: OdsStyle, styles: OdsStyles) {
    this.#attributes = attributes
    this.#style = style
    this.#styles = styles
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "text:p" || name === "text:h") {
      if (this.#hasLine) this.#add("\n")
      this.#hasLine = true
      this.#isInLine = true
    } else if (name === "text:span") {
      const { isStruck } = this.#styles.of("text", attributes["text:style-name"])
      this.#spans.push(isStruck)
    } else if (name === "text:s") {
      const spaces = Number(attributes["text:c"] ?? 1)
      this.#add(" ".repeat(Math.min(Math.max(Math.trunc(spaces) || 1, 1), mostSpaces)))
    } else if (name === "text:tab") this.#add("\t")
    else if (name === "text:line-break") this.#add("\n")
  }

  close(name: string): void {
    if (name === "text:span") this.#spans.pop()
    else if (name === "text:p" || name === "text:h") this.#isInLine = false
  }

  text(words: string): void {
    if (this.#isInLine) this.#add(words.replace(/[ \t\r\n]+/gu, " "))
  }

  /** Takes note of a drawing that is anchored in the cell. */
  picture(): void {
    this.#hasPicture = true
  }

  /** Returns the cell; null if it has neither words, nor a colour, nor anything to remark on. */
  finished(): GridCell | null {
    const { fill, ink, isStruck } = this.#style
    const value = this.#attributes["office:value-type"]
    const runs =
      this.#runs.length > 0 || value === undefined ? this.#runs : [{ text: this.#valueOf(value), isStruck: null }]
    const { struck, text } = unstruck(runs, isStruck ?? false)
    const seen: Array<Observation> = []
    const formula = this.#attributes["table:formula"]
    if (formula !== undefined) {
      const code = value === undefined && text === "" ? "FormulaWithoutValue" : "Formula"
      seen.push({
        code,
        words: `=${formula
          .replace(/^[a-z]{1,20}:/iu, "")
          .replace(/^=/u, "")
          .slice(0, 200)
          .toWellFormed()}`
      })
    }
    if (this.#attributes["calcext:value-type"] === "error" && text !== "") seen.push({ code: "CellError", words: text })
    if (text !== "" && struck !== "") seen.push({ code: "StruckText", words: struck })
    if (this.#hasPicture && text === "" && struck === "") seen.push(pictureRemark(""))
    const held = value === "date" && text !== "" ? dayIn(this.#attributes["office:date-value"]) : null
    const isShown = held !== null && struck === "" && (this.#style.dates ?? dayShownIn(text, held)) === "day"
    if (held !== null && !isShown) seen.push({ code: "DateFromSerial", words: `${text} (${held})` })
    if (text === "" && struck === "" && fill === null && seen.length === 0) return null
    return { text, struck, day: isShown ? held : null, fill, ink, seen: seen.length === 0 ? noRemarks : seen }
  }

  #valueOf(type: string): string {
    const value = (name: string) => this.#attributes[`office:${name}`] ?? ""
    switch (type) {
      case "string":
        return value("string-value")
      case "date":
        return value("date-value").replace(/T00:00(?::00(?:\.0+)?)?Z?$/u, "")
      case "boolean":
        return value("boolean-value").toUpperCase()
      case "time":
        return value("time-value")
      default:
        return value("value")
    }
  }

  #add(words: string): void {
    this.#length += words.length
    if (this.#length > 2 * Text.maxLength) throw new Unreadable("cellTooLong")
    const last = this.#runs.at(-1)
    const isStruck = this.#spans.findLast((each) => each !== null) ?? null
    if (last !== undefined && last.isStruck === isStruck)
      this.#runs[this.#runs.length - 1] = { text: last.text + words, isStruck }
    else this.#runs.push({ text: words, isStruck })
  }
}

const dayIn = (value: string | undefined): Day | null =>
  value !== undefined && /^[^T]{10}(?:T[\d:.,Z+-]*)?$/u.test(value) ? (Day.parse(value.slice(0, 10)) ?? null) : null
