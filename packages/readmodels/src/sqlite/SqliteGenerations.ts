/**
 * The versions of the read models' tables in a SQLite file: created in the shadow, swapped in, and dropped.
 */
import type { PlanId } from "@frist/domain/Names"
import type { EventLogError } from "@frist/store/EventLog"
import { sqliteError } from "@frist/store/sqlite/SqliteFile"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { resolve } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import type { ReadModel } from "../ReadModel.ts"
import type { Generation } from "../ReadModelStore.ts"
import { inTransaction } from "./SqliteReadFile.ts"
import { createTable, showVersion, tableOf } from "./SqliteTables.ts"

/** Reads the versions of every table. */
export const generationsIn = (db: DatabaseSync): ReadonlyArray<Generation> =>
  db
    .prepare("select projection, version, shape, state from projection order by projection, version")
    .all()
    .map(
      (row) =>
        ({
          projection: row["projection"],
          version: Number(row["version"]),
          shape: Number(row["shape"]),
          state: row["state"]
        }) as Generation
    )

/** Returns the shadow table of an interrupted rebuild, if it has this shape; or creates one. */
export const beginGeneration = (db: DatabaseSync, model: ReadModel): Generation =>
  inTransaction(db, () => {
    const begun = generationsIn(db).find((each) => each.projection === model.name && each.state === "building")
    if (begun !== undefined && begun.shape === model.shape) return begun
    db.prepare("update projection set state = 'retired' where projection = ? and state = 'building'").run(model.name)
    const last = db.prepare("select max(version) as version from projection where projection = ?").get(model.name)
    const version = Number(last?.["version"] ?? 0) + 1
    db.prepare("insert into projection (projection, version, shape, state) values (?, ?, ?, 'building')").run(
      model.name,
      version,
      model.shape
    )
    db.exec(createTable(model, version))
    return { projection: model.name, version, shape: model.shape, state: "building" }
  })

const lacks = (db: DatabaseSync, model: ReadModel, version: number, stuck: ReadonlyArray<PlanId>): boolean =>
  db
    .prepare(
      `select 1 from projection g
       join checkpoint c on c.projection = g.projection and c.version = g.version
       left join checkpoint n on n.plan = c.plan and n.projection = c.projection and n.version = ?
       where g.projection = ? and g.state = 'serving'
         and (n.position is null or n.position < c.position or n.as_of < c.as_of)
         and c.plan not in (select value from json_each(?))`
    )
    .get(version, model.name, JSON.stringify(stuck)) !== undefined

/** Copies the rows of a plan and its position to a table that has nothing of it. */
const carry = (db: DatabaseSync, model: ReadModel, from: number, to: number, plan: PlanId): void => {
  const { changes } = db
    .prepare(
      `insert or ignore into checkpoint (plan, projection, version, position, as_of, next_day, leaf)
       select plan, projection, ?, position, as_of, next_day, leaf from checkpoint
       where plan = ? and projection = ? and version = ?`
    )
    .run(to, plan, model.name, from)
  if (Number(changes) === 0) return
  db.prepare(`insert into ${tableOf(model, to)} select * from ${tableOf(model, from)} where plan = ?`).run(plan)
}

/** Swaps a shadow table in; false if it lacks something that the serving one has. */
export const swapGeneration = (
  db: DatabaseSync,
  model: ReadModel,
  version: number,
  stuck: ReadonlyArray<PlanId>
): boolean =>
  inTransaction(db, () => {
    if (lacks(db, model, version, stuck)) return false
    const old = generationsIn(db).find((each) => each.projection === model.name && each.state === "serving")
    if (old?.shape === model.shape) for (const plan of stuck) carry(db, model, old.version, version, plan)
    db.prepare("update projection set state = 'retired' where projection = ? and state = 'serving'").run(model.name)
    db.prepare("update projection set state = 'serving' where projection = ? and version = ?").run(model.name, version)
    db.exec(showVersion(model, version))
    return true
  })

/** Drops the tables that do not serve, with their positions. */
export const dropGenerations = (db: DatabaseSync): ReadonlyArray<Generation> =>
  inTransaction(db, () => {
    const gone = generationsIn(db).filter(({ state }) => state !== "serving")
    for (const { projection, version } of gone) {
      db.exec(`drop table if exists ${tableOf({ name: projection }, version)}`)
      db.prepare("delete from checkpoint where projection = ? and version = ?").run(projection, version)
      db.prepare("delete from projection where projection = ? and version = ?").run(projection, version)
    }
    return gone
  })

/** Takes the lock of rebuilds: a file that stays locked as long as its process lives. False if another has it. */
export const aloneAt = (filename: string): Effect.Effect<boolean, EventLogError, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.tryPromise({
        try: async () => {
          const { DatabaseSync } = await import("node:sqlite")
          const lock = new DatabaseSync(`${resolve(filename)}-rebuild`, { timeout: 0 })
          try {
            lock.exec("begin exclusive")
            return lock
          } catch {
            lock.close()
            return null
          }
        },
        catch: (error) => sqliteError(filename, error)
      }),
      (lock) => Effect.sync(() => lock?.close())
    ),
    (lock) => lock !== null
  )
