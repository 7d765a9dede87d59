/**
 * The sheet of a workbook that has its titles, sentences and facts.
 */
import { accent, fresh as freshFill, soft, statusShades } from "../../ooxml/Colours.ts"
import type { Block, OfficeDocument } from "../../Report.ts"
import { cellReference, sheetTextCell, type WorkbookParts } from "./XlsxCells.ts"
import { rowHeight } from "./RowHeights.ts"
import { type Sheet, sheetRow } from "./XlsxSheets.ts"
import type { CellLook } from "./XlsxStyles.ts"

const wordWidths = [46, 110]
const wordWidth = 130

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
  // Without any term or lead the sentences have the first column to themselves, and titles have no other to run over.
  const isOneColumn = lines.every((line) => line.length < 2 || line[0]?.[0] === "")
  const own = isOneColumn
    ? lines.map((line) => line.slice(-1).map(([text, look]) => [text, { ...look, runsOn: false }] as const))
    : lines
  const widths = isOneColumn ? [wordWidth] : wordWidths
  return {
    name: report.sections[0]?.heading ?? report.title,
    widths,
    rows: own.map((line, at) =>
      sheetRow(
        at + 1,
        line.map(([text, look], column) => sheetTextCell(cellReference(at + 1, column), text, look, writing)),
        rowHeight(
          // A title runs over the next column.
          line.length === 1 && !isOneColumn ? [] : line.map(([text]) => text),
          widths,
          new Set(line.flatMap(([, { bold }], column) => (bold === true ? [column] : []))),
          line[0]?.[1].size
        )
      )
    ),
    head: 0,
    filter: null,
    counted: [0, widths.length - 1],
    form: null
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
