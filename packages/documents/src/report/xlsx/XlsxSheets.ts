/**
 * The sheets of the report: one for what it says in sentences, and one for each table.
 */
import { type Element, el } from "../markup/Element.ts"
import { accent, faint, fresh as freshFill, inkOf, soft, statusShades } from "../ooxml/Colours.ts"
import type { Block, Cell, Column, Report, Row, Table } from "../Report.ts"
import { place, reportCell, textCell, type Writing } from "./XlsxCells.ts"
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
}

const row = (r: number, cells: ReadonlyArray<Element>): Element => el("row", { r }, ...cells)

/** Title, sentences and facts, a line each; tables have sheets of their own. */
export const wordSheet = (report: Report, writing: Writing): Sheet => {
  const lines: Array<ReadonlyArray<readonly [text: string, look: CellLook]>> = [
    [[report.title, { bold: true, size: 18 }]],
    [[report.subtitle, { bold: true, size: 12, ink: accent }]],
    ...report.lines.map((line) => [[line, { ink: soft }] as const])
  ]
  for (const { blocks, heading } of report.sections) {
    const own = blocks.flatMap(linesOf)
    if (own.length > 0) lines.push([], [[heading, { bold: true, size: 13 }]], ...own)
  }
  return {
    name: report.sections[0]?.heading ?? report.title,
    widths: [46, 110],
    rows: lines.map((line, at) =>
      row(
        at + 1,
        line.map(([text, look], column) => textCell(place(at + 1, column), text, look, writing))
      )
    ),
    head: 0,
    filter: null
  }
}

type Line = ReadonlyArray<readonly [text: string, look: CellLook]>

const linesOf = (block: Block): ReadonlyArray<Line> => {
  switch (block._tag) {
    case "Sentences":
      return [
        ...(block.heading === null ? [] : [[[block.heading, { bold: true }] as const]]),
        ...block.sentences.map(({ lead, text }): Line => [
          [lead ?? "", {}],
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
  name: 28,
  text: 24,
  long: 46,
  date: 14,
  number: 17,
  status: 20
}

/** A column of its own says what is new, where anything is. */
export const tableSheet = (name: string, { columns, empty, rows }: Table, writing: Writing): Sheet => {
  const mark = rows.find((each) => each.mark !== null)?.mark ?? null
  const headings = [...columns.map(({ heading }) => heading), ...(mark === null ? [] : [mark])]
  const head: CellLook = { bold: true, fill: faint, ruled: true }
  return {
    name,
    widths: [
      ...columns.map(({ heading, key, kind }) =>
        key === "followUp" ? 64 : key === "number" ? 8 : Math.max(widths[kind], Math.min(heading.length + 5, 30))
      ),
      ...(mark === null ? [] : [10])
    ],
    rows: [
      row(
        1,
        headings.map((heading, at) => textCell(place(1, at), heading, head, writing))
      ),
      ...(rows.length === 0
        ? [row(2, [textCell(place(2, 0), empty, { ink: soft }, writing)])]
        : rows.map((each, at) => tableRow(at + 2, each, columns, mark, writing)))
    ],
    head: 1,
    filter: rows.length === 0 ? null : `A1:${place(rows.length + 1, headings.length - 1)}`
  }
}

const tableRow = (
  at: number,
  { cells, mark: own }: Row,
  columns: ReadonlyArray<Column>,
  mark: string | null,
  writing: Writing
): Element =>
  row(at, [
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
  ])

const lookOf = (cell: Cell, isName: boolean): CellLook => ({
  ruled: true,
  bold: isName || cell.tone === "late",
  ink: inkOf(cell),
  fill: cell.status !== undefined ? statusShades[cell.status].fill : cell.fresh !== undefined ? freshFill : null
})
