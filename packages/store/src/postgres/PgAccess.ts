/**
 * Connects to a database for an operator: to migrate it, or to examine it.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import * as Effect from "effect/Effect"
import * as Reactivity from "effect/reactivity/Reactivity"
import type * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import { checkedUrl } from "../DatabaseAddress.ts"
import type { EventLogError } from "../EventLog.ts"
import { typed } from "./PgErrors.ts"
import { migrateDatabase, type MigrateOptions, type MigrationResult } from "./PgMigration.ts"

/** Returns a client with two connections, which is closed with the scope. */
export const connected = (url: Redacted.Redacted): Effect.Effect<PgClient.PgClient, EventLogError, Scope.Scope> =>
  Effect.flatMap(Effect.fromResult(checkedUrl(url)), () =>
    PgClient.make({ url, maxConnections: 2, applicationName: "frist" }).pipe(typed, Effect.provide(Reactivity.layer))
  )

/** Migrates the database at this address to the version that this code knows. */
export const migrateAt = (
  url: Redacted.Redacted,
  options: MigrateOptions = {}
): Effect.Effect<MigrationResult, EventLogError> =>
  Effect.scoped(Effect.flatMap(connected(url), (sql) => migrateDatabase(sql, options)))
