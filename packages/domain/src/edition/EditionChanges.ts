/**
 * What an edition changes in a plan: its rows are matched to activities, and every difference becomes a proposal
 * that names its table, row and cell. Nothing is guessed; what is odd becomes a finding beside what it was seen in.
 */
import { comparable } from "../ActivityLookup.ts"
import type { Command } from "../Command.ts"
import type { Day } from "../Day.ts"
import type { Kind } from "../Event.ts"
import type { Activity, Plan } from "../Plan.ts"
import type { Provenance } from "../RecordedEvent.ts"
import { isClosed } from "../Status.ts"
import { ActivityNaming } from "./ActivityNaming.ts"
import type { Edition, Row, Table, TableKind } from "./Edition.ts"
import type { Proposal } from "./Proposal.ts"
import { findings, follow, leaveOut, type Put, type ReadRow, register } from "./RowChanges.ts"
import { readRow } from "./RowReading.ts"
import type { SeenRow } from "./rules/Rule.ts"
import { rules } from "./rules/Rules.ts"

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

  const activities = [...plan.activities.values()]
  const known = new Map<string, Activity>()
  for (const activity of activities) {
    if (activity.parent === null) known.set(keyOf(activity.kind, activity), activity)
  }
  const rows = edition.tables.flatMap((table) => readTable(table, at))
  const naming = new ActivityNaming(plan.activities.keys())
  for (const activity of activities) {
    if (activity.parent === null && activity.kind === "activity")
      naming.expect(activity.area, activity.goal ?? activity.actions)
  }
  for (const { key, kind, reading } of rows) {
    if (kind !== "timeline" && !known.has(key)) naming.expect(reading.area, reading.goal ?? reading.actions)
  }

  const parts = Map.groupBy(activities, ({ parent }) => parent)
  const seen = new Set<string>()
  const taken: Array<SeenRow> = []
  for (const read of rows) {
    const put = at(read.table, read.row)
    const find = findings(put, read.table)
    const existing = known.get(read.key)
    const own = { ...read, row: keepingId(read, existing) }
    if (seen.has(read.key)) {
      leaveOut(read.row, "RowTwice", find)
      continue
    }
    seen.add(read.key)
    const activity = existing?.id ?? register(own, naming, put, find)
    if (existing !== undefined) follow(own, existing, parts.get(existing.id) ?? [], put, find)
    taken.push({ ...read, activity, before: existing ?? null })
  }
  for (const activity of activities) {
    if (
      activity.parent === null &&
      activity.fromDocument &&
      !seen.has(keyOf(activity.kind, activity)) &&
      !isClosed(activity.status)
    ) {
      findings(whole, null)(activity.id)({
        code: "RowVanished",
        column: null,
        words: `${edition.document} (${heldOn})`
      })
    }
  }
  for (const { code, look } of rules) {
    for (const { column, on, words } of look({ rows: taken, heldOn, plan })) {
      findings(at(on.table, on.row), on.table)(on.activity)({ code, column, words })
    }
  }
  return proposals
}

type Named = Pick<Activity, "actions" | "area" | "goal">

/** What makes two rows the same: area and goal, or actions where there is no goal; case and punctuation aside. */
const keyOf = (kind: Kind, { actions, area, goal }: Named): string =>
  JSON.stringify([kind, comparable(area ?? ""), comparable(goal ?? actions ?? "")])

const kindOf = (kind: TableKind): Kind => (kind === "timeline" ? "milestone" : "activity")

/** The row with its id among the unknown cells, where that is not the id of its activity. */
const keepingId = ({ row, table }: ReadRow, activity: Activity | undefined): Row => {
  const { id } = row.cells
  return id === null || id.trim() === "" || id.trim() === activity?.id
    ? row
    : {
        ...row,
        cells: { ...row.cells, id: null },
        unknown: [...row.unknown, { heading: table.headings.id ?? "id", words: id }]
      }
}

/** The rows of a table that name something. */
const readTable = (table: Table, at: (table: Table, row: Row) => Put): ReadonlyArray<ReadRow> => {
  let above: string | null = null
  return table.rows.flatMap((row) => {
    const find = findings(at(table, row), table)
    if (table.kind === null) {
      leaveOut(row, "UnknownTable", find)
      return []
    }
    const reading = readRow(table.kind, row.cells, above)
    above = reading.area
    if ([row.cells.area, reading.goal, reading.actions].every((words) => (words ?? "").trim() === "")) {
      leaveOut(row, "RowWithoutName", find)
      return []
    }
    return [{ table, row, kind: table.kind, reading, key: keyOf(kindOf(table.kind), reading) }]
  })
}
