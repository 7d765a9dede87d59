/**
 * Migrating a database: by several at once, by whom, into what; all of it or nothing; and versions that do not fit.
 */
import { describe, expect, it } from "@effect/vitest"
import { newName } from "@frist/testing/PgDatabase"
import { type PgServer, startPgServer } from "@frist/testing/PgServer"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { afterAll, beforeAll } from "vitest"
import { batchOf, fromTo, newPlan, note, positions } from "../../src/contract/ContractFixture.ts"
import { EventLog } from "../../src/EventLog.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { migrateDatabase, pgSchemaVersion } from "../../src/postgres/PgMigration.ts"
import { newDatabase } from "../pg.ts"
import { rowsAt, session, urlOf } from "../sessions.ts"

const migrateAt = (url: string, partitions = 0) =>
  Effect.scoped(Effect.flatMap(session(url), (sql) => migrateDatabase(sql, { partitions })))
const build = (url: string, migrating = false) =>
  Effect.scoped(Effect.asVoid(Layer.build(layer({ url: Redacted.make(url), migrate: migrating }))))
const whole = { from: 0, to: pgSchemaVersion }
const atOnce = { concurrency: "unbounded" } as const

describe("an empty database", () => {
  it.live("is migrated once by any number at once", () =>
    Effect.gen(function* () {
      for (const round of fromTo(1, 10)) {
        const url = yield* newDatabase
        const ends = yield* Effect.all(
          fromTo(1, 4).map(() => migrateAt(url, round % 2 === 0 ? 2 : 0)),
          atOnce
        )
        expect(ends.filter((end) => end.from === 0)).toEqual([whole])
        expect(ends.filter((end) => end.from === pgSchemaVersion)).toHaveLength(3)
        expect(yield* rowsAt(url, "select count(*)::integer from frist.migration")).toEqual([[pgSchemaVersion]])
      }
    })
  )

  it.live("has no log before that", () =>
    Effect.gen(function* () {
      const url = yield* newDatabase
      expect(yield* Effect.flip(build(url))).toMatchObject({ reason: "schemaTooOld" })
      yield* build(url, true)
      yield* build(url)
    })
  )

  it.live(
    "has no log after a migration that was cut off",
    () =>
      Effect.gen(function* () {
        const url = yield* newDatabase
        // The last statement but one meets what the schema will hold already.
        yield* rowsAt(
          url,
          `create function stop() returns event_trigger language plpgsql security definer as
         'begin if exists (select from pg_proc where proname = $$append$$ and pronamespace = to_regnamespace($$frist$$))
          then perform pg_terminate_backend(pg_backend_pid()); end if; end'`,
          "create event trigger stop on ddl_command_end execute function stop()"
        )
        expect(yield* Effect.flip(migrateAt(url))).toMatchObject({ _tag: "EventLogError", reason: "unreachable" })
        expect(yield* rowsAt(url, "select count(*)::integer from pg_namespace where nspname = 'frist'")).toEqual([[0]])
        yield* rowsAt(url, "drop event trigger stop")
        expect(yield* migrateAt(url)).toEqual(whole)
      }),
    60_000
  )
})

it.live("a database that is newer is left alone, by migrating and by the log", () =>
  Effect.gen(function* () {
    const url = yield* newDatabase
    yield* migrateAt(url)
    yield* rowsAt(url, `insert into frist.migration (version, name) values (${pgSchemaVersion + 1}, 'later')`)
    for (const tried of [migrateAt(url), build(url), build(url, true)]) {
      expect(yield* Effect.flip(Effect.asVoid(tried))).toMatchObject({ reason: "schemaTooNew" })
    }
    expect(yield* rowsAt(url, "select max(version) from frist.migration")).toEqual([[pgSchemaVersion + 1]])
    yield* rowsAt(url, `delete from frist.migration where version >= ${pgSchemaVersion}`)
    expect(yield* Effect.flip(build(url))).toMatchObject({ reason: "schemaTooOld" })
  })
)

