/**
 * The cells of a CSV file. Removes quotes, and keeps empty lines as gaps.
 */
import { CsvError } from "csv-parse"
import { parse } from "csv-parse/sync"
import * as Text from "@frist/domain/text/Text"
import * as Result from "effect/Result"
import { type Grid, type GridCell, type GridRow, noRemarks, plainCell } from "../grid/Grid.ts"
import { maxColumns, maxCsvCells, maxCsvCharacters, maxLines, maxRows } from "../Limits.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { delimiterOf } from "./Delimiter.ts"
import { UnreadableDocument, type Problem } from "../../UnreadableDocument.ts"

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
  let characters = 0
  const cellOf = sharedCells()
  const { stackTraceLimit } = Error
  try {
    // The parser creates and drops an error for each row of another length: stack traces would take most of the time.
    Error.stackTraceLimit = 0
    parse(body, {
      ...rules,
      delimiter: stated?.[1] ?? delimiterOf(body, vocabulary, firstRow),
      on_record: (record: ReadonlyArray<string>, { empty_lines }) => {
        if (++lines > maxLinesSeen) throw new Beyond("tooManyRows")
        const row = rowOf(record, lines + empty_lines, cellOf)
        if (row === null) return null
        if (record.length > maxColumns) throw new Beyond("malformed")
        cells += row.cells.size
        // A longer cell is refused by itself, with its place.
        for (const { length } of record) if (length <= Text.maxLength) characters += length
        if (cells > maxCsvCells || characters > maxCsvCharacters) throw new Beyond("tooManyCells")
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

/** Returns the first row of a piece of a CSV file; null if it is empty or cannot be read. */
const firstRow = (text: string, delimiter: string): GridRow | null => {
  try {
    const [record] = parse(text, { ...rules, delimiter })
    return record === undefined ? null : rowOf(record, 1)
  } catch {
    return null
  }
}

const longestShared = 60
const mostShared = 20_000

/** Makes cells, one for all that have the same short text: most texts of a table occur in many cells. */
const sharedCells = () => {
  const shared = new Map<string, GridCell>()
  return (text: string): GridCell => {
    if (text.length > longestShared) return plainCell(text)
    const known = shared.get(text)
    if (known !== undefined) return known
    const cell = plainCell(text)
    if (shared.size < mostShared) shared.set(text, cell)
    return cell
  }
}

/** Returns the filled cells of a record; null if there are none. */
const rowOf = (record: ReadonlyArray<string>, line: number, cellOf = plainCell): GridRow | null => {
  const cells = new Map<number, GridCell>()
  let isEmpty = true
  for (let at = 0; at < record.length; at++) {
    const text = record[at] ?? ""
    if (text === "") continue
    isEmpty &&= text.trim() === ""
    cells.set(at, cellOf(text))
  }
  return isEmpty ? null : { line, cells, seen: noRemarks }
}
