/**
 * Transactions on the PostgreSQL server that holds the log: the caller's statements and a record commit together.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import type { EventLog, EventLogError } from "@frist/store/EventLog"
import { constraintOf, pgError } from "@frist/store/postgres/PgErrors"
import { layerWithClient } from "@frist/store/postgres/PgEventLog"
import * as Cause from "effect/Cause"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as SqlError from "effect/sql/SqlError"
import { FristError } from "./FristError.ts"
import { type OpenLogOptions, runnerOn, type TransactionRunner } from "./Transaction.ts"

const wentOn = "a statement failed before, and only going back to a savepoint lets it go on after that"

/** Turns the failure of a caller's statement, or of the commit, into a `FristError` with code `failed`. */
const failureOf =
  (what: string) =>
  (error: SqlError.SqlError): FristError => {
    const { detail: said, sqlState } = pgError(error)
    // The driver's words for a COMMIT that the server answers with ROLLBACK.
    const detail = said.includes("aborted transaction") && sqlState === undefined ? wentOn : said
    return new FristError("failed", `${what} failed: ${detail}.`, {
      cause: error,
      sqlState,
      constraint: constraintOf(error)
    })
  }

/** Converts the errors of the server at the ends of a transaction; where its session has died, they are defects. */
const ofTransaction = <A, E>(self: Effect.Effect<A, E, EventLog>): Effect.Effect<A, unknown, EventLog> =>
  Effect.catchCause(self, (cause): Effect.Effect<never, unknown> => {
    const errors = cause.reasons.map((each) =>
      Cause.isDieReason(each) ? each.defect : Cause.isFailReason(each) ? each.error : undefined
    )
    const found = errors.find(SqlError.isSqlError)
    return found === undefined ? Effect.failCause(cause) : Effect.fail(failureOf("The transaction")(found))
  })

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
    within: (effect) => ofTransaction(sql.withTransaction(effect)),
    query: (statement, parameters) =>
      Effect.mapError(sql.unsafe<Record<string, unknown>>(statement, [...parameters]), failureOf("The statement"))
  }
})
