/**
 * Reads one sheet of a workbook, row by row. Leaves out rows without text, so that a sheet formatted to its last row
 * stays small.
 */
import { type Grid, type GridCell, type GridRow, excerptOf, noRemarks } from "../grid/Grid.ts"
import { maxLines, maxRows } from "../Limits.ts"
import type { Archive } from "../office/OfficeArchive.ts"
import type { CellBudget } from "../office/CellBudget.ts"
import { type Span, spread } from "../office/MergedCells.ts"
import { RichTextReading } from "./RichText.ts"
import { shownValue, unescaped, type Workbook } from "./ShownValue.ts"
import { Unreadable } from "../office/Unreadable.ts"
import type { Styles } from "./XlsxStyleReader.ts"
import { type XmlAttributes, isOn, readXml } from "../office/Xml.ts"

/** The rows and cells left, and the characters in them, over all sheets of one workbook. */
interface Budget {
  rows: number
  cells: number
  readonly characters: CellBudget
}

interface OpenRow {
  readonly line: number
  readonly isHidden: boolean
  readonly cells: Map<number, GridCell>
}

const mostShared = 100_000
const lastRow = 1_048_576
const lastColumn = 16_384

export const readSheet = async (
  archive: Archive,
  part: string,
  workbook: Workbook,
  styles: Styles,
  budget: Budget
): Promise<Pick<Grid, "rows" | "hiddenColumns">> => {
  const reading = new SheetReading(part, workbook, styles, budget)
  await readXml(archive, part, {
    open: (name, attributes, path) => reading.open(name, attributes, path),
    close: (name) => reading.close(name),
    text: (words, path) => reading.text(words, path)
  })
  return { rows: spread(reading.rows, reading.spans, part, budget.characters), hiddenColumns: reading.hiddenColumns }
}

class SheetReading {
  readonly rows: Array<GridRow> = []
  readonly spans: Array<Span> = []
  readonly hiddenColumns: Array<readonly [number, number]> = []
  readonly #part: string
  readonly #workbook: Workbook
  readonly #styles: Styles
  readonly #budget: Budget
  #line = 0
  #column = -1
  #row: OpenRow | undefined
  #attributes: XmlAttributes = {}
  #value: string | null = null
  readonly #inline = new RichTextReading()
  #formula: string | null = null
  /** Cells by shared text and style: most texts of a table occur in many cells. */
  readonly #shared = new Map<string, GridCell | null>()

  constructor(part: string, workbook: Workbook, styles: Styles, budget: Budget) {
    this.#part = part
    this.#workbook = workbook
    this.#styles = styles
    this.#budget = budget
  }

  open(name: string, attributes: XmlAttributes, path: ReadonlyArray<string>): void {
    switch (name) {
      case "row":
        return this.#openRow(attributes)
      case "c":
        this.#attributes = attributes
        this.#value = null
        this.#formula = null
        this.#column = this.#columnOf(attributes["r"])
        return
      case "v":
        this.#value = ""
        return
      case "f":
        if (path.at(-2) === "c") this.#formula = ""
        return
      case "col":
        if (isOn(attributes["hidden"] ?? "0"))
          this.hiddenColumns.push([Number(attributes["min"]) - 1, Number(attributes["max"]) - 1])
        return
      case "r":
      case "rPr":
      case "strike":
        return this.#inline.open(name, attributes, path.at(-2))
      case "mergeCell": {
        const span = spanOf(attributes["ref"] ?? "")
        if (span !== undefined && span.bottom > span.top) this.spans.push(span)
      }
    }
  }

