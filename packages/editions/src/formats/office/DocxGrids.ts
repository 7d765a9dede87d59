/**
 * The tables of a Word document as grids, with the lines of text before each. Tracked changes are read as accepted, and
 * hidden text and rows like the rest, each with a remark.
 */
import { sixDigits } from "../grid/StatusColours.ts"
import type { Grid, GridCell, GridRow, Observation } from "../grid/Grid.ts"
import { maxRows } from "../Limits.ts"
import type { Archive } from "./OfficeArchive.ts"
import { maxOfficeCells } from "./ArchiveBounds.ts"
import { CellBudget } from "./CellBudget.ts"
import { DocxCellText } from "./DocxCellText.ts"
import { Unreadable } from "./Unreadable.ts"
import { type XmlAttributes, isOn, readXml, valueOf } from "./Xml.ts"

/** The style by which `@frist/reports` marks the headings of columns that Frist counted. */
const countedStyle = "FristCounted"

interface OpenCell {
  readonly column: number
  readonly text: DocxCellText
  fill: string | null
  span: number
  continues: boolean
  isCounted: boolean
}

interface OpenRow {
  readonly cells: Map<number, GridCell>
  readonly seen: Array<Observation>
  next: number
  deleted: boolean
}

interface OpenGrid {
  readonly before: ReadonlyArray<string>
  readonly rows: Array<GridRow>
  readonly seen: Array<Observation>
  readonly counted: Set<number>
  line: number
}

/** Elements whose content is not text of the document: older formatting, and duplicates. */
const leftAside = /(?:PrChange|^mc:Fallback|^instrText|^sectPr|^object)$/u

export const docxGrids = async (archive: Archive, main: string): Promise<ReadonlyArray<Grid>> => {
  const reading = new DocxReading()
  await readXml(archive, main, {
    open: (name, attributes, path) => reading.open(name, attributes, path),
    close: (name, path) => reading.close(name, path),
    text: (words, path) => reading.text(words, path)
  })
  return reading.grids
}

class DocxReading {
  readonly grids: Array<Grid> = []
  #before: Array<string> = []
  #outside = new DocxCellText()
  #grid: OpenGrid | undefined
  #row: OpenRow | undefined
  #cell: OpenCell | undefined
  /** The number of open tables. Tables within cells are read as lines of the cell. */
  #tables = 0
  #aside = 0
  #cells = 0
  readonly #budget = new CellBudget()

  open(name: string, attributes: XmlAttributes, path: ReadonlyArray<string>): void {
    if (this.#aside > 0 || leftAside.test(name)) {
      this.#aside++
      return
    }
    if (name === "tbl") this.#openTable()
    else if (this.#tables <= 1) this.#openPart(name, attributes, path.at(-2) ?? "")
    this.#words.open(name, attributes, path.at(-2) ?? "", path.at(-3) ?? "")
  }

  close(name: string, path: ReadonlyArray<string>): void {
    if (this.#aside > 0) {
      this.#aside--
      return
    }
    this.#words.close(name, path.at(-2) ?? "")
    if (name === "tbl") this.#closeTable()
    else if (this.#tables <= 1 && name === "tc") this.#closeCell()
    else if (this.#tables <= 1 && name === "tr") this.#closeRow()
    if (this.#cell === undefined && this.#tables === 0 && name === "p") {
      this.#before.push(...this.#outside.lines.filter((line) => line.trim() !== ""))
      if (this.#before.length > 200) this.#before.splice(0, 100)
      this.#outside = new DocxCellText()
    }
  }

  text(words: string, path: ReadonlyArray<string>): void {
    if (this.#aside === 0) this.#words.text(words, path.at(-1) ?? "")
  }

  get #words(): DocxCellText {
    return this.#cell?.text ?? this.#outside
  }

  #openTable(): void {
    this.#tables++
    if (this.#tables > 1) return
    this.#grid = { before: this.#before, rows: [], seen: [], counted: new Set(), line: 0 }
    this.#before = []
  }

  #openPart(name: string, attributes: XmlAttributes, parent: string): void {
    const value = () => valueOf(attributes, "val")
    const number = () => Math.min(Math.max(Math.trunc(Number(value() ?? 0)) || 0, 0), 1000)
    if (name === "tr" && this.#grid !== undefined) {
      this.#row = { cells: new Map(), seen: [], next: 0, deleted: false }
    } else if (name === "tc" && this.#row !== undefined) {
      this.#cell = {
        column: this.#row.next,
        text: new DocxCellText(),
        fill: null,
        span: 1,
        continues: false,
        isCounted: false
      }
    } else if (name === "pStyle" && parent === "pPr" && this.#cell !== undefined) {
      if (value() === countedStyle) this.#cell.isCounted = true
    } else if (parent === "trPr" && this.#row !== undefined) {
      if (name === "hidden" && isOn(value())) this.#row.seen.push({ code: "HiddenRow", words: "" })
      if (name === "gridBefore") this.#row.next = number()
      if (name === "ins") this.#row.seen.push({ code: "TrackedChange", words: "" })
      if (name === "del") this.#row.deleted = true
    } else if (parent === "tcPr" && this.#cell !== undefined) {
      if (name === "gridSpan") this.#cell.span = Math.max(number(), 1)
      if (name === "vMerge") this.#cell.continues = value() !== "restart"
      if (name === "shd") this.#cell.fill = sixDigits(valueOf(attributes, "fill"))
    }
  }

  #closeCell(): void {
    const cell = this.#cell
    const row = this.#row
    this.#cell = undefined
    if (cell === undefined || row === undefined) return
    row.next = cell.column + cell.span
    if (cell.isCounted) this.#grid?.counted.add(cell.column)
    const above = cell.continues ? this.#grid?.rows.at(-1)?.cells.get(cell.column) : undefined
    const read = cell.text.finished()
    this.#budget.take(above !== undefined && read.text.trim() === "" ? above.text : read.text)
    if (above !== undefined && read.text.trim() === "") {
      const seen = above.seen.some(({ code }) => code === "MergedCell") || above.text.trim() === ""
      row.cells.set(cell.column, seen ? above : { ...above, seen: [{ code: "MergedCell", words: above.text }] })
      return
    }
    const fill = cell.fill ?? read.fill
    if (read.text === "" && fill === null && read.seen.length === 0) return
    row.cells.set(cell.column, { text: read.text, struck: "", day: null, fill, ink: read.ink, seen: read.seen })
  }

  #closeRow(): void {
    const row = this.#row
    const grid = this.#grid
    this.#row = undefined
    if (row === undefined || grid === undefined) return
    grid.line++
    const words = [...row.cells.values()]
      .map((cell) => cell.text)
      .filter((text) => text !== "")
      .join(" | ")
    if (row.deleted) {
      grid.seen.push({ code: "TrackedChange", words: `−${words}` })
      return
    }
    this.#cells += row.cells.size
    if (this.#cells > maxOfficeCells) throw new Unreadable("unpacksTooLarge")
    if (grid.rows.length >= maxRows) throw new Unreadable("tooManyRows", `>${maxRows}`)
    const seen = row.seen.map((each) => ({ ...each, words }))
    grid.rows.push({ line: grid.line, cells: row.cells, seen })
  }

  #closeTable(): void {
    this.#tables--
    if (this.#tables > 0 || this.#grid === undefined) return
    const { before, counted, rows, seen } = this.#grid
    this.grids.push({ name: null, before, rows, hiddenColumns: [], counted, seen })
    this.#grid = undefined
  }
}
