/**
 * Reads an edition from CSV as Swedish Excel saves it: semicolons, commas or tabs, quoted line breaks, several tables
 * in one file told apart by a first column. Bounded, and total over any bytes.
 */
import { Edition, Text } from "@frist/domain"
import { CsvError } from "csv-parse"
import { parse } from "csv-parse/sync"
import * as Result from "effect/Result"
import { hash } from "node:crypto"
import { decodedText } from "./DecodedText.ts"
import { columnNamed, kindNamed } from "./Headings.ts"
import { maxBytes, maxColumns, maxRows } from "./Limits.ts"
import { UnreadableDocument, type Problem } from "./UnreadableDocument.ts"

type Read<A> = Result.Result<A, UnreadableDocument>

/** The edition in a CSV file's bytes. `document` is its name without folders. */
export const readCsv = (document: string, bytes: Uint8Array): Read<Edition.Edition> => {
  const fail = (problem: Problem, detail = "") => Result.fail(new UnreadableDocument({ document, problem, detail }))
  if (bytes.length === 0) return fail("empty")
  if (bytes.length > maxBytes) return fail("tooLarge", `${Math.ceil(bytes.length / 1_048_576)} MB`)
  return Result.flatMap(decodedText(document, bytes), (text) => {
    if (text.trim() === "") return fail("empty")
    return Result.flatMap(records(document, text), ([head, ...rows]) => {
      if (head === undefined) return fail("empty")
      if ([head, ...rows].some((record) => record.length > maxColumns)) return fail("malformed")
      const columns = head.map((heading) => columnNamed(heading))
      const named = columns.includes("area") || columns.includes("goal")
      if (!named || !columns.includes("deadline")) return fail("noHeadings", shown(head))
      if (rows.length === 0) return fail("noRows")
      if (rows.length > maxRows) return fail("tooManyRows", String(rows.length))
      const tables = tablesOf(head, columns, rows)
      const fault = faultIn(head, tables)
      return fault === undefined
        ? Result.succeed({ document, sha256: hash("sha256", bytes), tables })
        : fail(fault.problem, fault.detail)
    })
  })
}

const shown = (head: ReadonlyArray<string>): string =>
  head
    .filter((heading) => heading.trim() !== "")
    .slice(0, 6)
    .join(", ")
    .slice(0, 200)

interface Fault {
  readonly problem: Problem
  readonly detail: string
}

const faultOf = (words: string, detail: string): Fault | undefined => {
  const fault = Text.fault(words)
  return fault === undefined ? undefined : { problem: fault === "tooLong" ? "cellTooLong" : "badText", detail }
}

/** The first text that cannot be stored, and where it stands. */
const faultIn = (head: ReadonlyArray<string>, tables: ReadonlyArray<Edition.Table>): Fault | undefined => {
  for (const [at, heading] of head.entries()) {
    const fault = faultOf(heading, String(at + 1))
    if (fault !== undefined) return fault
  }
  for (const { name, rows } of tables) {
    const inName = faultOf(name, "")
    if (inName !== undefined) return inName
    for (const row of rows) {
      for (const words of [...Object.values(row.cells), ...row.unknown.map((cell) => cell.words)]) {
        const fault = words === null ? undefined : faultOf(words, `${name} ${row.number}`.trim())
        if (fault !== undefined) return fault
      }
    }
  }
  return undefined
}

const records = (document: string, text: string): Read<ReadonlyArray<ReadonlyArray<string>>> => {
  try {
    return Result.succeed(
      parse(text, {
        bom: true,
        delimiter: delimiterOf(text),
        record_delimiter: ["\r\n", "\n", "\r"],
        relax_column_count: true,
        skip_empty_lines: true,
        skip_records_with_empty_values: true
      })
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const problem: Problem =
      error.code === "CSV_QUOTE_NOT_CLOSED"
        ? "unbalancedQuotes"
        : error.code === "INVALID_OPENING_QUOTE" || error.code === "CSV_INVALID_CLOSING_QUOTE"
          ? "strayQuote"
          : "malformed"
    const line = "lines" in error && typeof error["lines"] === "number" ? String(error["lines"]) : ""
    return Result.fail(new UnreadableDocument({ document, problem, detail: line }))
  }
}

const delimiters = [";", ",", "\t"] as const

/** The delimiter that stands most often in the first line, outside quotes. */
const delimiterOf = (text: string): string => {
  const counts = new Map<string, number>(delimiters.map((delimiter) => [delimiter, 0]))
  let quoted = false
  for (const char of text.trimStart()) {
    if (char === '"') quoted = !quoted
    else if (!quoted && (char === "\n" || char === "\r")) break
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1)
  }
  const [first, ...others] = counts
  return others.reduce((best, each) => (each[1] > best[1] ? each : best), first ?? [";", 0])[0]
}

const tablesOf = (
  head: ReadonlyArray<string>,
  columns: ReadonlyArray<ReturnType<typeof columnNamed>>,
  rows: ReadonlyArray<ReadonlyArray<string>>
): ReadonlyArray<Edition.Table> => {
  const tableAt = columns.indexOf("table")
  const headings: { -readonly [C in Edition.Column]: string | null } = { ...Edition.noCells }
  columns.forEach((column, at) => {
    if (column !== undefined && column !== "table" && headings[column] === null) headings[column] = head[at] ?? null
  })
  const tables = new Map<string, Array<Edition.Row>>()
  for (const record of rows) {
    const name = tableAt === -1 ? "" : (record[tableAt] ?? "").trim()
    const own = tables.get(name) ?? []
    tables.set(name, own)
    own.push(rowOf(head, columns, record, own.length + 1))
  }
  return Array.from(tables, ([name, own]) => ({
    name,
    kind: tableAt === -1 ? ("activities" as const) : kindNamed(name),
    headings,
    rows: own,
    remarks: []
  }))
}

const rowOf = (
  head: ReadonlyArray<string>,
  columns: ReadonlyArray<ReturnType<typeof columnNamed>>,
  record: ReadonlyArray<string>,
  number: number
): Edition.Row => {
  const cells: { -readonly [C in Edition.Column]: string | null } = { ...Edition.noCells }
  const unknown: Array<{ heading: string; words: string }> = []
  record.forEach((words, at) => {
    const column = columns[at]
    if (column === "table" || words.trim() === "") return
    if (column !== undefined && cells[column] === null) cells[column] = words
    else unknown.push({ heading: head[at] ?? "", words })
  })
  return { number, cells, unknown, remarks: [] }
}
