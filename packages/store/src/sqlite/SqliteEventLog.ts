/**
 * The log in one SQLite file, shared by any number of processes on one machine. It uses a write-ahead log, synced at
 * each commit, and one writer at a time.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import { checkedBatch, checkedNote, checkedRange } from "../CheckedInput.ts"
import { type Appended, type Batch, type Conflict, type EventLogError, type ReadOptions } from "../EventLog.ts"
import { type StoredRecord } from "@frist/evidence/StoredEvent"
import { subscriptionStream } from "../subscriptions/SubscriptionStream.ts"
import { missingEvent } from "../EventDecoder.ts"
import type { LogServices } from "../LogServices.ts"
import { observed } from "../observing/ObservedLog.ts"
import { openFile, type OpenOptions, retryWhileBusy, sqliteError } from "./SqliteFile.ts"
import { sqliteErase, sqliteEraseEdition } from "./SqliteErasure.ts"
import { sqliteRestore } from "./SqliteRestoration.ts"
import { insertRecord, keepEdition, sqliteRecord, sqliteRow, statements } from "./SqliteRows.ts"
import { answerTo } from "../AppendDecision.ts"
import { recordsInOrder } from "../BatchRecords.ts"

/** A file sends no notifications, so subscribers poll every plan. */
const looksAgain = Effect.as(Effect.sleep("25 millis"), null)

/** Whether Node refused to read an integer that a number cannot hold. No log has written such a value. */
const isOutOfRange = (error: unknown): boolean =>
  error instanceof RangeError && "code" in error && error.code === "ERR_OUT_OF_RANGE"

const make = Effect.fnUntraced(function* (options: OpenOptions) {
  const db = yield* openFile(options)
  const patient = retryWhileBusy(options)
  /** Readers wait too: nobody gets in while another process recovers or closes the file. */
  const attempt = <A>(run: () => A): Effect.Effect<A, EventLogError> =>
    patient(Effect.try({ try: run, catch: (error) => sqliteError(options.filename, error) }))
  const sql = yield* attempt(() => statements(db))

  /** Appends in one transaction within one turn of the event loop, so nothing else runs on this connection. */
  const appendNow = (batch: Batch, now: number): Result.Result<Appended, Conflict> => {
    if (db.isTransaction) sql.rollback.run()
    sql.begin.run()
    try {
      const outcome = appendWithin(batch, now)
      if (Result.isSuccess(outcome) && !outcome.success.repeated) sql.commit.run()
      else sql.rollback.run()
      return outcome
    } catch (error) {
      // After some errors SQLite has rolled back already. What cannot be rolled back now is rolled back before the next append.
      if (db.isTransaction) Result.try(() => sql.rollback.run())
      throw error
    }
  }

  const appendWithin = (batch: Batch, now: number): Result.Result<Appended, Conflict> => {
    const { plan } = batch
    const known = sql.batch.get(plan, batch.batch)
    const planRow = sql.head.get(plan)
    const end = {
      head: Number(planRow?.["head"] ?? 0),
      recordedAt: Number(planRow?.["recorded_at"] ?? 0),
      known: known && {
        first: Number(known["first"]),
        last: Number(known["last"]),
        recordedAt: Number(known["recorded_at"])
      }
    }
    return Result.map(
      answerTo(batch, end, now, (after) =>
        sql.touched.all(plan, after).map((row) => row["activity"] as RecordedEvent["activity"])
      ),
      (appended) => {
        const { first, last, recordedAt, repeated } = appended
        if (!repeated && batch.events.length > 0) {
          for (const record of recordsInOrder(batch, end.head, recordedAt)) insertRecord(sql, record)
          for (const edition of batch.editions ?? []) keepEdition(sql, plan, edition)
          sql.remember.run(plan, batch.batch, first, last, recordedAt)
          if (planRow === undefined) sql.start.run(plan, last, recordedAt)
          else sql.grow.run(last, recordedAt, plan)
        }
        return appended
      }
    )
  }

  // `Effect.fn` would capture a stack trace at each append.
  const append = Effect.fnUntraced(function* (batch: Batch) {
    const valid = yield* checkedBatch(batch)
    const clock = yield* Clock.Clock
    return yield* Effect.fromResult(yield* attempt(() => appendNow(valid, clock.currentTimeMillisUnsafe())))
  })

  const records = Effect.fnUntraced(function* (plan: PlanId, readOptions?: ReadOptions) {
    const { after, limit } = yield* checkedRange(plan, readOptions)
    const read: Array<StoredRecord> = []
    for (const row of yield* attempt(() => sql.read.all(plan, after, limit ?? -1))) {
      const stored = sqliteRecord(row)
      if (Result.isFailure(stored)) return yield* stored.failure
      const next = after + read.length + 1
      if (stored.success.record.position !== next) {
        return yield* missingEvent(plan, next)
      }
      read.push(stored.success)
    }
    return read
  })
  const rows = Effect.fnUntraced(function* (plan: PlanId, readOptions?: ReadOptions) {
    const { after, limit } = yield* checkedRange(plan, readOptions)
    const all = (statement: typeof sql.read) => statement.all(plan, after, limit ?? -1).map(sqliteRow)
    return yield* attempt(() => {
      try {
        return all(sql.read)
      } catch (error) {
        if (isOutOfRange(error)) return all(sql.wide)
        throw error
      }
    })
  })
  const read = (plan: PlanId, readOptions?: ReadOptions): Effect.Effect<ReadonlyArray<RecordedEvent>, EventLogError> =>
    Effect.map(records(plan, readOptions), (stored) => stored.map((each) => each.record))

  const plans = attempt(() =>
    sql.plans.all().map((row) => ({ plan: row["plan"] as PlanId, events: Number(row["head"]) }))
  )

  const editions = (plan: PlanId) =>
    attempt(() =>
      sql.editions.all(plan).map(({ document, sha256 }) => ({ sha256: String(sha256), document: String(document) }))
    )
  const edition = (plan: PlanId, sha256: string) =>
    attempt(() => {
      const content = sql.edition.get(plan, sha256)?.["content"]
      return content instanceof Uint8Array ? content : undefined
    })

  const head = (plan: PlanId) => attempt(() => Number(sql.head.get(plan)?.["head"] ?? 0))

  return observed({
    log: {
      append,
      read,
      editions,
      edition,
      plans,
      changes: (subscription) =>
        subscriptionStream({ read, plans, head, listen: () => Effect.succeed(looksAgain) }, subscription)
    },
    evidence: {
      records,
      rows,
      seal: (plan, note) =>
        Effect.flatMap(checkedNote(note), () => Effect.asVoid(attempt(() => sql.seal.run(plan, note)))),
      sealed: (plan) => attempt(() => sql.notes.all(plan).map((row) => String(row["note"])))
    },
    administration: {
      restore: sqliteRestore(options),
      erase: sqliteErase(options),
      eraseEdition: sqliteEraseEdition(options)
    }
  })
})

/**
 * Returns the log in a SQLite file, which is created if it is missing. The file is closed with the scope of the layer.
 */
export const layer = (options: OpenOptions): Layer.Layer<LogServices, EventLogError> =>
  Layer.effectContext(make(options))
