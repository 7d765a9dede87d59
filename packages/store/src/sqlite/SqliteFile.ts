/**
 * Opens a SQLite file as a log: sets it up, creates its tables if it is new, and translates its errors.
 */
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import { existsSync } from "node:fs"
import { resolve } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { checkedFilename } from "../DatabaseAddress.ts"
import { EventLogError, type Reason } from "../EventLog.ts"
import { countingRetries, countRetry } from "../observing/LogMetrics.ts"
import { logApplicationId, sqliteSchema, sqliteSchemaVersion } from "./SqliteSchema.ts"
import { isUpgradable, upgradeTables } from "./SqliteUpgrade.ts"

/** Which file to open, and how. */
export interface OpenOptions {
  /** The path of the file. `:memory:`, `file:…` and other addresses are refused (`invalid`). */
  readonly filename: string
  /** The time to wait for other processes, in milliseconds. Default: 5000. */
  readonly busyTimeout?: number
  /** Whether to create a missing file. Default: true. */
  readonly create?: boolean
}

/**
 * SQLite's primary result codes, as reasons. The statements are always the same, so one that is refused means damage.
 */
const reasons: Readonly<Record<number, Reason>> = {
  1: "corrupt",
  3: "refused",
  5: "timedOut",
  6: "timedOut",
  8: "refused",
  10: "unreachable",
  11: "corrupt",
  13: "full",
  14: "unreachable",
  18: "invalid",
  19: "corrupt",
  23: "refused",
  26: "notALog"
}

/**
 * Extended codes of a file without room: it could not be written (SQLite says so of a quota, and of a limit on files), or
 * the file that readers share could not be made larger, or not be mapped.
 */
const noRoom: ReadonlySet<number> = new Set([778, 4874, 5386])

/** Whether Node refused to read an integer that a number cannot hold. No log has written such a value. */
export const isOutOfRange = (error: unknown): boolean =>
  error instanceof RangeError && "code" in error && error.code === "ERR_OUT_OF_RANGE"

const errorCode = (error: unknown): number =>
  error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode : 0

/** Whether a guard, a key or a check of a table refused a row. */
export const isRefusedRow = (error: unknown): boolean => (errorCode(error) & 0xff) === 19

/** Translates an error of the driver. */
export const sqliteError = (filename: string, error: unknown): EventLogError => {
  if (error instanceof EventLogError) return error
  const code = errorCode(error)
  const said = error instanceof Error ? error.message : String(error)
  if (said.includes("node:sqlite")) {
    const detail = `a log in a file needs Node 22.13 or later; this is ${process.version}`
    return new EventLogError({ reason: "invalid", detail, file: filename })
  }
  return new EventLogError({
    reason: isOutOfRange(error) ? "corrupt" : noRoom.has(code) ? "full" : (reasons[code & 0xff] ?? "unreachable"),
    detail: said,
    file: filename
  })
}

/** Returns the number that a pragma of a file has. */
export const pragmaNumber = (db: DatabaseSync, pragma: string): number =>
  Number(Object.values(db.prepare(`pragma ${pragma}`).get() ?? {})[0])

/** Returns whether nobody has written to the file. A file without tables may still be marked by another program. */
export const isNewFile = (db: DatabaseSync): boolean =>
  ["schema_version", "application_id", "user_version"].every((pragma) => pragmaNumber(db, pragma) === 0)

