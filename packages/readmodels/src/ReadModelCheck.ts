/**
 * Proving that what is shown is what the log says: every row is derived anew and compared.
 */
import type { PlanId } from "@frist/domain/Names"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import { events as eventsOf } from "@frist/store/EventPages"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { rowsOf } from "./DerivedRows.ts"
import { digestOf } from "./RowDigest.ts"
import { PlanEvents, type Subject } from "./PlanEvents.ts"
import { keyIndexes, keyOf, type ReadModel, type Row, type Value } from "./ReadModel.ts"
import { readModelNamed } from "./ReadModels.ts"
import { type Claimed, type Followed, ReadModelStore } from "./ReadModelStore.ts"

/** The first difference of a table from the log. `missing`: a row is not there; `extra`: one is that should not be. */
export interface Difference {
  readonly what: "missing" | "extra" | "differs"
  /** The values of the row's key. */
  readonly key: ReadonlyArray<Value>
  /** The first column that differs, what stands there, and what should. */
  readonly column: string | null
  readonly stands: Value
  readonly derived: Value
  /** The positions of the events that the row should have come from. */
  readonly events: ReadonlyArray<number>
}

/** A table that serves, in one plan. */
export interface Checked {
  readonly plan: PlanId
  readonly projection: string
  readonly version: number
  /** How far it has come, and how far the log. */
  readonly position: number
  readonly head: number
  readonly rows: number
  /** Of the rows that stand: the same wherever they are kept. */
  readonly digest: string
  readonly difference: Difference | null
}

/** The tables of a plan that this code can derive; those that it has nothing in are left out. */
export const check = Effect.fn("ReadModels.check")(function* (
  plan: PlanId
): Effect.fn.Return<ReadonlyArray<Checked>, EventLogError, EventLog | ReadModelStore> {
  const store = yield* ReadModelStore
  // Held meanwhile, so that rows and checkpoints are of the same moment.
  const checked = yield* store.claim(plan, true, (claimed) => checkClaimed(plan, claimed))
  return Option.getOrElse(checked, () => [])
})

const checkClaimed = Effect.fnUntraced(function* (plan: PlanId, claimed: Claimed) {
  const events = new PlanEvents()
  yield* Stream.runForEach(eventsOf(plan), (record) => Effect.sync(() => events.add(record)))
  return yield* Effect.forEach(
    claimed.followed.flatMap((followed) => tableOf(followed) ?? []),
    Effect.fnUntraced(function* ({ checkpoint, generation, model }) {
      const stand = yield* claimed.rows(model, generation.version)
      const checked: Checked = {
        plan,
        projection: model.name,
        version: generation.version,
        position: checkpoint.position,
        head: events.position,
        rows: stand.length,
        digest: digestOf(stand),
        difference: differenceOf(model, events, checkpoint, stand)
      }
      return checked
    })
  )
})

const tableOf = ({ checkpoint, generation }: Followed) => {
  const model = readModelNamed(generation.projection)
  return model === undefined ||
    checkpoint === null ||
    generation.state !== "serving" ||
    model.shape !== generation.shape
    ? undefined
    : { checkpoint, generation, model }
}

/** The first by the order of the plan's events, then what is there and should not be. */
const differenceOf = (
  model: ReadModel,
  events: PlanEvents,
  checkpoint: NonNullable<Followed["checkpoint"]>,
  stand: ReadonlyArray<Row>
): Difference | null => {
  const indexes = keyIndexes(model)
  const left = new Map(stand.map((row) => [keyOf(indexes, row), row]))
  const about = (what: Difference["what"], row: Row, subject: Subject, at: number, stands: Value): Difference => ({
    what,
    key: indexes.map((index) => row[index] ?? null),
    column: what === "differs" ? (model.columns[at]?.name ?? null) : null,
    stands,
    derived: what === "differs" ? (row[at] ?? null) : null,
    events: sourcesOf(model, events, row, subject)
  })
  for (const subject of events.subjects) {
    for (const row of rowsOf([model], events, subject, checkpoint)[0] ?? []) {
      const key = keyOf(indexes, row)
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

const subjectOf = (model: ReadModel, row: Row): Subject =>
  (row[model.columns.findIndex(({ name }) => name === "activity")] ?? null) as Subject

/** The event that the row is of, with what points at it; or everything of the activity, where it is of all of it. */
const sourcesOf = (model: ReadModel, events: PlanEvents, row: Row, subject: Subject): ReadonlyArray<number> => {
  const at = model.columns.findIndex(({ name }) => name === "position")
  const position = at < 0 ? null : row[at]
  return events
    .slice(subject)
    .filter((record) => position === null || record.position === position || pointsAt(record, Number(position)))
    .map((record) => record.position)
}

const pointsAt = ({ event }: ReturnType<PlanEvents["slice"]>[number], position: number): boolean =>
  (event?._tag === "Corrected" || event?._tag === "Redacted") && event.position === position
