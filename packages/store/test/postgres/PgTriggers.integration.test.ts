/**
 * The triggers of a PostgreSQL log: nobody changes recorded events, the owner and the superuser included. Only the content
 * of an event that a recorded decision removes can be erased.
 */
import { describe, expect, it } from "@effect/vitest"
import { Event } from "@frist/domain/Event"
import { PlanId, Position } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { beforeAll } from "vitest"
import { batchOf, fromTo, note, wholeLog } from "../../src/contract/ContractFixture.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { newLogin, notRefused, rowsAt } from "../PgSessions.ts"

const plans = fromTo(1, 16).map((at) => PlanId.make(`plan-${at}`))
const redacted = (position: number) => ({
  ...note("a"),
  event: Event.cases.Redacted.make({ position: Position.make(position), decision: "Dnr 2026/17" })
})
/** Erases events of a row, as `frist.erase` does. */
const redact = (positions: string, plan = "plan-1") =>
  `update frist.chunk c set (header, content, salt) =
     (select w.header, w.content, w.salt from frist.without(c, '{${positions}}') w)
   where plan = '${plan}' and '{${positions}}'::bigint[] && array(select generate_series(first, last))`

/** Returns every table of the log, and every partition with rows. */
const tables = (url: string) =>
  Effect.map(
    rowsAt(
      url,
      `select oid::regclass::text from pg_class
       where relnamespace = 'frist'::regnamespace and relkind in ('r', 'p') and relname ~ '^chunk'`
    ),
    (rows) => rows.map(([name]) => String(name))
  )

const attacksOn = (table: string) => [
  `update ${table} set plan = plan`,
  `update ${table} set recorded_at = recorded_at - 1`,
  `update ${table} set recorded_at = 0`,
  `delete from ${table}`,
  `delete from only ${table}`,
  `merge into ${table} t using (select 1) s on true when matched then delete`,
  `merge into ${table} t using (select 1) s on true when matched then update set recorded_at = 0`,
  `delete from ${table} where false`,
  `truncate ${table}`,
  `insert into ${table} select * from ${table} on conflict (plan, first) do update set recorded_at = 0`,
  `update ${table} set last = last - 1`,
  `update ${table} set content = '', salt = ''`,
  `update ${table} set actor = 'X'`,
  `update ${table} set first = first + 100`,
  `update ${table} set leaf = sha256('a')`,
  `update ${table} set header = '[]'`,
  `update ${table} set content = 'a'`
]

const attacksOnView = (view: string) => [`update frist.${view} set plan = plan`, `delete from frist.${view}`]

describe.each([0, 4])("in %i partitions", (partitions) => {
  const url = databaseForAll()
  const migrated = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: { partitions } }))
  beforeAll(() =>
    Effect.runPromise(
      Effect.gen(function* () {
        const log = yield* wholeLog
        for (const plan of plans) yield* log.append(batchOf(plan, 0, [note("a"), note("b"), note("c")]))
      }).pipe(Effect.provide(migrated))
    )
  )

  const everything = Effect.suspend(() => rowsAt(url(), "select * from frist.chunk order by plan, first"))

  it.live.each([
    ["a login of its owner", "", []],
    ["the superuser", "postgres", []],
    ["the superuser as a replica", "postgres", ["set session_replication_role = replica"]],
    ["the superuser as the owner", "postgres", ["set role frist_owner"]]
  ] as const)("%s cannot change recorded events", ([, login, first]) =>
    Effect.gen(function* () {
      const before = yield* everything
      const who = login === "" ? yield* newLogin(url(), ["frist_owner"]) : url()
      const attacks = [...(yield* tables(url())).flatMap(attacksOn), ...attacksOnView("batch")]
      expect(attacks.length).toBeGreaterThan(partitions * 10)
      expect(yield* notRefused(who, attacks, { first })).toEqual([])
      // These views are of more than one table.
      const onViews = ["event", "plan"].flatMap(attacksOnView)
      expect(yield* notRefused(who, onViews, { first, state: "55000" })).toEqual([])
      expect(yield* everything).toEqual(before)
    })
  )

  it.live("the triggers let the content of a removed event be erased, and nothing else", () =>
    Effect.gen(function* () {
      const log = yield* wholeLog
      const plan = PlanId.make("plan-1")
      // The decision about event 7 comes before it.
      yield* log.append(batchOf(plan, 3, [redacted(2), redacted(7), redacted(6), note("d")]))
      const second = redact("2")
      const near = [
        redact("1"),
        redact("3"),
        redact("4"),
        redact("6"),
        redact("7"),
        redact("1,2"),
        redact("2", "plan-2"),
        ...[
          ["w.salt", "c.salt"],
          ["w.salt", "set_byte(w.salt, 32, 1 - least(get_byte(w.salt, 32), 1))"],
          ["w.salt", "set_byte(w.salt, 0, 255 - get_byte(w.salt, 0))"],
          ["w.content", "c.content"],
          ["w.content", "w.content || 'a'"],
          ["w.content", "set_byte(w.content, 0, 1)"],
          ["w.header", "c.header"],
          ["w.header", "w.header || ' '"],
          ["w.header", "replace(w.header, 'FollowUp', 'Followup')"],
          ["set (header", "set actor = 'X', (header"],
          ["set (header", "set leaf = sha256('a'), (header"],
          ["set (header", "set origins = '[]', (header"]
        ].map(([as = "", other = ""]) => second.replace(as, other))
      ]
      expect(yield* notRefused(url(), near, { first: ["set role frist_owner"] })).toEqual([])
      yield* rowsAt(url(), second)
      const [first, erased] = yield* log.records(plan)
      expect(first?.bytes).not.toBeNull()
      expect([erased?.bytes, erased?.salt, erased?.record.event, erased?.record.type]).toEqual([
        null,
        null,
        null,
        "FollowUpNoted"
      ])
      const back = `update frist.chunk set header = replace(header, '[null', '[1'), content = 'a' || content where plan = 'plan-1' and first = 1`
      expect(yield* notRefused(url(), [back])).toEqual([])
    }).pipe(Effect.provide(migrated))
  )
})
