/**
 * The section of changes since the previous review, a table for each kind of change.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { slipWords } from "../words/Spoken.ts"
import { blankCell, dateCell, textCell, slipCell, statusCell } from "../ReportCells.ts"
import { withoutParts } from "../BoardTables.ts"
import type { ReportContext } from "../ReportContext.ts"
import { dayWords } from "../words/DateWords.ts"
import type { ReportCell, ReportColumn, ReportRow, ReportSection, ReportTable } from "../Report.ts"

/** Writes the section; null at the first review, where everything is new, and where nothing else has changed. */
export const sinceSection = (context: ReportContext): ReportSection | null => {
  const { changes, phrase } = context
  if (changes.since === null) return null
  const blocks = tablesOf(context).filter(({ rows }) => rows.length > 0)
  return blocks.length === 0
    ? null
    : { id: "since", heading: phrase.text.report.section.since(dayWords(changes.since, phrase)), blocks }
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
    ),
    table(
      "reworded",
      report.table.reworded,
      [
        activity,
        { key: "column", heading: column.column, kind: "text" },
        { key: "before", heading: column.before, kind: "long" },
        { key: "now", heading: column.now, kind: "long" }
      ],
      changes.reworded.flatMap(({ activity: id, after, before }) =>
        (["area", "goal", "actions", "responsible"] as const)
          .filter((text) => before[text] !== after[text])
          .map((text) => row(id, [named(id), { text: column[text] }, textCell(before[text]), textCell(after[text])]))
      )
    ),
    table(
      "lowered",
      report.table.lowered,
      [
        activity,
        { key: "measure", heading: column.measure, kind: "text" },
        { key: "before", heading: column.before, kind: "long" },
        { key: "now", heading: column.now, kind: "long" }
      ],
      changes.lowered.map(({ activity: id, after, before, measure }) =>
        row(id, [named(id), { text: measure }, textCell(before.words), textCell(after.words)])
      )
    )
  ]
}
