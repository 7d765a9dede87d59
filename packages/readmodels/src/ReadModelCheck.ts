/**
 * Checks read models: every row is derived from the log again and compared.
 */
import { isPointer } from "@frist/domain/Event"
import type { PlanId } from "@frist/domain/Names"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import { events as eventsOf } from "@frist/store/EventPages"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { rowsOf } from "./DerivedRows.ts"
import { digestOf } from "./RowDigest.ts"
import { PlanEvents, type Subject } from "./PlanEvents.ts"
import { keyIndexes, keyText, type ReadModel, type ModelRow, type ColumnValue } from "./ReadModel.ts"
import { readModelNamed } from "./ReadModels.ts"
import { type PlanSnapshot, type PlanTable, ReadModelStore } from "./ReadModelStore.ts"

/** The first difference between a table and the log. `missing`: a row is absent; `extra`: a row should be absent. */
interface Difference {
  readonly what: "missing" | "extra" | "differs"
  /** The values of the row's key. */
  readonly key: ReadonlyArray<ColumnValue>
  /** The first column that differs, its stored value, and the derived one. */
  readonly column: string | null
  readonly stored: ColumnValue
  readonly derived: ColumnValue
  /** The positions of the events that the row derives from. */
  readonly events: ReadonlyArray<number>
}

/** The check of one serving table in one plan. */
export interface TableCheck {
  readonly plan: PlanId
  readonly projection: string
  readonly version: number
  /** The position of the table, and that of the log. */
  readonly position: number
  readonly head: number
  readonly rows: number
  /** The digest of the stored rows, the same in every adapter. */
  readonly digest: string
  readonly difference: Difference | null
}

/** Returns `ReadModelStore.oddities`, asked twice: a plan may begin between the two reads. */
export const oddities: Effect.Effect<ReadonlyArray<string>, EventLogError, EventLog | ReadModelStore> = Effect.gen(
  function* () {
    const [log, store] = [yield* EventLog, yield* ReadModelStore]
    const ask = Effect.flatMap(log.plans, (plans) => store.oddities(new Set(plans.map(({ plan }) => plan))))
    const found = yield* ask
    if (found.length === 0) return []
    const again = new Set(yield* ask)
    return found.filter((each) => again.has(each))
  }
)

/** Checks the serving tables of a plan. Tables without the plan, or of a shape this code does not know, are left out. */
export const check = Effect.fn("ReadModels.check")(function* (
  plan: PlanId
): Effect.fn.Return<ReadonlyArray<TableCheck>, EventLogError, EventLog | ReadModelStore> {
  const store = yield* ReadModelStore
  return yield* store.snapshot(plan, (tables) => checkSnapshot(plan, tables))
})

const checkSnapshot = Effect.fnUntraced(function* (plan: PlanId, snapshot: PlanSnapshot) {
  const events = new PlanEvents()
  yield* Stream.runForEach(eventsOf(plan), (record) => Effect.sync(() => events.add(record)))
  return yield* Effect.forEach(
    snapshot.tables.flatMap((table) => tableOf(table) ?? []),
    Effect.fnUntraced(function* ({ stored, generation, model }) {
      const storedRows = yield* snapshot.rows(model, generation.version)
      const checked: TableCheck = {
        plan,
        projection: model.name,
        version: generation.version,
        position: stored.position,
        head: events.position,
        rows: storedRows.length,
        digest: digestOf(storedRows),
        difference: differenceOf(model, events, stored, storedRows)
      }
      return checked
    })
  )
})

const tableOf = ({ stored, generation }: PlanTable) => {
  const model = readModelNamed(generation.projection)
  return model === undefined || stored === null || generation.state !== "serving" || model.shape !== generation.shape
    ? undefined
    : { stored, generation, model }
}

/** The first difference in the order of the events; then an extra row. */
const differenceOf = (
  model: ReadModel,
  events: PlanEvents,
  stored: NonNullable<PlanTable["stored"]>,
  storedRows: ReadonlyArray<ModelRow>
): Difference | null => {
  const indexes = keyIndexes(model)
  const left = new Map(storedRows.map((row) => [keyText(indexes, row), row]))
  const about = (
    what: Difference["what"],
    row: ModelRow,
    subject: Subject,
    at: number,
    value: ColumnValue
  ): Difference => ({
    what,
    key: indexes.map((index) => row[index] ?? null),
    column: what === "differs" ? (model.columns[at]?.name ?? null) : null,
    stored: value,
    derived: what === "differs" ? (row[at] ?? null) : null,
    events: sourcesOf(model, events, row, subject)
  })
  for (const subject of events.subjects) {
    for (const row of rowsOf([model], events, subject, stored)[0] ?? []) {
      const key = keyText(indexes, row)
      const own = left.get(key)
      left.delete(key)
      if (own === undefined) return about("missing", row, subject, 0, null)
      const at = row.findIndex((value, nth) => value !== own[nth])
      if (at >= 0) return about("differs", row, subject, at, own[at] ?? null)
    }
  }
  const [extra] = left.values()
  return extra === undefined ? null : about("extra", extra, subjectOf(model, extra), 0, null)
}

const subjectOf = (model: ReadModel, row: ModelRow): Subject =>
  (row[model.columns.findIndex(({ name }) => name === "activity")] ?? null) as Subject

/** The event of the row and those that point at it; or all events of the activity, where the row has no event of its own. */
const sourcesOf = (model: ReadModel, events: PlanEvents, row: ModelRow, subject: Subject): ReadonlyArray<number> => {
  const at = model.columns.findIndex(({ name }) => name === "position")
  const position = at < 0 ? null : row[at]
  return events
    .slice(subject)
    .filter((record) => position === null || record.position === position || pointsAt(record, Number(position)))
    .map((record) => record.position)
}

const pointsAt = ({ event }: ReturnType<PlanEvents["slice"]>[number], position: number): boolean =>
  event !== null && isPointer(event) && event.position === position
