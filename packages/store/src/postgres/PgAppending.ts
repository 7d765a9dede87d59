/**
 * Appends to a log in PostgreSQL: in the transaction of the caller, right after the known end of a plan together with
 * others, or with a verdict.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import type { PlanId } from "@frist/domain/Names"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import { type Appended, type Batch, type Conflict, EventLogError } from "../EventLog.ts"
import { countBatches } from "../observing/LogMetrics.ts"
import { appendBatcher } from "./AppendBatcher.ts"
import { nextAppends } from "./NextAppends.ts"
import { appendNext, appendNow, chunksOf } from "./PgAppends.ts"
import { typed } from "./PgErrors.ts"
import { inLimits } from "./PgConnecting.ts"
import { type PlanHeads, touchedIn } from "./PlanHeads.ts"

interface PgAppendingOptions {
  readonly heads: PlanHeads
  readonly patiently: <A>(self: Effect.Effect<A, EventLogError>) => Effect.Effect<A, EventLogError>
  readonly announce: (plan: PlanId) => void
  /** The milliseconds to wait for an answer. */
  readonly within: number
}

/** Writes to the log of the server alone, which any login may. */
const committing = "select pg_logical_emit_message(true, 'frist', ''::text) is null"

/**
 * Reads the events of a checked batch: later, the caller may have changed them. Others are executed meanwhile.
 */
export const makeReady = (batch: Batch): void => {
  chunksOf(batch)
  touchedIn(batch)
}

/** Returns the append of checked batches that were made ready. It counts and announces what it records. */
export const pgAppending = Effect.fnUntraced(function* (
  sql: PgClient,
  { announce, heads, patiently, within }: PgAppendingOptions
): Effect.fn.Return<(batch: Batch) => Effect.Effect<Appended, Conflict | EventLogError>, never, Scope.Scope> {
  const context = yield* Effect.context()

  /** Batches have ids, so a call whose answer was lost is repeated: recorded batches are answered again. */
  const batched = yield* appendBatcher((batches) => patiently(inLimits(sql, appendNow(sql, batches))))
  /**
   * A commit whose answer was lost may still wait for its standby, so a repetition is only answered after a commit of its
   * own.
   */
  const replicated = patiently(Effect.asVoid(typed(sql.unsafe(committing).values)))
  const next = yield* nextAppends({
    heads,
    // One call serves many appends, and is part of no span.
    send: (group) => Effect.withTracerEnabled(inLimits(sql, appendNext(sql, group)), false),
    // A repeated batch is announced too: if its first answer was lost, nobody was notified.
    otherwise: (batch) =>
      Effect.tap(batched(batch), ({ repeated }) => {
        if (!repeated) return Effect.void
        announce(batch.plan)
        return replicated
      }),
    recorded: (batches) => {
      for (const { plan } of batches) announce(plan)
      countBatches(batches, context)
    },
    within
  })

  const inTransaction = Effect.fnUntraced(function* (batch: Batch) {
    const [answer] = yield* appendNow(sql, [batch])
    if (answer === undefined || answer === "alone")
      return yield* new EventLogError({ reason: "corrupt", detail: "there was no verdict" })
    const appended = yield* Effect.fromResult(answer)
    yield* sql.afterCommit(Effect.sync(() => announce(batch.plan)))
    if (!appended.repeated && batch.events.length > 0) countBatches([batch], context)
    return appended
  })

  return (batch) =>
    Effect.withFiber((fiber) =>
      Option.isSome(Context.getOption(fiber.context, sql.transactionService)) ? inTransaction(batch) : next(batch)
    )
})
