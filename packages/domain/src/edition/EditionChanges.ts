/**
 * What an edition changes in a plan: its rows are matched to activities, and every difference becomes a proposal
 * that names its table, row and cell. Nothing is guessed; what is odd becomes a finding beside what it was seen in.
 */
import type { Command } from "../Command.ts"
import type { Day } from "../Day.ts"
import { type ActivityId, slug } from "../Names.ts"
import type { Activity, Plan } from "../Plan.ts"
import { same } from "../PlannedDate.ts"
import type { Provenance } from "../RecordedEvent.ts"
import { isClosed } from "../Status.ts"
import { ActivityNaming } from "./ActivityNaming.ts"
import { type Column, type Edition, type Row, type Table, type TableKind } from "./Edition.ts"
import { type Code, type Irregularity, severities } from "./Irregularity.ts"
import type { Proposal } from "./Proposal.ts"
import { readRow, type RowReading } from "./RowReading.ts"

interface ReadRow {
  readonly table: Table
  readonly row: Row
  readonly kind: TableKind
  readonly reading: RowReading
  readonly key: string
}

/** The proposals of an edition presented on `heldOn`, against the plan as it stood that day. In the order of the rows. */
export const propose = (edition: Edition, plan: Plan, heldOn: Day, title: string): ReadonlyArray<Proposal> => {
  const proposals: Array<Proposal> = []
  const at =
    (table: Table | null, row: Row | null) =>
    (command: Command, provenance: Provenance = "stated", column: string | null = null) => {
      const { document, sha256 } = edition
      proposals.push({
        command,
        provenance,
        source: { document, sha256, table: table?.name ?? null, row: row?.number ?? null, column }
      })
    }
  const whole = at(null, null)
  if (plan.title === null) whole({ _tag: "OpenPlan", title })
  whole({ _tag: "HoldReview", heldOn, title: null })

  for (const table of edition.tables) table.remarks.forEach(findings(at(table, null), table)(null))
  const rows = edition.tables.flatMap((table) => readTable(table, at))
  const known = new Map<string, Activity>()
  for (const activity of plan.activities.values()) {
    if (activity.parent === null)
      known.set(keyOf(activity.kind, activity.area, activity.goal ?? activity.actions), activity)
  }
  const naming = new ActivityNaming(plan.activities.keys())
  for (const activity of plan.activities.values()) {
    if (activity.parent === null && activity.kind === "activity")
      naming.expect(activity.area, activity.goal ?? activity.actions)
  }
  for (const { key, kind, reading } of rows) {
    if (kind !== "timeline" && !known.has(key)) naming.expect(reading.area, reading.goal ?? reading.actions)
  }

  const seen = new Set<string>()
  for (const read of rows) {
    const put = at(read.table, read.row)
    const find = findings(put, read.table)
    if (seen.has(read.key)) {
      find(null)({ code: "RowTwice", column: null, words: rowWords(read.row) })
      continue
    }
    seen.add(read.key)
    const existing = known.get(read.key)
    if (existing === undefined) register(read, naming, put, find)
    else follow(read, existing, put, find)
  }
  for (const [key, activity] of known) {
    if (!seen.has(key) && activity.fromDocument && !isClosed(activity.status)) {
      findings(whole, null)(activity.id)({
        code: "RowVanished",
        column: null,
        words: `${edition.document} (${heldOn})`
      })
    }
  }
  return proposals
}

type Put = (command: Command, provenance?: Provenance, column?: string | null) => void
type Find = (activity: ActivityId | null) => (irregularity: Irregularity) => void

const findings =
  (put: Put, table: Table | null): Find =>
  (activity) =>
  ({ code, column, words }) => {
    const heading = column === null ? null : headingOf(table, column)
    put({ _tag: "RaiseFinding", activity, code, severity: severities[code], column: heading, words }, "stated", heading)
  }

const headingOf = (table: Table | null, column: Column): string => table?.headings[column] ?? column

const keyOf = (kind: "activity" | "milestone", area: string | null, goal: string | null): string =>
  `${kind}|${slug(area ?? "", 100_000)}|${slug(goal ?? "", 100_000)}`

const rowWords = (row: Row): string =>
  [...Object.values(row.cells), ...row.unknown.map((cell) => cell.words)]
    .filter((words) => words !== null && words !== "")
    .join(" | ")

