/**
 * Connects to the servers of an address. Behind a pooler, which passes no settings on, limits of time are set in each
 * transaction.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import * as Effect from "effect/Effect"
import type * as Reactivity from "effect/reactivity/Reactivity"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import { checkedServer } from "../DatabaseAddress.ts"
import type { EventLogError } from "../EventLog.ts"
import { typed } from "./PgErrors.ts"
import { pgHosts } from "./PgHosts.ts"

interface ConnectingOptions {
  readonly connections: number
  readonly applicationName: string
  /** Settings of each connection, where there is no pooler. */
  readonly settings?: Readonly<Record<string, string>>
}

/** An event may contain several texts of a megabyte, and its row would exceed the default of the driver. */
const maxMessageSize = 256 * 1024 * 1024

/** Returns a client of an address, which is closed with the scope. */
export const pgClientAt = (
  url: Redacted.Redacted,
  { applicationName, connections, settings }: ConnectingOptions
): Effect.Effect<PgClient.PgClient, EventLogError, Scope.Scope | Reactivity.Reactivity> =>
  Effect.flatMap(Effect.fromResult(checkedServer(url)), (server) =>
    PgClient.make({
      url: server.url,
      maxConnections: connections,
      maxMessageSize,
      // Detects a dead connection that nobody uses.
      keepAlive: "5 seconds",
      applicationName,
      ...(server.prepare ? settings !== undefined && { startupParameters: settings } : { prepare: false }),
      ...pgHosts(server)
    }).pipe(typed)
  )

const limiting = `select set_config(name, value, true)
  from (values ('lock_timeout', '10s'), ('statement_timeout', '60s'), ('idle_in_transaction_session_timeout', '60s'))
    limits (name, value)
  where current_setting(name) = '0'`

/** Runs what may wait for a lock in a transaction with limits of time, where a pooler lets no connection have them. */
export const inLimits = <A, E, R>(
  sql: PgClient.PgClient,
  self: Effect.Effect<A, E, R>
): Effect.Effect<A, E | EventLogError, R> =>
  sql.config.prepare === false
    ? (typed(sql.withTransaction(Effect.andThen(sql.unsafe(limiting).values, self))) as Effect.Effect<
        A,
        E | EventLogError,
        R
      >)
    : self
