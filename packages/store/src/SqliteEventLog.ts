/**
 * The log in one SQLite file, shared by any number of processes on one machine: write-ahead log, synced at each
 * commit, one writer at a time.
 */
import type { PlanId, RecordedEvent } from "@frist/domain"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import type { DatabaseSync, StatementSync } from "node:sqlite"
import { checkedBatch, checkedRange } from "./Checked.ts"
import {
  type Appended,
  type Batch,
  type Conflict,
  EventLog,
  EventLogError,
  type ReadOptions,
  type StoredRecord
} from "./EventLog.ts"
import { follow } from "./Following.ts"
import { observed } from "./Observed.ts"
import { open, type OpenOptions, patiently, sqliteError } from "./SqliteFile.ts"
import { readBack } from "./ReadBack.ts"
import { conflictOf, recordsOf } from "./StoredEvent.ts"

/** A file tells nobody of what is new: a follower looks again, everywhere. */
const looksAgain = Effect.as(Effect.sleep("25 millis"), null)

/** An event's columns, in the order in which they are written and read. */
const columns = `plan, position, activity, type, effective_on, recorded_at, actor, batch, provenance,
  source_document, source_sha256, source_table, source_row, source_column, content, salt, leaf`

/** Rows as arrays where Node can (since 22.16): of a row that is an object, asking for fields costs most of reading. */
const inArrays = (statement: StatementSync): StatementSync => {
  if ("setReturnArrays" in statement) statement.setReturnArrays(true)
  return statement
}

