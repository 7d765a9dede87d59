/**
 * What one row of an edition changes: a new activity with its parts, or a known one followed up. Every proposal names
 * its table, row and cell.
 */
import type { Command } from "../Command.ts"
import { type ActivityId } from "../Names.ts"
import type { Activity } from "../Plan.ts"
import { same } from "../PlannedDate.ts"
import type { Provenance } from "../RecordedEvent.ts"
import { isClosed, sameStatus, type Status } from "../Status.ts"
import { maxLength } from "../Text.ts"
import type { ActivityNaming } from "./ActivityNaming.ts"
import type { Column, Row, Table, TableKind } from "./Edition.ts"
import { type Code, type Irregularity, severities } from "./Irregularity.ts"
import type { RowReading } from "./RowReading.ts"

/** A row that names something, as read. `key` is what it is matched by: its area and goal. */
export interface ReadRow {
  readonly table: Table
  readonly row: Row
  readonly kind: TableKind
  readonly reading: RowReading
  readonly key: string
}

export type Put = (command: Command, provenance?: Provenance, column?: string | null) => void
export type Find = (activity: ActivityId | null) => (irregularity: Irregularity) => void

/** Raises findings. Words too long for one text become several. */
export const findings =
  (put: Put, table: Table | null): Find =>
  (activity) =>
  ({ code, column, words }) => {
    const heading = column === null ? null : headingOf(table, column)
    for (const piece of pieces(words)) {
      put(
        { _tag: "RaiseFinding", activity, code, severity: severities[code], column: heading, words: piece },
        "stated",
        heading
      )
    }
  }

const headingOf = (table: Table | null, column: Column): string => table?.headings[column] ?? column

const pieces = (words: string): ReadonlyArray<string> => {
  if (words.length <= maxLength) return [words]
  const at = /[\ud800-\udbff]/.test(words.charAt(maxLength - 1)) ? maxLength - 1 : maxLength
  return [words.slice(0, at), ...pieces(words.slice(at))]
}

/** All words of a row in one text. */
export const rowWords = (row: Row): string =>
  [...Object.values(row.cells), ...row.unknown.map((cell) => cell.words)]
    .filter((words) => words !== null && words !== "")
    .join(" | ")

/** The row is left out: its words are kept together, or cell by cell where they are too long for one text. */
export const leaveOut = (row: Row, code: Code, find: Find): void => {
  const words = rowWords(row)
  if (words.length <= maxLength) return find(null)({ code, column: null, words })
  for (const [column, cell] of Object.entries(row.cells) as ReadonlyArray<[Column, string | null]>) {
    if (cell !== null && cell !== "") find(null)({ code, column, words: cell })
  }
  unknownCells(row, null, find)
}

/** A row not seen before: an activity, and a part for each dated line of a cell that holds several. Answers with its id. */
export const register = (
  { kind, reading, row, table }: ReadRow,
  naming: ActivityNaming,
  put: Put,
  find: Find
): ActivityId => {
  const milestone = kind === "timeline"
  const { actions, area, deadline, goal, responsible } = reading
  const id = milestone ? naming.idFor(null, goal) : naming.idFor(area, goal ?? actions)
  put({
    _tag: "RegisterActivity",
    activity: id,
    kind: milestone ? "milestone" : "activity",
    parent: null,
    area,
    goal,
    actions,
    responsible,
    deadline
  })
  const names = reading.parts.map((part) => part.name)
  for (const part of reading.parts) {
    const child = naming.partOf(id, part.name, names)
    put({
      _tag: "RegisterActivity",
      activity: child,
      kind: "activity",
      parent: id,
      area,
      goal: part.name === "" ? null : part.name,
      actions: null,
      responsible,
      deadline: part.deadline
    })
    if (part.status._tag !== "NotStated") {
      put({ _tag: "ChangeStatus", activity: child, to: part.status }, "stated", headingOf(table, "status"))
    } else if (isClosed(reading.status)) {
      put({ _tag: "ChangeStatus", activity: child, to: reading.status }, "inferred", headingOf(table, "status"))
    }
    part.irregularities.forEach(find(child))
  }
  if (reading.newDeadline !== null) {
    put(
      { _tag: "MoveDeadline", activity: id, to: reading.newDeadline, reason: null },
      "inferred",
      headingOf(table, "newDeadline")
    )
  }
  if (reading.note !== null)
    put({ _tag: "NoteFollowUp", activity: id, text: reading.note }, "stated", headingOf(table, "followUp"))
  if (reading.status._tag !== "NotStated")
    put({ _tag: "ChangeStatus", activity: id, to: reading.status }, "stated", headingOf(table, "status"))
  reading.irregularities.forEach(find(id))
  unknownCells(row, id, find)
  return id
}

