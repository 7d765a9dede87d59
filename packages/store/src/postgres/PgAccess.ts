/**
 * Connects to a database for an operator: to migrate it, or to examine it.
 */
import type * as PgClient from "@effect/sql-pg/PgClient"
import * as Effect from "effect/Effect"
import * as Reactivity from "effect/reactivity/Reactivity"
import type * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import type { EventLogError } from "../EventLog.ts"
import { pgClientAt } from "./PgConnecting.ts"
import { migrateDatabase, type MigrateOptions, type MigrationResult } from "./PgMigration.ts"

/** Returns a client with two connections, which is closed with the scope. */
export const connected = (url: Redacted.Redacted): Effect.Effect<PgClient.PgClient, EventLogError, Scope.Scope> =>
  Effect.provide(pgClientAt(url, { connections: 2, applicationName: "frist" }), Reactivity.layer)

/** Migrates the database at this address to the version that this code knows. */
export const migrateAt = (
  url: Redacted.Redacted,
  options: MigrateOptions = {}
): Effect.Effect<MigrationResult, EventLogError> =>
  Effect.scoped(Effect.flatMap(connected(url), (sql) => migrateDatabase(sql, options)))
