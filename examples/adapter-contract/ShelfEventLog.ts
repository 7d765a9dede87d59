/**
 * An adapter of one's own: the log on a shelf of documents. A plan is one document with its records and batches, and an
 * append replaces it, again if somebody else was first.
 */
import type { BatchId, PlanId } from "@frist/domain"
import { type Appended, type Batch, Conflict, EventLog, EventLogError, type StoredRecord } from "@frist/store"
import {
  checkedBatch,
  checkedRange,
  conflictOf,
  follow,
  type Followed,
  observed,
  recordsOf,
  type Span,
  takeIn
} from "@frist/store/Adapter"
import { Clock, Effect, Layer, Result } from "effect"
import { Shelf } from "./Shelf.ts"

interface PlanDocument {
  readonly records: ReadonlyArray<StoredRecord>
  readonly batches: ReadonlyMap<BatchId, Appended>
}
const empty: PlanDocument = { records: [], batches: new Map() }

/** What the shelf could not do. */
const asked = <A>(ask: () => Promise<A>): Effect.Effect<A, EventLogError> =>
  Effect.tryPromise({ try: ask, catch: (error) => new EventLogError({ reason: "unreachable", detail: String(error) }) })

/** What a batch makes of a plan; its answer where it stood there already, and nothing to put. */
const appendedTo = (
  before: PlanDocument,
  batch: Batch,
  now: number
): Result.Result<readonly [Appended, PlanDocument | undefined], Conflict> => {
  const { batches, records } = before
  const known = batches.get(batch.batch)
  if (known !== undefined) return Result.succeed([{ ...known, repeated: true }, undefined])
  const head = records.length
  const conflict = conflictOf(batch, head, (after) => records.slice(after).map(({ record }) => record.activity))
  if (conflict !== undefined) return Result.fail(conflict)
  const recordedAt = Math.max(now, records.at(-1)?.record.recordedAt ?? 0)
  const appended = { first: head + 1, last: head + batch.events.length, recordedAt, repeated: false }
  if (batch.events.length === 0) return Result.succeed([appended, undefined])
  const added = recordsOf(batch, head, recordedAt)
  return Result.succeed([
    appended,
    { records: [...records, ...added], batches: new Map(batches).set(batch.batch, appended) }
  ])
}

/** Bytes of the reader's own, so that nothing he does to them touches the log. */
const copied = ({ bytes, leaf, record, salt }: StoredRecord): StoredRecord => ({
  record,
  bytes: bytes && Uint8Array.from(bytes),
  salt: salt && Uint8Array.from(salt),
  leaf: Uint8Array.from(leaf)
})

const make = (shelf: Shelf<PlanDocument>): EventLog["Service"] => {
  const documentOf = (plan: PlanId) =>
    Effect.map(
      asked(() => shelf.get(plan)),
      (found) => found ?? { version: 0, value: empty }
    )

  const attempt = (batch: Batch): Effect.Effect<Appended, Conflict | EventLogError> =>
    Effect.gen(function* () {
      const { value, version } = yield* documentOf(batch.plan)
      const now = yield* Clock.currentTimeMillis
      const [appended, after] = yield* Effect.fromResult(appendedTo(value, batch, now))
      if (after === undefined || (yield* asked(() => shelf.put(batch.plan, after, version)))) return appended
      return yield* attempt(batch)
    })

  const records: EventLog["Service"]["records"] = (plan, options) =>
    Effect.gen(function* () {
      const { after, limit } = yield* checkedRange(plan, options)
      const { value } = yield* documentOf(plan)
      return value.records.slice(after, limit === undefined ? undefined : after + limit).map(copied)
    })

  const plans = Effect.suspend(() =>
    Effect.forEach(shelf.names() as ReadonlyArray<PlanId>, (plan) =>
      Effect.map(documentOf(plan), ({ value }) => ({ plan, events: value.records.length }))
    )
  )

  const followed: Followed = {
    read: (plan, options) => Effect.map(records(plan, options), (all) => all.map(({ record }) => record)),
    plans,
    head: (plan) => Effect.map(documentOf(plan), ({ value }) => value.records.length),
    // A shelf tells nobody: look again.
    listen: () => Effect.succeed(Effect.as(Effect.sleep("10 millis"), null))
  }

  return observed({
    append: (batch) => Effect.flatMap(checkedBatch(batch), attempt),
    read: followed.read,
    records,
    plans,
    changes: (following) => follow(followed, following),
    restore: (plan, stored) =>
      Effect.gen(function* () {
        const taken: Array<StoredRecord> = []
        const batches = new Map<BatchId, Appended>()
        const occupied = Effect.flatMap(documentOf(plan), ({ value }) =>
          Effect.fail(new Conflict({ plan, after: 0, head: value.records.length, activities: [] }))
        )
        if ((yield* documentOf(plan)).version > 0) return yield* occupied
        const { root, size } = yield* takeIn(plan, stored, (page, ended) =>
          Effect.sync(() => {
            taken.push(...page.map(copied))
            return ended.find((span) => remembered(batches, span))
          })
        )
        if (size > 0 && !(yield* asked(() => shelf.put(plan, { records: taken, batches }, 0)))) return yield* occupied
        return { size, root }
      })
  })
}

/** True where a batch of that name ended before. */
const remembered = (batches: Map<BatchId, Appended>, { batch, ...span }: Span): boolean => {
  if (batches.has(batch)) return true
  batches.set(batch, { ...span, repeated: false })
  return false
}

/** The log on a shelf, which others may have in their hands too. */
export const layer = (shelf = new Shelf<PlanDocument>()): Layer.Layer<EventLog> =>
  Layer.sync(EventLog, () => make(shelf))