/** Cells under headings that are not known. An id that names no activity is such a cell too. */
const unknownCells = (row: Row, activity: ActivityId | null, find: Find): void => {
  for (const { heading, words } of row.unknown) {
    find(activity)({ code: "UnknownColumn", column: null, words: `${heading}: ${words}` })
  }
}

/** A known activity in its new words. A column that the table does not have says nothing. */
export const follow = (
  { kind, reading, row, table }: ReadRow,
  activity: Activity,
  parts: ReadonlyArray<Activity>,
  put: Put,
  find: Find
): void => {
  const { id } = activity
  const heading = (column: Column) => headingOf(table, column)
  const remark = (code: Code, column: Column | null, words: string) => find(id)({ code, column, words })
  const closes = isClosed(reading.status)
  const reopens = isClosed(activity.status) && !closes && (kind !== "timeline" || reading.status._tag !== "NotStated")
  const stands = reopens || !isClosed(activity.status)
  if (reopens) {
    remark("RowReopened", null, rowWords(row))
    put({ _tag: "ReopenActivity", activity: id }, "inferred")
  }
  const actions = table.headings.actions === null ? activity.actions : reading.actions
  const texts = { area: reading.area ?? activity.area, goal: reading.goal ?? activity.goal, actions }
  put({ _tag: "RewordActivity", activity: id, ...texts }, "inferred", heading("actions"))
  if (reading.responsible !== null) {
    put({ _tag: "ChangeResponsible", activity: id, to: reading.responsible }, "inferred", heading("responsible"))
  }
  for (const { column, date } of forecasts(kind, reading, activity)) {
    if (stands) put({ _tag: "MoveDeadline", activity: id, to: date, reason: null }, "inferred", heading(column))
    else if (!same(date, activity.deadline)) remark("ClosedRowChanged", column, date.words)
  }
  if (kind !== "timeline" && rewrites(reading, activity)) {
    remark("BaselineRewritten", "deadline", reading.deadline?.words ?? "")
  }
  const added = addedTo(activity.notes, reading.note)
  if (added !== null) put({ _tag: "NoteFollowUp", activity: id, text: added }, "stated", heading("followUp"))
  const { status } = reading
  if (stands && status._tag !== "NotStated") {
    if (closes) closeParts(parts, status, put, heading("status"))
    put({ _tag: "ChangeStatus", activity: id, to: status }, "stated", heading("status"))
  } else if (closes && row.cells.status !== null && !sameStatus(status, activity.status)) {
    remark("ClosedRowChanged", "status", row.cells.status)
  }
  reading.irregularities.forEach(find(id))
  unknownCells(row, id, find)
}

/** Parts still open when their whole is closed are closed with it: the row says no more of them. */
const closeParts = (parts: ReadonlyArray<Activity>, to: Status, put: Put, column: string): void => {
  for (const part of parts) {
    if (!isClosed(part.status)) put({ _tag: "ChangeStatus", activity: part.id, to }, "inferred", column)
  }
}

/** The dates a row forecasts. A milestone's date is overwritten in place; a first deadline may come late. */
const forecasts = (kind: TableKind, reading: RowReading, activity: Activity) => {
  const { deadline, newDeadline } = reading
  if (newDeadline !== null) return [{ column: "newDeadline" as const, date: newDeadline }]
  const inPlace = kind === "timeline" ? deadline?.edtf != null : activity.original === null
  return inPlace && deadline !== null ? [{ column: "deadline" as const, date: deadline }] : []
}

const rewrites = ({ deadline, newDeadline }: RowReading, { baseline, original }: Activity): boolean =>
  deadline !== null &&
  !same(deadline, original) &&
  !same(deadline, baseline) &&
  (original !== null || newDeadline !== null)

/** The lines of a cell that no earlier note holds, or null where there are none. */
const addedTo = (notes: ReadonlyArray<string>, cell: string | null): string | null => {
  if (cell === null) return null
  const known = new Set(notes.flatMap((note) => note.split(/\r\n|[\r\n]/u).map((line) => line.trim())))
  const added = cell.split(/\r\n|[\r\n]/u).filter((line) => line.trim() !== "" && !known.has(line.trim()))
  return added.length === 0 ? null : added.join("\n")
}
