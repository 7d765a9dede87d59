/**
 * Opens the file of the read models, with its settings, and its tables if it is new.
 */
import { EventLogError } from "@frist/store/EventLog"
import { isNewFile, openDatabase, type OpenOptions, pragmaNumber } from "@frist/store/sqlite/SqliteFile"
import type * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { DatabaseSync } from "node:sqlite"
import { readModels } from "../ReadModels.ts"
import {
  readApplicationId,
  createTable,
  progressSchema,
  readFileVersion,
  showVersion,
  upgradeSchema
} from "./SqliteTables.ts"

/** Runs in one exclusive write transaction. */
export const inTransaction = <A>(db: DatabaseSync, run: () => A): A => {
  db.exec("begin immediate")
  try {
    const answer = run()
    db.exec("commit")
    return answer
  } catch (error) {
    if (db.isTransaction) db.exec("rollback")
    throw error
  }
}

const prepare = (db: DatabaseSync, filename: string): void => {
  db.exec("pragma trusted_schema = off; pragma synchronous = normal; pragma secure_delete = on")
  if (isNewFile(db)) {
    inTransaction(db, () => {
      if (isNewFile(db)) {
        db.exec(
          `pragma application_id = ${readApplicationId}; pragma user_version = ${readFileVersion}; ${progressSchema}`
        )
      }
    })
  }
  if (pragmaNumber(db, "application_id") !== readApplicationId) {
    throw new EventLogError({ reason: "notALog", detail: "it belongs to another program", file: filename })
  }
  const version = pragmaNumber(db, "user_version")
  if (version > readFileVersion) {
    const detail = `version ${version}, and ${readFileVersion} is known`
    throw new EventLogError({ reason: "schemaTooNew", detail, file: filename })
  }
  db.exec("pragma journal_mode = wal")
  if (version < readFileVersion) {
    inTransaction(db, () => {
      if (pragmaNumber(db, "user_version") < readFileVersion) db.exec(upgradeSchema)
    })
  }
  const made = new Set(
    db
      .prepare("select distinct projection from projection")
      .all()
      .map((row) => row["projection"])
  )
  if (readModels.every(({ name }) => made.has(name))) return
  inTransaction(db, () => {
    for (const model of readModels) {
      const known = db.prepare("select 1 from projection where projection = ?").get(model.name)
      if (known !== undefined) continue
      db.prepare("insert into projection (projection, version, shape, state) values (?, 1, ?, 'serving')").run(
        model.name,
        model.shape
      )
      db.exec(createTable(model, 1))
      db.exec(showVersion(model, 1))
    }
  })
}

/** Opens the file until the scope ends; creates it where it is missing, unless `create` is false. */
export const openReadFile = (options: OpenOptions): Effect.Effect<DatabaseSync, EventLogError, Scope.Scope> =>
  openDatabase(options, (db) => prepare(db, options.filename))
