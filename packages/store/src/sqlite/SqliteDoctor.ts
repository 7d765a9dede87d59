/**
 * Examines a log in a SQLite file without changing it: the file, its tables and triggers, permissions and disk space.
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs"
import { dirname, resolve } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { oneLine } from "../CheckedInput.ts"
import type { EventLogError } from "../EventLog.ts"
import { checkedFilename } from "../DatabaseAddress.ts"
import { sqliteError } from "./SqliteFile.ts"
import { logApplicationId, sqliteSchema, sqliteSchemaVersion, unfinishedErasure } from "./SqliteSchema.ts"
import { diagnostic, type Diagnostic, clockDiagnostic, isKeptNote } from "../doctor/Diagnostic.ts"
import { diskSpaceDiagnostic } from "../doctor/DiskSpace.ts"

/** Returns the diagnostics of the file, in reading order. Never fails. */
export const examineFile = ({ filename }: { readonly filename: string }): Effect.Effect<ReadonlyArray<Diagnostic>> =>
  Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    const checked = checkedFilename(filename)
    if (Result.isFailure(checked)) return [diagnostic("fileUnreadable", checked.failure.detail)]
    const sqlite = yield* Effect.promise(() => import("node:sqlite"))
    return yield* Effect.try({
      try: () => examineNow(resolve(filename), sqlite.DatabaseSync, now),
      catch: (error) => [diagnostic("examinationFailed", oneLine(error))]
    })
  }).pipe(Effect.catch((findings) => Effect.succeed(findings)))

const examineNow = (path: string, Sqlite: typeof DatabaseSync, now: number): ReadonlyArray<Diagnostic> => {
  if (!existsSync(path)) return [diagnostic("fileMissing")]
  const around = [accessFinding(path), ...openToAll(path), room(path)]
  let db: DatabaseSync | undefined
  try {
    db = new Sqlite(path, { readOnly: true, timeout: 1000 })
    return [...contentFindings(db, Sqlite, now), ...around]
  } catch (error) {
    const seen = sqliteError(path, error)
    return [diagnostic(codes[seen.reason] ?? "fileUnreadable", seen.detail), ...around]
  } finally {
    db?.close()
  }
}

const codes: Readonly<Partial<Record<EventLogError["reason"], Diagnostic["code"]>>> = {
  notALog: "notALog",
  corrupt: "damaged"
}

const valueOf = (db: DatabaseSync, statement: string): unknown => Object.values(db.prepare(statement).get() ?? {})[0]

const contentFindings = (db: DatabaseSync, Sqlite: typeof DatabaseSync, now: number): ReadonlyArray<Diagnostic> => {
  if (valueOf(db, "pragma application_id") !== logApplicationId)
    return [diagnostic("fileReadable"), diagnostic("notALog")]
  const version = Number(valueOf(db, "pragma user_version"))
  if (version > sqliteSchemaVersion)
    return [diagnostic("fileReadable"), diagnostic("versionNew", `${version} > ${sqliteSchemaVersion}`)]
  const journal = String(valueOf(db, "pragma journal_mode"))
  return [
    diagnostic("fileReadable"),
    version === sqliteSchemaVersion
      ? diagnostic("versionKnown", String(version))
      : diagnostic("versionOld", `${version} < ${sqliteSchemaVersion}`),
    ...integrity(db),
    ...(version === sqliteSchemaVersion ? schemaFindings(db, Sqlite) : []),
    ...(version === sqliteSchemaVersion ? rowFindings(db) : []),
    ...remainFindings(db),
    journal === "wal" ? diagnostic("journalSafe") : diagnostic("journalOther", journal),
    clockDiagnostic(Number(valueOf(db, "select max(recorded_at) from plan") ?? 0), now)
  ]
}

const integrity = (db: DatabaseSync): ReadonlyArray<Diagnostic> => {
  const said = String(valueOf(db, "pragma integrity_check(1)"))
  return [said === "ok" ? diagnostic("intact") : diagnostic("damaged", oneLine(said))]
}

