/**
 * Columns shared by read models: those of an activity, and the origin of a fact.
 */
import type { Slip } from "@frist/domain/PlannedDate"
import type { RecordedEvent, Source } from "@frist/domain/RecordedEvent"
import type { History } from "@frist/projections/History"
import type { MoveTally } from "@frist/projections/moves/MoveTally"
import type { ShownActivity } from "@frist/projections/View"
import { column, type ColumnValue, namesWith } from "../ReadModel.ts"

/** The columns of what decisions have removed of an activity. */
export const removalColumns = {
  removed_events: column.integer("The number of its events whose content decisions have removed."),
  removal_decisions: column.textOrNull("Those decisions, one a line; null where there are none.")
} as const

/** Fills the columns of what decisions have removed of an activity. */
export const removalFields = (activity: string, { removed }: History) => {
  const own = removed.filter((each) => each.activity === activity)
  const decisions = new Set(own.map(({ decision }) => decision))
  return { removed_events: own.length, removal_decisions: own.length === 0 ? null : [...decisions].join("\n") }
}

/** The columns of an activity. */
export const activityColumns = {
  activity: column.text("The activity, by its id within the plan."),
  parent: column.textOrNull("The activity it is a part of; null for a whole."),
  area: column.textOrNull("Its area, as last worded."),
  goal: column.textOrNull("Its goal, as last worded."),
  actions: column.textOrNull("Its actions, as last worded."),
  responsible: column.textOrNull("The responsible role."),
  ...removalColumns
} as const

/** Fills the columns of an activity. */
export const activityFields = (
  { actions, activity, area, goal, parent, responsible }: ShownActivity,
  history: History
) => ({
  activity,
  parent,
  area,
  goal,
  actions,
  responsible,
  ...removalFields(activity, history)
})

/** The columns of a fact's source. */
export const sourceColumns = {
  source_document: column.textOrNull("The document it was read from; null where it was entered by hand."),
  source_sha256: column.textOrNull("The SHA-256 of that document, in hex."),
  source_table: column.textOrNull("The table in the document."),
  source_row: column.integerOrNull("The row in that table, counted from 1."),
  source_column: column.textOrNull("The column in that table.")
} as const

/** The columns of a fact's origin. */
export const originColumns = {
  provenance: column.text("`stated` by somebody, or `inferred` by comparing documents: then at least one move."),
  effective_on: column.day("The day on which it took effect."),
  recorded_at: column.instant("The time of recording, by the clock of the log."),
  actor: column.text("The person or program that recorded it."),
  corrected_by: column.integerOrNull("The position of the event that corrected it; null where it is as recorded."),
  ...sourceColumns
} as const

interface FactOrigin {
  readonly provenance: string
  readonly effectiveOn: string
  readonly recordedAt: string
  readonly actor: string
  readonly correctedBy: number | null
  readonly source: Source | null
}

/** Fills the columns of a fact's origin. */
export const originFields = (known: FactOrigin) => ({
  provenance: known.provenance,
  effective_on: known.effectiveOn,
  recorded_at: known.recordedAt,
  actor: known.actor,
  corrected_by: known.correctedBy,
  ...sourceFields(known.source)
})

/** Fills the columns of a fact's source. */
export const sourceFields = (source: RecordedEvent["source"]) => ({
  source_document: source?.document ?? null,
  source_sha256: source?.sha256 ?? null,
  source_table: source?.table ?? null,
  source_row: source?.row ?? null,
  source_column: source?.column ?? null
})

/** The columns of a slip. */
export const slipColumns = <const Name extends string>(name: Name, about: string) =>
  ({
    [`${name}_min`]: column.integerOrNull(`${about}, at least; null where unknown.`),
    [`${name}_max`]: column.integerOrNull(`${about}, at most; null where unknown.`)
  }) as Readonly<Record<`${Name}_min` | `${Name}_max`, ReturnType<typeof column.integerOrNull>>>

const slipNames = namesWith("_min", "_max")

/** Fills the columns of a slip. */
export const slipFields = <const Name extends string>(name: Name, { max, min }: Slip) => {
  const [least, most] = slipNames(name)
  const fields: Record<string, ColumnValue> = {}
  fields[least] = min
  fields[most] = max
  return fields as Readonly<Record<`${Name}_min` | `${Name}_max`, ColumnValue>>
}

/** The columns of a slip's shares: what was inherited from what it waited for, and its own. */
export const shareColumns = {
  ...slipColumns("inherited_slip", "Days of that slip in which it waited for others"),
  ...slipColumns("own_slip", "The other days of that slip")
} as const

/** Fills the columns of a slip's shares. */
export const shareFields = ({ inherited, own }: { readonly inherited: Slip; readonly own: Slip }) => ({
  ...slipFields("inherited_slip", inherited),
  ...slipFields("own_slip", own)
})

/** The columns of the parts that a whole's slip is known from. */
export const talliedPartColumns = {
  parts: column.integerOrNull(
    "The number of open or moved parts that the slip is known from, where the activity's own is unknown; otherwise null."
  ),
  parts_known: column.integerOrNull("The number of those parts whose slip is known."),
  parts_unknown: column.integerOrNull("The number of those parts whose slip is unknown.")
} as const

/** Fills the columns of those parts. */
export const talliedPartFields = ({ parts }: Pick<MoveTally, "parts">) => ({
  parts: parts?.of ?? null,
  parts_known: parts?.known ?? null,
  parts_unknown: parts?.unknown ?? null
})

/** The columns of a registration. */
export const registeredColumns = {
  registered_on: column.day("The day of its registration."),
  registered_at: column.integer("The position of its registration. Order a plan by `registered_on` and then by this.")
} as const
