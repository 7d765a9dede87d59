/**
 * The check of read models on a server names what was altered, dropped or added around their rows.
 */
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { rowsAt } from "../../store/test/PgSessions.ts"
import { oddities } from "../src/ReadModelCheck.ts"
import { diagnoseReadModels } from "../src/ReadModelDiagnosis.ts"
import { project } from "../src/Projector.ts"
import { readModels } from "../src/ReadModels.ts"
import { rebuild } from "../src/Rebuild.ts"
import { today } from "./kept.ts"
import { pgForAll } from "./pg.ts"

const pg = pgForAll()
const sql = (...statements: ReadonlyArray<string>) => Effect.suspend(() => rowsAt(pg.address(), ...statements))

it.live("read models that Frist made, also by a rebuild, have nothing to name", () =>
  Effect.gen(function* () {
    yield* project({ today: Effect.succeed(today) })
    expect(yield* oddities).toEqual([])
    yield* rebuild({ models: readModels.filter(({ name }) => name === "completed"), today })
    expect(yield* oddities).toEqual([])
  }).pipe(Effect.provide(pg.layer()))
)

it.live.each<readonly [string, string, string]>([
  [
    "finding",
    "alter view frist_read.finding reset (security_invoker)",
    "alter view frist_read.finding set (security_invoker = true)"
  ],
  ["+ other", "create view frist_read.other as select 1", "drop view frist_read.other"],
  ["+ odd", "create table frist_read.odd (a int)", "drop table frist_read.odd"],
  ["- completed", "alter view frist_read.completed rename to gone", "alter view frist_read.gone rename to completed"],
  [
    "completed_v2",
    "alter table frist_read.completed_v2 disable row level security",
    "alter table frist_read.completed_v2 enable row level security"
  ],
  ["work", "create policy other on frist_read.work using (true)", "drop policy other on frist_read.work"],
  [
    "completed_v2",
    "grant update on frist_read.completed_v2 to frist_reader",
    "revoke update on frist_read.completed_v2 from frist_reader"
  ],
  [
    "completed_v2",
    "create rule r as on insert to frist_read.completed_v2 do instead nothing",
    "drop rule r on frist_read.completed_v2"
  ],
  [
    "checkpoint",
    "alter table frist_read.checkpoint owner to postgres",
    "alter table frist_read.checkpoint owner to frist_projector"
  ],
  [
    "- completed",
    "update frist_read.projection set state = 'retired' where projection = 'completed' and state = 'serving'",
    "update frist_read.projection set state = 'serving' where projection = 'completed' and version = 2"
  ],
  [
    "completed",
    "update frist_read.projection set version = 9 where projection = 'completed' and state = 'serving'",
    "update frist_read.projection set version = 2 where projection = 'completed' and version = 9"
  ],
  [
    "completed_v2: foreign",
    `do $$ declare names text; cells text; begin
       select string_agg(attname, ','), string_agg(case when attname = 'plan' then quote_literal('foreign')
         when atttypid = 'text'::regtype then quote_literal('x') when atttypid = 'bool'::regtype then 'false'
         when atttypid = 'date'::regtype then 'current_date' when atttypid = 'timestamptz'::regtype then 'now()' else '0' end, ',')
       into names, cells
       from pg_attribute where attrelid = 'frist_read.completed_v2'::regclass and attnum > 0 and attnotnull;
       execute format('insert into frist_read.completed_v2 (%s) values (%s)', names, cells); end $$`,
    "delete from frist_read.completed_v2 where plan = 'foreign'"
  ],
  [
    "completed",
    "do $$ declare d text := pg_get_viewdef('frist_read.completed'); begin execute 'create or replace view frist_read.completed with (security_invoker = true) as ' || replace(d, ';', '') || ' where plan <> $x$hidden$x$'; end $$",
    "do $$ declare d text := pg_get_viewdef('frist_read.completed'); begin execute 'create or replace view frist_read.completed with (security_invoker = true) as ' || regexp_replace(d, 'WHERE.*', ''); end $$"
  ]
])("names %s after: %s", ([name, change, back]) =>
  Effect.gen(function* () {
    yield* Effect.acquireRelease(sql(change), () => Effect.orDie(sql(back)))
    expect(yield* oddities).toContain(name)
    expect((yield* diagnoseReadModels(today)).map(({ code }) => code)).toContain("definitionsChanged")
  }).pipe(Effect.scoped, Effect.provide(pg.layer()))
)
