/**
 * Opening a SQLite file as a log: its settings, its tables if it is new, and what its errors mean.
 */
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import { existsSync } from "node:fs"
import type { DatabaseSync } from "node:sqlite"
import { EventLogError, type Reason } from "./EventLog.ts"
import { applicationId, schema, schemaVersion } from "./SqliteSchema.ts"

export interface OpenOptions {
  readonly filename: string
  /** How long an append waits for other processes, in milliseconds: 5000 unless told. */
  readonly busyTimeout?: number
  /** Whether a missing file is made: yes unless told. */
  readonly create?: boolean
}

/** SQLite's primary result codes, as reasons. */
const reasons: Readonly<Record<number, Reason>> = {
  3: "refused",
  5: "timedOut",
  6: "timedOut",
  8: "refused",
  10: "unreachable",
  11: "corrupt",
  13: "full",
  14: "unreachable",
  18: "invalid",
  19: "refused",
  23: "refused",
  26: "notALog"
}

/** What an error of the driver means for the log in that file. */
export const sqliteError = (filename: string, error: unknown): EventLogError => {
  if (error instanceof EventLogError) return error
  const code = error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode : 0
  const said = error instanceof Error ? error.message : String(error)
  return new EventLogError({ reason: reasons[code & 0xff] ?? "unreachable", detail: `${filename}: ${said}` })
}

const numberOf = (db: DatabaseSync, pragma: string): number =>
  Number(Object.values(db.prepare(`pragma ${pragma}`).get() ?? {})[0])

const prepare = (db: DatabaseSync, { create = true, filename }: OpenOptions): void => {
  const fail = (reason: Reason, detail: string) => new EventLogError({ reason, detail: `${filename}: ${detail}` })
  // Older versions of Node have no such switch, or have it on from the start.
  if ("enableDefensive" in db && typeof db.enableDefensive === "function") db.enableDefensive(true)
  db.exec("pragma recursive_triggers = on; pragma synchronous = full; pragma trusted_schema = off")
  const isNew = () => numberOf(db, "schema_version") === 0
  if (isNew()) {
    if (!create) throw fail("unreachable", "the file is empty")
    db.exec("pragma journal_mode = wal")
    db.exec("begin immediate")
    try {
      // Another process may have made the tables since.
      if (isNew()) {
        db.exec(`pragma application_id = ${applicationId}; pragma user_version = ${schemaVersion}; ${schema}`)
      }
      db.exec("commit")
    } catch (error) {
      if (db.isTransaction) db.exec("rollback")
      throw error
    }
  }
  if (numberOf(db, "application_id") !== applicationId) throw fail("notALog", "it belongs to another program")
  const version = numberOf(db, "user_version")
  if (version > schemaVersion) throw fail("schemaTooNew", `version ${version}, and ${schemaVersion} is known`)
}

/** Opens the file for the life of the scope. A busy file is tried again for as long as an append would wait. */
export const open = (options: OpenOptions): Effect.Effect<DatabaseSync, EventLogError, Scope.Scope> => {
  const { busyTimeout = 5000, create = true, filename } = options
  const opened = Effect.acquireRelease(
    Effect.tryPromise({
      try: async () => {
        if (!create && filename !== ":memory:" && !existsSync(filename)) {
          throw new EventLogError({ reason: "unreachable", detail: `${filename}: there is no such file` })
        }
        const sqlite = await import("node:sqlite")
        const db = new sqlite.DatabaseSync(filename, { timeout: 0 })
        try {
          prepare(db, options)
          return db
        } catch (error) {
          db.close()
          throw error
        }
      },
      catch: (error) => sqliteError(filename, error)
    }),
    (db) => Effect.sync(() => db.close())
  )
  return Effect.retry(opened, {
    while: (error) => error.reason === "timedOut",
    schedule: Schedule.spaced("10 millis"),
    times: Math.ceil(busyTimeout / 10)
  })
}
