/**
 * The tables of an OpenDocument text as grids, with the lines of text before each. Read as those of a Word document are.
 */
import type { Grid, GridCell, Observation, TextGrids } from "../grid/Grid.ts"
import type { Archive } from "../office/OfficeArchive.ts"
import { OdtCellText, type OdtContext } from "./OdtCellText.ts"
import { OdtChanges } from "./OdtChanges.ts"
import { OdtDrawnControls, heldDay } from "./OdtForms.ts"
import { OdtStyles } from "./OdtStyles.ts"
import { type OpenTextCell, type OpenTextGrid, type OpenTextRow, removedIn } from "./OdtOpenTable.ts"
import { isHidden, repeated } from "./TableAttributes.ts"
import { OpenDocumentComments } from "../office/OfficeComments.ts"
import { Unreadable } from "../office/Unreadable.ts"
import { WrittenRows, continuedCell } from "../office/WrittenRows.ts"
import { type XmlAttributes, readXml } from "../office/Xml.ts"

/** Elements whose content is not text of the document: notes, comments, descriptions, prompts and embedded objects. */
const leftAside =
  /^(?:annotation|binary-data|text:note|text:ruby-text|text:placeholder|svg:title|svg:desc|math:math|table:covered-table-cell)$/u

/** Most columns of a table. */
const maxRepeated = 1000

export const odtGrids = async (archive: Archive, main: string): Promise<TextGrids> => {
  const context = { styles: await OdtStyles.read(archive), changes: new OdtChanges(), drawn: new OdtDrawnControls() }
  const reading = new OdtReading(context)
  const comments = new OpenDocumentComments()
  await readXml(archive, main, {
    open: (name, attributes, path) => {
      comments.open(name)
      reading.open(name, attributes, path)
    },
    close: (name) => {
      comments.close(name)
      reading.close(name)
    },
    text: (words, path) => {
      comments.text(words, path)
      reading.text(words, path)
    }
  })
  return { grids: reading.grids, after: reading.after, comments: comments.found }
}

class OdtReading {
  readonly grids: Array<Grid> = []
  readonly #context: OdtContext
  #before: Array<string> = []
  #outside: OdtCellText
  #grid: OpenTextGrid | undefined
  #row: OpenTextRow | undefined
  #cell: OpenTextCell | undefined
  /** The number of open tables. Tables within cells are read as lines of the cell. */
  #tables = 0
  #aside = 0
  #hiddenSections: Array<boolean> = []
  readonly #written = new WrittenRows()

  constructor(context: OdtContext) {
    this.#context = context
    this.#outside = new OdtCellText(context)
  }