it.live("a schema of that name that holds something else is not taken over", () =>
  Effect.gen(function* () {
    const url = yield* newDatabase
    yield* rowsAt(url, "create schema frist", "create table frist.event (theirs text)")
    const error = yield* Effect.flip(migrateAt(url))
    expect(error).toMatchObject({ reason: "invalid" })
    expect(error.message).toContain("the schema frist holds something that is not a log")
  })
)

/** Roles belong to a whole server: these need one where there are none. */
describe("a new server", () => {
  let server: PgServer
  beforeAll(async () => {
    server = await startPgServer({ settings: { fsync: "off" } })
  }, 60_000)
  afterAll(() => server.remove())

  const admin = (...statements: ReadonlyArray<string>) => Effect.suspend(() => rowsAt(server.url(), ...statements))
  const newLogin = (attributes: string) =>
    Effect.map(Effect.sync(newName), (name) => ({
      name,
      made: admin(`create role ${name} login password 'hemligt' ${attributes}`)
    })).pipe(Effect.flatMap(({ made, name }) => Effect.as(made, name)))
  const databaseOf = (owner: string, more = "") =>
    Effect.gen(function* () {
      const name = newName()
      yield* admin(`create database ${name} owner ${owner} ${more}`)
      return urlOf(server.url(name), owner)
    })
  const noRoles = admin("select count(*)::integer from pg_roles where rolname like 'frist\\_%' and not rolcanlogin")

  it.live("says what it needs to whoever may not make roles, or a schema", () =>
    Effect.gen(function* () {
      const login = yield* newLogin("")
      const owned = yield* databaseOf(login)
      const error = yield* Effect.flip(migrateAt(owned))
      expect(error).toMatchObject({ reason: "refused" })
      expect(error.message).toContain(
        `to make the roles frist_owner, frist_reader, frist_writer, frist_eraser, ${login} needs CREATEROLE, or a superuser migrates, SQLSTATE 42501`
      )
      const stranger = urlOf(owned, yield* newLogin("createrole"))
      expect((yield* Effect.flip(migrateAt(stranger))).message).toContain("needs to own the database")
      expect(yield* noRoles).toEqual([[0]])
    })
  )

  it.live("refuses a database in another encoding", () =>
    Effect.gen(function* () {
      const login = yield* newLogin("createrole")
      for (const encoding of ["LATIN1", "SQL_ASCII"]) {
        const url = yield* databaseOf(login, `encoding '${encoding}' template template0`)
        const error = yield* Effect.flip(migrateAt(url))
        expect(error).toMatchObject({ reason: "invalid" })
        expect(error.message).toContain(`is in ${encoding}`)
      }
      expect(yield* noRoles).toEqual([[0]])
    })
  )

  it.live(
    "has its databases migrated at once, each by its owner, who may make roles",
    () =>
      Effect.gen(function* () {
        const login = yield* newLogin("createrole")
        const urls = yield* Effect.forEach(fromTo(1, 4), () => databaseOf(login))
        expect(
          yield* Effect.all(
            urls.map((url) => migrateAt(url, 2)),
            atOnce
          )
        ).toEqual(urls.map(() => whole))
        const plan = newPlan()
        for (const url of urls.slice(0, 2)) {
          const read = yield* Effect.flatMap(EventLog, (log) =>
            Effect.andThen(log.append(batchOf(plan, 0, [note("a")])), log.read(plan))
          ).pipe(Effect.provide(layer({ url: Redacted.make(url) })), Effect.scoped)
          expect(positions(read)).toEqual([1])
        }
        // Somebody else, who finds the roles made.
        const other = yield* newLogin("createrole")
        const url = yield* databaseOf(other)
        const error = yield* Effect.flip(migrateAt(url))
        expect(error).toMatchObject({ reason: "refused" })
        expect(error.message).toContain(`a superuser says GRANT frist_owner TO ${other}`)
        yield* admin(`grant frist_owner to ${other}`)
        expect(yield* migrateAt(url)).toEqual(whole)
      }),
    60_000
  )
})
