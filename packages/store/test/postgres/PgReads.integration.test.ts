/**
 * Pages of a log in PostgreSQL, of which the server leaves out the texts that the reader knows.
 */
import { expect, it } from "@effect/vitest"
import { Actor, type PlanId } from "@frist/domain/Names"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { beforeAll } from "vitest"
import { batchOf, type Log, newPlan, note, wholeLog } from "../../src/contract/ContractFixture.ts"
import { EventLog } from "../../src/EventLog.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { rowsAt } from "../PgSessions.ts"

const url = databaseForAll()
const migrated = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: true }))
beforeAll(() => Effect.runPromise(Effect.asVoid(Effect.provide(Effect.asVoid(EventLog), migrated))))

const from = (document: string): NewEvent => ({
  ...note(document),
  source: { document, sha256: "0f".repeat(32), table: null, row: 1, column: null }
})
const long = "å".repeat(1100)
/** Actors and documents that come once, come again, and are too long to be left out. */
const batches = [
  ["a", "a.docx"],
  ["a", "a.docx"],
  ["b", "a.docx"],
  ["b", "b.docx"],
  ["a", long],
  ["a", long],
  ["b", "b.docx"],
  ["a", "a.docx"]
] as const

/** Read one event after a position, and return their number. */
const readers = {
  events: (log: Log, plan: PlanId, after: number) =>
    Effect.map(log.read(plan, { after, limit: 1 }), ({ length }) => length),
  records: (log: Log, plan: PlanId, after: number) =>
    Effect.map(log.records(plan, { after, limit: 1 }), ({ length }) => length)
}

const begun = Effect.gen(function* () {
  const log = yield* wholeLog
  const plan = newPlan()
  for (const [after, [actor, document]] of batches.entries())
    yield* log.append(batchOf(plan, after, [from(document)], { actor: Actor.make(actor) }))
  return { log, plan }
})

it.live("each event has its own actor and document, however it is read after others", () =>
  Effect.gen(function* () {
    const { log, plan } = yield* begun
    for (const limit of [1, 2, 3, 8]) {
      for (const after of [0, 3, 4, 1, 7, 6, 5, 2]) {
        const expected = batches.slice(after, after + limit)
        const read = yield* log.read(plan, { after, limit })
        expect(read.map(({ actor, source }) => [actor, source?.document])).toEqual(expected)
        const records = yield* log.records(plan, { after, limit })
        expect(records.map(({ record: { actor, source } }) => [actor, source?.document])).toEqual(expected)
      }
    }
  }).pipe(Effect.provide(migrated))
)

it.live("reads that are on their way together take the texts that each of them asked with", () =>
  Effect.gen(function* () {
    const { log, plan } = yield* begun
    const order = [0, 3, 5, 2, 7, 1, 6, 4]
    for (let round = 0; round < 20; round += 1) {
      const read = yield* Effect.forEach(order, (after) => log.read(plan, { after, limit: 1 }), {
        concurrency: "unbounded"
      })
      expect(read.flat().map(({ actor, source }) => [actor, source?.document])).toEqual(order.map((at) => batches[at]))
    }
  }).pipe(Effect.provide(migrated))
)

it.live.each([
  ["actor", null],
  ["actor", ""],
  ["origins", null],
  ["origins", ""]
] as const)(
  "a row whose %s became %j is damaged, also to a reader that knows those of the row before",
  ([column, value]) =>
    Effect.gen(function* () {
      const { log, plan } = yield* begun
      yield* rowsAt(
        url(),
        "alter table frist.chunk disable trigger all",
        `alter table frist.chunk alter column ${column} drop not null`,
        "select conname from pg_constraint where conrelid = 'frist.chunk'::regclass and contype = 'c'"
      ).pipe(
        Effect.flatMap((names) =>
          rowsAt(
            url(),
            ...names.map(([name]) => `alter table frist.chunk drop constraint "${String(name)}"`),
            `update frist.chunk set ${column} = ${value === null ? "null" : `'${value}'`} where plan = '${plan}' and first = 2`
          )
        )
      )
      for (const read of [readers.events, readers.records]) {
        expect(yield* read(log, plan, 0)).toBe(1)
        for (const _ of [1, 2]) {
          expect(yield* Effect.flip(read(log, plan, 1))).toMatchObject({ reason: "corrupt", position: 2 })
        }
      }
    }).pipe(Effect.provide(migrated))
)
