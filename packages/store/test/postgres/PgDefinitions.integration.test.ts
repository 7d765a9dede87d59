/**
 * The doctor of a PostgreSQL log names each definition that is not as the migrations make it.
 */
import { expect, it } from "@effect/vitest"
import { migrateAt } from "../../src/postgres/PgAccess.ts"
import { changedDefinitions } from "../../src/postgres/PgDefinitions.ts"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { beforeAll } from "vitest"
import { databaseForAll, newDatabase } from "../PgDatabases.ts"
import { newLogin, session } from "../PgSessions.ts"

const url = databaseForAll()
beforeAll(() => Effect.runPromise(migrateAt(Redacted.make(url()))))

const role = "select_only"
const changes: ReadonlyArray<readonly [string, string]> = [
  [
    "create or replace view frist.plan as select plan, head, recorded_at from frist.chunk c cross join lateral (select c.last as head) h",
    "definition of frist.plan, relation frist.plan"
  ],
  ["alter view frist.event reset (security_invoker)", "relation frist.event"],
  ["alter view frist.batch set (security_invoker = false)", "relation frist.batch"],
  [
    "drop view frist.batch",
    "- definition of frist.batch, - grant on relation frist.batch to frist_reader, - relation frist.batch"
  ],
  ["alter table frist.chunk disable row level security", "relation frist.chunk"],
  ["alter table frist.checkpoint no force row level security, disable row level security", "relation frist.checkpoint"],
  ["drop policy visible on frist.chunk", "- policy frist.chunk visible"],
  ["alter policy visible on frist.edition using (true)", "policy frist.edition visible"],
  ["create policy other on frist.chunk using (true)", "+ policy frist.chunk other"],
  ["alter policy visible on frist.chunk to frist_reader", "policy frist.chunk visible"],
  [
    "create or replace function frist.visible_plans() returns text[] language sql stable security definer as 'select null::text[]'",
    "function frist.visible_plans"
  ],
  ["alter function frist.visible_plans() security invoker", "function frist.visible_plans"],
  ["alter function frist.visible_plans() reset search_path", "function frist.visible_plans"],
  ["alter function frist.refuse() owner to postgres", "function frist.refuse"],
  [
    "create function frist.extra() returns int language sql as 'select 1'",
    "+ function frist.extra, + grant on function frist.extra to public"
  ],
  [
    "grant execute on function frist.erase(text, bigint[]) to frist_writer",
    "+ grant on function frist.erase to frist_writer"
  ],
  ["grant insert on frist.chunk to frist_writer", "+ grant on relation frist.chunk to frist_writer"],
  ["grant update on frist.chunk to public", "+ grant on relation frist.chunk to public"],
  ["grant update (header) on frist.chunk to frist_reader", "+ grant on column frist.chunk.header to frist_reader"],
  ["grant select on frist.tenant to frist_reader", "+ grant on relation frist.tenant to frist_reader"],
  ["grant create on schema frist to frist_writer", "+ grant on schema frist to frist_writer"],
  ["revoke select on frist.chunk from frist_reader", "- grant on relation frist.chunk to frist_reader"],
  [
    "create trigger a before insert on frist.chunk for each row execute function suppress_redundant_updates_trigger()",
    "+ trigger frist.chunk a"
  ],
  ["alter table frist.chunk enable trigger refuses_update", "trigger frist.chunk refuses_update"],
  ["drop trigger refuses_delete on frist.edition", "- trigger frist.edition refuses_delete"],
  ["create rule r as on insert to frist.chunk do instead nothing", "+ rule frist.chunk r"],
  ["drop index frist.batch_is_recorded_once", "- index frist.batch_is_recorded_once"],
  [
    "alter table frist.chunk drop constraint chunk_pkey",
    "- constraint frist.chunk chunk_pkey, - index frist.chunk_pkey"
  ],
  ["alter table frist.chunk add column extra text default 'x'", "+ column frist.chunk.extra"],
  ["alter table frist.chunk alter header set statistics 100", "column frist.chunk.header"],
  ["alter table frist.chunk alter last drop not null", "column frist.chunk.last"],
  ["create table frist.other (a int)", "+ column frist.other.a, + relation frist.other"],
  ["alter table frist.chunk owner to postgres", "relation frist.chunk"],
  ["alter schema frist owner to postgres", "schema frist"],
  ["grant frist_owner to frist_writer", "+ membership of frist_writer in frist_owner"]
]

it.live(
  "the definitions are those that the migrations make, in partitions too; else: node tools/docs/definitions.ts",
  () =>
    Effect.gen(function* () {
      expect(yield* Effect.flatMap(session(url()), changedDefinitions)).toEqual([])
      const other = yield* newDatabase
      yield* migrateAt(Redacted.make(other), { partitions: 3 })
      expect(yield* Effect.flatMap(session(other), changedDefinitions)).toEqual([])
      const confined = yield* newLogin(url(), ["frist_writer"])
      expect(yield* Effect.flatMap(session(confined), changedDefinitions)).toEqual([])
    }).pipe(Effect.scoped)
)

it.live("a right to read that is given to a role of the server is no finding", () =>
  Effect.gen(function* () {
    const sql = yield* session(url())
    yield* sql.unsafe(`create role ${role}`).unprepared
    yield* sql.unsafe(`grant usage on schema frist to ${role}`).unprepared
    yield* sql.unsafe(`grant select on frist.event to ${role}`).unprepared
    const found = yield* changedDefinitions(sql)
    yield* sql.unsafe(`drop owned by ${role}`).unprepared
    yield* sql.unsafe(`drop role ${role}`).unprepared
    expect(found).toEqual([])
  }).pipe(Effect.scoped)
)

it.live.each(changes)("%s", ([statement, names]) =>
  Effect.gen(function* () {
    const sql = yield* session(url())
    yield* Effect.exit(
      sql.withTransaction(
        Effect.gen(function* () {
          yield* sql.unsafe(statement).unprepared
          const changed = yield* changedDefinitions(sql)
          for (const name of names.split(", ")) expect(changed).toContain(name)
          return yield* Effect.fail("roll back" as const)
        })
      )
    ).pipe(Effect.tap((exit) => Effect.sync(() => expect(String(exit)).toContain("roll back"))))
  }).pipe(Effect.scoped)
)
