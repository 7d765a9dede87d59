/**
 * A writer who calls the functions in SQL, or a login that holds whatever locks it can: neither stops another plan, nor
 * what is lawful in a plan.
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
import { sealPlan } from "../../src/evidence/PlanSeal.ts"
import { verifyPlan } from "../../src/evidence/PlanVerification.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { newLogin, notRefused, rowsAt, session } from "../PgSessions.ts"

const url = databaseForAll()
const migrated = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: true }))
beforeAll(() => Effect.runPromise(Effect.asVoid(Effect.provide(Effect.asVoid(EventLog), migrated))))

/** The call that appends one row of one event, with the hash of what its writer says. */
const appending = (
  plan: string,
  after: number,
  content: string,
  { activities = "[]", actor = "x", batch = "id", type = "FollowUpNoted" } = {}
) => {
  const size = Buffer.byteLength(content)
  return `select verdict from frist.append(array['${plan}'], array['${batch}'], array['${actor}'], array[${after}], array[0], '{}',
    array[1], array[1], array['${activities}'], array['[["2024-01-01","stated"]]'], array['[[${size},null,"${type}",0]]'],
    array[convert_to('${content}', 'UTF8')], array[sha256('a')], array[sha256('b')])`
}

const decision = (position: number) => ({
  ...note("x"),
  event: { _tag: "Redacted" as const, position: Position.make(position), decision: "Dnr 1" }
})

const secondsOf = <A, E, R>(self: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.timed(self), ([duration]) => Duration.toSeconds(duration))

it.live("a decision that is not in its form is refused, and one from before does not stop a lawful erasure", () =>
  Effect.gen(function* () {
    const log = yield* wholeLog
    const plan = newPlan()
    yield* log.append(batchOf(plan, 0, [note("hemligt"), note("b")]))
    const bad = [
      '{"_tag":"Redacted","position":2.0,"decision":"x"}',
      '{"_tag":"Redacted","position":"2","decision":"x"}',
      '{"_tag":"Redacted","position":0,"decision":"x"}',
      '{"_tag":"Redacted","position":1e99,"decision":"x"}',
      '{"_tag":"Redacted"}',
      "garbage"
    ].map((content, at) => appending(plan, 2, content, { type: "Redacted", batch: `bad-${at}` }))
    const editions = ['{"sha256":"x","content":null}', "[]", '"'].flatMap((content) =>
      ["EditionKept", "EditionErased"].map((type) => appending(plan, 2, content, { type }))
    )
    const writer = yield* newLogin(url(), ["frist_writer"])
    expect(yield* notRefused(writer, [...bad, ...editions], { state: "23502" })).toEqual([])

    // As if an earlier version had taken them.
    yield* rowsAt(
      url(),
      "begin",
      "create function public.kept() returns text language sql as $$ select pg_get_functiondef('frist.are_decisions'::regproc) $$",
      "create table public.kept as select public.kept() as def",
      `create or replace function frist.are_decisions(size integer, activities text, origins text, header text, content bytea)
       returns boolean language sql immutable as 'select true'`,
      "commit"
    )
    for (const [at, call] of bad.entries()) yield* rowsAt(writer, call.replace("array[2]", `array[${2 + at}]`))
    yield* rowsAt(url(), "do $$ begin execute (select def from public.kept); end $$")
    yield* log.append(batchOf(plan, 8, [decision(1)]))
    yield* log.erase(plan, [1])
    expect((yield* log.records(plan, { limit: 1 }))[0]?.bytes).toBeNull()
  }).pipe(Effect.provide(migrated))
)

it.live("a note that is no checkpoint of the log is refused, and sealing goes on", () =>
  Effect.gen(function* () {
    const log = yield* wholeLog
    const plan = newPlan()
    yield* log.append(batchOf(plan, 0, [note("a"), note("b"), note("c")]))
    const sound = yield* checkpointOf(log, plan, 3)
    yield* log.seal(plan, sound)
    const wrong = [
      "garbage",
      "",
      sound.replace("\n3\n", "\n2\n"),
      sound.replace("\n3\n", "\n0\n"),
      sound.replace("\n3\n", "\n4\n"),
      sound.replace("\n3\n", "\n03\n"),
      sound.replace("\n3\n", "\n9999999999999999\n"),
      sound.replace("frist/", "other/"),
      sound.slice(0, -1),
      `${sound}\n`,
      `${sound}\n— x !\n`,
      `${sound}\n— x AAAAAAAA`,
      `${sound}x\n`
    ]
    const writer = yield* newLogin(url(), ["frist_writer"])
    const calls = [
      ...wrong.map((text) => `select frist.seal('${plan}', '${text}')`),
      `select frist.seal('${plan}', null)`
    ]
    expect(yield* notRefused(writer, calls, { state: "22023" })).toEqual([])
    expect(isIntact(yield* verifyPlan(plan).pipe(provideLog(log)))).toBe(true)
    for (const size of [1, 2, 3]) yield* log.seal(plan, yield* checkpointOf(log, plan, size))
    yield* log.append(batchOf(plan, 3, [note("d")]))
    expect((yield* sealPlan(plan).pipe(provideLog(log))).size).toBe(4)
  }).pipe(Effect.provide(migrated))
)

