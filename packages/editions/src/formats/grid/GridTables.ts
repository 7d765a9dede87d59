/**
 * Finds the tables of an edition in the grids of a file: by their headings, wherever they are. Tables are distinguished
 * by title, sheet or a column, and joined if they are split over pages or sheets.
 */
import { type Cells, type EditionRow, type EditionTable, noCells } from "../../Edition.ts"
import type { EditionColumn } from "../../EditionColumn.ts"
import { type ColourLegend, colourOf, isOfRow, isWordless, legendOf, wordsByColour } from "./StatusColours.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import type { ReadingOptions } from "../../ReadingOptions.ts"
import { withoutCounted } from "./CountedColumns.ts"
import { type Grid, type GridCell, type Observation, remarkOn } from "./Grid.ts"
import { type BuiltRow, type Meanings, builtRow, cellOfStatus } from "./GridRows.ts"
import { sheetsNamed } from "../columns/ChosenSheets.ts"
import { askedIn } from "../columns/NearestHead.ts"
import { withHeads } from "../columns/HeadingRows.ts"
import type { TableHead } from "../columns/TableHead.ts"
import { kindNamed } from "../columns/Headings.ts"
import { turned } from "./TurnedTables.ts"
import { areaOf, withKinds } from "./TableKinds.ts"
import { type NamedRow, tableRows } from "./TableRows.ts"
import { remarksOf, rowsRemarks, tableRemarks } from "./TableRemarks.ts"
import { type GridSection, isLegendRow, sectionsIn } from "./Sections.ts"

/** Returns every table with known headings, in the order of the file. A remark names what has none. */
export const tablesIn = (all: ReadonlyArray<Grid>, options: ReadingOptions): ReadonlyArray<EditionTable> => {
  const headed = withTurned(sheetsNamed(all, options.sheets).map(withoutFileRemarks), options)
  const hasCounted = headed.grids.some(({ counted }) => counted.size > 0)
  const { grids, reading } = hasCounted ? withHeads(withoutCounted(headed.grids, headed.reading), options) : headed
  const { vocabulary } = reading
  const sections = withKinds(sectionsIn(grids, reading), vocabulary)
  const legend: ColourLegend = {
    ...legendOf(grids, (grid, row) => isLegendRow(grid, row, reading), vocabulary),
    shades: shadesOf(sections)
  }
  const tables: Array<EditionTable> = []
  for (const section of sections) {
    const meanings = { legend, column: columnWords(section, vocabulary), vocabulary }
    tables.push(...tablesOf(section, areaOf(section, sections, vocabulary), meanings))
  }
  const asked = askedIn(grids, reading)
  return withFileRemarks(
    asked.size === 0 ? tables : tables.map((table, at) => withAsked(table, at === 0 ? "" : null, asked)),
    all
  )
}

/** Whether something was seen of a file as a whole. The grid that bears it may be no table, or not be chosen. */
const isOfFile = ({ code }: Observation): boolean => code === "CommentNotRead" || code === "TableLeftOut"

const withoutFileRemarks = (grid: Grid): Grid =>
  grid.seen.some(isOfFile) ? { ...grid, seen: grid.seen.filter((each) => !isOfFile(each)) } : grid

/** Adds the remarks on a file to its first table that is read. */
const withFileRemarks = (
  tables: ReadonlyArray<EditionTable>,
  grids: ReadonlyArray<Grid>
): ReadonlyArray<EditionTable> => {
  const remarks = remarksOf(grids.flatMap(({ seen }) => seen.filter(isOfFile)))
  const first = remarks.length === 0 ? undefined : tables.find(isRead)
  return first === undefined
    ? tables
    : tables.map((table) => (table === first ? { ...table, remarks: [...table.remarks, ...remarks] } : table))
}

/**
 * Adds a warning of the column that would make a table of what is left out. `also` is the name under which others are
 * warned of at this table; null for none.
 */
const withAsked = (
  table: EditionTable,
  also: string | null,
  asked: ReadonlyMap<string, ReadonlyArray<string>>
): EditionTable => {
  const own = table.rows.length === 0 ? (asked.get(table.name) ?? []) : []
  const others = also === null ? [] : (asked.get(also) ?? [])
  const words = [...new Set([...own, ...others])]
  if (words.length === 0) return table
  const remarks = words.map((each) => ({ code: "DateColumnNotRead" as const, column: null, words: each }))
  return { ...table, remarks: [...remarks, ...table.remarks] }
}

const statusCells = ({ head, rows }: GridSection): ReadonlyArray<GridCell> =>
  head === null ? [] : rows.flatMap((row) => cellOfStatus(row, head) ?? [])

/** Returns the words found with each colour in the status column of a table. A band of colour has none. */
const columnWords = ({ head, rows }: GridSection, vocabulary: Vocabulary): ReadonlyMap<string, string> => {
  if (head === null) return new Map()
  const cells = rows.flatMap((row): ReadonlyArray<GridCell> => {
    const cell = cellOfStatus(row, head)
    const colour = cell === null ? null : colourOf(cell)
    if (cell === null) return []
    return [colour !== null && isOfRow(colour, row) ? { ...cell, fill: null } : cell]
  })
  return wordsByColour(cells, vocabulary)
}

