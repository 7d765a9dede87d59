/**
 * Columns that several read models have: how an activity is known, and where an event was read.
 */
import type { Slip } from "@frist/domain/PlannedDate"
import type { RecordedEvent, Source } from "@frist/domain/RecordedEvent"
import type { ShownActivity } from "@frist/projections/View"
import { day, instant, integer, integerOrNull, text, textOrNull, type Value } from "../ReadModel.ts"

export const activityColumns = {
  activity: text("The activity, by its id within the plan."),
  parent: textOrNull("The activity that it is a part of."),
  area: textOrNull("Its area, as last worded."),
  goal: textOrNull("Its goal, as last worded."),
  actions: textOrNull("What is to be done, as last worded."),
  responsible: textOrNull("Who is responsible: a role, not a person.")
} as const

export const activityFields = ({ actions, activity, area, goal, parent, responsible }: ShownActivity) => ({
  activity,
  parent,
  area,
  goal,
  actions,
  responsible
})

export const knownColumns = {
  provenance: text("How it is known: `stated` by somebody, or `inferred` by comparing documents, then at least once."),
  effective_on: day("The day that it was true or was said."),
  recorded_at: instant("When it was recorded, by the log's clock."),
  actor: text("Who recorded it."),
  corrected_by: integerOrNull("The position of the event that put it right; null where it stands as recorded."),
  source_document: textOrNull("The document that it was read from; null where it was entered by hand."),
  source_sha256: textOrNull("The SHA-256 of that document, in hex."),
  source_table: textOrNull("The table in the document."),
  source_row: integerOrNull("The row in that table, counted from 1."),
  source_column: textOrNull("The column in that table.")
} as const

/** What says how a fact is known. */
export interface Known {
  readonly provenance: string
  readonly effectiveOn: string
  readonly recordedAt: string
  readonly actor: string
  readonly correctedBy: number | null
  readonly source: Source | null
}

export const knownFields = (known: Known) => ({
  provenance: known.provenance,
  effective_on: known.effectiveOn,
  recorded_at: known.recordedAt,
  actor: known.actor,
  corrected_by: known.correctedBy,
  ...sourceFields(known.source)
})

export const sourceFields = (source: RecordedEvent["source"]) => ({
  source_document: source?.document ?? null,
  source_sha256: source?.sha256 ?? null,
  source_table: source?.table ?? null,
  source_row: source?.row ?? null,
  source_column: source?.column ?? null
})

export const slipColumns = <const Name extends string>(name: Name, about: string) =>
  ({
    [`${name}_min`]: integerOrNull(`${about}, at least; null where that is not known.`),
    [`${name}_max`]: integerOrNull(`${about}, at most; null where that is not known.`)
  }) as Readonly<Record<`${Name}_min` | `${Name}_max`, ReturnType<typeof integerOrNull>>>

export const slipFields = <const Name extends string>(name: Name, { max, min }: Slip) =>
  ({ [`${name}_min`]: min, [`${name}_max`]: max }) as Readonly<Record<`${Name}_min` | `${Name}_max`, Value>>

export const registeredColumns = {
  registered_on: day("The day that it was first written down."),
  registered_at: integer("The position of the event that registered it; with the day before it, the order of the plan.")
} as const
