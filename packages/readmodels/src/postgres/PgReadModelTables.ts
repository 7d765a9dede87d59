/**
 * The tables of read models in PostgreSQL: created by a migration, swapped by a rebuild.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import type { PlanId } from "@frist/domain/Names"
import { EventLogError } from "@frist/store/EventLog"
import { connected } from "@frist/store/postgres/PgAccess"
import { typed } from "@frist/store/postgres/PgErrors"
import { migrating } from "@frist/store/postgres/PgMigration"
import * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import { readFileSync } from "node:fs"
import type { ReadModel } from "../ReadModel.ts"
import { readModels } from "../ReadModels.ts"
import type { Generation } from "../ReadModelStore.ts"
import { createTable, showVersion, tableOf } from "./PgTables.ts"

/** One statement a file, by version. The first runs as the login that migrates, the others as frist_projector. */
const files = new Map([
  [1, "read_0001_role"],
  [2, "read_0002_progress"],
  [5, "read_0005_claim"]
])

/** The version of the tables around the read models. */
const readSchemaVersion = Math.max(...files.keys())

const sqlOf = (name: string): string => readFileSync(new URL(`migrations/${name}.sql`, import.meta.url), "utf8")

const versionOf = (sql: PgClient): Effect.Effect<number, EventLogError> =>
  typed(
    Effect.flatMap(sql.unsafe("select to_regclass('frist_read.migration') is not null").values, ([found]) =>
      found?.[0] === true
        ? Effect.map(sql.unsafe("select coalesce(max(version), 0) from frist_read.migration").values, ([row]) =>
            Number(row?.[0])
          )
        : Effect.succeed(0)
    )
  )

/** Fails unless the tables exist and have the version that this code knows. */
export const checkReadVersion = (sql: PgClient): Effect.Effect<void, EventLogError> =>
  Effect.flatMap(versionOf(sql), (version) =>
    version === readSchemaVersion
      ? Effect.void
      : Effect.fail(
          new EventLogError({
            reason: version > readSchemaVersion ? "schemaTooNew" : "schemaTooOld",
            detail: `read models of version ${version}, and ${readSchemaVersion} is known`
          })
        )
  )

/**
 * Creates the role, the schema and the first table of each read model where they are missing, in one transaction and one
 * process at a time. Existing tables stay, whatever their shape.
 */
const migrateReadModels = (
  sql: PgClient
): Effect.Effect<{ readonly from: number; readonly to: number }, EventLogError> =>
  migrating(
    sql,
    { owner: "frist_projector", migrations: "frist_read.migration" },
    Effect.gen(function* () {
      const from = yield* versionOf(sql)
      if (from > readSchemaVersion) {
        const detail = `read models of version ${from}, and ${readSchemaVersion} is known`
        return yield* new EventLogError({ reason: "schemaTooNew", detail })
      }
      for (const [version, name] of files) {
        if (version > from) yield* sql.unsafe(sqlOf(name)).unprepared
        if (version === 1) yield* sql.unsafe("set local role frist_projector")
        else if (version > from) {
          yield* sql.unsafe("insert into frist_read.migration (version, name) values ($1, $2)", [version, name])
        }
      }
      const known = yield* sql.unsafe("select distinct projection from frist_read.projection").values
      const names = new Set(known.map(([name]) => name))
      for (const model of readModels) {
        if (names.has(model.name)) continue
        yield* makeGeneration(sql, model, "serving")
        yield* runAll(sql, showVersion(model, 1, false))
      }
      return { from, to: readSchemaVersion }
    })
  )

/** Migrates the read models at that address. */
export const migrateReadModelsAt = (
  url: Redacted.Redacted
): Effect.Effect<{ readonly from: number; readonly to: number }, EventLogError> =>
  Effect.scoped(Effect.flatMap(connected(url), migrateReadModels))

const runAll = (sql: PgClient, statements: ReadonlyArray<string>) =>
  Effect.forEach(statements, (statement) => sql.unsafe(statement).unprepared, { discard: true })

/** Creates the next table of a read model. */
const makeGeneration = Effect.fnUntraced(function* (sql: PgClient, model: ReadModel, state: "serving" | "building") {
  const [[version] = [1]] = yield* sql.unsafe(
    `insert into frist_read.projection (projection, version, shape, state)
     select $1, coalesce(max(version), 0) + 1, $2, $3 from frist_read.projection where projection = $1
     returning version`,
    [model.name, model.shape, state]
  ).values
  yield* runAll(sql, createTable(model, Number(version)))
  const made: Generation = { projection: model.name, version: Number(version), shape: model.shape, state }
  return made
})

