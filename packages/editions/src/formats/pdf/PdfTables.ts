/**
 * The tables of a document by the structure of its pages: a table that goes on over pages is one.
 */
import type { Content } from "./PdfLines.ts"
import type { PagePart, TaggedCell, TaggedTable } from "./PdfStructure.ts"

/** A table of a document, and the paragraphs since the table before it. */
export interface DocumentTable {
  readonly before: ReadonlyArray<Content>
  readonly rows: TaggedTable["rows"]
  readonly isRuled: boolean
}

interface OpenTable extends DocumentTable {
  readonly shape: string
  rows: TaggedTable["rows"]
}

/** Returns the tables of a document, given the parts of each of its pages. */
export const tablesOf = (pages: ReadonlyArray<ReadonlyArray<PagePart>>): ReadonlyArray<DocumentTable> => {
  const tables: Array<OpenTable> = []
  let before: Array<Content> = []
  for (const parts of pages) {
    let isFirst = true
    for (const part of parts) {
      if ("text" in part) before.push(part.text)
      else {
        const last = tables.at(-1)
        const isNext = isFirst && before.length === 0 && last?.shape === part.table.shape
        const rows = isNext ? (part.table.isRuled ? appended : continued)(last.rows, part.table.rows) : null
        if (rows !== null && isNext) last.rows = rows
        else tables.push({ before, ...part.table })
        before = []
        isFirst = false
      }
    }
  }
  return tables
}

const hasContent = (row: ReadonlyArray<TaggedCell>): boolean =>
  row.some(({ contents }) => contents.some(({ pieces }) => pieces.length > 0))

/** Returns the rows of a table with what the next page has of each, but for repeated headings; null for another table. */
const continued = (rows: TaggedTable["rows"], next: TaggedTable["rows"]): TaggedTable["rows"] | null => {
  const rest = next.map((row, at) => (saysTheSame(row, rows[at]) ? emptied(row) : row))
  const last = rows.findLastIndex(hasContent)
  const first = rest.findIndex(hasContent)
  if (first === -1 || last > first) return null
  // Two tables of one row may look alike. A row that goes on leaves some of its cells behind.
  if (last === 0 && first === 0 && !leavesCells(rows[0], rest[0])) return null
  return rows.map((row, at) => joined(row, rest[at]))
}

/** Returns the rows of a ruled table and those on the next page, but for repeated headings. */
const appended = (rows: TaggedTable["rows"], next: TaggedTable["rows"]): TaggedTable["rows"] => {
  const repeated = next.findIndex((row, at) => !saysTheSame(row, rows[at]))
  const [first, ...others] = repeated === -1 ? [] : next.slice(repeated)
  const last = rows.at(-1)
  if (first === undefined) return rows
  if (last === undefined || !goesOn(last, first)) return [...rows, first, ...others]
  return [...rows.slice(0, -1), joined(last, first), ...others]
}

/**
 * Whether a row of a ruled table goes on in the first row of the next page: it has nothing in its first cell, and less
 * than half of the cells that the row above fills.
 */
const goesOn = (row: ReadonlyArray<TaggedCell>, next: ReadonlyArray<TaggedCell>): boolean => {
  const filled = (cells: ReadonlyArray<TaggedCell>) => cells.filter((cell) => wordsOf(cell).trim() !== "").length
  return (
    row.length === next.length &&
    wordsOf(next[0]).trim() === "" &&
    wordsOf(row[0]).trim() !== "" &&
    filled(next) * 2 < filled(row) &&
    next.every((cell, at) => wordsOf(cell).trim() === "" || wordsOf(row[at]).trim() !== "")
  )
}

const leavesCells = (row: ReadonlyArray<TaggedCell> = [], next: ReadonlyArray<TaggedCell> = []): boolean =>
  next.some((cell, at) => cell.contents.length === 0 && wordsOf(row[at]) !== "")

const saysTheSame = (row: ReadonlyArray<TaggedCell>, other: ReadonlyArray<TaggedCell> = []): boolean =>
  hasContent(row) && row.every((cell, at) => wordsOf(cell) === wordsOf(other[at]))

const wordsOf = (cell: TaggedCell | undefined): string =>
  cell?.contents.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join("") ?? ""

const emptied = (row: ReadonlyArray<TaggedCell>): ReadonlyArray<TaggedCell> =>
  row.map((cell) => ({ ...cell, contents: [] }))

const joined = (row: ReadonlyArray<TaggedCell>, next: ReadonlyArray<TaggedCell> = []): ReadonlyArray<TaggedCell> =>
  row.map((cell, at) => ({ ...cell, contents: [...cell.contents, ...(next[at]?.contents ?? [])] }))
