/**
 * The cells of a CSV file. Finds the delimiter, removes quotes, and keeps empty lines as gaps.
 */
import { CsvError } from "csv-parse"
import { parse } from "csv-parse/sync"
import * as Result from "effect/Result"
import { type Grid, type GridCell, type GridRow, noRemarks, plainCell } from "../grid/Grid.ts"
import { maxColumns, maxCsvCells, maxRows } from "../Limits.ts"
import { headOf } from "../grid/HeadingRows.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { UnreadableDocument, type Problem } from "../../UnreadableDocument.ts"

/** Most filled rows, including titles and repeated headings. */
const maxLines = maxRows + 20_000
/** Most rows, including empty ones: as many as a spreadsheet has. */
const maxLinesSeen = 1_048_576

/** Stops the parser in a file that is larger than any follow-up. */
class Beyond extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem)
    this.problem = problem
  }
}

/** Reads the filled rows of a CSV file. */
export const csvGrid = (
  document: string,
  text: string,
  vocabulary: Vocabulary
): Result.Result<Grid, UnreadableDocument> => {
  const fail = (problem: Problem, detail: string) => Result.fail(new UnreadableDocument({ document, problem, detail }))
  const stated = /^(?:\s*)"?sep=([^\p{L}\p{N}\s"]|\t)"?[;,\t]*(?=[\r\n]|$)/iu.exec(text)
  const body = stated === null ? text : text.slice(stated[0].length)
  const rows: Array<GridRow> = []
  let lines = 0
  let cells = 0
  const { stackTraceLimit } = Error
  try {
    // The parser creates and drops an error for each row of another length: stack traces would take most of the time.
    Error.stackTraceLimit = 0
    parse(body, {
      ...rules,
      delimiter: stated?.[1] ?? delimiterOf(body, vocabulary),
      on_record: (record: ReadonlyArray<string>, { empty_lines }) => {
        if (++lines > maxLinesSeen) throw new Beyond("tooManyRows")
        const row = rowOf(record, lines + empty_lines)
        if (row === null) return null
        if (record.length > maxColumns) throw new Beyond("malformed")
        cells += row.cells.size
        if (cells > maxCsvCells) throw new Beyond("tooManyCells")
        if (rows.push(row) > maxLines) throw new Beyond("tooManyRows")
        return null
      }
    })
  } catch (error) {
    if (error instanceof Beyond) return fail(error.problem, error.problem === "tooManyRows" ? `>${maxRows}` : "")
    if (!(error instanceof CsvError)) throw error
    const line = "lines" in error && typeof error["lines"] === "number" ? String(error["lines"]) : ""
    return fail(problemOf(error), line)
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
  return Result.succeed({ name: null, before: [], rows, hiddenColumns: [], counted: new Set(), seen: [] })
}

const rules = {
  bom: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  skip_empty_lines: true
}

const problemOf = ({ code }: CsvError): Problem =>
  code === "CSV_QUOTE_NOT_CLOSED"
    ? "unbalancedQuotes"
    : code === "INVALID_OPENING_QUOTE" || code === "CSV_INVALID_CLOSING_QUOTE"
      ? "strayQuote"
      : "malformed"

/** Returns the filled cells of a record; null if there are none. */
const rowOf = (record: ReadonlyArray<string>, line: number): GridRow | null => {
  const cells = new Map<number, GridCell>()
  let isEmpty = true
  for (const [at, text] of record.entries()) {
    if (text === "") continue
    isEmpty &&= text.trim() === ""
    cells.set(at, plainCell(text))
  }
  return isEmpty ? null : { line, cells, seen: noRemarks }
}

const delimiters = [";", ",", "\t"] as const
type Delimiter = (typeof delimiters)[number]

/** Returns the delimiter of the first headings near the top; without headings, the commonest in the first line. */
const delimiterOf = (text: string, vocabulary: Vocabulary): Delimiter => {
  const lines = firstLines(text.trimStart())
  for (const line of lines) {
    const found = byCount(line).find((delimiter) => isHeading(line, delimiter, vocabulary))
    if (found !== undefined) return found
  }
  return byCount(lines[0] ?? "")[0] ?? ";"
}

/** The first lines, split outside quotes; enough to reach any headings. */
const firstLines = (text: string): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let quoted = false
  let start = 0
  for (let at = 0; at <= text.length && lines.length < 50; at++) {
    const char = text[at]
    if (char === '"') quoted = !quoted
    else if (char === undefined || (!quoted && (char === "\n" || char === "\r"))) {
      if (at > start) lines.push(text.slice(start, at))
      start = at + 1
    }
  }
  return lines
}

/** The delimiters, the commonest outside quotes first. */
const byCount = (line: string): ReadonlyArray<Delimiter> => {
  const counts = new Map<string, number>()
  let quoted = false
  for (const char of line) {
    if (char === '"') quoted = !quoted
    else if (!quoted) counts.set(char, (counts.get(char) ?? 0) + 1)
  }
  return delimiters.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
}

const isHeading = (line: string, delimiter: Delimiter, vocabulary: Vocabulary): boolean => {
  if (line.length > 20_000) return false
  try {
    const [record] = parse(line, { ...rules, delimiter })
    const row = record === undefined ? null : rowOf(record, 1)
    return row !== null && headOf(row, vocabulary) !== null
  } catch {
    return false
  }
}
