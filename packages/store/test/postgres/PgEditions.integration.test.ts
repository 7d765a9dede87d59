/**
 * Kept editions in PostgreSQL: the caller's transaction, killed processes, rights, triggers, an older database, and the
 * files after an erasure.
 */
import { recordsOf } from "../../src/BatchRecords.ts"
import { tablesOf, writeEarlier } from "./earlierTables.ts"
import { expect, it } from "@effect/vitest"
import { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import * as PgClient from "@effect/sql-pg/PgClient"
import * as Redacted from "effect/Redacted"
import { batchOf, type Log, newPlan, note, wholeLog } from "../../src/contract/ContractFixture.ts"
import { keepingBatch } from "../../src/contract/KeptEditionContract.ts"
import { typed } from "../../src/postgres/PgErrors.ts"
import { layer, layerWithClient } from "../../src/postgres/PgEventLog.ts"
import { editionOf, erasedEvent, keptIn } from "../keptEditions.ts"
import { keptThroughKills } from "../KilledKeeping.ts"
import { newDatabase } from "../PgDatabases.ts"
import { newLogin, notRefused, notRewritten, rowsAt } from "../PgSessions.ts"
import { long } from "../sizes.ts"

const plan = PlanId.make("plan-a")
const [a, b] = [editionOf("a"), editionOf("b")]
const as = <A>(login: string, run: (log: Log) => Effect.Effect<A, unknown>) =>
  Effect.flatMap(wholeLog, run).pipe(Effect.provide(layer({ url: Redacted.make(login), connections: 1 })))
const migrated = (url: string, run: (log: Log) => Effect.Effect<void, unknown>) =>
  Effect.flatMap(wholeLog, run).pipe(Effect.provide(layer({ url: Redacted.make(url), migrate: true })))
/** A plan that keeps `a`, and `b`, of which a decision is not yet carried out. */
const begun = (log: Log) =>
  Effect.andThen(
    log.append(keepingBatch(plan, 0, [a, b])),
    Effect.asVoid(log.append(batchOf(plan, 3, [erasedEvent(b)])))
  )

const erase = (log: Log) => log.eraseEdition(plan, b.sha256, null)

it.live("an edition is kept in the caller's transaction: with its commit, and not with its rollback", () =>
  Effect.gen(function* () {
    const url = yield* newDatabase
    yield* Effect.gen(function* () {
      const log = yield* wholeLog
      const sql = yield* PgClient.PgClient
      const own = newPlan()
      const rolledBack = typed(
        sql.withTransaction(Effect.andThen(log.append(keepingBatch(own, 0, [a])), Effect.fail("no")))
      )
      expect(yield* Effect.flip(rolledBack)).toBe("no")
      expect(yield* log.editions(own)).toEqual([])
      yield* typed(
        sql.withTransaction(
          Effect.gen(function* () {
            yield* log.append(keepingBatch(own, 0, [a]))
            expect(Object.keys(yield* keptIn(log, own))).toEqual(["a"])
            const seen = yield* rowsAt(url, `select count(*)::int from frist.edition where plan = '${own}'`)
            expect(seen).toEqual([[0]])
          })
        )
      )
      expect(Object.keys(yield* keptIn(log, own))).toEqual(["a"])
    }).pipe(Effect.provide(layerWithClient({ url: Redacted.make(url), migrate: true })))
  })
)

it.live(
  "a killed process leaves every edition in PostgreSQL with its event, or neither",
  () =>
    Effect.gen(function* () {
      const url = yield* newDatabase
      yield* migrated(url, () => Effect.void)
      yield* keptThroughKills(url, layer({ url: Redacted.make(url) }), long ? 50 : 3)
    }),
  300_000
)

it.live("a reader reads what is kept, a writer keeps only what the log names, and only an eraser erases", () =>
  Effect.gen(function* () {
    const url = yield* newDatabase
    yield* migrated(url, begun)
    const reader = yield* newLogin(url, ["frist_reader"])
    const writer = yield* newLogin(url, ["frist_writer"])
    const eraser = yield* newLogin(url, ["frist_eraser"])
    expect(Object.keys(yield* as(reader, (log) => keptIn(log, plan)))).toEqual(["a", "b"])
    const unnamed = ["c", "a"].map((letter) => `select frist.keep('plan-a', '${letter.repeat(64)}', 'c.csv', '\\x00')`)
    expect(yield* notRefused(reader, unnamed)).toEqual([])
    expect(yield* notRefused(writer, unnamed, { state: "22023" })).toEqual([])
    expect(
      yield* notRefused(eraser, [`select frist.erase_edition('plan-a', '${a.sha256}', null)`], { state: "22023" })
    ).toEqual([])
    for (const login of [reader, writer]) {
      expect(yield* Effect.flip(as(login, erase))).toMatchObject({ reason: "refused" })
    }
    for (const login of [reader, writer, eraser]) {
      yield* rowsAt(url, `select frist.confine('${new URL(login).username}', array['other'])`)
      expect(yield* as(login, (log) => keptIn(log, plan))).toEqual({})
    }
    expect(yield* Effect.flip(as(eraser, erase))).toMatchObject({ reason: "refused" })
    expect(yield* Effect.flip(as(writer, (log) => log.append(keepingBatch(plan, 4, [editionOf("c")]))))).toMatchObject({
      reason: "refused"
    })
    yield* rowsAt(url, `select frist.unconfine('${new URL(eraser).username}')`)
    yield* as(eraser, erase)
    expect(Object.keys(yield* as(eraser, (log) => keptIn(log, plan)))).toEqual(["a"])
  })
)

it.live("the owner changes what is kept only as the log says", () =>
  Effect.gen(function* () {
    const url = yield* newDatabase
    yield* migrated(url, begun)
    const attacks = [
      "delete from frist.edition",
      "delete from frist.edition where false",
      "truncate frist.edition",
      "update frist.edition set content = null, digest = null where sha256 like 'a%'",
      "update frist.edition set content = '\\x00' where sha256 like 'a%'",
      "update frist.edition set content = '\\x00', digest = encode(sha256('\\x00'), 'hex') where sha256 like 'a%'",
      "update frist.edition set content = null where sha256 like 'b%'",
      "update frist.edition set digest = null where sha256 like 'b%'",
      "update frist.edition set content = null, digest = null, document = 'x' where sha256 like 'b%'",
      "update frist.edition set content = null, digest = null, sha256 = 'x' where sha256 like 'b%'"
    ]
    for (const first of [[], ["set role frist_owner"], ["set session_replication_role = replica"]]) {
      expect(yield* notRefused(url, attacks, { first })).toEqual([])
    }
    const erase = "update frist.edition set content = null, digest = null where sha256 like 'b%'"
    expect(yield* notRefused(url, [erase])).toEqual([`done: ${erase}`])
  })
)

it.live("a database without editions is refused until it is migrated, and keeps its events", () =>
  Effect.gen(function* () {
    const url = yield* newDatabase
    const sql = yield* tablesOf(url, 6)
    yield* writeEarlier(sql, recordsOf(batchOf(plan, 0, [note("a")]), 0, 1_700_000_000_000))
    expect(yield* Effect.flip(as(url, (log) => log.plans))).toMatchObject({ reason: "schemaTooOld" })
    yield* migrated(url, (log) =>
      Effect.gen(function* () {
        yield* log.append(keepingBatch(plan, 1, [a]))
        expect(yield* log.read(plan)).toHaveLength(3)
        expect(Object.keys(yield* keptIn(log, plan))).toEqual(["a"])
      })
    )
  })
)

/** Every byte of the tables, indexes and long values of `frist`, as they are on disk after the table is rewritten. */
const rewritten = (url: string) =>
  Effect.gen(function* () {
    yield* rowsAt(url, "vacuum full frist.edition", "checkpoint")
    const files = yield* rowsAt(
      url,
      `select pg_relation_filepath(oid) as path from pg_class
       where relkind in ('r', 't', 'i') and relnamespace in ('frist'::regnamespace, 'pg_toast'::regnamespace)`
    )
    const bytes: Array<Buffer> = []
    for (const [path] of files) {
      const [row] = yield* rowsAt(url, `select pg_read_binary_file('${String(path)}')`)
      bytes.push(Buffer.from(row?.[0] ?? []))
    }
    return Buffer.concat(bytes)
  })

it.live(
  "an erased edition is gone for every reader at once, and from the files when the table is rewritten",
  () =>
    Effect.gen(function* () {
      const url = yield* newDatabase
      yield* migrated(url, begun)
      expect(yield* notRewritten(url)).toEqual([])
      yield* as(url, (log) => log.eraseEdition(plan, b.sha256, null))
      expect(yield* notRewritten(url)).toEqual(["frist.edition"])
      // A rewrite keeps a row that a transaction may still see, such as one of vacuum or of a connection that is closing.
      const bytes = yield* rewritten(url).pipe(
        Effect.repeat({
          times: 100,
          schedule: Schedule.spaced("100 millis"),
          until: (found) => !found.includes("hemlig-b-")
        })
      )
      expect(bytes.includes("hemlig-b-")).toBe(false)
      expect(yield* notRewritten(url)).toEqual([])
      expect(bytes.includes("hemlig-a-")).toBe(true)
    }),
  60_000
)
