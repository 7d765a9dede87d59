/**
 * The styles of an OpenDocument workbook: colours and struck-out words of cells, what their date formats show, and
 * sheets that are not displayed.
 */
import { sixDigits } from "../grid/Hues.ts"
import { type Shown, isPlainDate, datePart } from "../excel/ShownDate.ts"
import type { XmlAttributes } from "../office/Xml.ts"

/** A style. `isStruck` is null where it does not say. `dates` is what its format shows of a date; null if it has no date format. */
export interface OdsStyle {
  readonly fill: string | null
  readonly ink: string | null
  readonly isStruck: boolean | null
  readonly dates: Shown | null
  readonly isDisplayed: boolean
}

interface OwnStyle {
  readonly parent: string | undefined
  readonly format: string | undefined
  fill?: string | null
  ink?: string | null
  isStruck?: boolean
  isDisplayed?: boolean
}

const plain: OdsStyle = { fill: null, ink: null, isStruck: null, dates: null, isDisplayed: true }
const deepest = 32
const families = new Set(["table", "table-cell", "text"])

export class OdsStyles {
  readonly #own = new Map<string, OwnStyle>()
  readonly #ready = new Map<string, OdsStyle>()
  readonly #dates = new Map<string, { written: string; readonly parts: Set<string> }>()
  #open: OwnStyle | undefined
  #date: { written: string; readonly parts: Set<string> } | undefined

  /** Takes an element of the styles, wherever they are. */
  open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case "style:style": {
        const family = attributes["style:family"] ?? ""
        this.#open = { parent: attributes["style:parent-style-name"], format: attributes["style:data-style-name"] }
        if (families.has(family)) this.#own.set(key(family, attributes["style:name"]), this.#open)
        return
      }
      case "style:default-style":
        this.#open = undefined
        return
      case "style:table-cell-properties": {
        const fill = attributes["fo:background-color"]
        if (this.#open !== undefined && fill !== undefined) this.#open.fill = colour(fill)
        return
      }
      case "style:text-properties":
        return this.#openText(attributes)
      case "style:table-properties":
        if (this.#open !== undefined && attributes["table:display"] === "false") this.#open.isDisplayed = false
        return
      case "number:date-style":
        this.#date = { written: "", parts: new Set() }
        this.#dates.set(attributes["style:name"] ?? "", this.#date)
        return
      default:
        if (name.startsWith("number:")) this.#openDatePart(name.slice(7))
    }
  }

  close(name: string): void {
    if (name === "style:style") this.#open = undefined
    else if (name === "number:date-style") this.#date = undefined
  }

  text(words: string, element: string | undefined): void {
    if (this.#date !== undefined && element === "number:text" && this.#date.written.length < 1000)
      this.#date.written += words.slice(0, 100)
  }

  /** Returns the style of that family (`table-cell`, `text`, `table`) and name; the plain style if there is none. */
  of(family: string, name: string | undefined): OdsStyle {
    if (name === undefined) return plain
    const id = key(family, name)
    const ready = this.#ready.get(id)
    if (ready !== undefined) return ready
    const style = this.#inherited(family, name)
    this.#ready.set(id, style)
    return style
  }

  #inherited(family: string, name: string): OdsStyle {
    const line: Array<OwnStyle> = []
    let next: string | undefined = name
    while (next !== undefined && line.length < deepest) {
      const own = this.#own.get(key(family, next))
      if (own === undefined) break
      line.push(own)
      next = own.parent
    }
    const first = <K extends "fill" | "ink" | "isStruck">(field: K) =>
      line.find((own) => own[field] !== undefined)?.[field]
    const format = line.find((own) => own.format !== undefined)?.format
    return {
      fill: first("fill") ?? null,
      ink: first("ink") ?? null,
      isStruck: first("isStruck") ?? null,
      dates: format === undefined ? null : this.#shownBy(format),
      isDisplayed: line[0]?.isDisplayed ?? true
    }
  }

  #shownBy(format: string): Shown | null {
    const date = this.#dates.get(format)
    if (date === undefined) return null
    const isWhole = ["year", "month", "day"].every((each) => date.parts.has(each))
    return isWhole && isPlainDate(date.written) ? "day" : "part"
  }

  #openText(attributes: XmlAttributes): void {
    if (this.#open === undefined) return
    const line = attributes["style:text-line-through-style"] ?? attributes["style:text-line-through-type"]
    if (line !== undefined) this.#open.isStruck = line !== "none"
    const ink = attributes["fo:color"]
    if (ink !== undefined) this.#open.ink = colour(ink)
  }

  #openDatePart(name: string): void {
    if (this.#date === undefined || name === "text" || this.#date.written.length > 1000) return
    this.#date.parts.add(name)
    this.#date.written += datePart
  }
}

const key = (family: string, name: string | undefined): string => `${family}\n${name ?? ""}`

const colour = (value: string): string | null => sixDigits(value.replace(/^#/u, ""))
