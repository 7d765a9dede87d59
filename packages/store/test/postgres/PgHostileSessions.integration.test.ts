/**
 * What a login holds or sets: it stops nobody else, and changes nothing that is recorded.
 */
import { expect, it } from "@effect/vitest"
import { PlanId, Position } from "@frist/domain/Names"
import { isIntact } from "@frist/evidence/LogVerifier"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { beforeAll } from "vitest"
import {
  batchOf,
  checkpointOf,
  newPlan,
  note,
  positions,
  provideLog,
  wholeLog
} from "../../src/contract/ContractFixture.ts"
import { EventLog } from "../../src/EventLog.ts"
import { verifyPlan } from "../../src/evidence/PlanVerification.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { newLogin, rowsAt, session } from "../PgSessions.ts"
import { appending } from "./SqlAppends.ts"

const url = databaseForAll()
const migrated = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: true }))
beforeAll(() => Effect.runPromise(Effect.asVoid(Effect.provide(Effect.asVoid(EventLog), migrated))))

const decision = (position: number) => ({
  ...note("x"),
  event: { _tag: "Redacted" as const, position: Position.make(position), decision: "Dnr 1" }
})

const secondsOf = <A, E, R>(self: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.timed(self), ([duration]) => Duration.toSeconds(duration))

it.live("a login without a role that holds every lock it sees stops no append, seal or erasure", () =>
  Effect.gen(function* () {
    const log = yield* wholeLog
    const plan = newPlan()
    yield* log.append(batchOf(plan, 0, [note("a"), note("b")]))
    const [busy, thief] = [yield* session(url()), yield* session(yield* newLogin(url()))]
    yield* busy.unsafe("begin").unprepared
    yield* busy.unsafe(appending(plan, 2, "{}", { batch: "open" })).unprepared
    const keys = yield* thief.unsafe(
      `select pg_try_advisory_lock_shared((classid::bigint << 32) + objid::bigint), classid::text, objid::text
       from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`
    ).values
    expect(keys.length).toBeGreaterThan(0)
    yield* busy.unsafe("rollback").unprepared
    for (const [, high, low] of keys) {
      yield* thief.unsafe(`select pg_advisory_lock((${String(high)}::bigint << 32) + ${String(low)}::bigint)`)
        .unprepared
    }
    const seconds = yield* secondsOf(
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 2, [decision(1)]))
        yield* log.append(batchOf(plan, 3, [note("c")]))
        yield* log.erase(plan, [1])
        yield* log.seal(plan, yield* checkpointOf(log, plan, 4))
      })
    )
    expect(seconds).toBeLessThan(8)
    expect(positions(yield* log.read(plan))).toEqual([1, 2, 3, 4])
  }).pipe(Effect.scoped, Effect.provide(migrated))
)

it.live("a writer with an open append of one plan stops no append to another plan of the same process", () =>
  Effect.gen(function* () {
    const log = yield* wholeLog
    const [held, free] = [newPlan(), newPlan()]
    for (const plan of [held, free]) yield* log.append(batchOf(plan, 0, [note("a")]))
    const busy = yield* session(yield* newLogin(url(), ["frist_writer"]))
    yield* busy.unsafe("begin").unprepared
    yield* busy.unsafe(
      `select * from frist.append_next(array['${held}'], array[1], array[1], array['x'], array['x'], array[0], array[1],
         array['[]'], array['[["2024-01-01","stated"]]'], array['[[2,null,"FollowUpNoted",0]]'], array['{}'::bytea],
         array[sha256('')], array[sha256('')])`
    ).unprepared
    yield* Effect.forkScoped(Effect.exit(log.append(batchOf(held, 1, [note("b")]))))
    const seconds = yield* secondsOf(
      Effect.forEach([1, 2, 3, 4, 5], (after) =>
        Effect.all([Effect.yieldNow, log.append(batchOf(free, after, [note("c")]))], { concurrency: "unbounded" })
      )
    )
    expect(seconds).toBeLessThan(3)
    yield* busy.unsafe("rollback").unprepared
  }).pipe(Effect.scoped, Effect.provide(migrated))
)

it.live("no setting of a session changes what is recorded or who sees it", () =>
  Effect.gen(function* () {
    const log = yield* wholeLog
    const writer = yield* newLogin(url(), ["frist_writer"])
    const settings = [
      "standard_conforming_strings = off",
      "escape_string_warning = off",
      "backslash_quote = on",
      "bytea_output = escape",
      "datestyle = 'German'",
      "timezone = 'Asia/Tokyo'",
      "extra_float_digits = -15",
      "transform_null_equals = on",
      "quote_all_identifiers = on",
      "array_nulls = off",
      "xmloption = document"
    ]
    for (const setting of settings) {
      const plan = newPlan()
      yield* rowsAt(url(), `alter role "${new URL(writer).username}" set ${setting.replace("=", "to")}`)
      const own = layer({ url: Redacted.make(writer), connections: 1 })
      yield* Effect.gen(function* () {
        const mine = yield* wholeLog
        yield* mine.append(batchOf(plan, 0, [note("a\\b'"), note("b")]))
        yield* mine.append(batchOf(plan, 2, [note("c"), note("d")]))
        yield* mine.append(batchOf(plan, 4, [note("e")]))
        yield* mine.seal(plan, yield* checkpointOf(mine, plan, 5))
        expect(positions(yield* mine.read(plan)), setting).toEqual([1, 2, 3, 4, 5])
      }).pipe(Effect.provide(own))
      expect(isIntact(yield* verifyPlan(plan).pipe(provideLog(log))), setting).toBe(true)
    }
    const [[backslashes] = []] = yield* rowsAt(
      url(),
      `select string_agg(proname, ', ') from pg_proc where pronamespace = 'frist'::regnamespace and strpos(prosrc, chr(92)) > 0`
    )
    expect(backslashes).toBeNull()
    yield* rowsAt(url(), `alter role "${new URL(writer).username}" set row_security to off`)
    const refused = yield* Effect.flip(
      Effect.flatMap(wholeLog, (mine) => mine.read(PlanId.make("a"))).pipe(
        Effect.provide(layer({ url: Redacted.make(writer), connections: 1 }))
      )
    )
    expect(refused).toMatchObject({ reason: "refused", detail: expect.stringContaining("row-level security") })
  }).pipe(Effect.provide(migrated))
)
