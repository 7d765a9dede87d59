/**
 * What a writer appends, seals or erases by calling the functions in SQL: it stops no other plan, nor what is lawful in a
 * plan.
 */
import { expect, it } from "@effect/vitest"
import { Position } from "@frist/domain/Names"
import { isIntact } from "@frist/evidence/LogVerifier"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { beforeAll } from "vitest"
import { batchOf, checkpointOf, newPlan, note, provideLog, wholeLog } from "../../src/contract/ContractFixture.ts"
import { EventLog } from "../../src/EventLog.ts"
import { sealPlan } from "../../src/evidence/PlanSeal.ts"
import { verifyPlan } from "../../src/evidence/PlanVerification.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { newLogin, notRefused, rowsAt, session } from "../PgSessions.ts"
import { appending } from "./SqlAppends.ts"

const url = databaseForAll()
const migrated = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: true }))
beforeAll(() => Effect.runPromise(Effect.asVoid(Effect.provide(Effect.asVoid(EventLog), migrated))))

const decision = (position: number) => ({
  ...note("x"),
  event: { _tag: "Redacted" as const, position: Position.make(position), decision: "Dnr 1" }
})

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

it.live("a type that the header of a row spells otherwise is refused, and stops no lawful erasure", () =>
  Effect.gen(function* () {
    const log = yield* wholeLog
    const plan = newPlan()
    yield* log.append(batchOf(plan, 0, [note("hemligt"), note("b")]))
    const writer = yield* newLogin(url(), ["frist_writer"])
    const removal = '{"_tag":"Redacted","position":1,"decision":"x"}'
    const moved = '{"_tag":"PlanMoved","to":"x"}'
    const size = Buffer.byteLength(moved)
    const calls = [
      ...["Red\\u0061cted", "\\u0052edacted", "Redacte\\u0064"].map((type) => appending(plan, 2, removal, { type })),
      ...["\\u0045ditionErased", "Editio\\u006eKept"].map((type) => appending(plan, 2, "{}", { type })),
      ...["Plan\\u004doved", "\\u0050lanArrived"].map((type) => appending(plan, 2, moved, { type })),
      ...[`[[${size}, null,"PlanMoved",0]]`, `[[${size},null, "PlanMoved",0]]`, `[[${size},null,"PlanMoved" ,0]]`].map(
        (header) => appending(plan, 2, moved, { type: "PlanMoved", header })
      )
    ]
    expect(yield* notRefused(writer, calls, { state: "23502" })).toEqual([])
    yield* log.append(batchOf(plan, 2, [decision(1)]))
    yield* log.erase(plan, [1])
    expect((yield* log.records(plan, { limit: 1 }))[0]?.bytes).toBeNull()
    const verified = yield* verifyPlan(plan).pipe(provideLog(log))
    expect([isIntact(verified), verified.unerased]).toEqual([true, []])
    // A column may be called anything.
    for (const column of ["Red\\u0007acted", '\\"Redacted\\"', "Edition", "PlanMoved"]) {
      const header = `[[2,null,"FollowUpNoted",0,3,"${column}"]]`
      const call = appending(plan, 3, "{}", { header }).replace('"stated"]]', `"stated","a","${"0".repeat(64)}",null]]`)
      expect(yield* notRefused(writer, [call], { state: "done" }), column).toEqual([])
    }
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
