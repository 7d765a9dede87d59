/**
 * Derives rows from events: those of a whole plan, or the changes from one position to another.
 */
import { Day } from "@frist/domain/Day"
import { History } from "@frist/projections/History"
import { type PlanEvents, type Subject } from "./PlanEvents.ts"
import { keyIndexes, keyText, type ReadModel, type ModelRow } from "./ReadModel.ts"

/** The source of rows: the events up to a position, as in effect by the end of a day. */
export interface DerivedPosition {
  readonly position: number
  readonly asOf: Day
}

/** The writes that bring rows from one position to another. */
export interface RowChange {
  /** Deleted rows, by the values of their keys. */
  readonly gone: ReadonlyArray<ModelRow>
  /** New and changed rows. */
  readonly rows: ReadonlyArray<ModelRow>
}

/** Derives the rows of one activity, or of the plan itself: an array for each model. */
export const rowsOf = (
  models: ReadonlyArray<ReadModel>,
  events: PlanEvents,
  subject: Subject,
  { asOf, position }: DerivedPosition
): ReadonlyArray<ReadonlyArray<ModelRow>> => {
  const log = events.slice(subject, position)
  if (log.length === 0) return models.map(() => [])
  const slice = { history: History.of(log, { asOf, today: asOf }), id: subject }
  return models.map((model) => model.rows(slice))
}

/** Derives every row of the plan, one subject at a time. */
export const allRows = function* (
  models: ReadonlyArray<ReadModel>,
  events: PlanEvents,
  reached: DerivedPosition
): Generator<ReadonlyArray<ReadonlyArray<ModelRow>>> {
  for (const subject of events.subjects) yield rowsOf(models, events, subject, reached)
}

/** Derives the changes of each read model from one position to another, with only the rows that differ. */
export const rowChanges = (
  models: ReadonlyArray<ReadModel>,
  events: PlanEvents,
  before: DerivedPosition,
  after: DerivedPosition
): ReadonlyArray<RowChange> => {
  const found = models.map((model) => ({
    indexes: keyIndexes(model),
    gone: [] as Array<ModelRow>,
    rows: [] as Array<ModelRow>
  }))
  for (const subject of events.touched(before.position, before.asOf, after.asOf)) {
    const was = rowsOf(models, events, subject, before)
    const is = rowsOf(models, events, subject, after)
    for (const [at, { gone, indexes, rows }] of found.entries()) {
      const old = new Map((was[at] ?? []).map((row) => [keyText(indexes, row), row]))
      for (const row of is[at] ?? []) {
        const key = keyText(indexes, row)
        const own = old.get(key)
        old.delete(key)
        if (own === undefined || !sameRow(own, row)) rows.push(row)
      }
      gone.push(...old.values())
    }
  }
  return found
}

const sameRow = (a: ModelRow, b: ModelRow): boolean => a.length === b.length && a.every((value, at) => value === b[at])