  open(name: string, attributes: XmlAttributes, path: ReadonlyArray<string>): void {
    if (this.#aside > 0 || leftAside.test(name)) {
      if (this.#aside === 0 && name === "table:covered-table-cell" && this.#tables === 1) this.#cover(attributes)
      this.#aside++
      return
    }
    const { changes, drawn, styles } = this.#context
    if (path[1] === "automatic-styles" || path[1] === "font-face-decls") styles.open(name, attributes)
    else if (path.includes("text:tracked-changes")) changes.list(name, attributes)
    else if (path.includes("forms")) drawn.open(name, attributes)
    else this.#openText(name, attributes)
  }

  close(name: string): void {
    if (this.#aside > 0) {
      this.#aside--
      return
    }
    this.#words.close(name)
    if (name === "table:table") this.#closeTable()
    else if (name === "text:section") this.#hiddenSections.pop()
    else if (this.#tables <= 1 && name === "table:table-cell") this.#closeCell()
    else if (this.#tables <= 1 && name === "table:table-row") this.#closeRow()
    const isParagraph = name === "text:p" || name === "text:h"
    if (isParagraph && this.#cell === undefined && this.#tables === 0 && this.#outside.isBetween) {
      for (const line of this.#outside.lines) if (line.trim() !== "") this.#before.push(line)
      if (this.#before.length > 200) this.#before = this.#before.slice(-101)
      this.#outside = new OdtCellText(this.#context)
    }
  }

  text(words: string, path: ReadonlyArray<string>): void {
    if (this.#aside > 0) return
    if (path.includes("text:tracked-changes")) {
      if (path.includes("text:p") || path.includes("text:h")) this.#context.changes.listWords(words)
    } else this.#words.text(words)
  }

  get #words(): OdtCellText {
    return this.#cell?.text ?? this.#outside
  }

  #openText(name: string, attributes: XmlAttributes): void {
    if (name === "table:table") this.#openTable()
    else if (name === "text:section") {
      const style = attributes["text:style-name"] ?? null
      const isHidden =
        attributes["text:display"] === "none" || this.#context.styles.stated("section", style, "isHidden")
      this.#hiddenSections.push(isHidden === true)
    } else if (this.#tables === 1) this.#openPart(name, attributes)
    this.#words.open(name, attributes)
  }

  #openTable(): void {
    this.#tables++
    if (this.#tables > 1) return
    this.#written.table()
    const seen: Array<Observation> = this.#hiddenSections.includes(true) ? [{ code: "HiddenTable", words: "" }] : []
    this.#grid = { before: this.#before, rows: [], hiddenColumns: [], spans: new Map(), seen, columns: 0, line: 0 }
    this.#before = []
  }

  #openPart(name: string, attributes: XmlAttributes): void {
    const { styles } = this.#context
    const grid = this.#grid
    if (grid === undefined) return
    if (name === "table:table-column") {
      const first = grid.columns
      grid.columns += columnsOf(attributes)
      if (isHidden(attributes)) grid.hiddenColumns.push([first, grid.columns - 1])
    } else if (name === "table:table-row") {
      const copies = repeated(attributes["table:number-rows-repeated"])
      const fill = styles.stated("table-row", attributes["table:style-name"] ?? null, "box") ?? null
      const seen: Array<Observation> = isHidden(attributes) ? [{ code: "HiddenRow", words: "" }] : []
      this.#row = { cells: new Map(), seen, fill, copies, next: 0 }
    } else if (name === "table:table-cell" && this.#row !== undefined) {
      const day = attributes["office:value-type"] === "date" ? heldDay(attributes["office:date-value"]) : null
      this.#cell = {
        column: this.#row.next,
        text: new OdtCellText(this.#context, day),
        fill: styles.stated("table-cell", attributes["table:style-name"] ?? null, "box") ?? this.#row.fill,
        rows: repeated(attributes["table:number-rows-spanned"]),
        copies: columnsOf(attributes)
      }
    }
  }

  /** Reads cells that a merged cell covers: below it they show its words, beside it they are not there. */
  #cover(attributes: XmlAttributes): void {
    const row = this.#row
    const grid = this.#grid
    if (row === undefined || grid === undefined) return
    const count = columnsOf(attributes)
    for (let column = row.next; column < row.next + count; column++) {
      const span = grid.spans.get(column)
      if (span === undefined || span.end <= grid.line) continue
      this.#written.take(span.cell)
      row.cells.set(column, continuedCell(span.cell))
    }
    this.#advance(row, count)
  }

  #advance(row: OpenTextRow, columns: number): void {
    row.next += columns
    if (row.next > maxRepeated) throw new Unreadable("unnatural")
  }

  #closeCell(): void {
    const cell = this.#cell
    const row = this.#row
    this.#cell = undefined
    const grid = this.#grid
    if (cell === undefined || row === undefined || grid === undefined) return
    const { fill: behind, text, ...read } = cell.text.finished()
    const fill = cell.fill ?? behind
    const isEmpty = text === "" && read.struck === "" && fill === null && read.seen.length === 0
    // Cells that a span covers follow it as elements of their own.
    this.#advance(row, cell.copies)
    for (let copy = 0; copy < cell.copies; copy++) {
      const column = cell.column + copy
      grid.spans.delete(column)
      if (isEmpty) continue
      this.#written.take({ text, struck: read.struck })
      const shown: GridCell = { text, ...read, fill }
      row.cells.set(column, shown)
      if (cell.rows > 1) grid.spans.set(column, { cell: shown, end: grid.line + cell.rows })
    }
  }

  #closeRow(): void {
    const row = this.#row
    const grid = this.#grid
    this.#row = undefined
    if (row === undefined || grid === undefined) return
    const removed = removedIn(row.cells)
    if (removed !== null) grid.seen.push({ code: "TrackedChange", words: removed })
    const isFilled = row.cells.size > 0 && removed === null
    for (let copy = 0; copy < (isFilled ? row.copies : 0); copy++) {
      if (copy > 0) for (const cell of row.cells.values()) this.#written.take(cell)
      grid.rows.push(this.#written.row(grid.line + copy + 1, row))
    }
    grid.line += row.copies
  }

  /** The lines of text after the last table. */
  get after(): ReadonlyArray<string> {
    return this.#before
  }

  #closeTable(): void {
    this.#tables--
    if (this.#tables > 0 || this.#grid === undefined) return
    const { before, hiddenColumns, rows, seen } = this.#grid
    this.grids.push({ name: null, before, rows, hiddenColumns, counted: new Set(), seen })
    this.#grid = undefined
    this.#row = undefined
    this.#cell = undefined
  }
}

/** Returns the number of columns that an element represents. */
const columnsOf = (attributes: XmlAttributes): number =>
  Math.min(repeated(attributes["table:number-columns-repeated"]), maxRepeated)
