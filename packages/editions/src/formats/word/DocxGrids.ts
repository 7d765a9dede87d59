/**
 * The tables of a Word document as grids, with the lines of text before each. Tracked changes are read as accepted,
 * struck-out words apart, and hidden text and rows like the rest, each with a remark.
 */
import type { Grid, GridCell, GridRow, Observation, TextGrids } from "../grid/Grid.ts"
import type { Archive } from "../office/OfficeArchive.ts"
import { DocxCellText, type DocxContext } from "./DocxCellText.ts"
import { DocxControls } from "./DocxControls.ts"
import { DocxLists } from "./DocxLists.ts"
import { shadeOf } from "./DocxRun.ts"
import { DocxStyles } from "./DocxStyles.ts"
import { DocxCommentRows } from "../office/OfficeComments.ts"
import { relationships } from "../office/OfficePackage.ts"
import { WrittenRows, continuedCell, wordsOf } from "../office/WrittenRows.ts"
import { type XmlAttributes, isOn, readXml, valueOf } from "../office/Xml.ts"

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
  /** The cells that continue one above. */
  readonly continued: Set<number>
}

interface OpenGrid {
  readonly before: ReadonlyArray<string>
  readonly rows: Array<GridRow>
  readonly seen: Array<Observation>
  readonly counted: Set<number>
  /** The cells that cells merged downwards continue. */
  above: ReadonlyMap<number, GridCell>
  style: string | null
  line: number
}

/** Elements whose content is not text of the document: older formatting, instructions, and how a word is said. */
const isLeftAside = (name: string): boolean => name.endsWith("PrChange") || leftAside.has(name)
const leftAside: ReadonlySet<string> = new Set(["instrText", "sectPr", "object", "rt"])

/** Whether an element holds several versions of the same content, or is one of them. */
const holdsVersions = (name: string): boolean => name.endsWith(":AlternateContent")
const isVersion = (name: string): boolean => name.endsWith(":Choice") || name.endsWith(":Fallback")

export const docxGrids = async (archive: Archive, main: string): Promise<TextGrids> => {
  const parts = await relationships(archive, main)
  const partOf = (type: string) => parts.find((part) => part.type.endsWith(`/${type}`))?.target
  const styles = await DocxStyles.read(archive, partOf("styles"))
  const lists = await DocxLists.read(archive, partOf("numbering"))
  const reading = new DocxReading({ styles, lists, controls: new DocxControls() })
  const commented = new DocxCommentRows()
  await readXml(archive, main, {
    open: (name, attributes, path) => {
      commented.open(name, attributes)
      reading.open(name, attributes, path)
    },
    close: (name, path) => {
      commented.close(name)
      reading.close(name, path)
    },
    text: (words, path) => {
      commented.text(words, path.at(-1) ?? "")
      reading.text(words, path)
    }
  })
  return { grids: reading.grids, after: reading.after, comments: await commented.comments(archive) }
}

class DocxReading {
  readonly grids: Array<Grid> = []
  readonly #context: DocxContext
  #before: Array<string> = []
  #outside: DocxCellText
  #grid: OpenGrid | undefined
  #row: OpenRow | undefined
  #cell: OpenCell | undefined
  /** The number of open tables. Tables within cells are read as lines of the cell. */
  #tables = 0
  #aside = 0
  /** Whether one of several versions of the same content was read, by open group of versions. */
  readonly #chosen: Array<boolean> = []
  readonly #written = new WrittenRows()

  constructor(context: DocxContext) {
    this.#context = context
    this.#outside = new DocxCellText(context, null)
  }

