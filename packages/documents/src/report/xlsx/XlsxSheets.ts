/**
 * The sheets of the report: one for what it says in sentences, and one for each table.
 */
import { type Element, el } from "../markup/Element.ts"
import { accent, faint, fresh as freshFill, inkOf, soft, statusShades } from "../ooxml/Colours.ts"
import type { Block, Cell, Column, Report, Row, Table } from "../Report.ts"
import { place, reportCell, textCell, type Writing } from "./XlsxCells.ts"
import { linesOf as plainLines } from "../ooxml/PlainWords.ts"
import type { CellLook } from "./XlsxStyles.ts"

export interface Sheet {
  readonly name: string
  /** Widths in letters. */
  readonly widths: ReadonlyArray<number>
  readonly rows: ReadonlyArray<Element>
  /** How many rows stay on the screen, and on every page. */
  readonly head: number
  /** What is filtered; null where there is nothing to filter. */
  readonly filter: string | null
  /** Columns that are Frist's own, from the first of them to the last; null where all are the document's. */
  readonly counted: readonly [first: number, last: number] | null
}

/** A line of text and the space around it, in points, and the most that a row can be. */
const lineHeight = 13
const mostHeight = 409

/** A row as high as its texts need: not every program finds that out by itself. */
const row = (
  r: number,
  cells: ReadonlyArray<Element>,
  texts: ReadonlyArray<string>,
  widths: ReadonlyArray<number>,
  size = 10
): Element => {
  const lines = texts.map((text, at) =>
    plainLines(text).reduce(
      (sum, { length }) => sum + Math.max(Math.ceil((length * size) / 10 / ((widths[at] ?? 10) - 1)), 1),
      0
    )
  )
  const ht = Math.min(Math.max(1, ...lines) * lineHeight * (size / 10) + 3, mostHeight)
  return el("row", { r, ht: Math.round(ht * 10) / 10, customHeight: 1 }, ...cells)
}

const wordWidths = [46, 110]

/** Title, sentences and facts, a line each; tables have sheets of their own. */
export const wordSheet = (report: Report, writing: Writing): Sheet => {
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
        line.map(([text, look], column) => textCell(place(at + 1, column), text, look, writing)),
        // Titles run on over the column beside.
        line.length === 1 ? [] : line.map(([text]) => text),
        wordWidths,
        line[0]?.[1].size
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
    case "Numbers":
      return block.numbers.map(({ label, value }): Line => [
        [label, {}],
        [String(value), { bold: true }]
      ])
    case "Facts":
      return block.facts.map(({ lines, term }): Line => [
        [term, { ink: soft }],
        [lines.join("\n"), {}]
      ])
    case "Trend":
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
    case "Bars":
    case "Table":
      return []
  }
}

const widths: Readonly<Record<Column["kind"], number>> = {
  name: 26,
  text: 22,
  long: 32,
  date: 12,
  number: 17,
  status: 18
}

/** A column of its own says what is new, where anything is. */
export const tableSheet = (name: string, { asInSource, columns, empty, rows }: Table, writing: Writing): Sheet => {
  const mark = rows.find((each) => each.mark !== null)?.mark ?? null
  const headings = [...columns.map(({ heading }) => heading), ...(mark === null ? [] : [mark])]
  const head: CellLook = { bold: true, fill: faint, ruled: true }
  const own = [
    ...columns.map(({ heading, key, kind }) =>
      key === "followUp" || key === "reports"
        ? 56
        : key === "number"
          ? 8
          : Math.max(widths[kind], Math.min(heading.length + 4, 22))
    ),
    ...(mark === null ? [] : [10])
  ]
  return {
    name,
    widths: own,
    rows: [
      row(
        1,
        headings.map((heading, at) => textCell(place(1, at), heading, head, writing)),
        // Room for the sign of the filter.
        headings.map((heading) => `${heading}    `),
        own
      ),
      ...(rows.length === 0
        ? [row(2, [textCell(place(2, 0), empty, { ink: soft }, writing)], [empty], own)]
        : rows.map((each, at) =>
            row(
              at + 2,
              cellsOf(at + 2, each, columns, mark, writing),
              each.cells.map(({ text }) => text),
              own
            )
          ))
    ],
    head: 1,
    filter: rows.length === 0 ? null : `A1:${place(rows.length + 1, headings.length - 1)}`,
    counted: asInSource ? (mark === null ? null : [columns.length, columns.length]) : [0, headings.length - 1]
  }
}

const cellsOf = (
  at: number,
  { cells, mark: own }: Row,
  columns: ReadonlyArray<Column>,
  mark: string | null,
  writing: Writing
): ReadonlyArray<Element> => [
  ...cells.map((cell, column) =>
    reportCell(place(at, column), cell, lookOf(cell, columns[column]?.kind === "name"), writing)
  ),
  ...(mark === null
    ? []
    : [
        textCell(
          place(at, cells.length),
          own ?? "",
          { ruled: true, ...(own === null ? {} : { bold: true, fill: freshFill }) },
          writing
        )
      ])
]

const lookOf = (cell: Cell, isName: boolean): CellLook => ({
  ruled: true,
  bold: isName || cell.tone === "late",
  ink: inkOf(cell),
  fill: cell.status !== undefined ? statusShades[cell.status].fill : cell.fresh !== undefined ? freshFill : null
})
