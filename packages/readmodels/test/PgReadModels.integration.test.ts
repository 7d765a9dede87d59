/**
 * Read models in PostgreSQL.
 */
import { expect, it } from "@effect/vitest"
import * as PgClient from "@effect/sql-pg/PgClient"
import { EventLog } from "@frist/store/EventLog"
import * as PgEventLog from "@frist/store/postgres/PgEventLog"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import { migrateAt } from "@frist/store/postgres/PgAccess"
import { loginsAt, sqlNow } from "../../store/test/PgSessions.ts"
import { newDatabase } from "../../store/test/PgDatabases.ts"
import { migrateReadModelsAt } from "../src/postgres/PgReadModelTables.ts"
import { project } from "../src/Projector.ts"
import { ReadModelStore } from "../src/ReadModelStore.ts"
import { check } from "../src/ReadModelCheck.ts"
import { inlineEventLog } from "../src/InlineProjection.ts"
import * as PgReadModels from "../src/postgres/PgReadModels.ts"
import { activities, beginning, event } from "./beginning.ts"
import { contract } from "./contract.ts"
import { append, newPlan, today } from "./kept.ts"
import { pgForAll } from "./pg.ts"

const pg = pgForAll()
const loginAt = loginsAt(pg.address)

it.live("a plan held by one worker is left to it, and is free after its transaction", () =>
  Effect.gen(function* () {
    const store = yield* ReadModelStore
    const plan = newPlan()
    yield* store.attempt(plan)
    const claimed = yield* store.claim(plan, false, () =>
      Effect.provide(
        Effect.flatMap(ReadModelStore, (other) => other.claim(plan, false, () => Effect.void)),
        pg.layer(),
        { local: true }
      )
    )
    expect(claimed).toEqual(Option.some(Option.none()))
    expect(yield* store.claim(plan, false, () => Effect.succeed(1))).toEqual(Option.some(1))
  }).pipe(Effect.provide(pg.layer()))
)

it.live("a confined login sees only the rows of its own plans, in views and in tables", () =>
  Effect.gen(function* () {
    const [own, other] = [newPlan(), newPlan()]
    for (const plan of [own, other]) yield* append(plan, beginning)
    yield* project({ today: Effect.succeed(today) })
    const login = yield* Effect.promise(() => loginAt("frist_reader"))
    yield* Effect.promise(() =>
      sqlNow(pg.address(), `select frist.confine('${new URL(login).username}', array['${own}'])`)
    )
    for (const relation of ["board", "board_v1", "activity_history", "checkpoint"]) {
      const seen = yield* Effect.promise(() => sqlNow(login, `select distinct plan from frist_read.${relation}`))
      expect(seen, relation).toEqual([{ plan: own }])
    }
    const written = yield* Effect.promise(() =>
      sqlNow(login, "delete from frist_read.board_v1").then(
        () => true,
        () => false
      )
    )
    expect(written).toBe(false)
  }).pipe(Effect.provide(pg.layer()))
)