const readTable = (table: Table, at: (table: Table, row: Row) => Put): ReadonlyArray<ReadRow> => {
  let above: string | null = null
  return table.rows.flatMap((row) => {
    const find = findings(at(table, row), table)(null)
    if (table.kind === null) {
      find({ code: "UnknownTable", column: null, words: rowWords(row) })
      return []
    }
    const reading = readRow(table.kind, row.cells, above)
    above = reading.area
    const name = reading.goal ?? reading.actions ?? reading.area
    if (name === null) {
      find({ code: "RowWithoutName", column: null, words: rowWords(row) })
      return []
    }
    const kind = table.kind === "timeline" ? "milestone" : "activity"
    return [{ table, row, kind: table.kind, reading, key: keyOf(kind, reading.area, reading.goal ?? reading.actions) }]
  })
}

const register = ({ kind, reading, row, table }: ReadRow, naming: ActivityNaming, put: Put, find: Find): void => {
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
    if (part.status._tag !== "NotStated")
      put({ _tag: "ChangeStatus", activity: child, to: part.status }, "stated", headingOf(table, "status"))
    part.irregularities.forEach(find(child))
  }
  states(reading, id, put, table)
  if (reading.note !== null)
    put({ _tag: "NoteFollowUp", activity: id, text: reading.note }, "stated", headingOf(table, "followUp"))
  closes(reading, id, put, table)
  remarks(reading, row, id, find)
}

const states = (reading: RowReading, activity: ActivityId, put: Put, table: Table): void => {
  if (reading.newDeadline !== null) {
    put(
      { _tag: "MoveDeadline", activity, to: reading.newDeadline, reason: null },
      "inferred",
      headingOf(table, "newDeadline")
    )
  }
}

const closes = (reading: RowReading, activity: ActivityId, put: Put, table: Table): void => {
  if (reading.status._tag !== "NotStated") {
    put({ _tag: "ChangeStatus", activity, to: reading.status }, "stated", headingOf(table, "status"))
  }
}

const remarks = (reading: RowReading, row: Row, activity: ActivityId, find: Find): void => {
  reading.irregularities.forEach(find(activity))
  row.remarks.forEach(find(activity))
  for (const { heading, words } of row.unknown) {
    find(activity)({ code: "UnknownColumn", column: null, words: `${heading}: ${words}` })
  }
}

const follow = ({ kind, reading, row, table }: ReadRow, activity: Activity, put: Put, find: Find): void => {
  const { id } = activity
  const heading = (column: Column) => headingOf(table, column)
  const remark = (code: Code, column: Column | null, words: string) => find(id)({ code, column, words })
  if (kind === "timeline") {
    if (reading.deadline?.edtf != null)
      put({ _tag: "MoveDeadline", activity: id, to: reading.deadline, reason: null }, "inferred", heading("deadline"))
    remarks(reading, row, id, find)
    return
  }
  const open = reading.status._tag !== "Completed" && reading.status._tag !== "Discontinued"
  if (isClosed(activity.status) && open && kind === "activities") {
    remark("RowReopened", null, rowWords(row))
    put({ _tag: "ReopenActivity", activity: id }, "inferred")
  }
  if (reading.actions !== activity.actions) {
    put(
      { _tag: "RewordActivity", activity: id, area: activity.area, goal: activity.goal, actions: reading.actions },
      "inferred",
      heading("actions")
    )
  }
  if (reading.responsible !== null) {
    put({ _tag: "ChangeResponsible", activity: id, to: reading.responsible }, "inferred", heading("responsible"))
  }
  if (
    reading.deadline !== null &&
    !same(reading.deadline, activity.original) &&
    !same(reading.deadline, activity.baseline)
  ) {
    remark("BaselineRewritten", "deadline", reading.deadline.words)
  }
  if (!isClosed(activity.status) || open) states(reading, id, put, table)
  const added = addedTo(activity.notes, reading.note)
  if (added !== null) put({ _tag: "NoteFollowUp", activity: id, text: added }, "stated", heading("followUp"))
  if (!(isClosed(activity.status) && !open)) closes(reading, id, put, table)
  remarks(reading, row, id, find)
}

/** The lines of a cell that no earlier note holds, or null where there are none. */
const addedTo = (notes: ReadonlyArray<string>, cell: string | null): string | null => {
  if (cell === null) return null
  const known = new Set(notes.flatMap((note) => note.split(/\r\n|[\r\n]/u).map((line) => line.trim())))
  const added = cell.split(/\r\n|[\r\n]/u).filter((line) => line.trim() !== "" && !known.has(line.trim()))
  return added.length === 0 ? null : added.join("\n")
}
