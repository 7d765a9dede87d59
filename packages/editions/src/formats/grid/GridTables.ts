/**
 * Finds the tables of an edition in the grids of a file: by their headings, wherever they are. Tables are distinguished
 * by title, sheet or a column, and joined if they are split over pages or sheets.
 */
import {
  type Cells,
  type EditionColumn,
  type EditionRemark,
  type EditionRow,
  type EditionTable,
  noCells
} from "../../Edition.ts"
import { type ColourLegend, colourOf, isWordless, legendOf, wordsByColour } from "./StatusColours.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import type { ReadingOptions } from "../../ReadingOptions.ts"
import { withoutCounted } from "./CountedColumns.ts"
import { type Grid, type GridCell, type GridRow, type Observation, remarkOn } from "./Grid.ts"
import { type BuiltRow, type Meanings, builtRow, statusCell } from "./GridRows.ts"
import { withHeads } from "./HeadingRows.ts"
import type { TableHead } from "./TableHead.ts"
import { kindNamed } from "./Headings.ts"
import { type GridSection, isLegendRow, sectionsIn } from "./Sections.ts"

/** Returns every table with known headings, in the order of the file. A remark names what has none. */
export const tablesIn = (all: ReadonlyArray<Grid>, options: ReadingOptions): ReadonlyArray<EditionTable> => {
  const headed = withHeads(all, options)
  const { grids, reading } = withHeads(withoutCounted(headed.grids, headed.reading), options)
  const { vocabulary } = reading
  const sections = withKinds(sectionsIn(grids, reading))
  const legend: ColourLegend = {
    ...legendOf(grids, (grid, row) => isLegendRow(grid, row, reading), vocabulary),
    shades: shadesOf(sections)
  }
  const tables: Array<EditionTable> = []
  for (const section of sections)
    tables.push(...tablesOf(section, { legend, column: columnWords(section, vocabulary), vocabulary }))
  return tables
}

const statusCells = ({ head, rows }: GridSection): ReadonlyArray<GridCell> =>
  head === null ? [] : rows.flatMap((row) => statusCell(row, head) ?? [])

/** Returns the words that stand beside each colour in the status column of a table. */
const columnWords = (section: GridSection, vocabulary: Vocabulary): ReadonlyMap<string, string> =>
  wordsByColour(statusCells(section), vocabulary)

/** Returns the colours of all status cells without words. */
const shadesOf = (sections: ReadonlyArray<GridSection>): ReadonlySet<string> =>
  new Set(
    sections.flatMap((section) =>
      statusCells(section).flatMap((cell) => (isWordless(cell.text) ? (colourOf(cell) ?? []) : []))
    )
  )

/** Whether a table was read; false for one that only records what was left out. */
export const isRead = (table: EditionTable): boolean =>
  table.kind !== null || Object.values(table.headings).some((heading) => heading !== null)

/** Takes an unnamed table for the ongoing activities, if it is the only one. Several are not guessed. */
const withKinds = (sections: ReadonlyArray<GridSection>): ReadonlyArray<GridSection> => {
  const unnamed = sections.filter(
    (section) => section.kind === null && section.head !== null && !hasTableColumn(section)
  )
  const taken = sections.some((section) => section.kind === "activities")
  const open = unnamed.length === 1 ? unnamed : unnamed.filter(({ head }) => hasColumn(head, "newDeadline"))
  const [chosen] = open
  if (taken || chosen === undefined || open.length > 1) return sections
  const isAlone = sections.filter(({ head }) => head !== null).length === 1
  return sections.map((section) =>
    section === chosen
      ? {
          ...section,
          kind: "activities",
          seen: isAlone ? section.seen : [...section.seen, { code: "KindAssumed", words: section.name }]
        }
      : section
  )
}

const hasColumn = (head: TableHead | null, wanted: EditionColumn | "table"): boolean =>
  head !== null && [...head.columns.values()].includes(wanted)
const hasTableColumn = ({ head }: GridSection): boolean => hasColumn(head, "table")

const tablesOf = (section: GridSection, meanings: Meanings): ReadonlyArray<EditionTable> => {
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
  if (tableColumn === undefined || section.rows.length === 0) {
    const built = section.rows.map((row) => builtRow(row, head, kind, meanings))
    return [
      { name, kind, headings, columns: head.taken, rows: numbered(built), remarks: tableRemarks(section, head, built) }
    ]
  }
  const groups = Map.groupBy(rowsByName(section.rows, tableColumn), ({ table }) => table)
  return Array.from(groups, ([table, rows], at) => {
    const own = kindNamed(table, meanings.vocabulary)
    const built = rows.map(({ row }) => builtRow(row, head, own, meanings))
    return {
      name: table,
      kind: own,
      headings,
      columns: head.taken,
      rows: numbered(built),
      remarks: at === 0 ? tableRemarks(section, head, built) : rowsRemarks(built)
    }
  })
}

/** Pairs rows with the name of their table. It may be written once: rows below, without a gap, have the same. */
const rowsByName = (rows: ReadonlyArray<GridRow>, tableColumn: number) => {
  let table = ""
  return rows.map((row, at) => {
    const own = row.cells.get(tableColumn)?.text.trim() ?? ""
    const above = rows[at - 1]
    if (own !== "" || above === undefined || row.line !== above.line + 1) table = own
    return { row, table }
  })
}

const numbered = (built: ReadonlyArray<BuiltRow>): ReadonlyArray<EditionRow> =>
  built.map(({ row }, at) => ({ number: at + 1, ...row }))

const headingsOf = (head: TableHead): Cells => {
  const headings: { -readonly [C in EditionColumn]: string | null } = { ...noCells }
  for (const [at, column] of head.columns) {
    if (column !== "table") headings[column] ??= head.headings.get(at) ?? null
  }
  return headings
}

const remarksOf = (seen: ReadonlyArray<Observation>): ReadonlyArray<EditionRemark> =>
  seen.map((each) => remarkOn(null, each))

const tableRemarks = (
  section: GridSection,
  head: TableHead,
  built: ReadonlyArray<BuiltRow>
): ReadonlyArray<EditionRemark> => {
  const remarks = [...remarksOf(section.seen)]
  for (const [at, heading] of head.headings) {
    const isHidden = section.hiddenColumns.some(([first, last]) => at >= first && at <= last)
    const column = head.columns.get(at)
    if (isHidden && section.rows.some((row) => (row.cells.get(at)?.text ?? "") !== ""))
      remarks.push({ code: "HiddenColumn", column: column === "table" ? null : (column ?? null), words: heading })
  }
  return [...remarks, ...rowsRemarks(built)]
}

/** Makes one remark for each colour and each column of dates, however many rows have them. */
const rowsRemarks = (built: ReadonlyArray<BuiltRow>): ReadonlyArray<EditionRemark> => {
  const days = Map.groupBy(
    built.flatMap(({ wholeDays }) => wholeDays),
    ({ column }) => column
  )
  const dated = Array.from(days, ([column, [first, ...others]]) => ({
    code: "DateFromSerial" as const,
    column,
    words: others.length === 0 ? (first?.words ?? "") : `${first?.words ?? ""} … ×${others.length + 1}`
  }))
  const assumed = new Map<string, string>()
  for (const { assumed: each } of built) if (each !== null) assumed.set(each.colour, each.words)
  const coloured = Array.from(assumed, ([colour, words]) => ({
    code: "StatusByColour" as const,
    column: "status" as const,
    words: `${colour} = ${words}`
  }))
  return [...dated, ...coloured]
}
