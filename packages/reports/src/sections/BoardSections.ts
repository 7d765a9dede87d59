/**
 * The sections with the board's tables: ongoing, completed, and lateness against three dates.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { isClosed } from "@frist/domain/Status"
import type { BoardTables } from "../BoardTables.ts"
import type { ReportContext } from "../ReportContext.ts"
import { dayWords, onOneLine } from "../words/DateWords.ts"
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
export const latenessSection = (tables: BoardTables, { board, phrase, trend }: ReportContext): ReportSection => {
  const { report } = phrase.text
  const isApproved = board.activities.some(({ baseline, original }) => !PlannedDate.same(baseline, original))
  const lateness = board.activities.flatMap(({ lateness: own }) => [own.original, own.baseline, own.deadline])
  const vague = vagueDates([
    ...board.activities.flatMap(({ deadline, original }) => [original, deadline]),
    ...trend.activities.flatMap(({ reports }) => reports.map(({ forecast }) => forecast))
  ])
  return {
    id: "lateness",
    heading: report.section.lateness,
    blocks: [
      textBlock(
        report.latenessNote,
        ...(isApproved ? [report.approvedNote] : []),
        ...(lateness.some(({ passed }) => passed === "possibly") ? [report.perhapsNote] : []),
        ...(lateness.some(({ days }) => days.max === null && (days.min ?? 0) > 0) ? [report.atLeastNote] : []),
        ...(vague.length === 0 ? [] : [report.vagueNote(vague.map(explained))])
      ),
      tables.lateness
    ]
  }

  function explained({ earliest, latest, words }: PlannedDate): string {
    const days = [earliest, latest].map((day) => (day === null ? "" : dayWords(day, phrase)))
    return report.vagueDate(report.quoted(onOneLine(words)), days[0] ?? "", days[1] ?? "")
  }
}

/** Returns the approximate dates, each once. */
const vagueDates = (dates: ReadonlyArray<PlannedDate | null>): ReadonlyArray<PlannedDate> => {
  const vague = dates.flatMap((date) =>
    date !== null && PlannedDate.isVague(date) && date.earliest !== null && date.latest !== null ? [date] : []
  )
  return [...new Map(vague.map((date) => [date.words, date])).values()]
}

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
