/**
 * The tables of a PDF as grids: the columns of cells, their words, and the colours behind them.
 */
import { type Grid, type GridCell, type GridRow, type Observation, noRemarks } from "../grid/Grid.ts"
import type { FinishedCell } from "../office/CellWords.ts"
import { WrittenRows, continuedCell } from "../office/WrittenRows.ts"
import { maxColumns } from "../Limits.ts"
import { Unreadable } from "../office/Unreadable.ts"
import { type ColourAt, type Setting, cellOf } from "./PdfCells.ts"
import { noText } from "./PdfFonts.ts"
import { type Content, type Line, keepsSpaces, drawnLines, columnReach } from "./PdfLines.ts"
import type { TextPiece } from "./PdfPieces.ts"
import { paragraphsIn } from "./PdfParagraphs.ts"
import type { DocumentTable } from "./PdfTables.ts"
import { evenRows, strayWords } from "./PdfUnplaced.ts"

/** A cell with the columns that it is in, and its lines. */
interface PlacedCell {
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly lines: ReadonlyArray<Line>
  /** Words that do not show. */
  readonly unseen: string
  readonly isPictured: boolean
}

/** The most lines of text before a table that are kept: the last of them. */
const maxBefore = 200

/** What pages have beside the cells of their tables. */
interface Surroundings {
  readonly colourAt: ColourAt
  /** Returns the text on a page that is of no element. */
  readonly looseOn: (page: number) => ReadonlyArray<TextPiece>
}

/** Returns the grids of tables. */
export const gridsOf = (
  tables: ReadonlyArray<DocumentTable>,
  { colourAt, looseOn }: Surroundings
): ReadonlyArray<Grid> => {
  const placed = tables.map((table) => {
    const { rows, seen } = evenRows(placedRows(table))
    const stray = table.isRuled ? lineRemark : strayWords(rows.flat(), looseOn)
    return { ...table, placed: rows, seen: [...stray, ...seen] }
  })
  const hasSpaces = keepsSpaces(placed.flatMap((table) => table.placed.flatMap((row) => row.map(({ lines }) => lines))))
  const written = new WrittenRows()
  return placed.map((table): Grid => {
    written.table()
    return {
      name: null,
      before: paragraphsIn(table.before.slice(-maxBefore), hasSpaces),
      rows: gridRows(table.placed, { hasSpaces, colourAt }, written),
      hiddenColumns: [],
      counted: new Set(),
      seen: table.seen.length === 0 ? noRemarks : table.seen
    }
  })
}

const lineRemark: ReadonlyArray<Observation> = [{ code: "TableFromLines", words: "" }]

interface PlacedRow {
  readonly cells: ReadonlyArray<PlacedCell>
  readonly width: number
}

/** Gives the cells of each row their columns: those that a cell above is merged over are taken. */
const placedRows = ({ rows }: DocumentTable): ReadonlyArray<PlacedRow> => {
  const taken = new Map<number, number>()
  return rows.map((row, line) => {
    let column = 0
    const cells = row.map(({ columns, contents, rows: merged }) => {
      while ((taken.get(column) ?? 0) > line) column++
      const [lines, isPictured] = [drawnLines(contents), contents.some((each) => each.isPictured)]
      const cell = { column, columns, rows: merged, lines, unseen: unseenIn(contents), isPictured }
      for (let at = column; at < column + columns; at++) taken.set(at, line + merged)
      column += columns
      if (column > maxColumns) throw new Unreadable("unnatural")
      return cell
    })
    const merged = [...taken].flatMap(([at, end]) => (end > line ? [at + 1] : []))
    return { cells, width: Math.max(column, ...merged) }
  })
}

const unseenIn = (contents: ReadonlyArray<Content>): string =>
  contents
    .map(({ unseen }) => unseen.trim())
    .filter((words) => words !== "")
    .join(" ")

const gridRows = (
  rows: ReadonlyArray<ReadonlyArray<PlacedCell>>,
  shared: Pick<Setting, "colourAt" | "hasSpaces">,
  written: WrittenRows
): ReadonlyArray<GridRow> => {
  const columns = Map.groupBy(
    rows.flat().filter((cell) => cell.columns === 1),
    ({ column }) => column
  )
  const reaches = new Map([...columns].map(([at, cells]) => [at, columnReach(cells.flatMap(({ lines }) => lines))]))
  const middles = new Map(
    [...columns].flatMap(([at, cells]) =>
      middleOf(
        cells.flatMap(({ lines }) => lines),
        at
      )
    )
  )
  /** Merged cells that go on, and the row that they end before. */
  const spans = new Map<number, { readonly cell: GridCell; readonly end: number }>()
  return rows.map((row, line) => {
    const cells = new Map<number, GridCell>()
    for (const [at, { cell, end }] of spans) {
      if (end <= line) continue
      written.take(cell)
      cells.set(at, continuedCell(cell))
    }
    for (const { column, columns, isPictured, lines, rows: merged, unseen } of row) {
      const reach = reaches.get(column)
      const setting = { ...shared, reach: columns === 1 && reach !== undefined ? reach : columnReach(lines) }
      const read = wholeCell(cellOf(lines, setting), isPictured)
      const x = middles.get(column)
      const fill = lines.length > 0 ? read.fill : x === undefined ? null : emptyFill(x, row, shared.colourAt)
      const seen: GridCell["seen"] = unseen === "" ? read.seen : [...read.seen, { code: "CoveredText", words: unseen }]
      if (read.text === "" && read.struck === "" && fill === null && seen.length === 0) continue
      written.take(read)
      const cell = { ...read, fill, seen }
      cells.set(column, cell)
      if (merged > 1) spans.set(column, { cell, end: line + merged })
    }
    return written.row(line + 1, { cells, seen: noRemarks })
  })
}

/**
 * Returns a cell that is read whole, or not at all: without the words of glyphs that have no text, of a line that may end
 * within a word, or of a picture.
 */
const wholeCell = ({ isDoubtful, ...read }: ReturnType<typeof cellOf>, isPictured: boolean): FinishedCell => {
  const { seen, struck, text } = read
  const words = [text, struck].filter((each) => each !== "").join(" ")
  if (words.includes(noText) || isDoubtful)
    return { ...read, text: "", struck: "", seen: [{ code: "TextNotRead", words }] }
  return words === "" && isPictured ? { ...read, seen: [...seen, { code: "TextNotRead", words }] } : read
}

/** Returns the middle of a column, by its words; none where it has no words that are written from left to right. */
const middleOf = (lines: ReadonlyArray<Line>, column: number): ReadonlyArray<readonly [number, number]> => {
  const level = lines.filter(({ pieces }) => pieces[0]?.turn === 0)
  if (level.length === 0) return []
  const left = Math.min(...level.map(({ along }) => along))
  return [[column, (left + Math.max(...level.map(({ end }) => end))) / 2]]
}

/** Returns the colour of a cell without words: the one that is behind it at the first line of each of the row's others. */
const emptyFill = (x: number, row: ReadonlyArray<PlacedCell>, colourAt: ColourAt): string | null => {
  const found = new Set<string | null>()
  for (const { lines } of row) {
    const [line] = lines
    const [piece] = line?.pieces ?? []
    if (line !== undefined && piece !== undefined && piece.turn === 0) found.add(colourAt(line.page, x, piece.y))
  }
  const [colour = null] = found
  return found.size === 1 ? colour : null
}
