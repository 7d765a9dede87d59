/**
 * Proposes the changes of one row of an edition: it registers an activity with its parts, or updates a known one. Every
 * proposal names its table, row and cell.
 */
import { comparable } from "@frist/domain/ComparableText"
import type { ActivityId } from "@frist/domain/Names"
import * as FollowUp from "@frist/domain/FollowUp"
import type { Activity } from "@frist/domain/Plan"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { Provenance } from "@frist/domain/RecordedEvent"
import { isClosed, sameStatus, type Status } from "@frist/domain/Status"
import type { ActivityIds } from "../matching/ActivityIds.ts"
import type { EditionColumn, EditionRow, EditionTable, TableKind } from "../Edition.ts"
import { figuresOf } from "../reading/figures/Figures.ts"
import { forecasts, revisionsOf, rewrites } from "./Forecasts.ts"
import type { FindingCode } from "./Irregularity.ts"
import { headingOf, type Put, raise, raiseRemarks } from "./RowFindings.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { Part } from "../reading/RowDates.ts"
import type { RowReading } from "../reading/RowReading.ts"

/** A row that names something, with its reading. */
export interface ReadRow {
  readonly table: EditionTable
  readonly row: EditionRow
  readonly kind: TableKind
  readonly reading: RowReading
}

/** The parts of a row's activity: those known on the day, and those that only later editions name. */
export interface Parts {
  readonly current: ReadonlyArray<Activity>
  readonly later: ReadonlyArray<Pick<Activity, "goal" | "id">>
}

/** A row, the parts of its activity, and what proposals are made with: `ids` gives new parts their ids. */
interface RowDraft {
  readonly read: ReadRow
  /** The id that the document gives the row, if it is to be recorded. */
  readonly documentId?: string | undefined
  /** The date that the row's deadline cell held in the last edition; absent: the first deadline. */
  readonly last?: PlannedDate | null | undefined
  readonly parts: Parts
  readonly ids: ActivityIds
  readonly put: Put
}

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
  putParts(id, draft)
  for (const { date, heading } of revisionsOf(reading, table)) {
    put({ _tag: "MoveDeadline", activity: id, to: date, reason: null }, "inferred", heading)
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

/** Registers the new parts that a row names; closes every part if the row is closed. */
const putParts = (parent: ActivityId, { ids, parts: { current, later }, put, read }: RowDraft): void => {
  const { reading, table } = read
  const { area, responsible, status } = reading
  const open = new Map(current.filter((part) => !isClosed(part.status)).map((part) => [part.id, part]))
  const known: Array<Parts["later"][number]> = [...current, ...later]
  const parts = joined(reading.parts)
  const idFor = ids.partsOf(
    parent,
    parts.map((part) => part.name)
  )
  const there = new Set(current.map((part) => part.id))
  for (const { deadline, irregularities, name, status: own } of parts) {
    const at = known.findIndex(({ goal }) => comparable(goal ?? "") === comparable(name))
    const [same] = at < 0 ? [] : known.splice(at, 1)
    const id = same?.id ?? idFor(name)
    const isNew = !there.has(id)
    if (isNew) {
      const goal = name === "" ? null : name
      put({
        _tag: "RegisterActivity",
        activity: id,
        kind: "activity",
        parent,
        area,
        goal,
        actions: null,
        responsible,
        deadline
      })
    }
    if ((isNew || open.has(id)) && own._tag !== "NotStated") {
      put({ _tag: "ChangeStatus", activity: id, to: own }, "stated", headingOf(table, "status"))
      if (isClosed(own)) open.delete(id)
    } else if (isNew && isClosed(status)) {
      put({ _tag: "ChangeStatus", activity: id, to: status }, "inferred", headingOf(table, "status"))
    }
    for (const irregularity of irregularities) raise({ put, table, activity: id }, irregularity)
  }
  if (!isClosed(status)) return
  // Parts that are still open are closed with their parent, because the row no longer names them.
  for (const id of open.keys()) {
    put({ _tag: "ChangeStatus", activity: id, to: status }, "inferred", headingOf(table, "status"))
  }
}

/** Joins a part that has its deadline in one cell and its completion in another. */
const joined = (parts: ReadonlyArray<Part>): ReadonlyArray<Part> => {
  const all: Array<Part> = []
  for (const part of parts) {
    const at =
      part.deadline === null
        ? all.findIndex(({ name, status }) => status._tag === "NotStated" && comparable(name) === comparable(part.name))
        : -1
    const other = all[at]
    if (other === undefined) all.push(part)
    else all[at] = { ...other, status: part.status, irregularities: [...other.irregularities, ...part.irregularities] }
  }
  return all
}

/** Proposes the targets and measurements in a row's texts, except those already known. */
export const proposeFigures = (
  id: ActivityId,
  before: Activity | null,
  { put, read }: Pick<RowDraft, "put" | "read">,
  vocabulary: Vocabulary
): void => {
  for (const { column, command } of figuresOf(id, read, before, vocabulary))
    put(command, "stated", headingOf(read.table, column))
}

/** Proposes what a row changes in its activity. An empty cell changes nothing; a changed follow-up is recorded whole. */
export const proposeChanges = (activity: Activity, draft: RowDraft): void => {
  const { documentId, last, put, read } = draft
  const { kind, reading, row, table } = read
  const { id } = activity
  const dated = { table, kind, reading, last }
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
  for (const { column, date, heading } of forecasts(dated, activity)) {
    if (isOpen) put({ _tag: "MoveDeadline", activity: id, to: date, reason: null }, "inferred", heading)
    else if (!PlannedDate.same(date, activity.deadline)) remark("ClosedRowChanged", column, date.words)
  }
  if (rewrites(dated, activity)) {
    remark("BaselineRewritten", "deadline", reading.deadline?.words ?? "")
  }
  if (reading.note !== null && !FollowUp.repeats(activity, reading.note)) {
    put({ _tag: "NoteFollowUp", activity: id, text: reading.note }, "stated", heading("followUp"))
  }
  putParts(id, draft)
  // Words that state no status end the one before: it is not what the document says now.
  if (isOpen && (status._tag !== "NotStated" || statesNoStatus)) {
    put({ _tag: "ChangeStatus", activity: id, to: status }, ...statusSource(read))
  } else if (closes && row.cells.status !== null && !saysTheSame(status, activity.status)) {
    remark("ClosedRowChanged", "status", row.cells.status)
  }
  for (const irregularity of reading.irregularities) raise(subject, irregularity)
  raiseRemarks(subject, row)
}

/** Whether two statuses are the same. Two completions without a date are, whatever their words. */
const saysTheSame = (a: Status, b: Status): boolean =>
  sameStatus(a, b) ||
  (a._tag === "Completed" &&
    b._tag === "Completed" &&
    (a.on === null || b.on === null) &&
    a.on?.edtf == null &&
    b.on?.edtf == null)
