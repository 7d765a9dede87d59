/**
 * The sheets of an OpenDocument workbook as grids. Repeated rows and cells are told apart from those that only fill the
 * sheet; drawings and tracked changes are left out, and comments are apart.
 */
import { type Grid, type GridRow, type Observation, type TextGrids, excerptOf, noRemarks } from "../grid/Grid.ts"
import { maxColumns, maxLines, maxRows } from "../Limits.ts"
import { type ArchiveBounds, maxRowsSeen } from "../office/ArchiveBounds.ts"
import { CellBudget } from "../office/CellBudget.ts"
import { lettersColumn } from "../excel/ColumnLetters.ts"
import { spread } from "../office/MergedCells.ts"
import type { Archive } from "../office/OfficeArchive.ts"
import { OdsCell } from "./OdsCell.ts"
import { lastColumn, openedTable, type OpenRow, type OpenTable, styleAt } from "./OdsOpenTable.ts"
import { isHidden, lastRow, repeated } from "./TableAttributes.ts"
import { OdsStyles } from "./OdsStyles.ts"
import { OpenDocumentComments } from "../office/OfficeComments.ts"
import { Unreadable } from "../office/Unreadable.ts"
import { type XmlAttributes, readXml } from "../office/Xml.ts"

/** The name by which `@frist/reports` marks columns that Frist counted. */
const countedName = "_Frist.Counted"

/** Elements that are no part of what the cells show. */
const leftAside =
  /^(?:annotation|forms|event-listeners|table:(?:tracked-changes|shapes|scenario|dde-link|detective)|text:(?:note|ruby-text)|draw:.*|dr3d:.*)$/u

export const odsGrids = async (archive: Archive, main: string): Promise<TextGrids> => {
  const styles = new OdsStyles()
  const reader = {
    open: (name: string, attributes: XmlAttributes) => styles.open(name, attributes),
    close: (name: string) => styles.close(name),
    text: (words: string, path: ReadonlyArray<string>) => styles.text(words, path.at(-1))
  }
  await readXml(archive, "styles.xml", reader)
  const reading = new OdsReading(main, styles, archive.bounds)
  const comments = new OpenDocumentComments()
  await readXml(archive, main, {
    open: (name, attributes, path) => {
      comments.open(name)
      if (path[1] === "body") reading.open(name, attributes)
      else reader.open(name, attributes)
    },
    close: (name, path) => {
      comments.close(name)
      if (path[1] === "body") reading.close(name)
      else reader.close(name)
    },
    text: (words, path) => {
      comments.text(words, path)
      if (path[1] === "body") reading.text(words)
      else reader.text(words, path)
    }
  })
  return { grids: reading.grids, after: [], comments: comments.found }
}

class OdsReading {
  readonly grids: Array<Grid> = []
  readonly #part: string
  readonly #styles: OdsStyles
  readonly #characters: CellBudget
  #cells: number
  #rows = maxRowsSeen
  #aside = 0
  /** The number of open tables. A table within a cell is left aside. */
  #table: OpenTable | undefined
  #row: OpenRow | undefined
  #cell: OdsCell | undefined
  #times = 1

