/**
 * The sections with the board's tables: ongoing, completed, and lateness against three dates.
 */
import { isClosed } from "@frist/domain/Status"
import type { BoardTables } from "../BoardTables.ts"
import type { ReportContext } from "../ReportContext.ts"
import { dayWords } from "../words/DateWords.ts"
import { type ReportLegend, type ReportSection, type StatusTag } from "../Report.ts"
import { textBlock } from "./SentenceBlock.ts"

const open: ReadonlyArray<StatusTag> = ["NotStated", "InProgress", "Delayed"]
const closed: ReadonlyArray<StatusTag> = ["Completed", "Discontinued"]

/** Writes the section of ongoing activities, with a legend. */
export const ongoingSection = (tables: BoardTables, context: ReportContext): ReportSection => ({
  id: "ongoing",
  heading: context.phrase.text.report.section.ongoing,
  blocks: [legend(open, context), textBlock(context.phrase.text.report.sourceNote), tables.ongoing]
})

/** Writes the section of closed activities, with a legend. */
export const completedSection = (tables: BoardTables, context: ReportContext): ReportSection => {
  const statuses = [...context.history.plan.activities.values()].map(({ status }) => status).filter(isClosed)
  const shown = closed.filter((tag) => tag === "Completed" || statuses.some(({ _tag }) => _tag === tag))
  return {
    id: "completed",
    heading: context.phrase.text.report.section.completed,
    blocks: [legend(shown, context), tables.completed]
  }
}

/** Writes the section of lateness. */
export const latenessSection = (tables: BoardTables, { phrase }: ReportContext): ReportSection => ({
  id: "lateness",
  heading: phrase.text.report.section.lateness,
  blocks: [textBlock(phrase.text.report.latenessNote), tables.lateness]
})

const legend = (tags: ReadonlyArray<StatusTag>, { changes, phrase }: ReportContext): ReportLegend => {
  const { report, status } = phrase.text
  return {
    _tag: "Legend",
    title: report.legend.title,
    items: [
      ...tags.map((tag) => ({ status: tag, label: status[tag], meaning: report.legend[tag] })),
      ...(changes.since === null
        ? []
        : [{ status: null, label: report.mark, meaning: report.legend.fresh(dayWords(changes.since, phrase)) }])
    ]
  }
}
