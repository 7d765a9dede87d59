/**
 * The section of changes since the previous review, a table for each kind of change.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { slipWords, tallyWords } from "../words/Spoken.ts"
import { blankCell, dateCell, textCell, slipCell, statusCell, tonedCell } from "../ReportCells.ts"
import { withoutParts } from "../BoardTables.ts"
import type { ReportContext } from "../ReportContext.ts"
import { dayWords } from "../words/DateWords.ts"
import type { Block, ReportCell, ReportColumn, ReportRow, ReportSection, ReportTable } from "../Report.ts"
import { listBlock, textBlock } from "./SentenceBlock.ts"

/** Writes the section. */
export const sinceSection = (context: ReportContext): ReportSection => {
  const { changes, phrase } = context
  const { report } = phrase.text
  const heading = report.section.since(changes.since === null ? null : dayWords(changes.since, phrase))
  // At the first review everything is new, and nothing has changed.
  const tables = changes.since === null ? [moved(context)] : tablesOf(context)
  const none = tables.filter(({ rows }) => rows.length === 0)
  const blocks: ReadonlyArray<Block> = [
    ...(changes.since === null ? [textBlock(report.firstReview)] : []),
    ...tables.filter(({ rows }) => rows.length > 0),
    ...(none.length === 0
      ? []
      : [
          listBlock(
            null,
            none.map(({ caption }) => ({ lead: caption, text: `${report.none}.` }))
          )
        ])
  ]
  return { id: "since", heading, blocks }
}

const row = (id: string, cells: ReadonlyArray<ReportCell>): ReportRow => ({ activity: id, mark: null, cells })

const tablesOf = (context: ReportContext): ReadonlyArray<ReportTable> => {
  const { changes, name, phrase } = context
  const { report } = phrase.text
  const { column } = report
  const activity: ReportColumn = { key: "activity", heading: column.activity, kind: "name" }
  const goal: ReportColumn = { key: "goal", heading: column.goal, kind: "long" }
  // A heading of its own also keeps our reader from taking this for a table of the document.
  const original: ReportColumn = { key: "original", heading: column.original, kind: "date" }
  const status: ReportColumn = { key: "status", heading: column.status, kind: "status" }
  const responsible: ReportColumn = { key: "responsible", heading: column.responsible, kind: "text" }
  const named = (id: string): ReportCell => ({ text: name(id) })
  const table = (
    id: string,
    caption: string,
    columns: ReadonlyArray<ReportColumn>,
    rows: ReadonlyArray<ReportRow>
  ): ReportTable => ({
    _tag: "Table",
    id,
    caption,
    asInSource: false,
    columns,
    rows,
    empty: report.blankTable
  })
  return [
    moved(context),
    table(
      "closed",
      report.table.completed,
      [activity, original, status, { key: "after", heading: column.after, kind: "number" }],
      withoutParts(changes.completed).map((each) => {
        const on = each.status._tag === "Completed" ? each.status.on : null
        const after = PlannedDate.slip(each.original, on)
        const known = after.min !== null || after.max !== null
        const days = known ? slipCell(after, phrase) : blankCell
        const late = after.min !== null && after.min > 0
        return row(each.activity, [
          named(each.activity),
          dateCell(each.original),
          statusCell(each.status, phrase),
          late ? { ...days, text: phrase.text.later(slipWords(after, phrase)), tone: "late" } : days
        ])
      })
    ),
    table(
      "reopened",
      report.table.reopened,
      [activity, status],
      withoutParts(changes.reopened).map((each) =>
        row(each.activity, [named(each.activity), statusCell(each.status, phrase)])
      )
    ),
    table(
      "added",
      report.table.added,
      [activity, goal, original, responsible],
      withoutParts(changes.added).map((each) =>
        row(each.activity, [
          named(each.activity),
          textCell(each.goal ?? each.actions),
          dateCell(each.original),
          textCell(each.responsible)
        ])
      )
    ),
    table(
      "vanished",
      report.table.vanished,
      [activity, goal, { key: "deadline", heading: column.latest, kind: "date" }],
      changes.vanished.map((each) =>
        row(each.activity, [named(each.activity), textCell(each.goal ?? each.actions), dateCell(each.deadline)])
      )
    ),
    table(
      "noted",
      report.table.noted,
      [activity, { key: "followUp", heading: column.followUp, kind: "long" }],
      changes.noted.map((each) => row(each.activity, [named(each.activity), { text: each.notes.join("\n") }]))
    )
  ]
}

const moved = ({ changes, name, phrase }: ReportContext): ReportTable => {
  const { report } = phrase.text
  const { column } = report
  return {
    _tag: "Table",
    id: "moved",
    caption: report.table.moved,
    asInSource: false,
    columns: [
      { key: "activity", heading: column.activity, kind: "name" },
      { key: "from", heading: column.from, kind: "date" },
      { key: "to", heading: column.to, kind: "date" },
      { key: "days", heading: column.days, kind: "number" },
      { key: "times", heading: column.times, kind: "text" },
      ...(changes.since === null ? [] : [{ key: "inAll", heading: column.inAll, kind: "text" } as const]),
      { key: "reasons", heading: column.reasons, kind: "text" }
    ],
    rows: changes.moved.map((each) => ({
      activity: each.activity,
      mark: null,
      cells: [
        { text: name(each.activity) },
        dateCell(each.from),
        dateCell(each.to),
        slipCell(each.slip, phrase),
        { text: report.counted(each.count, each.atLeast) },
        ...(changes.since === null ? [] : [{ text: tallyWords(each.tally, phrase) }]),
        each.reasons.length === 0 ? tonedCell(report.reasonMissing, "quiet") : { text: each.reasons.join("\n") }
      ]
    })),
    empty: report.blankTable
  }
}
