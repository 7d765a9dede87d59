/**
 * Services that share a database: a login that may see plan A reads, records, lists and subscribes to A, and learns
 * nothing about B, not even that it exists.
 */
import { describe, expect, it } from "@effect/vitest"
import { type PlanId as Plan, PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Queue from "effect/Queue"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { beforeAll } from "vitest"
import {
  activityNamed,
  batchOf,
  fromTo,
  newBatch,
  note,
  positions,
  wholeLog
} from "../../src/contract/ContractFixture.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { newLogin, rowsAt, session } from "../PgSessions.ts"

const [a, b, absent] = [PlanId.make("plan-a"), PlanId.make("plan-b"), PlanId.make("plan-x")]
const known = newBatch()

const logOf = (login: string) =>
  Effect.flatMap(Layer.build(layer({ url: Redacted.make(login), patience: "1 second" })), (context) =>
    Effect.provideContext(wholeLog, context)
  )

/** Batches that a login might send to guess at another plan. */
const guesses = (plan: Plan) => [
  batchOf(plan, 0, [note("a")]),
  batchOf(plan, 0, []),
  batchOf(plan, 2, [note("a")]),
  batchOf(plan, 9, [note("a")]),
  batchOf(plan, 0, [note("a", activityNamed("a"))], { condition: { after: 1, activities: [activityNamed("a")] } }),
  batchOf(plan, 0, [note("b")], { batch: known })
]

/** The arguments by which each function appends to a plan right after its first event. */
const calls = (plan: Plan) => {
  const columns = `'[]', '[["2024-01-01","stated"]]', '[[2,null,"FollowUpNoted",0]]', '{}'::bytea, sha256(''), sha256('')`
  const arrays = columns
    .split(", ")
    .map((each) => `array[${each}]`)
    .join(", ")
  return [
    `select * from frist.append(array['${plan}'], array['x'], array['x'], array[1], array[0], '{}', array[1], array[1], ${arrays})`,
    `select * from frist.append_one('${plan}', 1, 1, 'x', 'x', 1, ${columns})`,
    `select * from frist.append_next(array['${plan}'], array[1], array[1], array['x'], array['x'], array[0], array[1], ${arrays})`
  ]
}

/** Calls about what is kept of a plan. */
const keepers = (plan: Plan) => [
  `select frist.keep('${plan}', repeat('0', 64), 'x', '')`,
  `select frist.seal('${plan}', 'x')`,
  `select frist.erase('${plan}', '{1}')`,
  `select frist.erase_edition('${plan}', repeat('0', 64), null)`,
  `select frist.announce('{${plan}}')`,
  `select from frist.event where plan = '${plan}'`,
  `select from frist.edition where plan = '${plan}'`
]

describe.each([0, 4])("in %i partitions", (partitions) => {
  const url = databaseForAll()
  const everybody = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: { partitions } }))
  beforeAll(() =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const log = yield* wholeLog
          yield* log.append(batchOf(a, 0, [note("a")]))
          yield* log.append(batchOf(b, 0, [note("b"), note("hemligt")], { batch: known }))
        }).pipe(Effect.provide(everybody))
      )
    )
  )

  /** Creates a login that may append to these plans, and returns its address. */
  const confined = (...plans: ReadonlyArray<Plan>) =>
    Effect.tap(
      Effect.suspend(() => newLogin(url(), ["frist_writer"])),
      (login) => rowsAt(url(), `select frist.confine('${new URL(login).username}', '{${plans.join()}}')`)
    )
  it.live("no function appends to a plan that its login may not see, and each to one that it may", () =>
    Effect.gen(function* () {
      const [own, other] = [PlanId.make("plan-own"), PlanId.make("plan-other")]
      const all = yield* wholeLog
      for (const plan of [own, other]) yield* all.append(batchOf(plan, 0, [note("a")]))
      const login = yield* confined(own)
      const free = yield* newLogin(url(), ["frist_writer"])
      for (const nth of [0, 1, 2]) {
        const call = (who: string, plan: Plan) => Effect.result(rowsAt(who, "begin", calls(plan)[nth] ?? ""))
        const answers = yield* Effect.all([call(login, other), call(login, own), call(free, other), call(free, own)])
        const recorded = answers.map((each) => Result.isSuccess(each) && each.success.length === 1)
        expect([nth, ...recorded]).toEqual([nth, false, true, true, true])
      }
    }).pipe(Effect.provide(everybody))
  )
  it.live("a confined login lists and reads only its plans", () =>
    Effect.gen(function* () {
      const log = yield* logOf(yield* confined(a, absent))
      expect((yield* log.plans).map((each) => each.plan)).toEqual([a])
      expect(positions(yield* log.read(a))).not.toEqual([])
      expect(yield* log.read(b)).toEqual([])
      expect(yield* log.records(b)).toEqual([])
      expect(yield* log.read(b, { after: 1, limit: 1 })).toEqual([])
    })
  )

  it.live("a confined login is refused in the same words for a hidden and a missing plan", () =>
    Effect.gen(function* () {
      const log = yield* logOf(yield* confined(a))
      const refusals = (plan: Plan) => Effect.forEach(guesses(plan), (batch) => Effect.flip(log.append(batch)))
      const [ofB, ofNone] = [yield* refusals(b), yield* refusals(absent)]
      expect(ofB).toEqual(ofNone)
      for (const refusal of ofB) expect(refusal).toMatchObject({ _tag: "EventLogError", reason: "refused" })
      expect(String(ofB)).not.toMatch(/plan-|head|event \d/u)
    })
  )

  it.live("a refused call leaves the same statistics, locks and words for a hidden and a missing plan", () =>
    Effect.gen(function* () {
      const login = yield* confined(a)
      yield* rowsAt(url(), `grant frist_eraser to "${new URL(login).username}"`)
      const traces = (plan: Plan, call: string) =>
        Effect.scoped(
          Effect.gen(function* () {
            const sql = yield* session(login)
            yield* sql.unsafe("begin").unprepared
            yield* sql.unsafe("savepoint before").unprepared
            const end = yield* Effect.result(sql.unsafe(call).unprepared)
            yield* sql.unsafe("rollback to before").unprepared
            const seen = yield* sql.unsafe(
              `select relname::text, seq_scan::text, seq_tup_read::text, idx_scan::text, idx_tup_fetch::text,
                 n_tup_ins::text, (select count(*)::text from pg_locks where locktype = 'advisory')
               from pg_stat_xact_all_tables where schemaname = 'frist' order by 1`
            ).values
            const words = Result.isFailure(end) ? String(end.failure.reason.cause) : JSON.stringify(end.success)
            return [words.replaceAll(plan, "$"), seen]
          })
        )
      const [ofB, ofNone] = [
        [...calls(b), ...keepers(b)],
        [...calls(absent), ...keepers(absent)]
      ]
      for (const [nth, call] of ofB.entries()) {
        // The server plans a query again whenever it likes, and then reads the tenants once more.
        yield* Effect.retry(
          Effect.gen(function* () {
            expect(yield* traces(b, call), call).toEqual(yield* traces(absent, ofNone[nth] ?? ""))
          }).pipe(Effect.catchDefect(Effect.fail)),
          { times: 5 }
        )
      }
    })
  )

  it.live("the key of a plan's lock is computed from its name by nobody else", () =>
    Effect.gen(function* () {
      const everyone = yield* session(url())
      yield* everyone.unsafe("begin").unprepared
      yield* everyone.unsafe(calls(b)[0]?.replace("array[1], array[0]", "array[2], array[0]") ?? "").unprepared
      const login = yield* confined(a)
      const [[held, guessed] = []] = yield* rowsAt(
        login,
        `select count(*)::int as held, count(*) filter (where (classid::bigint << 32) + objid::bigint in (
           ${["", "frist:"].map((before) => `hashtextextended('${before}${b}', 0)`).join()}))::int as guessed
         from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`
      )
      expect([held, guessed]).toEqual([1, 0])
    })
  )

  it.live("a confined login records in its plans while its appends to others are refused", () =>
    Effect.gen(function* () {
      const fresh = fromTo(1, 3).map((at) => PlanId.make(`new-${partitions}-${at}`))
      const log = yield* logOf(yield* confined(a, ...fresh))
      const ends = yield* Effect.all(
        [b, ...fresh, absent, ...fresh].map((plan) => Effect.result(log.append(batchOf(plan, 0, [note("a")])))),
        { concurrency: "unbounded" }
      )
      expect(ends.filter(Result.isSuccess)).toHaveLength(3)
      expect((yield* log.plans).map((each) => each.plan)).toEqual([...fresh, a])
      for (const plan of fresh) expect(positions(yield* log.read(plan))).toEqual([1])
    })
  )

  it.live("a confined login receives only its plans while others are busy", () =>
    Effect.gen(function* () {
      const everyone = yield* logOf(url())
      const own = PlanId.make(`own-${partitions}`)
      const log = yield* logOf(yield* confined(own))
      const seen: Array<string> = []
      for (const following of [{ plan: b, after: 0 }, { after: new Map([[b, 1]]) }]) {
        yield* log.changes(following).pipe(
          Stream.runForEach((event) => Effect.sync(() => seen.push(`${event.plan} ${event.position}`))),
          Effect.forkScoped
        )
      }
      const followed = yield* Effect.forkScoped(
        log.changes({ plan: own, after: 0 }).pipe(Stream.take(3), Stream.runCollect)
      )
      const after = (yield* everyone.read(b)).length
      for (const at of fromTo(0, 29)) {
        yield* everyone.append(batchOf(b, after + at, [note("b")]))
        if (at % 10 === 9) yield* everyone.append(batchOf(own, (at - 9) / 10, [note("a")]))
      }
      expect(positions(yield* Fiber.join(followed))).toEqual([1, 2, 3])
      yield* Effect.sleep("1500 millis")
      expect(seen).toEqual(fromTo(1, 3).map((at) => `${own} ${at}`))
    })
  )

  it.live("a confined login is notified of its plans only, on any channel, and announces no other", () =>
    Effect.gen(function* () {
      const login = yield* confined(a)
      const [listener, everyone] = [yield* session(login, 6), yield* session(url())]
      const received = yield* Queue.unbounded<string>()
      const listen = (sql: typeof listener, channel: string) =>
        Effect.flatMap(sql.listen(channel), (notifications) =>
          Effect.forkScoped(
            Effect.forever(
              Effect.flatMap(Queue.take(notifications), ({ payload }) => Queue.offer(received, `${channel} ${payload}`))
            )
          )
        )
      const [[channel] = [""]] = (yield* rowsAt(login, "select unnest(frist.channels())")) as Array<[string]>
      const [[general] = [""]] = (yield* rowsAt(url(), "select unnest(frist.channels())")) as Array<[string]>
      const other = yield* confined(b)
      const [[channelOfB] = [""]] = (yield* rowsAt(other, "select unnest(frist.channels())")) as Array<[string]>
      expect(new Set([channel, general, channelOfB]).size).toBe(3)
      expect(channel).toMatch(/^frist_[0-9a-f]{32}$/u)
      for (const guess of [channel, "frist", "frist_plan-b", "plan-b", "*"]) yield* listen(listener, guess)
      yield* listen(everyone, general)
      yield* rowsAt(url(), "select frist.announce('{plan-b}')", "select frist.announce('{plan-a,plan-b,NULL,\"\"}')")
      yield* rowsAt(login, "select frist.announce('{plan-b,plan-x,plan-a}')")
      yield* Effect.sleep("300 millis")
      const all = yield* Queue.takeAll(received)
      expect(all.filter((each) => each.startsWith(channel))).toEqual([`${channel} plan-a`, `${channel} plan-a`])
      expect(all.filter((each) => each.startsWith(general))).toEqual(
        ["plan-b", "plan-a", "plan-b", "plan-a"].map((plan) => `${general} ${plan}`)
      )
      expect(all).toHaveLength(6)
    })
  )

  it.live("a confined login sees nothing of other plans in the activity of the server", () =>
    Effect.gen(function* () {
      const login = yield* confined(a)
      const busy = yield* session(url())
      yield* busy.unsafe("select count(*) from frist.event where plan = 'plan-b'").unprepared
      yield* rowsAt(url(), "analyze")
      const shown = yield* rowsAt(
        login,
        `select query::text from pg_stat_activity where pid <> pg_backend_pid() and query like '%plan-b%'
         union all select tablename::text from pg_stats where schemaname = 'frist' and tablename ~ '^(plan|event|batch)'`
      )
      expect(shown).toEqual([])
      const kept = yield* rowsAt(
        url(),
        "select tablename, attname from pg_stats where schemaname = 'frist' and tablename ~ '^(plan|event|batch)'"
      )
      expect(kept).toEqual([])
    })
  )
})
