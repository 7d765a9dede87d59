/**
 * From events to rows: of a whole plan, or what changes in them from one checkpoint to the next.
 */
import { Day } from "@frist/domain/Day"
import { History } from "@frist/projections/History"
import { type PlanEvents, type Subject } from "./PlanEvents.ts"
import { keyIndexes, keyOf, type ReadModel, type Row } from "./ReadModel.ts"

/** How far rows have come: the events up to a position, and of these what counts by the end of a day. */
export interface Reached {
  readonly position: number
  readonly asOf: Day
}

/** What to write so that rows that stood at one checkpoint stand at another. */
export interface Change {
  /** Rows that go, by their keys' values. */
  readonly gone: ReadonlyArray<Row>
  /** Rows that come, or that become others. */
  readonly rows: ReadonlyArray<Row>
}

/** The rows of one activity, or of the plan itself. */
export const rowsOf = (
  models: ReadonlyArray<ReadModel>,
  events: PlanEvents,
  subject: Subject,
  { asOf, position }: Reached
): ReadonlyArray<ReadonlyArray<Row>> => {
  const log = events.slice(subject, position)
  if (log.length === 0) return models.map(() => [])
  const slice = { history: History.of(log, { asOf, today: asOf }), id: subject }
  return models.map((model) => model.rows(slice))
}

/** Every row of the plan, a subject at a time. */
export const allRows = function* (
  models: ReadonlyArray<ReadModel>,
  events: PlanEvents,
  reached: Reached
): Generator<ReadonlyArray<ReadonlyArray<Row>>> {
  for (const subject of events.subjects) yield rowsOf(models, events, subject, reached)
}

/**
 * What changes in each read model from `before` to `after`. Rows as they stood are derived too, so that what is written
 * is only what differs.
 */
export const changes = (
  models: ReadonlyArray<ReadModel>,
  events: PlanEvents,
  before: Reached,
  after: Reached
): ReadonlyArray<Change> => {
  const found = models.map((model) => ({ indexes: keyIndexes(model), gone: [] as Array<Row>, rows: [] as Array<Row> }))
  for (const subject of events.touched(before.position, before.asOf, after.asOf)) {
    const was = rowsOf(models, events, subject, before)
    const is = rowsOf(models, events, subject, after)
    for (const [at, { gone, indexes, rows }] of found.entries()) {
      const stood = new Map((was[at] ?? []).map((row) => [keyOf(indexes, row), row]))
      for (const row of is[at] ?? []) {
        const key = keyOf(indexes, row)
        const old = stood.get(key)
        stood.delete(key)
        if (old === undefined || !sameRow(old, row)) rows.push(row)
      }
      gone.push(...stood.values())
    }
  }
  return found
}

export const sameRow = (a: Row, b: Row): boolean => a.length === b.length && a.every((value, at) => value === b[at])