/** Returns the colours of all status cells without words. */
const shadesOf = (sections: ReadonlyArray<GridSection>): ReadonlySet<string> =>
  new Set(
    sections.flatMap((section) =>
      statusCells(section).flatMap((cell) => (isWordless(cell.text) ? (colourOf(cell) ?? []) : []))
    )
  )

/** Finds the heads of grids, and turns those that have none but have fields in their first column. */
const withTurned = (all: ReadonlyArray<Grid>, options: ReadingOptions): ReturnType<typeof withHeads> => {
  const plain = withHeads(all, options)
  const hasHead = ({ rows }: Grid) => rows.some((row) => plain.reading.heads.has(row))
  const exchanged = plain.grids.map((grid) => (hasHead(grid) ? grid : (turned(grid, plain.reading.vocabulary) ?? grid)))
  if (exchanged.every((grid, at) => grid === plain.grids[at])) return plain
  const { heads } = withHeads(exchanged, options).reading
  // A table that has no head either way is left as it is.
  const isBetter = (grid: Grid) => grid.rows.some((row) => heads.has(row))
  return withHeads(
    plain.grids.map((grid, at) => {
      const other = exchanged[at] ?? grid
      return isBetter(other) ? other : grid
    }),
    options
  )
}

/** Whether a table was read; false for one that only records what was left out. */
export const isRead = (table: EditionTable): boolean =>
  table.kind !== null || Object.values(table.headings).some((heading) => heading !== null)

const tablesOf = (section: GridSection, part: string | null, meanings: Meanings): ReadonlyArray<EditionTable> => {
  const { cards, head, kind, name } = section
  if (head === null) {
    const rows = cards.map(({ date, name: milestone, seen }, at) => ({
      number: at + 1,
      cells: { ...noCells, area: milestone, deadline: date },
      days: {},
      revisions: [],
      unknown: [],
      remarks: seen.map((each) => remarkOn(null, each))
    }))
    // Cards have no headings, so their dates get the heading that other timelines use.
    const headings = rows.length === 0 ? noCells : { ...noCells, deadline: meanings.vocabulary.headings.timelineDate }
    return [{ name, kind, headings, columns: [], rows, remarks: remarksOf(section.seen) }]
  }
  const headings = headingsOf(head)
  const tableColumn = [...head.columns].find(([, column]) => column === "table")?.[0]
  const named = tableRows(section.rows, head, meanings.vocabulary)
  const found = { ...section, seen: [...section.seen, ...named.seen], named: named.rows.map(({ row }) => row) }
  if (tableColumn === undefined || section.rows.length === 0) {
    const built = named.rows.map((each) => builtRow({ ...each, group: each.group ?? part }, head, kind, meanings))
    const rows = numbered(built, named.rows)
    return [
      {
        name,
        kind,
        headings,
        columns: head.taken,
        rows,
        remarks: tableRemarks(found, head, built, meanings.vocabulary)
      }
    ]
  }
  const groups = Map.groupBy(rowsByName(named.rows, tableColumn), ({ table }) => table)
  return Array.from(groups, ([table, rows], at) => {
    const own = kindNamed(table, meanings.vocabulary)
    const built = rows.map(({ named }) => builtRow(named, head, own, meanings))
    return {
      name: table,
      kind: own,
      headings,
      columns: head.taken,
      rows: numbered(built),
      remarks:
        at === 0 ? tableRemarks(found, head, built, meanings.vocabulary) : rowsRemarks(built, meanings.vocabulary)
    }
  })
}

/** Pairs rows with the name of their table. It may be written once: rows below, without a gap, have the same. */
const rowsByName = (rows: ReadonlyArray<NamedRow>, tableColumn: number) => {
  let table = ""
  return rows.map((named, at) => {
    const own = named.row.cells.get(tableColumn)?.text.trim() ?? ""
    const above = rows[at - 1]
    if (own !== "" || above === undefined || named.row.line !== above.row.line + 1) table = own
    return { named, table }
  })
}

/** Numbers rows by their places in the table, or in their order where a column divides it into several. */
const numbered = (built: ReadonlyArray<BuiltRow>, named: ReadonlyArray<NamedRow> = []): ReadonlyArray<EditionRow> =>
  built.map(({ row }, at) => ({ number: named[at]?.number ?? at + 1, ...row }))

const headingsOf = (head: TableHead): Cells => {
  const headings: { -readonly [C in EditionColumn]: string | null } = { ...noCells }
  for (const [at, column] of [...head.columns].sort(([a], [b]) => a - b)) {
    const heading = head.headings.get(at) ?? null
    // Of several columns of new dates the last is the one; the others are revisions before it.
    if (column !== "table") headings[column] = column === "newDeadline" ? heading : (headings[column] ?? heading)
  }
  return headings
}
