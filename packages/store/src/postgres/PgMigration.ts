/**
 * Migrates the tables of a log in PostgreSQL: SQL files, each run once and in order.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import * as Effect from "effect/Effect"
import { readFileSync } from "node:fs"
import { EventLogError } from "../EventLog.ts"
import * as Schedule from "effect/Schedule"
import type { SqlError } from "effect/sql/SqlError"
import { typed } from "./PgErrors.ts"
import { namingHolders } from "./PgLockHolders.ts"

/**
 * One statement per file, which begins with its version. The first runs as the login that migrates, the others as the
 * owner of the tables.
 */
const files = [
  "0001_roles",
  "0002_log",
  "0003_triggers",
  "0004_tenancy",
  "0006_evidence",
  "0007_editions",
  "0008_batches",
  "0018_decisions",
  "0019_queue",
  "0020_erasing",
  "0024_checkpoints",
  "0025_rows",
  "0027_append",
  "0028_append_next"
]

const versionIn = (name: string): number => Number(name.slice(0, 4))

/** The version of the tables that this code reads and writes. */
export const pgSchemaVersion = versionIn(files.at(-1) ?? "")

const sqlOf = (name: string): string => readFileSync(new URL(`migrations/${name}.sql`, import.meta.url), "utf8")

/** The longest wait for a lock: another migration, or a program that reads. */
const lockWithin = "60s"

/** Errors of two migrations that create the same objects at once. */
const concurrent: ReadonlySet<string | undefined> = new Set(["23505", "42P06", "42P07", "42710", "42723", "XX000"])

/**
 * Runs a migration, again if another created the same objects meanwhile. Takes a lock that only the owner of the table
 * `migrations` can take, and names who holds up the rest.
 */
export const migrating = <A>(
  sql: PgClient,
  { owner, migrations }: { readonly owner: string; readonly migrations: string },
  work: Effect.Effect<A, EventLogError | SqlError>
): Effect.Effect<A, EventLogError> =>
  typed(
    sql.withTransaction(
      Effect.gen(function* () {
        yield* sql.unsafe(
          "select set_config('lock_timeout', $1, true), set_config('standard_conforming_strings', 'on', true)",
          [lockWithin]
        )
        const [[known] = [false]] = yield* sql.unsafe("select to_regclass($1) is not null", [migrations]).values
        if (known === true) {
          yield* sql.unsafe(`set local role ${owner}`)
          yield* sql.unsafe(`lock table ${migrations} in exclusive mode`)
          yield* sql.unsafe("reset role")
        }
        return yield* work
      })
    )
  ).pipe(
    Effect.retry({
      while: ({ sqlState }) => concurrent.has(sqlState),
      times: 5,
      schedule: Schedule.spaced("200 millis")
    }),
    namingHolders(sql)
  )

/** Options of a migration. */
export interface MigrateOptions {
  /**
   * The number of partitions of new tables, by hash of the plan. Default: none. Existing tables are left as they are.
   */
  readonly partitions?: number
}

/** The versions of the tables before and after. */
export interface MigrationResult {
  readonly from: number
  readonly to: number
}

/** Reads the version of the tables in this database: 0 if there are none. */
export const versionOf = (sql: PgClient): Effect.Effect<number, EventLogError> =>
  typed(
    Effect.flatMap(sql.unsafe("select to_regclass('frist.migration') is not null").values, ([found]) =>
      found?.[0] === true
        ? Effect.map(sql.unsafe("select coalesce(max(version), 0) from frist.migration").values, ([row]) =>
            Number(row?.[0])
          )
        : Effect.succeed(0)
    )
  )

const tooNew = (version: number) =>
  new EventLogError({ reason: "schemaTooNew", detail: `version ${version}, and ${pgSchemaVersion} is known` })

/** Fails unless the tables have the version that this code knows. */
export const checkVersion = (sql: PgClient): Effect.Effect<void, EventLogError> =>
  Effect.flatMap(versionOf(sql), (version) => {
    if (version > pgSchemaVersion) return Effect.fail(tooNew(version))
    if (version === pgSchemaVersion) return Effect.void
    const detail = version === 0 ? "it has no tables of a log" : `version ${version}, and ${pgSchemaVersion} is needed`
    return Effect.fail(new EventLogError({ reason: "schemaTooOld", detail }))
  })

/**
 * Migrates the tables to the version that this code knows, in one transaction and in one process at a time. A newer
 * database is left alone: `schemaTooNew`.
 */
export const migrateDatabase = (
  sql: PgClient,
  { partitions = 0 }: MigrateOptions = {}
): Effect.Effect<MigrationResult, EventLogError> =>
  migrating(
    sql,
    { owner: "frist_owner", migrations: "frist.migration" },
    Effect.gen(function* () {
      const from = yield* versionOf(sql)
      if (from > pgSchemaVersion) return yield* tooNew(from)
      yield* sql.unsafe("select set_config('frist.partitions', $1, true)", [String(partitions)])
      for (const name of files) {
        const version = versionIn(name)
        if (version > from) yield* sql.unsafe(sqlOf(name)).unprepared
        if (version === 1 && from === 0) {
          yield* sql.unsafe("set local role frist_owner")
          yield* sql.unsafe(
            `create table frist.migration (
                 version integer not null primary key, name text not null, applied_at timestamptz not null default now()
               )`
          )
        } else if (version === 1) yield* sql.unsafe("set local role frist_owner")
        if (version > from) {
          yield* sql.unsafe("insert into frist.migration (version, name) values ($1, $2)", [version, name])
        }
      }
      return { from, to: pgSchemaVersion }
    })
  ).pipe(Effect.tap(Effect.annotateCurrentSpan), Effect.withSpan("EventLog.migrate", { attributes: { partitions } }))