it.live("tables of an earlier version, which kept no leaves, are migrated, and keep them from the next look on", () =>
  Effect.gen(function* () {
    const url = yield* newDatabase
    const at = Redacted.make(url)
    yield* Effect.andThen(migrateAt(at), migrateReadModelsAt(at))
    const layers = Layer.fresh(Layer.merge(PgEventLog.layer({ url: at }), PgReadModels.layer({ url: at })))
    const plan = newPlan()
    const caughtUp = project({ today: Effect.succeed(today) })
    yield* Effect.provide(Effect.andThen(append(plan, beginning), caughtUp), layers)
    yield* Effect.promise(() =>
      sqlNow(
        url,
        "set role frist_projector",
        "alter table frist_read.checkpoint drop column leaf",
        `alter table frist_read.work drop constraint work_parked_check,
           add constraint work_parked_check check (parked in ('unreadable', 'killed', 'behind'))`,
        `insert into frist_read.work (plan, parked, detail) values ('gone', 'behind', '')`,
        "drop function frist_read.claim(text, boolean, boolean)",
        "create function frist_read.claim(in_plan text, waits boolean) returns void language sql as 'select'",
        "drop table frist_read.rebuilding, frist_read.swapping",
        "delete from frist_read.migration where version = 5"
      )
    )
    expect(yield* Effect.flip(Layer.build(Layer.fresh(PgReadModels.layer({ url: at }))))).toMatchObject({
      reason: "schemaTooOld"
    })
    yield* migrateReadModelsAt(at)
    yield* Effect.gen(function* () {
      const store = yield* ReadModelStore
      expect(yield* store.parked).toMatchObject([{ plan: "gone", why: "wentBack" }])
      expect(yield* store.places).toEqual([{ plan, position: 3, leaf: null }])
      expect(yield* caughtUp).toMatchObject({ done: 1 })
      const leaves = yield* (yield* EventLog).leaves([{ plan, position: 3 }])
      expect(yield* store.places).toEqual([{ plan, position: 3, leaf: leaves[0] }])
      expect(yield* caughtUp).toMatchObject({ done: 0 })
      expect((yield* store.oddities(new Set([plan]))).filter((name) => !name.includes(plan))).toEqual([])
    }).pipe(Effect.provide(layers))
  }).pipe(Effect.scoped)
)

contract(
  "in PostgreSQL",
  pg.layer,
  async (plan, position) => {
    await sqlNow(
      pg.address(),
      `insert into frist.chunk (plan, first, last, chunk, recorded_at, batch, actor, activities, origins, header, content, salt, leaf)
       values ('${plan}', ${position}, ${position}, 0, 9e12, 'future', 'x', '[]', '[["2024-01-01","stated"]]',
         '[[24,null,"FromTheFuture",0]]', '{"_tag":"FromTheFuture"}', sha256(''), sha256(''))`
    )
  },
  async (statement) => {
    await sqlNow(pg.address(), statement.replace(/(update|delete from) /u, "$1 frist_read."))
  },
  async (text) => {
    const tables = await sqlNow(
      pg.address(),
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'frist_read'"
    )
    const found = await Promise.all(
      (tables as ReadonlyArray<{ readonly name: string }>).map(({ name }) =>
        sqlNow(pg.address(), `select 1 from ${name} t where strpos(t::text, '${text}') > 0 limit 1`)
      )
    )
    return found.flat().length > 0
  }
)

it.live("rows written in the caller's transaction commit or roll back with its events, and later rows are right", () =>
  Effect.gen(function* () {
    const sql = yield* PgClient.PgClient
    const log = yield* inlineEventLog({ today: Effect.succeed(today) })
    const plan = newPlan()
    const board = Effect.map(
      sql.unsafe("select activity, note from frist_read.board where plan = $1 order by 1", [plan]).values,
      (rows) => rows.map(([activity, note]) => `${String(activity)} ${String(note)}`)
    )
    const noting = (text: string) => append(plan, [event(activities[0] ?? fail(), { _tag: "FollowUpNoted", text })])
    const failed = sql.withTransaction(
      Effect.gen(function* () {
        yield* append(plan, beginning)
        yield* noting("ångrat")
        expect(yield* board).toEqual(["a ångrat", "b null", "c null"])
        return yield* Effect.fail("no")
      })
    )
    yield* Effect.gen(function* () {
      expect(yield* Effect.flip(failed)).toBe("no")
      expect(yield* board).toEqual([])
      yield* append(plan, beginning)
      yield* sql.withTransaction(noting("gjort"))
      expect(yield* board).toEqual(["a gjort", "b null", "c null"])
    }).pipe(Effect.provideService(EventLog, log))
    for (const { difference, head } of yield* check(plan)) expect([difference, head]).toEqual([null, 4])
  }).pipe(
    Effect.provide(
      Layer.merge(PgEventLog.layerFromClient(), PgReadModels.layerFromClient()).pipe(
        Layer.provideMerge(Layer.suspend(pg.client))
      )
    )
  )
)

const fail = (): never => {
  throw new Error("Missing test data.")
}