const prepare = (db: DatabaseSync, { create = true, filename }: OpenOptions): void => {
  const fail = (reason: Reason, detail: string) => new EventLogError({ reason, detail, file: filename })
  // Node has this switch since 24.12. Without it, the triggers still refuse to change an event.
  if ("enableDefensive" in db) db.enableDefensive(true)
  db.exec(
    "pragma recursive_triggers = on; pragma trusted_schema = off; pragma synchronous = full; pragma fullfsync = on"
  )
  // Each trigger may undo its statement, for which SQLite would write to a temporary file at every event.
  db.exec("pragma temp_store = memory")
  if (isNewFile(db)) {
    if (!create) throw fail("unreachable", "the file is empty")
    db.exec("begin immediate")
    try {
      // Another process may have created the tables meanwhile.
      if (isNewFile(db)) {
        db.exec(
          `pragma application_id = ${logApplicationId}; pragma user_version = ${sqliteSchemaVersion}; ${sqliteSchema}`
        )
      }
      db.exec("commit")
    } catch (error) {
      if (db.isTransaction) db.exec("rollback")
      throw error
    }
  }
  if (pragmaNumber(db, "application_id") !== logApplicationId) throw fail("notALog", "it belongs to another program")
  upgrade(db)
  const version = pragmaNumber(db, "user_version")
  if (version !== sqliteSchemaVersion) {
    const reason = version > sqliteSchemaVersion ? "schemaTooNew" : "schemaTooOld"
    throw fail(reason, `version ${version}, and ${sqliteSchemaVersion} is known`)
  }
  // Only now is the file known to be a log. Where the file system cannot do this, SQLite answers with another mode.
  const mode = db.prepare("pragma journal_mode = wal").get()?.["journal_mode"]
  if (mode !== "wal") throw fail("unreachable", `its journal mode is ${mode} and cannot be wal`)
}

/** Brings the tables of an older version to this one, in one transaction. */
const upgrade = (db: DatabaseSync): void => {
  const isOlder = () => isUpgradable(pragmaNumber(db, "user_version"))
  if (!isOlder()) return
  db.exec("begin immediate")
  try {
    // Another process may have upgraded them meanwhile.
    if (isOlder()) {
      upgradeTables(db, pragmaNumber(db, "user_version"))
      db.exec(`pragma user_version = ${sqliteSchemaVersion}`)
    }
    db.exec("commit")
  } catch (error) {
    if (db.isTransaction) db.exec("rollback")
    throw error
  }
}

/**
 * Retries while the file is busy. It pauses without blocking, where SQLite's own timeout would block the event loop.
 */
export const retryWhileBusy = ({ busyTimeout = 5000 }: OpenOptions) => {
  const whileBusy = {
    while: (error: EventLogError) => error.reason === "timedOut",
    schedule: Schedule.spaced("10 millis").pipe(
      Schedule.jittered,
      Schedule.upTo({ duration: busyTimeout }),
      countingRetries
    )
  }
  // Most calls succeed at once and need no schedule.
  return <A, R>(self: Effect.Effect<A, EventLogError, R>): Effect.Effect<A, EventLogError, R> =>
    Effect.catchIf(self, whileBusy.while, () => Effect.andThen(countRetry, Effect.retry(self, whileBusy)))
}

/**
 * Opens a SQLite file until the scope ends, once `prepare` has found it to be what is expected. Retries while it is busy;
 * creates it where it is missing, unless `create` is false.
 */
export const openDatabase = (
  options: OpenOptions,
  prepare: (db: DatabaseSync) => void
): Effect.Effect<DatabaseSync, EventLogError, Scope.Scope> => {
  const { create = true, filename } = options
  const path = resolve(filename)
  const opened = Effect.acquireRelease(
    Effect.tryPromise({
      try: async () => {
        if (!create && !existsSync(path)) {
          throw new EventLogError({ reason: "unreachable", detail: "there is no such file", file: filename })
        }
        const sqlite = await import("node:sqlite")
        const db = new sqlite.DatabaseSync(path, { timeout: 0 })
        try {
          prepare(db)
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
  return Effect.andThen(Effect.fromResult(checkedFilename(filename)), retryWhileBusy(options)(opened))
}

/** Opens a log's file until the scope ends. */
export const openFile = (options: OpenOptions): Effect.Effect<DatabaseSync, EventLogError, Scope.Scope> =>
  openDatabase(options, (db) => prepare(db, options))
