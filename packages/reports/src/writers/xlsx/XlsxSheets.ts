/**
 * The sheets of the workbook: one for the sentences, and one per table.
 */
import { type Element, el } from "../../Element.ts"
import { isForAnswers } from "../../asking/AnswerSheet.ts"
import { longestWord } from "../../ColumnWidths.ts"
import { accent, faint, fresh as freshFill, inkOf, soft, statusShades } from "../../ooxml/Colours.ts"
import { marksOf } from "../text/RowMarks.ts"
import type { Block, OfficeDocument, ReportCell, ReportColumn, ReportRow, ReportTable } from "../../Report.ts"
import { cellReference, sheetCell, sheetTextCell, type WorkbookParts } from "./XlsxCells.ts"
import { statusMarks } from "../../StatusMarks.ts"
import { rowHeight } from "./RowHeights.ts"
import type { CellLook } from "./XlsxStyles.ts"

/** A sheet, before it is written as XML. */
export interface Sheet {
  readonly name: string
  /** Column widths in letters. */
  readonly widths: ReadonlyArray<number>
  readonly rows: ReadonlyArray<Element>
  /** The number of rows that stay on screen and repeat in print. */
  readonly head: number
  /** The filtered range; null for a table without rows. */
  readonly filter: string | null
  /** The first and last column that Frist computed; null if all are the document's. */
  readonly counted: readonly [first: number, last: number] | null
}

const row = (r: number, cells: ReadonlyArray<Element>, ht: number): Element =>
  el("row", { r, ht, customHeight: 1 }, ...cells)

const wordWidths = [46, 110]

/** Returns the sheet of titles, sentences and facts, a line each. */
export const wordSheet = (report: OfficeDocument, writing: WorkbookParts): Sheet => {
  const lines: Array<ReadonlyArray<readonly [text: string, look: CellLook]>> = [
    [[report.title, { bold: true, size: 18, runsOn: true }]],
    [[report.subtitle, { bold: true, size: 12, ink: accent, runsOn: true }]],
    ...report.lines.map((line) => [[line, { ink: soft, runsOn: true }] as const])
  ]
  for (const { blocks, heading } of report.sections) {
    const own = blocks.flatMap(linesOf)
    if (own.length > 0) lines.push([], [[heading, { bold: true, size: 13, runsOn: true }]], ...own)
  }
  return {
    name: report.sections[0]?.heading ?? report.title,
    widths: wordWidths,
    rows: lines.map((line, at) =>
      row(
        at + 1,
        line.map(([text, look], column) => sheetTextCell(cellReference(at + 1, column), text, look, writing)),
        rowHeight(
          // A title runs over the next column.
          line.length === 1 ? [] : line.map(([text]) => text),
          wordWidths,
          new Set(line.flatMap(([, { bold }], column) => (bold === true ? [column] : []))),
          line[0]?.[1].size
        )
      )
    ),
    head: 0,
    filter: null,
    counted: [0, wordWidths.length - 1]
  }
}

type Line = ReadonlyArray<readonly [text: string, look: CellLook]>

const linesOf = (block: Block): ReadonlyArray<Line> => {
  switch (block._tag) {
    case "Sentences":
      return [
        ...(block.heading === null ? [] : [[[block.heading, { bold: true, runsOn: true }] as const]]),
        ...block.sentences.map(({ lead, text }): Line => [
          [lead ?? "", { bold: true }],
          [text, {}]
        ])
      ]
    case "Facts":
      return block.facts.map(({ lines, term }): Line => [
        [term, { ink: soft }],
        [lines.join("\n"), {}]
      ])
    case "Dumbbell":
    case "Panels":
    case "Stacks":
      return [
        [
          ["", {}],
          [block.description, {}]
        ]
      ]
    case "Legend":
      return block.items.map(({ label, meaning, status }): Line => [
        [label, status === null ? { fill: freshFill, bold: true } : statusShades[status]],
        [meaning, {}]
      ])
    case "Table":
      return []
  }
}

/** Column widths in letters, by kind, and by key for some columns. */
const widths: Readonly<Record<ReportColumn["kind"], number>> = {
  name: 30,
  text: 24,
  long: 34,
  date: 12,
  number: 17,
  status: 18,
  course: 24
}
const ownWidths: Readonly<Record<string, number>> = { number: 8, followUp: 60, reports: 110 }
/** The longest word or heading that a column widens for, in letters. */
const widest = 24

