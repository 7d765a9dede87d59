/**
 * The report as CSV for Swedish Excel: its sentences and then its tables, one after the other, each below its caption.
 */
import { stringify } from "csv-stringify/sync"
import { asText } from "./CsvRows.ts"
import { marksOf } from "./RowMarks.ts"
import type { Block, ReportTable } from "../../Report.ts"
import type { ReportWriter } from "../../ReportWriter.ts"

type Lines = ReadonlyArray<ReadonlyArray<string>>

/** Returns the bytes of the file: semicolons, byte order mark, CRLF. */
export const write: ReportWriter = ({ report }) => {
  const { lines, sections, subtitle, title } = report
  const all: Lines = [
    [title],
    [subtitle],
    ...lines.map((line) => [line]),
    ...sections.flatMap(({ blocks, heading }) => [[], [heading], ...blocks.flatMap((block) => linesOf(block, heading))])
  ]
  return new TextEncoder().encode(
    stringify(
      all.map((line) => (line.length === 0 ? [""] : line.map(inert))),
      { bom: true, delimiter: ";", record_delimiter: "windows", quoted: true, quoted_empty: false }
    )
  )
}

const linesOf = (block: Block, under: string): Lines => {
  switch (block._tag) {
    case "Sentences":
      return [
        ...(block.heading === null ? [] : [[block.heading]]),
        ...block.sentences.map(({ lead, text }) => (lead === null ? [text] : [lead, text]))
      ]
    case "Legend":
      return []
    case "Table":
      return tableLines(block, under)
    case "Dumbbell":
    case "Panels":
    case "Stacks":
      return [[block.description]]
    case "Facts":
      return block.facts.map(({ lines, term }) => [term, lines.join("\n")])
  }
}

/** Returns the lines of a table. An extra column has the marks of rows, where there are any. */
const tableLines = ({ caption, columns, empty, rows }: ReportTable, under: string): Lines => {
  const mark = marksOf(rows)
  return [
    ...(caption === under ? [] : [[], [caption]]),
    ...(rows.length === 0
      ? [[empty]]
      : [
          [...columns.map(({ heading }) => heading), ...(mark === null ? [] : [mark])],
          ...rows.map((row) => [...row.cells.map(({ text }) => text), ...(mark === null ? [] : [row.mark ?? ""])])
        ])
  ]
}

/** A number alone is not a formula, whatever sign it begins with. */
const isNumber = /^[+\u2212-]?\d[\d\u00a0]*(?:[.,]\d+)?(?:[\u00a0 ]?%)?$/u

const inert = (text: string): string => (isNumber.test(text) ? text : asText(text))
