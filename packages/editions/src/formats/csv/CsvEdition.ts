/**
 * Reads an edition from CSV: semicolons, commas or tabs, quoted line breaks, and tables under titles or named by a
 * column. Bounded, and total over any bytes.
 */
import type { Edition, EditionTable } from "../../Edition.ts"
import * as Text from "@frist/domain/text/Text"
import * as Result from "effect/Result"
import { hash } from "node:crypto"
import { csvGrid } from "./CsvGrid.ts"
import { decodedText } from "./DecodedText.ts"
import type { Grid, GridRow } from "../grid/Grid.ts"
import { packedGrids } from "../grid/PackedGrids.ts"
import { readByOf } from "../../ReadingOptions.ts"
import { readTables } from "../grid/ReadTables.ts"
import { maxBytes } from "../Limits.ts"
import { headOf } from "../columns/HeadingRows.ts"
import { swedishHealthCare } from "../../vocabulary/swedishHealthCare.ts"
import type { ReadingOptions } from "../../ReadingOptions.ts"
import { UnreadableDocument, type Problem } from "../../UnreadableDocument.ts"

type Read<A> = Result.Result<A, UnreadableDocument>

/** Reads the edition in a CSV file's bytes. `document` is its name without folders. */
export const readCsv = (document: string, bytes: Uint8Array, options: ReadingOptions = {}): Read<Edition> => {
  const { vocabulary = swedishHealthCare } = options
  const fail = (problem: Problem, detail = "") => Result.fail(new UnreadableDocument({ document, problem, detail }))
  if (bytes.length === 0) return fail("empty")
  if (bytes.length > maxBytes) return fail("tooLarge", `${Math.ceil(bytes.length / 1_048_576)} MB`)
  return Result.flatMap(decodedText(document, bytes), (text) =>
    Result.flatMap(csvGrid(document, text, vocabulary), (grid) => {
      const [first] = grid.rows
      if (first === undefined) return fail("empty")
      const read = readTables([grid], options)
      if ("problem" in read) return Result.fail(new UnreadableDocument({ document, ...read }))
      const { tables } = read
      const fault = faultIn(grid, tables, options)
      return fault === undefined
        ? Result.succeed({
            document,
            sha256: hash("sha256", bytes),
            tables,
            texts: [],
            cells: packedGrids([grid]),
            readBy: readByOf(options)
          })
        : fail(fault.problem, fault.detail)
    })
  )
}

interface Fault {
  readonly problem: Problem
  readonly detail: string
}

const faultOf = (words: string, detail: string): Fault | undefined => {
  const fault = Text.fault(words)
  return fault === undefined ? undefined : { problem: fault === "tooLong" ? "cellTooLong" : "badText", detail }
}

/** Finds the first text that cannot be stored, and its place: the column of a heading, else table and row. */
const faultIn = (grid: Grid, tables: ReadonlyArray<EditionTable>, options: ReadingOptions): Fault | undefined => {
  const faulty = grid.rows.flatMap((row) => faultsOf(row))
  const [first] = faulty
  if (first === undefined) return undefined
  const { columns = new Map(), vocabulary = swedishHealthCare } = options
  const heading = faulty.find(({ row }) => headOf(row, { columns, vocabulary }) !== null)
  if (heading !== undefined) return faultOf(heading.words, String(heading.at + 1))
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
  return faultOf(first.words, "")
}

const faultsOf = (row: GridRow) => {
  const faults: Array<{ readonly row: GridRow; readonly at: number; readonly words: string }> = []
  for (const [at, { text }] of row.cells) if (Text.fault(text) !== undefined) faults.push({ row, at, words: text })
  return faults
}
