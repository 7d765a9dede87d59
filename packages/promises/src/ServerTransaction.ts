/**
 * Transactions on the PostgreSQL server that holds the log: the caller's statements and a record commit together.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import type { EventLog, EventLogError } from "@frist/store/EventLog"
import { constraintOf, pgError } from "@frist/store/postgres/PgErrors"
import { layerWithClient } from "@frist/store/postgres/PgEventLog"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import type { SqlError } from "effect/sql/SqlError"
import { FristError } from "./FristError.ts"
import { type OpenLogOptions, runnerOn, type TransactionRunner } from "./Transaction.ts"

/** Turns the failure of a caller's statement into a `FristError` with code `failed`. */
const statementFailed = (error: SqlError): FristError => {
  const { detail, sqlState } = pgError(error)
  return new FristError("failed", `The statement failed: ${detail}.`, {
    cause: error,
    sqlState,
    constraint: constraintOf(error)
  })
}

/** The log on a server, together with the client that transactions use. */
export const layerAtServer = (
  url: Redacted.Redacted,
  { connections, maxLag, migrate }: OpenLogOptions
): Layer.Layer<EventLog | PgClient.PgClient, EventLogError> =>
  layerWithClient({
    url,
    ...(migrate === undefined ? {} : { migrate }),
    ...(connections === undefined ? {} : { connections }),
    ...(maxLag === undefined ? {} : { maxLag: Duration.seconds(maxLag) })
  })

/** Runs transactions of the client from `layerAtServer`. */
export const serverTransaction: TransactionRunner = runnerOn((context) => {
  const sql = Context.getUnsafe(context as Context.Context<EventLog | PgClient.PgClient>, PgClient.PgClient)
  return {
    within: (effect) => sql.withTransaction(effect),
    query: (statement, parameters) =>
      Effect.mapError(sql.unsafe<Record<string, unknown>>(statement, [...parameters]), statementFailed)
  }
})