  open(name: string, attributes: XmlAttributes, path: ReadonlyArray<string>): void {
    if (this.#aside > 0 || isLeftAside(name) || this.#isOtherVersion(name)) {
      this.#aside++
      return
    }
    const parent = path.at(-2) ?? ""
    this.#context.controls.open(name, attributes, parent)
    if (name === "tbl") this.#openTable()
    else if (this.#tables <= 1) this.#openPart(name, attributes, parent)
    this.#words.open(name, attributes, parent, path.at(-3) ?? "")
  }

  close(name: string, path: ReadonlyArray<string>): void {
    if (this.#aside > 0) {
      this.#aside--
      return
    }
    if (holdsVersions(name)) this.#chosen.pop()
    this.#context.controls.close(name)
    this.#words.close(name, path.at(-2) ?? "")
    if (name === "tbl") this.#closeTable()
    else if (this.#tables <= 1 && name === "tc") this.#closeCell()
    else if (this.#tables <= 1 && name === "tr") this.#closeRow()
    if (this.#cell === undefined && this.#tables === 0 && name === "p" && this.#outside.isBetween) {
      for (const line of this.#outside.lines) if (line.trim() !== "") this.#before.push(line)
      if (this.#before.length > 200) this.#before = this.#before.slice(-101)
      this.#outside = new DocxCellText(this.#context, null)
    }
  }

  text(words: string, path: ReadonlyArray<string>): void {
    if (this.#aside === 0) this.#words.text(words, path.at(-1) ?? "")
  }

  /** Whether an element holds another version of what was read: the same text box, for an older program. */
  #isOtherVersion(name: string): boolean {
    if (holdsVersions(name)) this.#chosen.push(false)
    if (!isVersion(name) || this.#chosen.length === 0) return false
    const isChosen = this.#chosen.at(-1) === true
    this.#chosen[this.#chosen.length - 1] = true
    return isChosen
  }

  get #words(): DocxCellText {
    return this.#cell?.text ?? this.#outside
  }

  /** The lines of text after the last table. */
  get after(): ReadonlyArray<string> {
    return this.#before
  }

  #openTable(): void {
    this.#tables++
    if (this.#tables > 1) return
    this.#written.table()
    const own = { rows: [], seen: [], counted: new Set<number>() }
    this.#grid = { before: this.#before, ...own, above: new Map(), style: null, line: 0 }
    this.#before = []
  }

  #openPart(name: string, attributes: XmlAttributes, parent: string): void {
    const value = () => valueOf(attributes, "val")
    const number = () => Math.min(Math.max(Math.trunc(Number(value() ?? 0)) || 0, 0), 1000)
    if (name === "tr" && this.#grid !== undefined) {
      this.#row = { cells: new Map(), seen: [], next: 0, deleted: false, continued: new Set() }
    } else if (name === "tblStyle" && this.#row === undefined && this.#grid !== undefined) {
      this.#grid.style = value() ?? null
    } else if (name === "tc" && this.#row !== undefined) {
      this.#cell = {
        column: this.#row.next,
        text: new DocxCellText(this.#context, this.#grid?.style ?? null),
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
      if (name === "shd") this.#cell.fill = shadeOf(attributes)
    }
  }

  #closeCell(): void {
    const cell = this.#cell
    const row = this.#row
    this.#cell = undefined
    if (cell === undefined || row === undefined) return
    row.next = cell.column + cell.span
    if (cell.isCounted) this.#grid?.counted.add(cell.column)
    const above = cell.continues ? this.#grid?.above.get(cell.column) : undefined
    const read = cell.text.finished()
    if (above !== undefined) {
      this.#written.take(above)
      row.cells.set(cell.column, withCovered(continuedCell(above), `${read.text} ${read.struck}`.trim()))
      row.continued.add(cell.column)
      return
    }
    this.#written.take(read)
    const fill = cell.fill ?? read.fill
    if (read.text === "" && read.struck === "" && fill === null && read.seen.length === 0) return
    const { day, ink, seen, struck, text } = read
    row.cells.set(cell.column, { text, struck, day, fill, ink, seen })
  }

  #closeRow(): void {
    const row = this.#row
    const grid = this.#grid
    this.#row = undefined
    if (row === undefined || grid === undefined) return
    grid.line++
    // A merged cell that is deleted with its row is not there for the rows below to continue.
    grid.above = row.deleted ? new Map([...row.cells].filter(([at]) => row.continued.has(at))) : row.cells
    if (row.deleted) {
      grid.seen.push({ code: "TrackedChange", words: `−${wordsOf(row.cells)}` })
      return
    }
    grid.rows.push(this.#written.row(grid.line, row))
  }

  #closeTable(): void {
    this.#tables--
    if (this.#tables > 0 || this.#grid === undefined) return
    const { before, counted, rows, seen } = this.#grid
    this.grids.push({ name: null, before, rows, hiddenColumns: [], counted, seen })
    this.#grid = undefined
  }
}

/** Returns a cell that continues one above, with a remark on words of its own, which do not show in the document. */
const withCovered = (cell: GridCell, words: string): GridCell =>
  words === "" ? cell : { ...cell, seen: [...cell.seen, { code: "CoveredText", words }] }