/** Runs as frist_projector, which owns the tables. */
const asProjector = <A, E, R>(sql: PgClient, work: Effect.Effect<A, E, R>) =>
  typed(sql.withTransaction(Effect.andThen(sql.unsafe("set local role frist_projector"), work)))

/** Returns the shadow table of an interrupted rebuild, if it has this shape; or creates one. */
export const beginGeneration = (sql: PgClient, model: ReadModel): Effect.Effect<Generation, EventLogError> =>
  asProjector(
    sql,
    Effect.gen(function* () {
      const [begun] = yield* sql.unsafe(
        "select version, shape from frist_read.projection where projection = $1 and state = 'building'",
        [model.name]
      ).values
      if (begun !== undefined) {
        const [version, shape] = begun
        if (shape === model.shape) {
          return { projection: model.name, version: Number(version), shape: model.shape, state: "building" } as const
        }
        yield* sql.unsafe("update frist_read.projection set state = 'retired' where projection = $1 and version = $2", [
          model.name,
          version
        ])
      }
      return yield* makeGeneration(sql, model, "building")
    })
  )

const lacking = `
  select exists (
    select from frist_read.projection g
    join frist_read.checkpoint c on c.projection = g.projection and c.version = g.version
    left join frist_read.checkpoint n on n.plan = c.plan and n.projection = c.projection and n.version = $2
    where g.projection = $1 and g.state = 'serving' and (n.position is null or n.position < c.position or n.as_of < c.as_of)
      and c.plan <> all ($3::text[])
  )`

/** Copies the rows of plans and their position to a table that has nothing of them. */
const carry = (model: ReadModel, from: number, to: number) => `
  with place as (
    insert into frist_read.checkpoint (plan, projection, version, position, as_of, next_day, leaf)
    select plan, projection, ${to}, position, as_of, next_day, leaf from frist_read.checkpoint
    where projection = '${model.name}' and version = ${from} and plan = any ($1::text[])
    on conflict do nothing
    returning plan
  )
  insert into ${tableOf(model, to)} select t.* from ${tableOf(model, from)} t join place on place.plan = t.plan`

/**
 * Swaps a shadow table in. One view a transaction: with several, a reader could hold one and wait for another. Readers that
 * queue behind the swap, while it waits for a long read, wait at most this lock timeout.
 */
export const swapGeneration = (
  sql: PgClient,
  model: ReadModel,
  version: number,
  stuck: ReadonlyArray<PlanId>
): Effect.Effect<boolean, EventLogError> =>
  asProjector(
    sql,
    Effect.gen(function* () {
      yield* sql.unsafe("set local lock_timeout = '50ms'")
      // Writers finish first and new ones wait, so that the compared positions stay the same.
      yield* sql.unsafe("lock table frist_read.swapping in exclusive mode")
      const [[lacks] = [true]] = yield* sql.unsafe(lacking, [model.name, version, stuck]).values
      if (lacks === true) return false
      const [old] = yield* sql.unsafe(
        "update frist_read.projection set state = 'retired' where projection = $1 and state = 'serving' returning shape, version",
        [model.name]
      ).values
      if (stuck.length > 0 && old?.[0] === model.shape)
        yield* sql.unsafe(carry(model, Number(old[1]), version), [stuck])
      yield* sql.unsafe(
        "update frist_read.projection set state = 'serving', since = now() where projection = $1 and version = $2",
        [model.name, version]
      )
      yield* runAll(sql, showVersion(model, version, old?.[0] !== model.shape))
      return true
    })
  ).pipe(
    Effect.catchIf(
      (error) => error.reason === "timedOut",
      () => Effect.succeed(false)
    )
  )

/** Drops the tables that do not serve, with their positions. */
export const dropGenerations = (sql: PgClient): Effect.Effect<ReadonlyArray<Generation>, EventLogError> =>
  asProjector(
    sql,
    Effect.gen(function* () {
      yield* sql.unsafe("set local lock_timeout = '5s'")
      const rows = yield* sql.unsafe(
        `delete from frist_read.projection where state <> 'serving' returning projection, version, shape, state`
      ).values
      const gone: Array<Generation> = []
      for (const [projection, version, shape, state] of rows) {
        const generation = { projection, version, shape, state } as Generation
        gone.push(generation)
        yield* sql.unsafe(`drop table if exists ${tableOf({ name: String(projection) }, Number(version))}`).unprepared
        yield* sql.unsafe("delete from frist_read.checkpoint where projection = $1 and version = $2", [
          projection,
          version
        ])
      }
      return gone.sort((a, b) => (a.projection < b.projection ? -1 : 1))
    })
  )
