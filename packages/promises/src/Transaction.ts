/**
 * Transactions on the PostgreSQL server that holds the log: the caller's statements and a record commit together.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import type { EventLog, EventLogError } from "@frist/store/EventLog"
import { pgError } from "@frist/store/postgres/PgErrors"
import { layerWithClient } from "@frist/store/postgres/PgEventLog"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import type { SqlError } from "effect/sql/SqlError"
import { FristError } from "./FristError.ts"
import { type PlainRecordingContext, type RecordedPositions, recording } from "./PlainArguments.ts"
import type { PlainCommand } from "./PlainCommand.ts"

/** The options of `openLog` for PostgreSQL; ignored for other logs. */
export interface OpenLogOptions {
  /** Whether to create or migrate the tables first; default: false. */
  readonly migrate?: boolean
  /** The most connections to open; default: 10. */
  readonly connections?: number
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

/** Runs work in a new transaction. An error that the work throws rolls back and is rethrown unchanged. */
export type TransactionRunner = <A>(
  context: Context.Context<EventLog>,
  work: (transaction: Transaction) => Promise<A>
) => Promise<A>

/** The log on a server, together with the client that `transaction` uses. */
export const layerAtServer = (
  url: Redacted.Redacted,
  options: OpenLogOptions
): Layer.Layer<EventLog | PgClient.PgClient, EventLogError> => layerWithClient({ url, ...options })

/** Runs work in a transaction of the client from `layerAtServer`. */
export const transaction: TransactionRunner = async (context, work) => {
  const sql = Context.getUnsafe(context as Context.Context<EventLog | PgClient.PgClient>, PgClient.PgClient)
  let thrown: { readonly error: unknown } | undefined
  let isOver = false
  const within = Effect.gen(function* () {
    const inner = yield* Effect.context<EventLog>()
    const run = <B, E>(effect: Effect.Effect<B, E, EventLog>): Promise<B> =>
      isOver
        ? Promise.reject(
            new FristError("closed", "The transaction is over: use it only inside its function, and await every call.")
          )
        : Effect.runPromiseWith(inner)(effect).catch((error: unknown) => {
            throw FristError.of(error)
          })
    return yield* Effect.tryPromise({
      try: () =>
        work({
          query: (statement, parameters = []) =>
            run(Effect.mapError(sql.unsafe<Record<string, unknown>>(statement, [...parameters]), statementFailed)),
          record: (context, ...commands) => run(recording(context, commands))
        }),
      catch: (error) => {
        thrown = { error }
        return FristError.of(error)
      }
    }).pipe(Effect.ensuring(Effect.sync(() => (isOver = true))))
  })
  return Effect.runPromiseWith(context)(sql.withTransaction(within)).catch((error: unknown) => {
    throw thrown === undefined ? FristError.of(error) : thrown.error
  })
}
