/**
 * What is compared when rows are matched to activities, and the result for a row.
 */
import { ActivityId } from "@frist/domain/Names"
import * as Schema from "effect/Schema"
import type { Keyed } from "./RowKeys.ts"

/** An activity that a row may be matched to. */
export interface KnownActivity extends Keyed {
  readonly id: ActivityId
  /** The id that documents give its row; null or absent if they give none. */
  readonly documentId?: string | null
  /** Whether its words were removed by a decision, so that only its id says which row it was. */
  readonly isWordless?: boolean
}

/**
 * A row to be matched. `address` names it; `id` is the words of its id cell. `isAreaOfGroup` is whether its table has no
 * column for the area, so that a group of rows, or a sheet, gives it.
 */
export interface SoughtRow extends Keyed {
  readonly address: string
  readonly id: string | null
  readonly isAreaOfGroup?: boolean
}

/** An activity that a row may be, and their likeness, from 0 to 1. */
const Candidate = Schema.Struct({ activity: ActivityId, score: Schema.Finite })
export type Candidate = typeof Candidate.Type

/** The result for a row. `activity` is null if the row is new or doubtful. `candidates` are best first. */
export const RowMatch = Schema.Struct({
  row: Schema.String,
  activity: Schema.NullOr(ActivityId),
  score: Schema.Finite,
  how: Schema.Literals(["id", "exact", "likeness", "decided", "new", "doubtful"]),
  candidates: Schema.Array(Candidate)
})
export type RowMatch = typeof RowMatch.Type

/** The activities that a person chose for rows, by row address; `new` for a new activity. */
export type RowChoices = ReadonlyMap<string, ActivityId | "new">
