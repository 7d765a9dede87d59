/**
 * The report as CSV that Swedish Excel opens: its tables one after the other, each under its name, and before them what
 * the report says in sentences.
 */
import { stringify } from "csv-stringify/sync"
import { asText } from "./CsvRows.ts"
import type { Block, ReportTable } from "../Report.ts"
import type { ReportWriter } from "../ReportWriter.ts"

type Lines = ReadonlyArray<ReadonlyArray<string>>

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
      { bom: true, delimiter: ";", record_delimiter: "windows", quoted_match: /[\r\n]/u }
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
    case "Numbers":
      return block.numbers.map(({ label, value }) => [label, String(value)])
    case "Legend":
      return []
    case "Table":
      return tableLines(block, under)
    case "Trend":
      return [[block.description]]
    case "Bars":
      return []
    case "Facts":
      return block.facts.map(({ lines, term }) => [term, lines.join("\n")])
  }
}

/** A column of its own for what is marked, where anything is. */
const tableLines = ({ caption, columns, empty, rows }: ReportTable, under: string): Lines => {
  const mark = rows.find((row) => row.mark !== null)?.mark ?? null
  return [
    ...(caption === under ? [] : [[], [caption]]),
    ...(rows.length === 0
      ? [[empty]]
      : [
          [...columns.map(({ heading }) => heading), ...(mark === null ? [] : [mark])],
          ...rows.map((row) => [
            ...row.cells.map(({ text }) => text),
            ...(mark === null ? [] : [row.mark === null ? "" : "x"])
          ])
        ])
  ]
}

/** A number and nothing else is no formula, whatever sign it begins with. */
const isNumber = /^[+\u2212-]?\d[\d\u00a0]*(?:[.,]\d+)?(?:[\u00a0 ]?%)?$/u

const inert = (text: string): string => (isNumber.test(text) ? text : asText(text))
