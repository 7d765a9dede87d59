/**
 * A caller's own transaction on the server that holds the log, which an append is part of.
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
import { type PlainRecordingContext, type Recorded, recording } from "./PlainArguments.ts"
import type { PlainCommand } from "./PlainCommand.ts"

export interface OpenOptions {
  /** On PostgreSQL: whether the tables are made, or brought up to date, first: no unless told. */
  readonly migrate?: boolean
  /** On PostgreSQL: how many connections at most, 10 unless told. */
  readonly connections?: number
}

/** What the server said of a caller's own statement. */
const statementFailed = (error: SqlError): FristError => {
  const { detail } = pgError(error)
  return new FristError("failed", `The statement failed: ${detail}.`, null, error)
}

/** A transaction on the database that holds the log: what is done in it stands or falls together. */
export interface Transaction {
  /** Runs one statement; parameters are `$1`, `$2` … */
  query(sql: string, parameters?: ReadonlyArray<unknown>): Promise<ReadonlyArray<Record<string, unknown>>>
  /** As `FristLog.record`. Do it last: the plan is held from here to the commit. */
  record(context: PlainRecordingContext, ...commands: ReadonlyArray<PlainCommand>): Promise<Recorded>
}

/** Does work in a transaction of its own. What the work throws is the caller's, and comes out as it went in. */
export type Transacting = <A>(
  context: Context.Context<EventLog>,
  work: (transaction: Transaction) => Promise<A>
) => Promise<A>

/** The log on a server, and beside it the client that `transaction` finds again. */
export const layerAtServer = (
  url: Redacted.Redacted,
  options: OpenOptions
): Layer.Layer<EventLog | PgClient.PgClient, EventLogError> => layerWithClient({ url, ...options })

export const transaction: Transacting = async (context, work) => {
  const sql = Context.getUnsafe(context as Context.Context<EventLog | PgClient.PgClient>, PgClient.PgClient)
  let thrown: { readonly error: unknown } | undefined
  let isOver = false
  const within = Effect.gen(function* () {
    const inner = yield* Effect.context<EventLog>()
    const run = <B, E>(effect: Effect.Effect<B, E, EventLog>): Promise<B> =>
      isOver
        ? Promise.reject(new FristError("closed", "The transaction is over: use it before its work ends, and await."))
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