/** Returns the width of a column: room for its heading and its longest word. */
const widthOf = ({ heading, key, kind }: ReportColumn, texts: ReadonlyArray<string>): number => {
  const longest = texts.reduce((most, text) => Math.max(most, longestWord(text)), heading.length + 2)
  return ownWidths[key] ?? Math.ceil(Math.max(widths[kind], Math.min(longest, widest) + 2))
}

/** Returns the sheet of a table. An extra column has the marks of new rows, where there are any. */
export const tableSheet = (
  name: string,
  { asInSource, columns, empty, rows }: ReportTable,
  writing: WorkbookParts
): Sheet => {
  const mark = marksOf(rows)
  const headings = [...columns.map(({ heading }) => heading), ...(mark === null ? [] : [mark])]
  const head: CellLook = { bold: true, fill: faint, ruled: true }
  const own = [
    ...columns.map((column, at) =>
      widthOf(
        column,
        rows.map(({ cells }) => cells[at]?.text ?? "")
      )
    ),
    ...(mark === null ? [] : [10])
  ]
  return {
    name,
    widths: own,
    rows: [
      row(
        1,
        headings.map((heading, at) =>
          sheetTextCell(cellReference(1, at), heading, { ...head, right: columns[at]?.kind === "number" }, writing)
        ),
        // Leaves room for the filter button.
        rowHeight(
          headings.map((heading) => `${heading}\u00a0\u00a0\u00a0`),
          own,
          new Set(headings.keys())
        )
      ),
      ...(rows.length === 0
        ? [
            row(
              2,
              [sheetTextCell(cellReference(2, 0), empty, { ink: soft }, writing)],
              rowHeight([empty], own, new Set())
            )
          ]
        : rows.map((each, at) =>
            row(at + 2, cellsOf(at + 2, each, columns, mark, writing), heightIn(each, columns, own))
          ))
    ],
    head: 1,
    filter: rows.length === 0 ? null : `A1:${cellReference(rows.length + 1, headings.length - 1)}`,
    counted: asInSource ? countedIn(columns, headings.length) : [0, headings.length - 1]
  }
}

/** Beside the columns of a document, Frist computed the last ones and the mark of new rows. */
const countedIn = (columns: ReadonlyArray<ReportColumn>, all: number): Sheet["counted"] => {
  const first = columns.findIndex(({ counted }) => counted === true)
  const from = first === -1 ? columns.length : first
  return from === all ? null : [from, all - 1]
}

const heightIn = ({ cells }: ReportRow, columns: ReadonlyArray<ReportColumn>, own: ReadonlyArray<number>): number =>
  rowHeight(
    cells.map(({ text }) => text),
    own,
    new Set(columns.flatMap(({ kind }, at) => (isBold(cells[at], kind === "name") ? [at] : [])))
  )

const isBold = (cell: ReportCell | undefined, isName: boolean): boolean => isName || cell?.tone === "late"

const cellsOf = (
  at: number,
  { cells, mark: own }: ReportRow,
  columns: ReadonlyArray<ReportColumn>,
  mark: string | null,
  writing: WorkbookParts
): ReadonlyArray<Element> => [
  ...cells.map((cell, column) => sheetCell(cellReference(at, column), cell, lookOf(cell, columns[column]), writing)),
  ...(mark === null
    ? []
    : [
        sheetTextCell(
          cellReference(at, cells.length),
          own ?? "",
          { ruled: true, ...(own === null ? {} : { bold: true, fill: freshFill }) },
          writing
        )
      ])
]

const lookOf = (cell: ReportCell, column: ReportColumn | undefined): CellLook => ({
  ruled: true,
  bold: isBold(cell, column?.kind === "name"),
  right: column?.kind === "number",
  ...(column !== undefined && isForAnswers(column) ? { fill: freshFill } : {}),
  ink: inkOf(cell),
  // A fill would be as high as the row. The sign is shown before the words and is no part of them.
  ...(cell.status === undefined ? {} : { format: `"${statusMarks[cell.status]} "@` })
})
