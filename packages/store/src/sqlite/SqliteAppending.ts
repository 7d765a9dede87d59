/**
 * Appends to a log in a SQLite file: right after the known end of a plan by one statement, and all else in a transaction
 * that looks at the plan first.
 */
import type { PlanId } from "@frist/domain/Names"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { DatabaseSync } from "node:sqlite"
import { answerTo } from "../AppendDecision.ts"
import { chunkEvents } from "../batches/BatchRow.ts"
import { encodedBatch, placedRows } from "../batches/EncodedBatch.ts"
import { activitiesAfter } from "../batches/RowParts.ts"
import { checkedNow } from "../CheckedInput.ts"
import { isClosing, mayFollow } from "../ClosedLog.ts"
import type { Appended, Batch, Conflict, EventLogError } from "../EventLog.ts"
import { countBatches } from "../observing/LogMetrics.ts"
import { isRefusedRow } from "./SqliteFile.ts"
import { columnsFrom, insertRow, keepEdition, type Statements } from "./SqliteRows.ts"

/** The end of a plan: its last position, the time of that event, and its type where that closes the log. */
interface PlanEnd {
  readonly head: number
  readonly recordedAt: number
  readonly lastType: "PlanMoved" | undefined
}

const mostPlans = 1000

interface SqliteAppendingOptions {
  readonly db: DatabaseSync
  readonly sql: Statements
  readonly attempt: <A>(run: () => A) => Effect.Effect<A, EventLogError>
}

/** Returns the append of a connection. It checks batches, and counts what it records. */
export const sqliteAppending = ({ attempt, db, sql }: SqliteAppendingOptions) => {
  /**
   * The ends of plans as this connection left them. Only a hint: the guard of the table refuses a row that does not
   * follow the last.
   */
  const ends = new Map<PlanId, PlanEnd>()

  const remember = ({ events, plan }: Batch, { last, recordedAt }: Appended): void => {
    if (ends.size >= mostPlans && !ends.has(plan)) ends.clear()
    const lastType = events.at(-1)?.event._tag === "PlanMoved" ? "PlanMoved" : undefined
    ends.set(plan, { head: last, recordedAt, lastType })
  }

  /**
   * Inserts the only row of a batch that goes right after the known end of its plan. The statement is a transaction of its
   * own. Answers nothing if the end is not known or no longer there, or the batch was recorded before.
   */
  const appendNext = (batch: Batch, now: number): Appended | undefined => {
    const { condition, editions, events, plan } = batch
    const end = ends.get(plan)
    if (end === undefined || condition.after !== end.head || !mayFollow(batch, end.lastType)) return undefined
    if (events.length === 0 || events.length > chunkEvents || editions !== undefined) return undefined
    const recordedAt = Math.max(now, end.recordedAt)
    const [row, more] = placedRows(batch, encodedBatch(batch), end.head, recordedAt)
    if (row === undefined || more !== undefined) return undefined
    try {
      insertRow(sql, row)
    } catch (error) {
      ends.delete(plan)
      if (isRefusedRow(error)) return undefined
      throw error
    }
    return { first: end.head + 1, last: end.head + events.length, recordedAt, repeated: false }
  }

  const appendWithin = (batch: Batch, now: number): Result.Result<Appended, Conflict> => {
    const { plan } = batch
    const known = sql.batch.all(plan, batch.batch)
    const [first, last] = [known[0], known.at(-1)]
    const before = sql.head.get(plan)
    const end = {
      head: Number(before?.["last"] ?? 0),
      recordedAt: Number(before?.["recorded_at"] ?? 0),
      lastType: isClosing(String(before?.["header"] ?? "")) ? "PlanMoved" : undefined,
      known: first &&
        last && {
          first: Number(first["first"]),
          last: Number(last["last"]),
          recordedAt: Number(first["recorded_at"])
        }
    }
    return Result.map(
      answerTo(batch, end, now, (after) => activitiesAfter(columnsFrom(sql.events, plan, after + 1), after)),
      (appended) => {
        const { recordedAt, repeated } = appended
        if (!repeated) {
          for (const row of placedRows(batch, encodedBatch(batch), end.head, recordedAt)) insertRow(sql, row)
          for (const edition of batch.editions ?? []) keepEdition(sql, plan, edition)
        }
        return appended
      }
    )
  }

  /** Looks and appends in one transaction. */
  const appendAfterLooking = (batch: Batch, now: number): Result.Result<Appended, Conflict> => {
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

  /** Appends within one turn of the event loop, so nothing else runs on this connection. */
  const appendNow = (batch: Batch, now: number): Result.Result<Appended, Conflict> => {
    if (db.isTransaction) sql.rollback.run()
    const next = appendNext(batch, now)
    const outcome = next === undefined ? appendAfterLooking(batch, now) : Result.succeed(next)
    if (Result.isSuccess(outcome) && !outcome.success.repeated && batch.events.length > 0)
      remember(batch, outcome.success)
    return outcome
  }

  /**
   * Checks and appends at once, so that events are not copied. They are where the file is busy: the caller may change
   * its own before the next attempt.
   */
  const checkAndAppend = (batch: Batch) => {
    let copy: Batch | undefined
    return (now: number): Result.Result<Appended, Conflict | EventLogError> => {
      if (copy !== undefined) return appendNow(copy, now)
      const checked = checkedNow(batch, false)
      if (Result.isFailure(checked)) return Result.fail(checked.failure)
      try {
        return appendNow(checked.success, now)
      } catch (error) {
        copy = Result.getOrUndefined(checkedNow(batch, true))
        throw error
      }
    }
  }

  return (batch: Batch): Effect.Effect<Appended, Conflict | EventLogError> =>
    Effect.withFiber((fiber) => {
      const clock = fiber.getRef(Clock.Clock)
      const appended = checkAndAppend(batch)
      return Effect.flatMap(
        attempt(() => appended(clock.currentTimeMillisUnsafe())),
        (outcome) => {
          if (Result.isFailure(outcome)) return Effect.fail(outcome.failure)
          const { first, last, repeated } = outcome.success
          if (!repeated && last >= first) countBatches([batch], fiber.context)
          return Effect.succeed(outcome.success)
        }
      )
    })
}
