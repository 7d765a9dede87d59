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
import { maxBytes, maxRows } from "./Limits.ts"
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
      const columns = head.map((heading) => columnNamed(heading))
      if (!columns.includes("area") && !columns.includes("goal"))
        return fail(
          "noHeadings",
          head
            .filter((h) => h.trim() !== "")
            .slice(0, 6)
            .join(", ")
            .slice(0, 200)
        )
      if (!columns.includes("deadline")) return fail("noHeadings", head.slice(0, 6).join(", ").slice(0, 200))
      if (rows.length === 0) return fail("noRows")
      if (rows.length > maxRows) return fail("tooManyRows", String(rows.length))
      const tables = tablesOf(head, columns, rows)
      for (const table of tables) {
        for (const row of table.rows) {
          for (const words of [...Object.values(row.cells), ...row.unknown.map((cell) => cell.words)]) {
            const fault = words === null ? undefined : Text.fault(words)
            if (fault !== undefined) {
              return fail(
                words !== null && words.length > Text.maxLength ? "cellTooLong" : "badText",
                `${table.name} ${row.number}: ${fault}`
              )
            }
          }
        }
      }
      return Result.succeed({ document, sha256: hash("sha256", bytes), tables })
    })
  })
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
  const first = text.replace(/"[^"]*"/gu, "").split(/[\r\n]/u, 1)[0] ?? ""
  const counted = delimiters.map((delimiter) => ({ delimiter, count: first.split(delimiter).length }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).delimiter
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