const statements = (db: DatabaseSync) => ({
  head: db.prepare("select head, recorded_at from plan where plan = ?"),
  batch: db.prepare("select first, last, recorded_at from batch where plan = ? and batch = ?"),
  touched: db.prepare("select distinct activity from event where plan = ? and position > ?"),
  start: db.prepare("insert into plan (plan, head, recorded_at) values (?, ?, ?)"),
  grow: db.prepare("update plan set head = ?, recorded_at = ? where plan = ?"),
  remember: db.prepare("insert into batch (plan, batch, first, last, recorded_at) values (?, ?, ?, ?, ?)"),
  insert: db.prepare(`insert into event (${columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
  read: inArrays(db.prepare(`select ${columns} from event where plan = ? and position > ? order by position limit ?`)),
  plans: db.prepare("select plan, head from plan order by plan"),
  begin: db.prepare("begin immediate"),
  commit: db.prepare("commit"),
  rollback: db.prepare("rollback")
})

const bytesOf = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : null)

/** The row as a record; `readBack` checks every field against the schema, so nothing here is believed. */
const recordOf = (row: object) => {
  const [
    plan,
    position,
    activity,
    type,
    effectiveOn,
    recordedAt,
    actor,
    batch,
    provenance,
    document,
    sha256,
    table,
    sourceRow,
    column,
    content,
    salt,
    leaf
  ]: ReadonlyArray<unknown> = Object.values(row)
  const source = document === null ? null : { document, sha256, table, row: sourceRow, column }
  return readBack({
    record: { plan, position, activity, type, effectiveOn, recordedAt, actor, batch, provenance, source } as Omit<
      RecordedEvent,
      "event"
    >,
    bytes: bytesOf(content),
    salt: bytesOf(salt),
    leaf: bytesOf(leaf) ?? new Uint8Array()
  })
}

const make = Effect.fnUntraced(function* (options: OpenOptions) {
  const db = yield* open(options)
  const patient = patiently(options)
  /** Readers wait too: while another process recovers or closes the file, nobody gets in. */
  const attempt = <A>(run: () => A): Effect.Effect<A, EventLogError> =>
    patient(Effect.try({ try: run, catch: (error) => sqliteError(options.filename, error) }))
  const sql = yield* attempt(() => statements(db))

  /** In one transaction, all within one turn of the event loop: nothing else can run on this connection meanwhile. */
  const appendNow = (batch: Batch, now: number): Result.Result<Appended, Conflict> => {
    if (db.isTransaction) sql.rollback.run()
    sql.begin.run()
    try {
      const outcome = appendWithin(batch, now)
      if (Result.isSuccess(outcome) && !outcome.success.repeated) sql.commit.run()
      else sql.rollback.run()
      return outcome
    } catch (error) {
      // After some errors SQLite has rolled back itself. What cannot be rolled back now is before the next append.
      if (db.isTransaction) Result.try(() => sql.rollback.run())
      throw error
    }
  }

  const appendWithin = (batch: Batch, now: number): Result.Result<Appended, Conflict> => {
    const { plan } = batch
    const known = sql.batch.get(plan, batch.batch)
    if (known !== undefined) {
      return Result.succeed({
        first: Number(known["first"]),
        last: Number(known["last"]),
        recordedAt: Number(known["recorded_at"]),
        repeated: true
      })
    }
    const standing = sql.head.get(plan)
    const head = Number(standing?.["head"] ?? 0)
    const conflict = conflictOf(batch, head, (after) =>
      sql.touched.all(plan, after).map((row) => row["activity"] as RecordedEvent["activity"])
    )
    if (conflict !== undefined) return Result.fail(conflict)
    const recordedAt = Math.max(now, Number(standing?.["recorded_at"] ?? 0))
    const records = recordsOf(batch, head, recordedAt)
    const last = head + records.length
    if (records.length > 0) {
      for (const record of records) insert(record)
      sql.remember.run(plan, batch.batch, head + 1, last, recordedAt)
      if (standing === undefined) sql.start.run(plan, last, recordedAt)
      else sql.grow.run(last, recordedAt, plan)
    }
    return Result.succeed({ first: head + 1, last, recordedAt, repeated: false })
  }

  const insert = ({ bytes, leaf, record, salt }: StoredRecord) => {
    const { source } = record
    sql.insert.run(
      record.plan,
      record.position,
      record.activity,
      record.type,
      record.effectiveOn,
      record.recordedAt,
      record.actor,
      record.batch,
      record.provenance,
      source?.document ?? null,
      source?.sha256 ?? null,
      source?.table ?? null,
      source?.row ?? null,
      source?.column ?? null,
      bytes,
      salt,
      leaf
    )
  }

  // `Effect.fn` would take a stack trace at each append.
  const append = Effect.fnUntraced(function* (batch: Batch) {
    const valid = yield* checkedBatch(batch)
    const clock = yield* Clock.Clock
    return yield* Effect.fromResult(yield* attempt(() => appendNow(valid, clock.currentTimeMillisUnsafe())))
  })

  const records = Effect.fnUntraced(function* (plan: PlanId, readOptions?: ReadOptions) {
    const { after, limit } = yield* checkedRange(readOptions)
    const read: Array<StoredRecord> = []
    for (const row of yield* attempt(() => sql.read.all(plan, after, limit ?? -1))) {
      const stored = recordOf(row)
      if (Result.isFailure(stored)) return yield* stored.failure
      const next = after + read.length + 1
      if (stored.success.record.position !== next) {
        return yield* new EventLogError({ reason: "corrupt", detail: `plan ${plan}, event ${next}: it is missing` })
      }
      read.push(stored.success)
    }
    return read
  })
  const read = (plan: PlanId, readOptions?: ReadOptions): Effect.Effect<ReadonlyArray<RecordedEvent>, EventLogError> =>
    Effect.map(records(plan, readOptions), (stored) => stored.map((each) => each.record))

  const plans = attempt(() =>
    sql.plans.all().map((row) => ({ plan: row["plan"] as PlanId, events: Number(row["head"]) }))
  )

  const head = (plan: PlanId) => attempt(() => Number(sql.head.get(plan)?.["head"] ?? 0))

  return observed({
    append,
    read,
    records,
    plans,
    changes: (following) => follow({ read, plans, head, listen: () => Effect.succeed(looksAgain) }, following)
  })
})

/** The log in that file; the file is closed with the layer's scope. */
export const layer = (options: OpenOptions): Layer.Layer<EventLog, EventLogError> =>
  Layer.effect(EventLog, make(options))
