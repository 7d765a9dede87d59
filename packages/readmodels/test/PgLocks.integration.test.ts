/**
 * The locks of read models and migrations can be taken by their roles only, hold behind a pooler, and name who holds them.
 */
import { expect, it } from "@effect/vitest"
import * as PgClient from "@effect/sql-pg/PgClient"
import { migrateAt } from "@frist/store/postgres/PgAccess"
import { typed } from "@frist/store/postgres/PgErrors"
import { namingHolders } from "@frist/store/postgres/PgLockHolders"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { newDatabase } from "../../store/test/PgDatabases.ts"
import { newLogin, rowsAt, session } from "../../store/test/PgSessions.ts"
import { check } from "../src/ReadModelCheck.ts"
import { migrateReadModelsAt } from "../src/postgres/PgReadModelTables.ts"
import { project } from "../src/Projector.ts"
import { readModels } from "../src/ReadModels.ts"
import { ReadModelStore } from "../src/ReadModelStore.ts"
import { rebuild } from "../src/Rebuild.ts"
import { append, newEvents, newPlan, today } from "./kept.ts"
import { pgForAll } from "./pg.ts"

const pg = pgForAll()

/** The keys of advisory locks that earlier versions took. */
const keys = ["1718776690, 1", "1718776690, 2", "1718776691, 1", String(0x66727374), String(0x66726d64)]

it.live("a login without a role that holds every known lock stops no projection, check, rebuild or migration", () =>
  Effect.gen(function* () {
    const stranger = yield* session(yield* newLogin(pg.address()))
    for (const key of keys) yield* stranger.unsafe(`select pg_advisory_lock(${key})`).unprepared
    yield* append(newPlan(), newEvents([]))
    const work = Effect.gen(function* () {
      yield* migrateAt(Redacted.make(pg.address()))
      yield* migrateReadModelsAt(Redacted.make(pg.address()))
      yield* project({ today: Effect.succeed(today) })
      expect(yield* rebuild({ models: readModels, today })).toMatchObject({ outcome: "done" })
      yield* check(newPlan())
    })
    yield* Effect.timeout(work, "20 seconds")
    const kept = yield* rowsAt(
      pg.address(),
      `select count(*)::int from pg_locks l join pg_stat_activity a using (pid)
       where locktype = 'advisory' and application_name like 'frist%' and datname = current_database()`
    )
    expect(kept).toEqual([[0]])
  }).pipe(Effect.scoped, Effect.provide(pg.layer()))
)

it.live("no login without the role can take the locks of read models", () =>
  Effect.gen(function* () {
    for (const roles of [[], ["frist_reader"], ["frist_eraser"]]) {
      const sql = yield* session(yield* newLogin(pg.address(), roles))
      for (const table of ["rebuilding", "swapping", "projection", "work"]) {
        for (const mode of ["row share", "row exclusive", "exclusive"]) {
          yield* sql.unsafe("begin").unprepared
          const end = yield* Effect.flip(typed(sql.unsafe(`lock table frist_read.${table} in ${mode} mode`).unprepared))
          expect(end).toMatchObject({ sqlState: "42501" })
          yield* sql.unsafe("rollback").unprepared
        }
      }
    }
  }).pipe(Effect.scoped)
)

it.live("the lock of rebuilds ends with its scope, and its transaction holds up no clean-up of rows", () =>
  Effect.gen(function* () {
    const store = yield* ReadModelStore
    const alone = Effect.scoped(store.alone)
    yield* Effect.scoped(
      Effect.gen(function* () {
        expect(yield* store.alone).toBe(true)
        expect(yield* alone).toBe(false)
        const held = yield* rowsAt(
          pg.address(),
          `select state, backend_xid::text, backend_xmin::text from pg_stat_activity
           where datname = current_database() and pid in (select pid from pg_locks where relation = 'frist_read.rebuilding'::regclass)`
        )
        expect(held).toEqual([["idle in transaction", null, null]])
      })
    )
    expect(yield* alone).toBe(true)
    expect(yield* alone).toBe(true)
  }).pipe(Effect.provide(pg.layer()))
)

it.live("two migrations of an empty database at once both succeed", () =>
  Effect.gen(function* () {
    const url = Redacted.make(yield* newDatabase)
    const migrated = Effect.andThen(migrateAt(url), migrateReadModelsAt(url))
    const ends = yield* Effect.all([migrated, migrated, migrated], { concurrency: "unbounded" })
    expect(ends).toHaveLength(3)
  }).pipe(Effect.scoped)
)

it.live("a lock that was waited for in vain is reported with the login that holds it", () =>
  Effect.gen(function* () {
    const reader = yield* newLogin(pg.address(), ["frist_reader"])
    const busy = yield* session(reader)
    yield* busy.unsafe("begin").unprepared
    yield* busy.unsafe("select from frist.chunk limit 1").unprepared
    const sql = yield* PgClient.PgClient
    const waiting = sql.withTransaction(
      Effect.andThen(
        sql.unsafe("set local lock_timeout = 100"),
        sql.unsafe("lock table frist.chunk in access exclusive mode")
      )
    )
    const error = yield* Effect.flip(namingHolders(sql)(typed(waiting)))
    expect(error).toMatchObject({ reason: "timedOut", sqlState: "55P03" })
    expect(error.detail).toContain(`locks are held by ${new URL(reader).username}, process `)
  }).pipe(Effect.scoped, Effect.provide(pg.client()))
)