/** Rows that do not follow the one before, and kept notes that are no checkpoint. */
const rowFindings = (db: DatabaseSync): ReadonlyArray<Diagnostic> => {
  const odd = db.prepare(oddRowsSql).all()
  const notes = db.prepare("select plan, number, note from checkpoint order by plan, number").all()
  const unread = notes.filter(({ note }) => !isKeptNote(String(note)))
  return [
    ...(odd.length === 0
      ? []
      : [diagnostic("rowsOutOfPlace", odd.map((row) => `${row["plan"]} ${row["first"]}`).join(", "))]),
    ...(unread.length === 0
      ? []
      : [diagnostic("checkpointsUnreadable", unread.map((row) => `${row["plan"]} ${row["number"]}`).join(", "))])
  ]
}

const oddRowsSql = `
  select plan, cast(first as text) as first from (
    select plan, first, chunk, batch, recorded_at, lag(last, 1, 0) over w as ended, lag(chunk) over w as chunk_before,
      lag(batch) over w as batch_before, lag(recorded_at) over w as recorded_before
    from batch window w as (partition by plan order by first)
  )
  where first <> ended + 1 or recorded_at < recorded_before
    or chunk <> 0 and (batch_before is not batch or chunk_before is not chunk - 1)
  limit 5`

interface Made {
  readonly type: string
  readonly name: string
  readonly sql: string
}

const made = (db: DatabaseSync): ReadonlyArray<Made> =>
  db
    .prepare("select type, name, sql from sqlite_schema where sql is not null order by type, name")
    .all()
    .map((row) => ({ type: String(row["type"]), name: String(row["name"]), sql: String(row["sql"]) }))

const isUnfinishedErasure = ({ sql }: Pick<Made, "sql">): boolean => sql.toLowerCase() === unfinishedErasure

/** The removals after which the file was not rewritten. */
const remainFindings = (db: DatabaseSync): ReadonlyArray<Diagnostic> => {
  if (!made(db).some(isUnfinishedErasure)) return []
  const left = db.prepare("select distinct plan, removed from unfinished_erasure limit 5").all()
  const named = left.map(({ plan, removed }) => `${String(plan)}: ${String(removed)}`)
  return [diagnostic("fileNotRewritten", oneLine(named.join("; ")))]
}

/** Compares the tables, their indexes and views, and the triggers of the file with those of a new one. */
const schemaFindings = (db: DatabaseSync, Sqlite: typeof DatabaseSync): ReadonlyArray<Diagnostic> => {
  const fresh = new Sqlite(":memory:")
  try {
    fresh.exec(sqliteSchema)
    const own = new Map(made(db).flatMap((each) => (isUnfinishedErasure(each) ? [] : [[each.name, each.sql]])))
    const ours = made(fresh)
    const changed = ours.filter(({ name, sql }) => own.get(name) !== sql)
    const known = new Set(ours.map(({ name }) => name))
    const added = [...own.keys()].filter((name) => !known.has(name)).join(", ")
    const names = (areTriggers: boolean) =>
      changed.flatMap(({ name, type }) => ((type === "trigger") === areTriggers ? [name] : [])).join(", ")
    const [tables, triggers] = [names(false), names(true)]
    return [
      ...(tables === "" ? [] : [diagnostic("tablesChanged", tables)]),
      ...(added === "" ? [] : [diagnostic("definitionsChanged", added)]),
      triggers === "" ? diagnostic("triggersStand") : diagnostic("triggersBroken", triggers)
    ]
  } finally {
    fresh.close()
  }
}

const may = (path: string, mode: number): boolean => {
  try {
    accessSync(path, mode)
    return true
  } catch {
    return false
  }
}

/** Checks the folder too: SQLite writes its journal beside the file. */
const accessFinding = (path: string): Diagnostic => {
  if (!may(dirname(path), constants.W_OK)) return diagnostic("folderReadOnly", dirname(path))
  return diagnostic(may(path, constants.W_OK) ? "fileWritable" : "fileReadOnly")
}

const openToAll = (path: string): ReadonlyArray<Diagnostic> => {
  const open = [path, dirname(path)].filter((each) => {
    const { mode } = statSync(each)
    // In a folder with the sticky bit, only the owner of a file can remove it.
    return process.platform !== "win32" && (mode & 0o002) !== 0 && (mode & 0o1000) === 0
  })
  return open.length === 0 ? [] : [diagnostic("fileOpenToAll", open.join(", "))]
}

const room = (path: string): Diagnostic => {
  const { bavail, bsize } = statfsSync(dirname(path))
  return diskSpaceDiagnostic(bavail * bsize, statSync(path).size)
}
