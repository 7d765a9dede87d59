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
import type { Edition, Row, Table } from "./Edition.ts"
import type { Proposal } from "./Proposal.ts"
import { findings, follow, leaveOut, type Put, type ReadRow, register } from "./RowChanges.ts"
import { readRow } from "./RowReading.ts"

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
    known.set(idKey(activity.kind, activity.id), activity)
  }
  const rows = edition.tables.flatMap((table) => readTable(table, known, at))
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
  for (const read of rows) {
    const put = at(read.table, read.row)
    const find = findings(put, read.table)
    const existing = known.get(read.key)
    const identity = existing?.id ?? read.key
    if (seen.has(identity)) leaveOut(read.row, "RowTwice", find)
    else if (existing === undefined) register(read, naming, put, find)
    else follow(read, existing, parts.get(existing.id) ?? [], put, find)
    seen.add(identity)
  }
  for (const activity of activities) {
    if (activity.parent === null && activity.fromDocument && !seen.has(activity.id) && !isClosed(activity.status)) {
      findings(whole, null)(activity.id)({
        code: "RowVanished",
        column: null,
        words: `${edition.document} (${heldOn})`
      })
    }
  }
  return proposals
}

type Named = Pick<Activity, "actions" | "area" | "goal">

/** What makes two rows the same: area and goal, or actions where there is no goal; case and punctuation aside. */
const keyOf = (kind: Kind, { actions, area, goal }: Named): string =>
  JSON.stringify([kind, comparable(area ?? ""), comparable(goal ?? actions ?? "")])

const idKey = (kind: Kind, id: string): string => JSON.stringify([kind, id])

/** The rows of a table that name something. A cell with an id counts where it names an activity; else it is kept as words. */
const readTable = (
  table: Table,
  known: ReadonlyMap<string, Activity>,
  at: (table: Table, row: Row) => Put
): ReadonlyArray<ReadRow> => {
  let above: string | null = null
  return table.rows.flatMap((given) => {
    const find = findings(at(table, given), table)
    if (table.kind === null) {
      leaveOut(given, "UnknownTable", find)
      return []
    }
    const kind = table.kind === "timeline" ? "milestone" : "activity"
    const { id } = given.cells
    const byId = id === null ? "" : idKey(kind, id.trim())
    const isNamed = known.has(byId)
    const row: Row =
      id === null || isNamed || id.trim() === ""
        ? given
        : { ...given, unknown: [...given.unknown, { heading: table.headings.id ?? "id", words: id }] }
    const reading = readRow(table.kind, row.cells, above)
    above = reading.area
    if (!isNamed && [row.cells.area, reading.goal, reading.actions].every((words) => (words ?? "").trim() === "")) {
      leaveOut(given, "RowWithoutName", find)
      return []
    }
    return [{ table, row, kind: table.kind, reading, key: isNamed ? byId : keyOf(kind, reading) }]
  })
}
