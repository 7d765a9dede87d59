/**
 * Findings as text for a terminal.
 */
import type { FindingList } from "@frist/projections/FindingList"
import { nameAndId, type NameOf } from "../ActivityName.ts"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { findingCell } from "@frist/reports/words/ColumnWords"
import { excerpt, findingSentence } from "@frist/reports/words/Phrases"
import { type Choice, chosen, titled } from "./ViewText.ts"
import { type Canvas, type Style } from "../TerminalTable.ts"
import { understoodDate } from "../import/UnderstoodDate.ts"

/** The colour of a severity, which is always written out too. */
export const severityStyle: Readonly<Record<FindingList["findings"][number]["severity"], Style>> = {
  error: "red",
  warning: "yellow",
  info: "plain"
}

/** Returns each finding with the number that `frist waive` takes. */
export const findingsText = (view: FindingList, nameOf: NameOf, phrase: CommandPhrases, canvas: Canvas): string => {
  const { text } = phrase
  const choices: ReadonlyArray<Choice<FindingList["findings"][number]>> = [
    { heading: text.heading.number, least: 4, cell: ({ position }) => String(position) },
    {
      heading: text.heading.activity,
      least: 18,
      cell: ({ activity }) => (activity === null ? text.wholeDocument : nameAndId({ activity }, nameOf))
    },
    {
      heading: text.heading.finding,
      least: 24,
      cell: (row) => [
        { text: text.severity[row.severity], style: row.waived === null ? severityStyle[row.severity] : "dim" },
        { text: findingSentence(text.findings, row.code) },
        ...(row.waived === null ? [] : [{ text: text.waived(row.waived), style: "dim" as const }])
      ]
    },
    {
      heading: text.heading.words,
      least: 20,
      cell: (row) => {
        const understood = understoodDate(row.code, row.words)
        return [
          { text: findingCell(row, text, (words) => excerpt(words, 160)) },
          ...(understood === null ? [] : [{ text: text.onlyUnderstood(understood), style: "dim" as const }])
        ]
      }
    },
    {
      heading: text.heading.source,
      least: 14,
      from: 120,
      cell: ({ source }) => (source === null ? "" : text.sourceRow(source.document, source.table, source.row))
    }
  ]
  return [
    titled(view, text.report.section.findings, phrase, canvas),
    view.findings.length === 0 ? text.none : chosen(choices, view.findings, canvas)
  ].join("\n")
}
