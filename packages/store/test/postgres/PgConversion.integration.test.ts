/**
 * Logs of earlier versions, whose rows are events: a migration turns them into batches, with the same positions, times,
 * bytes, salts and leaves.
 */
import { expect, it } from "@effect/vitest"
import { Event } from "@frist/domain/Event"
import { ActivityId, PlanId, Position } from "@frist/domain/Names"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import { isIntact } from "@frist/evidence/LogVerifier"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { batchOf, fromTo, note, provideLog, wholeLog } from "../../src/contract/ContractFixture.ts"
import { sealPlan } from "../../src/evidence/PlanSeal.ts"
import { verifyPlan } from "../../src/evidence/PlanVerification.ts"
import * as Memory from "../../src/memory/MemoryEventLog.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { migrateDatabase } from "../../src/postgres/PgMigration.ts"
import { newDatabase } from "../PgDatabases.ts"
import { newLogin, rowsAt } from "../PgSessions.ts"
import { tablesOf, writeEarlier } from "./earlierTables.ts"

const plan = PlanId.make("strategi")
const other = PlanId.make("annan")

const odd = 'Å "citat" \\ \n\t \u2028 \u007f 😀'
const sourced = (at: number): NewEvent => ({
  ...note(`${at} ${odd}`, ActivityId.make(`webb.del-${at % 7}`)),
  effectiveOn: note("x").effectiveOn,
  provenance: at % 2 === 0 ? "inferred" : "stated",
  source: {
    document: `Plan ${at % 3} ${odd}`,
    sha256: `${at % 3}f`.repeat(32),
    table: at % 2 === 0 ? odd : null,
    row: at % 5 === 0 ? null : at,
    column: at % 4 === 0 ? null : odd
  }
})

/** Records batches of every size in memory, and erases events of some. Returns its records, and its checkpoints. */
const recorded = Effect.gen(function* () {
  const log = yield* wholeLog
  let after = 0
  for (const size of [1, 2, 499, 500, 501, 1200, 3]) {
    const events = fromTo(1, size).map((at) => (at % 3 === 0 ? note(`${at}`) : sourced(at)))
    yield* log.append(batchOf(plan, after, events))
    after += size
  }
  const positions = [1, 3, 600, 2000, after]
  const decisions = positions.map((position) => ({
    ...note("x"),
    event: Event.cases.Redacted.make({ position: Position.make(position), decision: "Dnr 2026/17" })
  }))
  yield* log.append(batchOf(plan, after, decisions))
  yield* log.erase(plan, positions)
  const { note: sealed } = yield* sealPlan(plan).pipe(provideLog(log))
  yield* log.append(batchOf(other, 0, [note("a"), sourced(4)]))
  return { sealed, records: [yield* log.records(plan), yield* log.records(other)].flat(), plans: yield* log.plans }
}).pipe(Effect.provide(Memory.layer))

/** Creates a database of version 7 with those records. */
const oldLog = Effect.fnUntraced(function* (partitions: number) {
  const url = yield* newDatabase
  const sql = yield* tablesOf(url, 7, partitions)
  const made = yield* recorded
  yield* writeEarlier(sql, made.records)
  yield* sql.unsafe("insert into frist.checkpoint values ($1, 1, $2)", [plan, made.sealed])
  return { ...made, sql, url }
})

it.live.each([[0], [3]] as const)(
  "a log of version 7 in %i partitions is converted in place, and goes on",
  ([partitions]) =>
    Effect.gen(function* () {
      const { plans, records, sealed, sql, url } = yield* oldLog(partitions)
      const before = yield* rowsAt(url, "select * from frist.event order by plan, position")
      const batches = yield* rowsAt(url, "select * from frist.batch order by plan, first")
      expect(yield* migrateDatabase(sql)).toMatchObject({ from: 7 })
      // Readers with SQL see what they saw.
      expect(yield* rowsAt(url, "select * from frist.event order by plan, position")).toEqual(before)
      expect(yield* rowsAt(url, "select * from frist.batch order by plan, first")).toEqual(batches)
      const parts = "select count(*)::integer from pg_inherits where inhparent = 'frist.chunk'::regclass"
      expect(yield* rowsAt(url, parts)).toEqual([[partitions]])
      const writer = yield* newLogin(url, ["frist_writer"])
      yield* Effect.gen(function* () {
        const log = yield* wholeLog
        expect(yield* log.plans).toEqual(plans)
        const read = [yield* log.records(plan), yield* log.records(other)].flat()
        expect(read).toHaveLength(records.length)
        for (const [at, each] of read.entries()) expect(each.record).toEqual(records[at]?.record)
        expect(read.map(({ leaf }) => Buffer.from(leaf).toString("hex"))).toEqual(
          records.map(({ leaf }) => Buffer.from(leaf).toString("hex"))
        )
        expect(isIntact(yield* verifyPlan(plan, [sealed]).pipe(provideLog(log)))).toBe(true)
        const first = records[0]?.record
        const head = plans.find((each) => each.plan === plan)?.events ?? 0
        const again = batchOf(plan, head, [note("a")], first === undefined ? {} : { batch: first.batch })
        expect(yield* log.append(again)).toMatchObject({ first: 1, last: 1, repeated: true })
        expect(yield* log.append(batchOf(plan, head, [note("b"), note("c")]))).toMatchObject({ first: head + 1 })
        expect(isIntact(yield* verifyPlan(plan, [sealed]).pipe(provideLog(log)))).toBe(true)
      }).pipe(Effect.provide(layer({ url: Redacted.make(writer) })))
    }),
  60_000
)

it.live.each([
  ["whose event is missing", "delete from frist.event where plan = 'strategi' and position = 5", "strategi, event 4"],
  ["whose last event is missing", "delete from frist.event where plan = 'annan' and position = 2", "plan annan"],
  ["whose batch has another length", "update frist.event set batch_size = 7 where batch_size = 499", "event 4"],
  ["of whose batch one event has another time", "update frist.event set recorded_at = 1 where position = 3", "event"],
  ["that goes on after its head", "update frist.plan set head = 1 where plan = 'annan'", "plan annan"]
] as const)("a log %s is not converted", ([, damage, named]) =>
  Effect.gen(function* () {
    const { sql, url } = yield* oldLog(0)
    yield* rowsAt(
      url,
      "alter table frist.event disable trigger all",
      "alter table frist.plan disable trigger all",
      damage
    )
    const error = yield* Effect.flip(migrateDatabase(sql))
    expect(error).toMatchObject({ reason: "corrupt" })
    expect(error.message).toContain(named)
    expect(yield* rowsAt(url, "select max(version) from frist.migration")).toEqual([[7]])
  })
)
