/**
 * The section of milestones in the order of their deadlines, with their distance from the anchor.
 */
import { timeline } from "@frist/projections/Timeline"
import { blankCell, dateCell, latenessCell, slipCell, statusCell, tonedCell } from "../ReportCells.ts"
import type { ReportContext } from "../ReportContext.ts"
import { spokenDate } from "../words/DateWords.ts"
import type { Block, ReportCell, ReportSection } from "../Report.ts"
import { type Phrases, slipWords } from "../words/Phrases.ts"
import { textBlock } from "./SentenceBlock.ts"

/** Writes the section; null without milestones. `anchor` is an activity's id; without it there is no column of distances. */
export const timelineSection = (
  { history, name, phrase }: ReportContext,
  anchor: string | undefined
): ReportSection | null => {
  const { report } = phrase.text
  const { column } = report
  const view = timeline(history, anchor)
  if (view.milestones.length === 0) return null
  const isLinked = view.milestones.some(({ link }) => link !== null)
  const from = view.anchor === null ? null : name(view.anchor.activity)
  const table: Block = {
    _tag: "Table",
    id: "timeline",
    caption: report.table.timeline,
    asInSource: false,
    columns: [
      { key: "goal", heading: column.milestone, kind: "name" },
      { key: "deadline", heading: column.original, kind: "date" },
      { key: "newDeadline", heading: column.latest, kind: "date" },
      { key: "status", heading: column.status, kind: "status" },
      { key: "against", heading: column.against, kind: "number" },
      ...(isLinked ? [{ key: "countedAs", heading: column.countedAs, kind: "text" } as const] : []),
      ...(from === null ? [] : [{ key: "fromAnchor", heading: column.fromAnchor(from), kind: "number" } as const])
    ],
    rows: view.milestones.map((row) => ({
      activity: row.activity,
      mark: null,
      cells: [
        { text: name(row.activity) },
        dateCell(row.original),
        dateCell(row.deadline),
        statusCell(row.status, phrase),
        againstCell(row, phrase),
        ...(isLinked ? [{ text: row.link === null ? "" : name(row.link.activity) }] : []),
        ...(from === null ? [] : [row.fromAnchor === null ? blankCell : slipCell(row.fromAnchor, phrase)])
      ]
    })),
    empty: report.blankTable
  }
  return {
    id: "timeline",
    heading: report.section.timeline,
    blocks: [
      ...(view.anchor === null || from === null
        ? []
        : [textBlock(report.anchorSentence(from, spokenDate(view.anchor.deadline, phrase)))]),
      table
    ]
  }
}

type Row = ReturnType<typeof timeline>["milestones"][number]

/** Returns the lateness; of a closed milestone, that of its completion. Without a status nothing is called late. */
const againstCell = ({ closed, lateness }: Row, phrase: Phrases): ReportCell => {
  const { onTheDay, passedUnstated } = phrase.text.report
  if (closed !== null) {
    const { max, min } = closed.after
    if (min === 0 && max === 0) return { text: onTheDay, number: 0 }
    if (min === null && max === null) return blankCell
    return min !== null && min > 0
      ? { ...slipCell(closed.after, phrase), text: phrase.text.later(slipWords(closed.after, phrase)) }
      : slipCell(closed.after, phrase)
  }
  return lateness === null ? tonedCell(passedUnstated, "quiet") : latenessCell(lateness, phrase)
}
