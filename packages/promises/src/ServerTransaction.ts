/**
 * Transactions on the PostgreSQL server that holds the log: the caller's statements and a record commit together.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import type { EventLog, EventLogError } from "@frist/store/EventLog"
import { pgError } from "@frist/store/postgres/PgErrors"
import { layerWithClient } from "@frist/store/postgres/PgEventLog"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import type { SqlError } from "effect/sql/SqlError"
import { FristError } from "./FristError.ts"
import { type PlainRecordingContext, type RecordedPositions, recording } from "./PlainArguments.ts"
import type { PlainCommand } from "./PlainCommand.ts"
import { TransactionCalls } from "./TransactionCalls.ts"

/** The options of `openLog` for PostgreSQL; ignored for other logs. */
export interface OpenLogOptions {
  /** Whether to create or migrate the tables first; default: false. */
  readonly migrate?: boolean
  /** The most connections to open; default: 10. */
  readonly connections?: number
  /** The most seconds that a standby may be behind when it is read; else the code is `stale`. Default: no limit. */
  readonly maxLag?: number
}

/** Turns the failure of a caller's statement into a `FristError` with code `failed`. */
const statementFailed = (error: SqlError): FristError => {
  const { detail } = pgError(error)
  return new FristError("failed", `The statement failed: ${detail}.`, null, error)
}

/** A transaction on the database that holds the log: everything in it is committed, or nothing. */
export interface Transaction {
  /** Runs one statement, with parameters `$1`, `$2` …, and returns its rows. */
  query(sql: string, parameters?: ReadonlyArray<unknown>): Promise<ReadonlyArray<Record<string, unknown>>>
  /** Records as `FristLog.record` does. Call it last: the plan is locked from here to the commit. */
  record(context: PlainRecordingContext, ...commands: ReadonlyArray<PlainCommand>): Promise<RecordedPositions>
}

/** Runs an effect of the log within a transaction. */
export type RunInTransaction = <B, E>(effect: Effect.Effect<B, E, EventLog>) => Promise<B>

/** Runs work in a new transaction. An error that the work throws rolls back and is rethrown unchanged. */
export type TransactionRunner = <A>(
  context: Context.Context<EventLog>,
  work: (transaction: Transaction, run: RunInTransaction, calls: TransactionCalls) => Promise<A>
) => Promise<A>

/** The log on a server, together with the client that `transaction` uses. */
export const layerAtServer = (
  url: Redacted.Redacted,
  { maxLag, ...options }: OpenLogOptions
): Layer.Layer<EventLog | PgClient.PgClient, EventLogError> =>
  layerWithClient({ url, ...options, ...(maxLag === undefined ? {} : { maxLag: Duration.seconds(maxLag) }) })

/** Runs work in a transaction of the client from `layerAtServer`. Rolls back where a call of it was not awaited. */
export const transaction: TransactionRunner = async (context, work) => {
  const sql = Context.getUnsafe(context as Context.Context<EventLog | PgClient.PgClient>, PgClient.PgClient)
  const calls = new TransactionCalls()
  let thrown: { readonly error: unknown } | undefined
  const within = Effect.gen(function* () {
    const inner = yield* Effect.context<EventLog>()
    const run: RunInTransaction = (effect) =>
      calls.start(() =>
        Effect.runPromiseWith(inner)(effect).catch((error: unknown) => {
          throw FristError.of(error)
        })
      )
    const ended = async () => {
      const own: Transaction = {
        query: (statement, parameters = []) =>
          run(Effect.mapError(sql.unsafe<Record<string, unknown>>(statement, [...parameters]), statementFailed)),
        record: (context, ...commands) => run(recording(context, commands))
      }
      const result = await work(own, run, calls)
      await calls.endDone()
      return result
    }
    return yield* Effect.tryPromise({
      try: ended,
      catch: (error) => {
        thrown = { error }
        return FristError.of(error)
      }
      // A statement in progress would run after the rollback otherwise.
    }).pipe(Effect.ensuring(Effect.promise(() => calls.end())))
  })
  return Effect.runPromiseWith(context)(sql.withTransaction(within)).catch((error: unknown) => {
    throw thrown === undefined ? FristError.of(error) : thrown.error
  })
}