  constructor(part: string, styles: OdsStyles, { cells, characters }: ArchiveBounds) {
    this.#part = part
    this.#styles = styles
    this.#cells = cells
    this.#characters = new CellBudget(characters)
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#aside > 0 || leftAside.test(name) || (name === "table:table" && this.#table !== undefined)) {
      if (this.#aside === 0 && /^(?:draw|dr3d):/u.test(name)) this.#cell?.picture()
      this.#aside++
      return
    }
    switch (name) {
      case "table:table":
        return this.#openTable(attributes)
      case "table:table-source":
        if (this.#table !== undefined) this.#table.isCopy = true
        return
      case "table:table-column":
        return this.#openColumn(attributes)
      case "table:table-row":
        return this.#openRow(attributes)
      case "table:table-cell":
        return this.#openCell(attributes)
      case "table:covered-table-cell":
        // What a merged cell covers is not shown, though a program may keep it.
        this.#cell = undefined
        if (this.#row !== undefined) this.#row.next += repeated(attributes["table:number-columns-repeated"])
        return
      case "table:named-range":
        return this.#openName(attributes)
      default:
        this.#cell?.open(name, attributes)
    }
  }

  close(name: string): void {
    if (this.#aside > 0) this.#aside--
    else if (name === "table:table-cell") this.#closeCell()
    else if (name === "table:table-row") this.#closeRow()
    else if (name === "table:table") this.#closeTable()
    else this.#cell?.close(name)
  }

  text(words: string): void {
    if (this.#aside === 0) this.#cell?.text(words)
  }

  #openTable(attributes: XmlAttributes): void {
    const { isDisplayed } = this.#styles.of("table", attributes["table:style-name"])
    this.#table = openedTable(attributes["table:name"] ?? "", !isDisplayed)
  }

  #openColumn(attributes: XmlAttributes): void {
    const table = this.#table
    if (table === undefined || table.columns >= lastColumn) return
    const end = table.columns + repeated(attributes["table:number-columns-repeated"])
    if (isHidden(attributes)) table.hiddenColumns.push([table.columns, end - 1])
    table.columnStyles.push({ end, style: attributes["table:default-cell-style-name"] })
    table.columns = end
  }

  #openRow(attributes: XmlAttributes): void {
    if (this.#table === undefined) return
    if (--this.#rows < 0) throw new Unreadable("tooManyRows", `>${maxRows}`)
    const times = repeated(attributes["table:number-rows-repeated"])
    const style = attributes["table:default-cell-style-name"]
    this.#row = { cells: new Map(), colours: [], times, isHidden: isHidden(attributes), style, next: 0 }
  }

  #openCell(attributes: XmlAttributes): void {
    const table = this.#table
    const row = this.#row
    if (table === undefined || row === undefined) return
    const style = attributes["table:style-name"] ?? row.style ?? styleAt(table.columnStyles, row.next)
    this.#cell = new OdsCell(attributes, this.#styles.of("table-cell", style), this.#styles)
    this.#times = repeated(attributes["table:number-columns-repeated"])
    const spanned = repeated(attributes["table:number-rows-spanned"])
    if (spanned > 1) table.spans.push({ top: table.line + 1, bottom: table.line + spanned, left: row.next })
  }

  #closeCell(): void {
    const row = this.#row
    const cell = this.#cell
    this.#cell = undefined
    if (row === undefined || cell === undefined) return
    const read = cell.finished()
    const from = row.next
    row.next += this.#times
    if (row.next > lastColumn) throw new Unreadable("damaged", this.#part)
    if (read === null) return
    if (read.text === "" && read.struck === "" && read.seen.length === 0) {
      row.colours.push({ from, end: row.next, cell: read })
      return
    }
    for (let at = from; at < row.next; at++) {
      if (row.cells.size > this.#cells) throw new Unreadable("unpacksTooLarge", this.#part)
      row.cells.set(at, read)
    }
  }

  #closeRow(): void {
    const row = this.#row
    const table = this.#table
    this.#row = undefined
    if (row === undefined || table === undefined) return
    const first = table.line + 1
    table.line += row.times
    if (table.line > lastRow) throw new Unreadable("tooManyRows", `>${maxRows}`)
    if (![...row.cells.values()].some((cell) => cell.text.trim() !== "" || cell.struck !== "" || cell.seen.length > 0))
      return
    for (const at of row.cells.keys()) table.width = Math.max(table.width, at + 1)
    for (const { cell, end, from } of row.colours)
      for (let at = from; at < Math.min(end, table.width); at++) row.cells.set(at, cell)
    for (let line = first; line <= table.line; line++) this.#keep(table, row, line)
  }

  #keep(table: OpenTable, row: OpenRow, line: number): void {
    this.#cells -= row.cells.size
    if (this.#cells < 0) throw new Unreadable("unpacksTooLarge", this.#part)
    for (const { struck, text } of row.cells.values()) {
      this.#characters.take(text)
      this.#characters.take(struck)
    }
    if (table.rows.length >= maxLines) throw new Unreadable("tooManyRows", `>${maxRows}`)
    const plain: GridRow = { line, cells: row.cells, seen: noRemarks }
    table.rows.push(row.isHidden ? { ...plain, seen: [{ code: "HiddenRow", words: excerptOf(plain) }] } : plain)
  }

  #openName(attributes: XmlAttributes): void {
    if (this.#table === undefined || attributes["table:name"] !== countedName) return
    const address = attributes["table:cell-range-address"] ?? ""
    const [, first = "", last = ""] = /\.\$([A-Z]{1,3})\$?\d*:[^:]*\.\$([A-Z]{1,3})\$?\d*$/u.exec(address) ?? []
    for (let at = lettersColumn(first); at >= 0 && at <= lettersColumn(last) && at < maxColumns; at++)
      this.#table.counted.add(at)
  }

  #closeTable(): void {
    const table = this.#table
    this.#table = undefined
    if (table === undefined || table.isCopy) return
    const { counted, hiddenColumns, name } = table
    const rows = spread(table.rows, table.spans, this.#part, this.#characters)
    const seen: ReadonlyArray<Observation> = table.isHidden ? [{ code: "HiddenTable", words: name }] : noRemarks
    this.grids.push({ name, before: [], rows, hiddenColumns, counted, seen })
  }
}
