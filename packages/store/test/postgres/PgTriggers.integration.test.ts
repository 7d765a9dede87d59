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
const redact =
  "update frist.event set content = null, salt = null, digest = sha256(salt || content) where plan = 'plan-1' and position"

/** Returns every table of the log, and every partition with rows. */
const tables = (url: string) =>
  Effect.map(
    rowsAt(
      url,
      `select oid::regclass::text from pg_class
       where relnamespace = 'frist'::regnamespace and relkind in ('r', 'p', 'v') and relname ~ '^(plan|batch|event)'`
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
  ...(table === "frist.batch"
    ? [`update ${table} set first = first + 100`]
    : [
        `delete from ${table} where false`,
        `truncate ${table}`,
        `insert into ${table} select * from ${table} on conflict (plan${table.includes("event") ? ", position" : ""}) do update set recorded_at = 0`
      ]),
  ...(table.includes("plan") ? [`update ${table} set head = head - 1`] : []),
  ...(table.includes("event")
    ? [
        `update ${table} set content = null, salt = null`,
        `update ${table} set actor = 'X'`,
        `update ${table} set position = position + 100`,
        `update ${table} set leaf = sha256('a')`,
        `update ${table} set content = 'a'`
      ]
    : [])
]

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

  const everything = Effect.suspend(() =>
    rowsAt(url(), "select p.*, e.* from frist.plan p join frist.event e using (plan) order by 1, 5")
  )

  it.live.each([
    ["a login of its owner", "", []],
    ["the superuser", "postgres", []],
    ["the superuser as a replica", "postgres", ["set session_replication_role = replica"]],
    ["the superuser as the owner", "postgres", ["set role frist_owner"]]
  ] as const)("%s cannot change recorded events", ([, login, first]) =>
    Effect.gen(function* () {
      const before = yield* everything
      const who = login === "" ? yield* newLogin(url(), ["frist_owner"]) : url()
      const attacks = (yield* tables(url())).flatMap(attacksOn)
      expect(attacks.length).toBeGreaterThan(partitions * 10)
      expect(yield* notRefused(who, attacks, { first })).toEqual([])
      expect(yield* everything).toEqual(before)
    })
  )

  it.live("the triggers let the content of a removed event be erased, and nothing else", () =>
    Effect.gen(function* () {
      const log = yield* wholeLog
      const plan = PlanId.make("plan-1")
      // The decision about event 7 comes before it.
      yield* log.append(batchOf(plan, 3, [redacted(2), redacted(7), redacted(6), note("d")]))
      const near = [
        `${redact} = 1`,
        `${redact} = 3`,
        `${redact} = 4`,
        `${redact} = 6`,
        `${redact} = 7`,
        `${redact} in (1, 2)`,
        `${redact} = 2`.replace("salt = null", "salt = salt"),
        `${redact} = 2`.replace("content = null, ", ""),
        `${redact} = 2`.replace("content = null", "content = 'a'"),
        `${redact} = 2`.replace("salt = null", "salt = null, leaf = sha256('a')"),
        `${redact} = 2`.replace("salt = null", "salt = null, actor = 'X'"),
        `${redact} = 2`.replace(", digest = sha256(salt || content)", ""),
        `${redact} = 2`.replace("salt || content", "content"),
        `${redact} = 2`.replace("salt || content", "leaf"),
        `${redact} = 2`.replace("plan-1", "plan-2")
      ]
      expect(yield* notRefused(url(), near, { first: ["set role frist_owner"] })).toEqual([])
      yield* rowsAt(url(), `${redact} = 2`)
      const [first, second] = yield* log.records(plan)
      expect(first?.bytes).not.toBeNull()
      expect([second?.bytes, second?.salt, second?.record.event, second?.record.type]).toEqual([
        null,
        null,
        null,
        "FollowUpNoted"
      ])
      const back = `update frist.event set content = 'a', salt = sha256('a') where plan = 'plan-1' and position = 2`
      expect(yield* notRefused(url(), [back])).toEqual([])
    }).pipe(Effect.provide(migrated))
  )
})
