/**
 * Migrations of a database: several at once, whole or not at all, the rights that they need, and versions that do not fit.
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
import { changedDefinitions } from "../../src/postgres/PgDefinitions.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { migrateDatabase, pgSchemaVersion } from "../../src/postgres/PgMigration.ts"
import { newDatabase } from "../PgDatabases.ts"
import { rowsAt, session, addressAs, secret } from "../PgSessions.ts"
import { long } from "../sizes.ts"

const migrateAt = (url: string, partitions = 0) =>
  Effect.scoped(Effect.flatMap(session(url), (sql) => migrateDatabase(sql, { partitions })))
const build = (url: string, migrating = false) =>
  Effect.scoped(Effect.asVoid(Layer.build(layer({ url: Redacted.make(url), migrate: migrating }))))
const whole = { from: 0, to: pgSchemaVersion }
const atOnce = { concurrency: "unbounded" } as const

describe("migrations of an empty database", () => {
  it.live("an empty database that several migrate at once is migrated once", () =>
    Effect.gen(function* () {
      for (const round of fromTo(1, long ? 10 : 4)) {
        const url = yield* newDatabase
        const ends = yield* Effect.all(
          fromTo(1, 4).map(() => migrateAt(url, round % 2 === 0 ? 2 : 0)),
          atOnce
        )
        expect(ends.filter((end) => end.from === 0)).toEqual([whole])
        expect(ends.filter((end) => end.from === pgSchemaVersion)).toHaveLength(3)
        expect(yield* rowsAt(url, "select max(version) from frist.migration")).toEqual([[pgSchemaVersion]])
      }
    })
  )

  it.live("a database that is not migrated is refused as a log", () =>
    Effect.gen(function* () {
      const url = yield* newDatabase
      expect(yield* Effect.flip(build(url))).toMatchObject({ reason: "schemaTooOld" })
      yield* build(url, true)
      yield* build(url)
    })
  )

  it.live(
    "a migration that is cut off leaves the database as it was",
    () =>
      Effect.gen(function* () {
        const url = yield* newDatabase
        // The session ends when the migration has made one of its last functions.
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

it.live("a database of a newer version is neither migrated nor opened", () =>
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

it.live("a database of a build before the first release is migrated to the same definitions", () =>
  Effect.gen(function* () {
    const url = yield* newDatabase
    yield* migrateAt(url)
    yield* rowsAt(
      url,
      "delete from frist.migration where version > 8",
      "insert into frist.migration (version, name) select v, 'earlier ' || v from generate_series(9, 17) v",
      "create function frist.goes_on() returns trigger language plpgsql as 'begin return new; end'",
      "create trigger goes_on before insert on frist.chunk for each row execute function frist.goes_on()",
      "create or replace function frist.removed(in_plan text) returns bigint[] language sql as 'select null::bigint[]'"
    )
    const [[seed] = []] = yield* rowsAt(url, "select seed::text from frist.setting")
    expect(yield* migrateAt(url)).toEqual({ from: 17, to: pgSchemaVersion })
    expect(yield* Effect.scoped(Effect.flatMap(session(url), changedDefinitions))).toEqual([])
    expect(yield* rowsAt(url, "select seed::text from frist.setting")).toEqual([[seed]])
  })
)

it.live("a schema named frist that is not a log is not migrated", () =>
  Effect.gen(function* () {
    const url = yield* newDatabase
    yield* rowsAt(url, "create schema frist", "create table frist.event (theirs text)")
    const error = yield* Effect.flip(migrateAt(url))
    expect(error).toMatchObject({ reason: "invalid" })
    expect(error.message).toContain("the schema frist holds something that is not a log")
  })
)

/** Roles belong to a whole server: these tests need one without them. */
describe("migrations on a new server", () => {
  let server: PgServer
  beforeAll(async () => {
    server = await startPgServer({ settings: { fsync: "off" } })
  }, 60_000)
  afterAll(() => server.remove())

  const admin = (...statements: ReadonlyArray<string>) => Effect.suspend(() => rowsAt(server.url(), ...statements))
  const newLogin = (attributes: string) =>
    Effect.map(Effect.sync(newName), (name) => ({
      name,
      made: admin(`create role ${name} login password '${secret}' ${attributes}`)
    })).pipe(Effect.flatMap(({ made, name }) => Effect.as(made, name)))
  const databaseOf = (owner: string, more = "") =>
    Effect.gen(function* () {
      const name = newName()
      yield* admin(`create database ${name} owner ${owner} ${more}`)
      return addressAs(server.url(name), owner)
    })
  const noRoles = admin("select count(*)::integer from pg_roles where rolname like 'frist\\_%' and not rolcanlogin")

  it.live("a migration without the rights to create roles or a schema says which it needs", () =>
    Effect.gen(function* () {
      const login = yield* newLogin("")
      const owned = yield* databaseOf(login)
      const error = yield* Effect.flip(migrateAt(owned))
      expect(error).toMatchObject({ reason: "refused" })
      expect(error.message).toContain(
        `to make the roles frist_owner, frist_reader, frist_writer, frist_eraser, ${login} needs CREATEROLE, or a superuser migrates, SQLSTATE 42501`
      )
      const stranger = addressAs(owned, yield* newLogin("createrole"))
      expect((yield* Effect.flip(migrateAt(stranger))).message).toContain("needs to own the database")
      expect(yield* noRoles).toEqual([[0]])
    })
  )

  it.live("a database that is not in UTF-8 is not migrated", () =>
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
    "owners who may create roles migrate several databases of a new server at once",
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
        // Another owner, who does not own the roles that exist now.
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
