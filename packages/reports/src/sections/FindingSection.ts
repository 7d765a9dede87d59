/**
 * The section of open findings. It is for the strategist and left out of what is published.
 */
import { findingList } from "@frist/projections/FindingList"
import { findingCell } from "../words/ColumnWords.ts"
import { findingSentence } from "../words/Phrases.ts"
import { excerpt } from "../words/Spoken.ts"
import { countCell, textCell, tonedCell } from "../ReportCells.ts"
import type { ReportContext } from "../ReportContext.ts"
import type { ReportSection, Tone } from "../Report.ts"

const tones: Readonly<Record<"error" | "warning" | "info", Tone | null>> = {
  error: "late",
  warning: "perhaps",
  info: null
}

/** Writes the section. */
export const findingSection = ({ history, name, phrase }: ReportContext): ReportSection => {
  const { report, severity, sourceRow, wholeDocument } = phrase.text
  const { findings: all } = findingList(history)
  const { column } = report
  return {
    id: "findings",
    heading: report.section.findings,
    blocks: [
      {
        _tag: "Table",
        id: "findings",
        caption: report.table.findings,
        asInSource: false,
        columns: [
          { key: "number", heading: column.number, kind: "number" },
          { key: "activity", heading: column.activity, kind: "name" },
          { key: "severity", heading: column.severity, kind: "text" },
          { key: "finding", heading: column.finding, kind: "text" },
          { key: "words", heading: column.words, kind: "long" },
          { key: "where", heading: column.where, kind: "text" }
        ],
        rows: all
          .filter(({ waived }) => waived === null)
          .map((row) => ({
            activity: row.activity,
            mark: null,
            cells: [
              countCell(row.position, phrase),
              { text: row.activity === null ? wholeDocument : name(row.activity) },
              tonedCell(severity[row.severity], tones[row.severity]),
              { text: findingSentence(phrase.text.findings, row.code) },
              textCell(findingCell(row, phrase.text, (words) => excerpt(words, 400))),
              textCell(row.source === null ? null : sourceRow(row.source.document, row.source.table, row.source.row))
            ]
          })),
        empty: report.blankTable
      }
    ]
  }
}
