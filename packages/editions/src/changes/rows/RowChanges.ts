/**
 * Proposes the changes of one row of an edition: it registers an activity with its parts, or updates a known one. Every
 * proposal names its table, row and cell.
 */
import type { ActivityId } from "@frist/domain/Names"
import * as FollowUp from "@frist/domain/plan/FollowUp"
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { Provenance } from "@frist/domain/RecordedEvent"
import { isClosed, sameStatus, type Status } from "@frist/domain/Status"
import type { EditionColumn } from "../../EditionColumn.ts"
import { newFigures, type RowFigures } from "../../reading/figures/Figures.ts"
import { forecasts, revisionsOf, rewrites } from "./Forecasts.ts"
import type { FindingCode } from "../../Irregularity.ts"
import { proposeParts } from "./PartChanges.ts"
import type { ReadRow, RowDraft } from "../RowDraft.ts"
import type { RowReading } from "../../reading/RowReading.ts"
import { headingOf, raise, raiseRemarks } from "../findings/RowFindings.ts"

/** Proposes a new activity for a row, and a part for each dated line of a cell that holds several. */
export const proposeRegistration = (id: ActivityId, draft: RowDraft): void => {
  const { documentId, put, read } = draft
  const { kind, reading, row, table } = read
  const { actions, area, deadline, goal, responsible } = reading
  put({
    _tag: "RegisterActivity",
    activity: id,
    kind: kind === "timeline" ? "milestone" : "activity",
    parent: null,
    area,
    goal,
    actions,
    responsible,
    deadline,
    ...(documentId === undefined ? {} : { documentId })
  })
  proposeParts(id, draft)
  for (const { date, heading } of revisionsOf(reading, table)) {
    put({ _tag: "MoveDeadline", activity: id, to: date, reason: null, ...aloneWhere(reading) }, "inferred", heading)
  }
  if (reading.note !== null)
    put({ _tag: "NoteFollowUp", activity: id, text: reading.note }, "stated", headingOf(table, "followUp"))
  if (reading.status._tag !== "NotStated")
    put({ _tag: "ChangeStatus", activity: id, to: reading.status }, ...statusSource(read))
  const subject = { put, table, activity: id }
  for (const irregularity of reading.irregularities) raise(subject, irregularity)
  raiseRemarks(subject, row)
}

/** Returns the provenance and the heading of a row's status. A day of completion states it only by its column. */
const statusSource = ({ reading: { statusFrom }, table }: ReadRow): [Provenance, string] => [
  statusFrom === "status" ? "stated" : "inferred",
  headingOf(table, statusFrom)
]

/** Proposes the targets and measurements in a row's texts, except those already known. */
export const proposeFigures = (
  id: ActivityId,
  before: Activity | null,
  { put, read }: Pick<RowDraft, "put" | "read">,
  figures: RowFigures
): void => {
  for (const { column, command } of newFigures(id, figures, before))
    put(command, "stated", headingOf(read.table, column))
}

/** Proposes what a row changes in its activity. An empty cell changes nothing; a changed follow-up is recorded whole. */
export const proposeChanges = (activity: Activity, draft: RowDraft): void => {
  const { documentId, isReadAnew = false, last, put, read, standsFor } = draft
  const { kind, reading, row, table } = read
  const { id } = activity
  const dated = { table, kind, reading, last, isReadAnew }
  const subject = { put, table, activity: id }
  const heading = (column: EditionColumn) => headingOf(table, column)
  const remark = (code: FindingCode, column: EditionColumn | null, words: string) =>
    raise(subject, { code, column, words })
  const { status } = reading
  const closes = isClosed(status)
  const statesNoStatus = reading.statesNoStatus || row.remarks.some(({ code }) => code === "ColourUnknown")
  const reopens =
    isClosed(activity.status) &&
    !closes &&
    (kind !== "timeline" || reading.status._tag !== "NotStated" || reading.statesNoStatus)
  const isOpen = reopens || !isClosed(activity.status)
  if (reopens) {
    remark("RowReopened", null, reading.goal ?? reading.actions ?? reading.area ?? "")
    const reopen = { _tag: "ReopenActivity", activity: id, to: status } as const
    if (status._tag === "NotStated") put(reopen, "inferred")
    else put(reopen, ...statusSource(read))
  }
  const texts = {
    area: reading.area ?? activity.area,
    goal: reading.goal ?? activity.goal,
    actions: reading.actions ?? activity.actions,
    ...(documentId === undefined ? {} : { documentId })
  }
  put({ _tag: "RewordActivity", activity: id, ...texts }, "inferred", heading("actions"))
  if (reading.responsible !== null) {
    put({ _tag: "ChangeResponsible", activity: id, to: reading.responsible }, "inferred", heading("responsible"))
  }
  // Before the row's own move, which closed parts do not make.
  const added = proposeParts(id, draft)
  for (const { column, date, heading } of forecasts(dated, activity)) {
    // Where the cell dates each part, the parts have their own moves.
    const alone = column === "deadline" ? reading.parts.some((part) => part.deadline !== null) : false
    const own = alone ? { alone } : aloneWhere(reading)
    const move = { _tag: "MoveDeadline", activity: id, to: date, reason: null, ...own } as const
    if (isOpen) put(move, "inferred", heading)
    else if (!PlannedDate.same(date, activity.deadline)) remark("ClosedRowChanged", column, date.words)
  }
  const current = isOpen && reading.partForecasts.length === 0 ? revisionsOf(reading, table).at(-1) : undefined
  for (const part of added) {
    if (current === undefined) break
    put({ _tag: "MoveDeadline", activity: part, to: current.date, reason: null }, "inferred", current.heading)
  }
  if (rewrites(dated, activity)) {
    remark("BaselineRewritten", "deadline", reading.deadline?.words ?? "")
  }
  if (reading.note !== null && !FollowUp.repeats(activity, reading.note)) {
    put({ _tag: "NoteFollowUp", activity: id, text: reading.note }, "stated", heading("followUp"))
  }
  // Words that state no status end the one before: it is not what the document says now.
  if (standsFor !== undefined && saysTheSame(status, standsFor.status)) {
    // A milestone has the status of its activity, also where the document repeats it.
  } else if (isOpen && (status._tag !== "NotStated" || statesNoStatus)) {
    put({ _tag: "ChangeStatus", activity: id, to: status }, ...statusSource(read))
  } else if (closes && row.cells.status !== null && !saysTheSame(status, activity.status)) {
    remark("ClosedRowChanged", "status", row.cells.status)
  }
  for (const irregularity of reading.irregularities) raise(subject, irregularity)
  raiseRemarks(subject, row)
}

/** How a row moves whose parts have new dates of their own: without them. */
const aloneWhere = ({ partForecasts }: RowReading): { readonly alone?: true } =>
  partForecasts.length === 0 ? {} : { alone: true }

/** Whether two statuses are the same. Two completions without a date are, whatever their words. */
const saysTheSame = (a: Status, b: Status): boolean =>
  sameStatus(a, b) ||
  (a._tag === "Completed" &&
    b._tag === "Completed" &&
    (a.on === null || b.on === null) &&
    a.on?.edtf == null &&
    b.on?.edtf == null)
