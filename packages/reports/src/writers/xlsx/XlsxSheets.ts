/**
 * The sheets of a workbook that have a table.
 */
import { type Element, el } from "../../Element.ts"
import { isForAnswers, type CellPrompt } from "../../asking/AnswerSheet.ts"
import { longestWord } from "../../ColumnWidths.ts"
import { faint, fresh as freshFill, inkOf, soft } from "../../ooxml/Colours.ts"
import { marksOf } from "../text/RowMarks.ts"
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from "../../Report.ts"
import { cellReference, sheetCell, sheetTextCell, type WorkbookParts } from "./XlsxCells.ts"
import { statusMarks } from "../../StatusMarks.ts"
import { rowHeight } from "./RowHeights.ts"
import { formOf, type SheetForm } from "./SheetForm.ts"
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
  /** The cells to fill in; null for a sheet without any. */
  readonly form: SheetForm | null
}

/** Returns a row of cells, `ht` points high. */
export const sheetRow = (r: number, cells: ReadonlyArray<Element>, ht: number): Element =>
  el("row", { r, ht, customHeight: 1 }, ...cells)

/** Column widths in letters, by kind, and by key for some columns. */
const kindWidths: Readonly<Record<ReportColumn["kind"], number>> = {
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

/** Those of a form, which is filled in without scrolling and is printed on one page across. */
const formWidths: Readonly<Record<string, number>> = {
  number: 6,
  activity: 32,
  deadline: 14,
  status: 14,
  followUp: 40,
  answeredStatus: 18,
  answeredFollowUp: 36,
  answeredDeadline: 14,
  answeredReason: 26,
  answeredResponsible: 20
}
/** The least height of a row to fill in, in points: two lines. */
const leastToFill = 30

/** Returns the width of a column: room for its heading and its longest word. */
const widthOf = ({ heading, key, kind }: ReportColumn, texts: ReadonlyArray<string>, isForm: boolean): number => {
  const ofForm = isForm ? formWidths[key] : undefined
  // A column without words is no wider than its heading.
  if (ofForm !== undefined)
    return key.startsWith("answered") || texts.some((text) => text !== "") ? ofForm : heading.length + 3
  const longest = texts.reduce((most, text) => Math.max(most, longestWord(text)), heading.length + 2)
  return ownWidths[key] ?? Math.ceil(Math.max(kindWidths[kind], Math.min(longest, widest) + 2))
}

/** Returns the sheet of a table. An extra column has the marks of new rows, where there are any. */
export const tableSheet = (
  name: string,
  { asInSource, columns, empty, rows }: ReportTable,
  writing: WorkbookParts,
  prompts: ReadonlyMap<string, CellPrompt>
): Sheet => {
  const form = formOf({ columns, rows }, prompts)
  const mark = marksOf(rows)
  const headings = [...columns.map(({ heading }) => heading), ...(mark === null ? [] : [mark])]
  const head: CellLook = { bold: true, fill: faint, ruled: true }
  const own = [
    ...columns.map((column, at) =>
      widthOf(
        column,
        rows.map(({ cells }) => cells[at]?.text ?? ""),
        form !== null
      )
    ),
    ...(mark === null ? [] : [10])
  ]
  return {
    name,
    widths: own,
    rows: [
      sheetRow(
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
            sheetRow(
              2,
              [sheetTextCell(cellReference(2, 0), empty, { ink: soft }, writing)],
              rowHeight([empty], own, new Set())
            )
          ]
        : rows.map((each, at) =>
            sheetRow(
              at + 2,
              cellsOf(at + 2, each, columns, mark, writing),
              Math.max(heightIn(each, columns, own), form === null ? 0 : leastToFill)
            )
          ))
    ],
    head: 1,
    form,
    filter: rows.length === 0 || form !== null ? null : `A1:${cellReference(rows.length + 1, headings.length - 1)}`,
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
  ...(column !== undefined && isForAnswers(column) ? { fill: freshFill, open: true } : {}),
  ink: inkOf(cell),
  // A fill would be as high as the row. The sign is shown before the words and is no part of them.
  ...(cell.status === undefined ? {} : { format: `"${statusMarks[cell.status]} "@` })
})
