/**
 * The roles of a PostgreSQL log: a writer reads, and appends through the function; a reader reads. Neither finds another
 * way, by its rights or by objects that the functions might look up.
 */
import { describe, expect, it } from "@effect/vitest"
import { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { beforeAll } from "vitest"
import { batchOf, note, positions } from "../../src/contract/ContractFixture.ts"
import { EventLog } from "../../src/EventLog.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { newLogin, notRefused, rowsAt, session } from "../PgSessions.ts"

const plan = PlanId.make("plan-a")

const changed = (table: string): string =>
  table.includes("tenant")
    ? "plans = '{}'"
    : table.includes("checkpoint")
      ? "note = ''"
      : table.includes("edition")
        ? "digest = ''"
        : "recorded_at = 0"

const onTable = (table: string) => [
  `update ${table} set ${changed(table)}`,
  `delete from ${table}`,
  `truncate ${table}`,
  `insert into ${table} default values`,
  `merge into ${table} t using (select 1) s on true when matched then delete`,
  `copy ${table} from stdin`,
  `copy ${table} from program 'true'`,
  `select from ${table} for update`,
  `lock ${table} in access exclusive mode`,
  `alter table ${table} disable trigger all`,
  `alter table ${table} disable trigger refuses_update`,
  `alter table ${table} disable row level security`,
  `alter table ${table} owner to current_user`,
  `create index on ${table} ((1))`,
  `create rule r as on insert to ${table} do instead nothing`,
  `create trigger t before insert on ${table} for each row execute function frist.refuse()`,
  `create policy p on ${table} using (true)`,
  `drop table ${table} cascade`
]

const onFunction = (name: string) => [
  `alter function ${name} security invoker`,
  `alter function ${name} set search_path = public`,
  `alter function ${name} owner to current_user`,
  `drop function ${name} cascade`
]

const elsewhere = [
  "set session_replication_role = replica",
  "set role frist_owner",
  "set role pg_read_all_data",
  "set session authorization postgres",
  "grant frist_owner to current_user",
  "alter role current_user superuser",
  "alter role current_user bypassrls",
  "alter role current_user set session_replication_role = replica",
  "create role somebody",
  "create schema evil",
  "alter schema frist rename to other",
  "drop schema frist cascade",
  "create table frist.mine ()",
  "create function frist.field(varchar) returns bytea language sql as 'select null::bytea'",
  "create or replace function frist.visible_plans() returns text[] language sql as 'select null::text[]'",
  "create or replace function public.visible_plans() returns text[] language sql as 'select null::text[]'",
  "create operator public.= (function = texteq, leftarg = text, rightarg = text)",
  "create operator frist.= (function = texteq, leftarg = text, rightarg = text)",
  "create operator pg_catalog.= (function = texteq, leftarg = text, rightarg = text)",
  "create event trigger e on ddl_command_start execute function frist.refuse()",
  "select from frist.tenant",
  "select from frist.setting",
  "drop policy visible on frist.chunk",
  "alter policy visible on frist.chunk using (true)",
  "comment on table frist.chunk is ''",
  "select pg_read_file('/etc/passwd')"
]

/** Creates every object that the functions might look up by an unqualified name, first in the search path. */
const hijack = [
  "create function pg_temp.evil(text, text) returns boolean language plpgsql as 'begin raise exception $$hijacked$$; end'",
  "create operator pg_temp.= (function = pg_temp.evil, leftarg = text, rightarg = text)",
  ...["plan", "batch", "event", "tenant", "setting", "pg_roles", "pg_auth_members", "pg_class"].map(
    (name) =>
      `create temp table ${name} (plan text, oid oid, rolname name, login oid, name name, plans text[], channel text)`
  ),
  ...["sha256(bytea)", "convert_to(text, name)", "unnest(anyarray)", "cardinality(anyarray)", "quote_ident(text)"].map(
    (name) =>
      `create function pg_temp.${name} returns text language plpgsql as 'begin raise exception $$hijacked$$; end'`
  ),
  "create domain pg_temp.text as integer",
  "create domain pg_temp.bigint as pg_catalog.bool",
  "set search_path = pg_temp, pg_catalog, public"
]

describe.each([0, 4])("in %i partitions", (partitions) => {
  const url = databaseForAll()
  const migrated = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: { partitions } }))
  beforeAll(() =>
    Effect.runPromise(
      Effect.flatMap(EventLog, (log) => log.append(batchOf(plan, 0, [note("a"), note("b")]))).pipe(
        Effect.provide(migrated)
      )
    )
  )
  const names = (query: string) => Effect.map(rowsAt(url(), query), (rows) => rows.map(([name]) => String(name)))
  const functions = Effect.suspend(() =>
    names("select oid::regprocedure::text from pg_proc where pronamespace = 'frist'::regnamespace order by 1")
  )

  it.live.each([
    ["nobody", []],
    ["a reader", ["frist_reader"]],
    ["a writer", ["frist_writer"]],
    ["a confined writer", ["frist_writer"]],
    ["an eraser", ["frist_eraser"]],
    ["a login with pg_read_all_data", ["pg_read_all_data", "frist_writer"]]
  ] as const)("%s is refused each of more than 75 statements by which a role could do more", ([who, roles]) =>
    Effect.gen(function* () {
      const login = yield* newLogin(url(), roles)
      if (who === "a confined writer") {
        yield* rowsAt(url(), `select frist.confine('${new URL(login).username}', '{${plan}}')`)
      }
      const tables = yield* names(
        "select oid::regclass::text from pg_class where relnamespace = 'frist'::regnamespace and relkind in ('r', 'p') order by 1"
      )
      expect(tables.length).toBeGreaterThan(partitions * 2)
      const attacks = [
        ...tables.filter((table) => !/setting|migration/u.test(table)).flatMap(onTable),
        ...(yield* functions).flatMap(onFunction),
        ...elsewhere.filter(
          (attack) => who !== "a login with pg_read_all_data" || !/^select from|pg_read_all_data/u.test(attack)
        )
      ]
      expect(attacks.length).toBeGreaterThan(75)
      expect(yield* notRefused(login, attacks)).toEqual([])
      const bypass = ["select from frist.event", "select from frist.plan"]
      expect(yield* notRefused(login, bypass, { first: ["set row_security = off"] })).toEqual([])
    })
  )

  const allowed = (role: string) =>
    names(
      `select distinct proname from pg_proc
       where pronamespace = 'frist'::regnamespace and provolatile = 'v' and has_function_privilege('${role}', oid, 'execute')
       order by 1`
    )

  it.live(
    "a reader executes no function that writes; a writer appends, keeps, announces and seals; an eraser erases too",
    () =>
      Effect.gen(function* () {
        expect(yield* allowed("frist_reader")).toEqual([])
        expect(yield* allowed("frist_writer")).toEqual([
          "announce",
          "append",
          "append_next",
          "append_one",
          "keep",
          "seal"
        ])
        expect(yield* allowed("frist_eraser")).toEqual([
          "announce",
          "append",
          "append_next",
          "append_one",
          "erase",
          "erase_edition",
          "keep",
          "seal"
        ])
        expect(yield* allowed("public")).toEqual([])
      })
  )

  it.live("every function sets its own search path, or was bound when it was made", () =>
    Effect.gen(function* () {
      const bare = names(
        `select proname from pg_proc where pronamespace = 'frist'::regnamespace and prosecdef and prosqlbody is null
         and not coalesce(proconfig @> array['search_path=pg_catalog, pg_temp'], false)`
      )
      expect(yield* bare).toEqual([])
    })
  )

  it.live("functions do not find the objects of a confined writer", () =>
    Effect.gen(function* () {
      const login = yield* newLogin(url(), ["frist_writer"])
      yield* rowsAt(url(), `select frist.confine('${new URL(login).username}', '{hijacked}')`)
      const sql = yield* session(login)
      for (const text of hijack) yield* sql.unsafe(text).unprepared
      const seen = (text: string) => sql.unsafe(text).values
      expect(yield* seen("select frist.visible_plans()")).toEqual([[["hijacked"]]])
      expect(yield* seen("select plan from frist.plan")).toEqual([])
      expect(yield* seen("select pg_catalog.cardinality(frist.channels())")).toEqual([[1]])
      yield* seen("select frist.announce('{hijacked,plan-a}')")
    }).pipe(Effect.scoped)
  )

  it.live("an append does not find the objects of a confined writer", () =>
    Effect.gen(function* () {
      const login = yield* newLogin(url(), ["frist_writer"])
      const own = PlanId.make(`own-${partitions}`)
      yield* rowsAt(
        url(),
        `select frist.confine('${new URL(login).username}', '{${own}}')`,
        `alter role "${new URL(login).username}" set search_path = pg_temp, pg_catalog`
      )
      const appended = yield* Effect.flatMap(EventLog, (log) =>
        Effect.andThen(log.append(batchOf(own, 0, [note("a")])), log.read(own))
      ).pipe(Effect.provide(layer({ url: Redacted.make(login), connections: 1 })))
      expect(positions(appended)).toEqual([1])
    })
  )
})
