/**
 * Repeats what failed for a while: calls as long as their caller has patience, subscriptions without end.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type { EventLogError } from "../EventLog.ts"
import { countingRetries } from "../observing/LogMetrics.ts"
import { answeredWithin, isTransient, typed } from "./PgErrors.ts"

type Patience = <A, R>(self: Effect.Effect<A, EventLogError, R>) => Effect.Effect<A, EventLogError, R>

const pauses = Schedule.min([Schedule.exponential("20 millis"), Schedule.spaced("500 millis")]).pipe(Schedule.jittered)

const leaving = `select pg_terminate_backend(pg_backend_pid())
  where pg_is_in_recovery() or current_setting('transaction_read_only') = 'on'`

/**
 * Ends a connection on which nothing can be recorded, so that the next may lead to another server. Each call ends one of
 * those in the pool.
 */
export const leavingStandby =
  (sql: PgClient): Patience =>
  (self) =>
    Effect.tapError(self, ({ sqlState }) =>
      sqlState === "25006"
        ? Effect.ignoreCause(answeredWithin("5 seconds")(typed(sql.unsafe(leaving).values)))
        : Effect.void
    )

/** Retries transient failures for that long. */
export const withPatience = (patience: Duration.Input): Patience => {
  const isNone = Duration.isZero(Duration.fromInputUnsafe(patience))
  return Effect.retry({
    while: (error) => isTransient(error) && !isNone,
    schedule: countingRetries(Schedule.upTo(pauses, { duration: patience }))
  }) as Patience
}

/** The longest wait for a page of a subscription, which is small. */
const pageWithin = Duration.seconds(15)

/** Retries for as long as the server is away. A subscriber then continues where it was. */
export const retriedAlways = (within: Duration.Input = pageWithin): Patience => {
  const answered = answeredWithin(Duration.min(Duration.fromInputUnsafe(within), pageWithin))
  return (self) =>
    answered(self).pipe(
      Effect.tapError((error) => Effect.logDebug("a subscription is interrupted", error)),
      Effect.retry({
        while: (error) => isTransient(error) || error.reason === "full",
        schedule: countingRetries(pauses)
      })
    )
}