it.live("names that no plan, batch, actor or activity can have are refused", () =>
  Effect.gen(function* () {
    const log = yield* wholeLog
    const plan = newPlan()
    yield* log.append(batchOf(plan, 0, [note("a")]))
    const writer = yield* newLogin(url(), ["frist_writer"])
    const content = '{"_tag":"FollowUpNoted","text":"a"}'
    const named = (changed: Parameters<typeof appending>[3]) => appending(plan, 1, content, changed)
    const plans = ["A", "-a", "a b", "å", "a".repeat(65), "a\n", "../a"].map((each) => appending(each, 0, content))
    expect(yield* notRefused(writer, plans, { state: "22023" })).toEqual([])
    const others = [
      ...["a b", "å", "a".repeat(201), "a\n"].map((batch) => named({ batch })),
      ...[" ", "", "a".repeat(201), "a\nb", "\u001b[2J"].map((actor) => named({ actor })),
      ...[
        '["A"]',
        '["a",]',
        '["a""b"]',
        '[""]',
        '["a b"]',
        `["${"a".repeat(121)}"]`,
        "{}",
        "[1]",
        '["a"',
        '["-a"]'
      ].map((activities) => named({ activities }))
    ]
    expect(yield* notRefused(writer, others, { state: "23502" })).toEqual([])
    expect(yield* notRefused(writer, [named({ activities: '["a.b-1","c"]' })], { state: "done" })).toEqual([])
  }).pipe(Effect.provide(migrated))
)

it.live("an append over the plans A, B, A numbers each plan by itself and waits for none", () =>
  Effect.gen(function* () {
    const log = yield* wholeLog
    const [one, other] = [newPlan(), newPlan()]
    yield* log.append(batchOf(one, 0, [note("a"), note("b")]))
    const batches = "array[1, 1, 1], array[1, 1, 1], array['[]', '[]', '[]']"
    const columns = [
      `'[["2024-01-01","stated"]]'::text`,
      `'[[2,null,"FollowUpNoted",0]]'::text`,
      "'{}'::bytea",
      "sha256('')",
      "sha256('')"
    ]
    const call = `select verdict from frist.append(array['${one}', '${other}', '${one}'], array['x', 'y', 'z'], array['x', 'x', 'x'],
      array[2, 0, 3], array[0, 0, 0], '{}', ${batches}, ${columns.map((each) => `array_fill(${each}, array[3])`).join()})`
    const busy = yield* session(url())
    yield* busy.unsafe("begin").unprepared
    yield* busy.unsafe(appending(one, 2, "{}", { batch: "open" })).unprepared
    expect(yield* rowsAt(url(), call)).toEqual([[["alone", "recorded", "alone"]]])
    yield* busy.unsafe("rollback").unprepared
    expect(yield* rowsAt(url(), call)).toEqual([[["recorded", "repeated", "recorded"]]])
    for (const [plan, size] of [
      [one, 4],
      [other, 1]
    ] as const) {
      expect((yield* log.rows(plan)).map(({ record }) => record.position)).toEqual([1, 2, 3, 4].slice(0, size))
    }
  }).pipe(Effect.scoped, Effect.provide(migrated))
)

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

it.live("an erasure of no position at all is refused, whatever else it names", () =>
  Effect.gen(function* () {
    const log = yield* wholeLog
    const plan = newPlan()
    yield* log.append(batchOf(plan, 0, [note("a"), note("b"), decision(1)]))
    const eraser = yield* newLogin(url(), ["frist_eraser"])
    const calls = [
      "array[null, 1]",
      "array[1, null]",
      "null",
      "array[null]::bigint[]",
      "array[1, 0]",
      "array[-1]",
      "array[1, 2]"
    ]
    expect(
      yield* notRefused(
        eraser,
        calls.map((each) => `select frist.erase('${plan}', ${each})`),
        { state: "22023" }
      )
    ).toEqual([])
    yield* rowsAt(eraser, `select frist.erase('${plan}', array[1, 1])`)
  }).pipe(Effect.provide(migrated))
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
