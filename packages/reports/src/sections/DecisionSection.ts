/**
 * The section of matters that need a decision, numbered, with who is responsible.
 */
import { onOneLine } from "../words/DateWords.ts"
import { excerpt } from "../words/Spoken.ts"
import { countCell } from "../ReportCells.ts"
import type { ReportContext } from "../ReportContext.ts"
import type { ReportSection } from "../Report.ts"
import { decisionItems } from "./DecisionItems.ts"
import { textBlock } from "./SentenceBlock.ts"

/** Writes the section. */
export const decisionSection = (context: ReportContext): ReportSection => {
  const { name, phrase } = context
  const { report } = phrase.text
  const { column, decide } = report
  const items = decisionItems(context)
  const heading = report.section.decisions
  if (items.length === 0) return { id: "decisions", heading, blocks: [textBlock(decide.none)] }
  return {
    id: "decisions",
    heading,
    blocks: [
      {
        _tag: "Table",
        id: "decisions",
        caption: report.table.decisions,
        asInSource: false,
        columns: [
          { key: "number", heading: column.number, kind: "number" },
          { key: "activity", heading: column.activity, kind: "name" },
          { key: "decision", heading: column.decision, kind: "long" },
          { key: "responsible", heading: column.responsible, kind: "text" }
        ],
        rows: items.map(({ activity, question, responsible }, at) => ({
          activity,
          mark: null,
          cells: [
            countCell(at + 1, phrase),
            { text: activity === null ? decide.undecidedLead : name(activity) },
            { text: question },
            { text: excerpt(onOneLine(responsible ?? ""), 120) }
          ]
        })),
        empty: report.blankTable
      }
    ]
  }
}
