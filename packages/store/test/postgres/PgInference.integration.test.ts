/**
 * A login that may not see a plan learns as much about it in SQL as about a missing plan: from the estimates of the
 * planner, the pages that a query touches, and the rows that its functions see.
 */
import { describe, expect, it } from "@effect/vitest"
import { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { beforeAll } from "vitest"
import { batchOf, fromTo, note } from "../../src/contract/ContractFixture.ts"
import { EventLog } from "../../src/EventLog.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { newLogin, notRefused, rowsAt, session } from "../PgSessions.ts"

const hidden = "hidden"
const size = 400

/** Queries by which a confined login might learn something about plan $. */
const queries = [
  "select * from frist.event where plan = '$'",
  "select * from frist.event where plan = '$' and position > 0 order by position desc limit 1",
  "select count(*) from frist.event where plan = '$' and position = 400",
  "select * from frist.event where plan >= '$' and plan < '$~'",
  "select * from frist.event where plan like '$%'",
  "select * from frist.event where plan in ('plan-a', '$')",
  "select * from frist.event where plan = '$' and content > '\\x7b'",
  "select * from frist.event where plan = '$' and type = 'FollowUpNoted'",
  "select * from frist.event e join frist.plan p using (plan) where plan = '$'",
  "select * from (values ('$')) v (plan) left join frist.event e on e.plan = v.plan",
  "select * from frist.plan where plan = '$'",
  "select * from frist.plan where plan > '$' order by plan limit 1",
  "select max(head) from frist.plan where plan = '$'",
  "select * from frist.batch where plan = '$'",
  "select * from frist.chunk where plan = '$' and first > 0 order by first desc limit 1",
  "select count(*) from frist.chunk where plan = '$' and strpos(header, '\"Edition') > 0"
]

const settings = [
  [],
  ["enable_seqscan"],
  ["enable_indexscan", "enable_indexonlyscan"],
  ["enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan"],
  ["enable_hashjoin", "enable_mergejoin"],
  ["enable_partition_pruning", "enable_seqscan"]
]

describe.each([0, 4])("in %i partitions", (partitions) => {
  const url = databaseForAll()
  const migrated = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: { partitions } }))
  beforeAll(() =>
    Effect.runPromise(
      Effect.gen(function* () {
        const log = yield* EventLog
        yield* log.append(batchOf(PlanId.make("plan-a"), 0, [note("a"), note("b")]))
        const many = fromTo(1, size).map(() => note("always the same"))
        yield* log.append(batchOf(PlanId.make(hidden), 0, many))
        // Some contents are common and short enough for the statistics of ANALYZE.
        yield* log.append(
          batchOf(
            PlanId.make(hidden),
            size,
            fromTo(1, 100).map((at) => note(`note ${at}`))
          )
        )
      }).pipe(Effect.provide(migrated), Effect.andThen(Effect.suspend(() => rowsAt(url(), "vacuum analyze"))))
    )
  )

  const confined = Effect.tap(
    Effect.suspend(() => newLogin(url(), ["frist_writer"])),
    (login) => rowsAt(url(), `select frist.confine('${new URL(login).username}', '{plan-a}')`)
  )

  /** Returns a missing plan of the same partition as the hidden one. */
  const absent = Effect.gen(function* () {
    if (partitions === 0) return "absent"
    const [[found] = [""]] = (yield* rowsAt(
      url(),
      `select plan from (select 'absent-' || n as plan from generate_series(1, 100) n) a
       where satisfies_hash_partition('frist.chunk'::regclass, ${partitions},
         (select substring(tableoid::regclass::text from '\\d+$')::integer from frist.chunk where plan = '${hidden}' limit 1), plan)
       limit 1`
    )) as Array<[string]>
    expect(found).toMatch(/^absent-/u)
    return found
  })

  it.live("a query about a hidden plan has the estimates and work of one about a missing plan", () =>
    Effect.gen(function* () {
      const sql = yield* session(yield* confined)
      const none = yield* absent
      // The buffers of planning come last, and depend on what the session cached before.
      const explained = (query: string, plan: string) =>
        Effect.map(
          sql.unsafe(`explain (analyze, buffers, timing off, summary off) ${query.replaceAll("$", plan)}`).values,
          (rows) =>
            rows
              .map(([line]) => String(line).replaceAll(plan, "$"))
              .join("\n")
              .split("\nPlanning:", 1)
        )
      for (const off of settings) {
        // Just-in-time compilation of expensive plans would take most of the time.
        for (const setting of ["jit", ...off]) yield* sql.unsafe(`set ${setting} = off`).unprepared
        for (const query of queries) {
          // The first run fills the caches, which counts too.
          for (const plan of [hidden, none]) yield* explained(query, plan)
          expect([off, yield* explained(query, hidden)]).toEqual([off, yield* explained(query, none)])
        }
        yield* sql.unsafe("reset all").unprepared
      }
    })
  )

  it.live("a cached query plan touches no hidden rows", () =>
    Effect.gen(function* () {
      const sql = yield* session(yield* confined)
      const none = yield* absent
      yield* sql.unsafe("prepare kept (text) as select * from frist.event where plan = $1").unprepared
      const counted = Effect.map(
        sql.unsafe(
          `select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::float8 from pg_stat_xact_user_tables
           where schemaname = 'frist' and relname ~ '^chunk'`
        ).values,
        ([row]) => Number(row?.[0])
      )
      const touched = Effect.fnUntraced(function* (plan: string) {
        yield* sql.unsafe("begin").unprepared
        const before = yield* counted
        yield* sql.unsafe(`execute kept ('${plan}')`).unprepared
        const after = yield* counted
        yield* sql.unsafe("rollback").unprepared
        return after - before
      })
      for (let run = 0; run < 8; run++) yield* touched(none)
      expect(yield* touched(hidden)).toBe(yield* touched(none))
      expect(yield* touched("plan-a")).toBeGreaterThan(0)
    })
  )

  it.live("functions and errors of a confined login see no hidden rows", () =>
    Effect.gen(function* () {
      const login = yield* confined
      const first = [
        `create function pg_temp.peek(text) returns boolean language plpgsql cost 0.0000001 as
         'begin if $1 <> $$plan-a$$ then raise exception $$seen$$; end if; return true; end'`,
        "create operator pg_temp.~~~ (function = pg_temp.peek, rightarg = text)"
      ]
      const peeks = [
        "select count(*) from frist.event where pg_temp.peek(plan)",
        "select count(*) from frist.plan where pg_temp.peek(plan)",
        "select count(*) from frist.batch where pg_temp.peek(plan)",
        "select count(*) from frist.chunk where pg_temp.peek(plan)",
        `select count(*) from frist.event where plan = '${hidden}' and pg_temp.peek(plan)`,
        "select count(*) from frist.event where operator(pg_temp.~~~) plan",
        "select count(*) from frist.event where 1 / (position - 400) > 5",
        "select count(*) from frist.event where plan::integer > 5 and plan <> 'plan-a'",
        "select pg_temp.peek(plan) from frist.event",
        "select from frist.event e join lateral (select pg_temp.peek(e.plan)) p on true"
      ]
      expect(yield* notRefused(login, peeks, { first, state: "done" })).toEqual([])
      expect(yield* notRefused(login, ["select pg_temp.peek('x')"], { first, state: "P0001" })).toEqual([])
    })
  )
})
