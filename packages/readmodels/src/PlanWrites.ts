/**
 * The tables that a catch-up writes, and the rows of a whole plan in bounded steps.
 */
import type { EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import { type DerivedPosition, type RowChange, rowsOf } from "./DerivedRows.ts"
import type { PlanEvents } from "./PlanEvents.ts"
import type { ModelRow, ReadModel } from "./ReadModel.ts"
import { readModelNamed } from "./ReadModels.ts"
import type { PlanClaim, PlanTable, TableWrite } from "./ReadModelStore.ts"

/** Rows buffered before a write when a whole plan is derived. */
const rowsHeld = 2000

/** The tables that a catch-up writes beside those that have the plan. */
export interface TargetOptions {
  /** Whether the plan is added to the shadow tables of a read model. Default: only where they have it already. */
  readonly building?: (projection: string) => boolean
  /** Whether the rows of a read model are rebuilt, whatever they are now. Default: no. */
  readonly again?: (projection: string) => boolean
}

/** A table to write. */
interface Target extends PlanTable {
  readonly model: ReadModel
  readonly again: boolean
}

/** The tables to write: those with the shape that this code knows that serve, have the plan, or are about to get it. */
export const targetsOf = (
  { tables }: Pick<PlanClaim, "tables">,
  { again = () => false, building = () => false }: TargetOptions
): ReadonlyArray<Target> => {
  const isNew = tables.every(({ stored }) => stored === null)
  return tables.flatMap((each) => {
    const { stored, generation } = each
    const model = readModelNamed(generation.projection)
    if (model === undefined || model.shape !== generation.shape) return []
    const wanted = generation.state === "serving" || stored !== null || isNew || building(generation.projection)
    return wanted ? [{ ...each, model, again: again(generation.projection) }] : []
  })
}

/** Returns the writes of changes, one for each target. */
export const writesOf = (
  targets: ReadonlyArray<Target>,
  changes: ReadonlyArray<RowChange>,
  fresh: boolean
): ReadonlyArray<TableWrite> =>
  targets.flatMap(({ generation, model }, at) => {
    const change = changes[at]
    return change === undefined || change.rows.length + change.gone.length === 0
      ? []
      : [{ model, version: generation.version, change, fresh }]
  })

/** Writes a whole plan in bounded steps, and returns the writes of the last step. */
export const writeWholePlan = Effect.fnUntraced(function* (
  claimed: PlanClaim,
  events: PlanEvents,
  targets: ReadonlyArray<Target>,
  reached: DerivedPosition
): Effect.fn.Return<ReadonlyArray<TableWrite>, EventLogError> {
  const models = targets.map(({ model }) => model)
  let held = models.map((): Array<ModelRow> => [])
  let count = 0
  const heldWrites = () =>
    writesOf(
      targets,
      held.map((rows) => ({ rows, gone: [] })),
      true
    )
  for (const subject of events.subjects) {
    if (count >= rowsHeld) {
      yield* claimed.write(heldWrites())
      held = models.map(() => [])
      count = 0
    }
    for (const [at, rows] of rowsOf(models, events, subject, reached).entries()) {
      for (const row of rows) held[at]?.push(row)
      count += rows.length
    }
  }
  return heldWrites()
})