  text(words: string, path: ReadonlyArray<string>): void {
    const element = path.at(-1)
    if (element === "v") this.#value = (this.#value ?? "") + words
    else if (element === "f" && this.#formula !== null) this.#formula += words
    else if (element === "t" && path.at(-2) !== "rPh" && this.#row !== undefined) this.#inline.add(words)
  }

  close(name: string): void {
    if (name === "c" && this.#row !== undefined) this.#closeCell(this.#row)
    else if (name === "row" && this.#row !== undefined) this.#closeRow(this.#row)
  }

  #openRow(attributes: XmlAttributes): void {
    const stated = Number(attributes["r"] ?? this.#line + 1)
    if (--this.#budget.rows < 0 || stated > lastRow) throw new Unreadable("tooManyRows", `>${maxRows}`)
    if (!Number.isInteger(stated) || stated <= this.#line) throw new Unreadable("damaged", this.#part)
    this.#line = stated
    this.#column = -1
    this.#row = { line: stated, isHidden: isOn(attributes["hidden"] ?? "0"), cells: new Map() }
  }

  #columnOf(reference: string | undefined): number {
    const column = reference === undefined ? this.#column + 1 : columnNumber(reference)
    if (column === undefined || column >= lastColumn) throw new Unreadable("damaged", this.#part)
    return column
  }

  #closeCell(row: OpenRow): void {
    const cell = this.#attributes["t"] === "s" && this.#formula === null ? this.#sharedCell() : this.#readCell()
    if (cell === null) return
    this.#budget.characters.take(cell.text)
    this.#budget.characters.take(cell.struck)
    row.cells.set(this.#column, cell)
  }

  #sharedCell(): GridCell | null {
    const key = `${this.#value ?? ""} ${this.#attributes["s"] ?? ""}`
    const known = this.#shared.get(key)
    if (known !== undefined) return known
    const cell = this.#readCell()
    if (this.#shared.size < mostShared) this.#shared.set(key, cell)
    return cell
  }

  /** Returns the cell that was read; null if it has neither words, nor a colour, nor anything to remark on. */
  #readCell(): GridCell | null {
    const style = this.#styles(Number(this.#attributes["s"] ?? 0))
    const raw = {
      type: this.#attributes["t"] ?? "n",
      value: this.#value,
      inline: this.#inline.finished(unescaped),
      formula: this.#formula
    }
    const shown = shownValue(raw, style, this.#workbook)
    if (shown === undefined) throw new Unreadable("damaged", `${this.#part}: ${this.#attributes["r"] ?? ""}`)
    const { day, seen, struck, text } = shown
    if (text === "" && struck === "" && style.fill === null && seen.length === 0) return null
    return { text, struck, day, fill: style.fill, ink: style.ink, seen }
  }

  #closeRow(row: OpenRow): void {
    this.#row = undefined
    // Rows that are only coloured, as in a sheet that is white to its edge, are no rows and count for nothing.
    if (!isFilled(row.cells)) return
    this.#budget.cells -= row.cells.size
    if (this.#budget.cells < 0) throw new Unreadable("unpacksTooLarge", this.#part)
    if (this.rows.length >= maxLines) throw new Unreadable("tooManyRows", `>${maxRows}`)
    const line: GridRow = { line: row.line, cells: row.cells, seen: noRemarks }
    this.rows.push(row.isHidden ? { ...line, seen: [{ code: "HiddenRow", words: excerptOf(line) }] } : line)
  }
}

const isFilled = (cells: ReadonlyMap<number, GridCell>): boolean => {
  for (const cell of cells.values())
    if (cell.text.trim() !== "" || cell.struck !== "" || cell.seen.length > 0) return true
  return false
}

/** `C12` is column 2. */
const columnNumber = (reference: string): number | undefined => {
  let column = 0
  for (const letter of /^[A-Z]{1,3}(?=\d{1,7}$)/u.exec(reference)?.[0] ?? "")
    column = column * 26 + letter.charCodeAt(0) - 64
  return column === 0 ? undefined : column - 1
}

const spanOf = (reference: string): Span | undefined => {
  const [from = "", to = ""] = reference.split(":")
  const left = columnNumber(from)
  const [top, bottom] = [from, to].map((end) => Number(end.replace(/^[A-Z]+/u, "")))
  return left === undefined || top === undefined || bottom === undefined || !(top >= 1) || !(bottom <= lastRow)
    ? undefined
    : { top, bottom, left }
}
