/**
 * Tampering by a superuser who disabled the triggers of a PostgreSQL log: verification finds every change.
 */
import { wholeLog, type Log } from "../../src/contract/ContractFixture.ts"
import * as PgClient from "@effect/sql-pg/PgClient"
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { newDatabase } from "../PgDatabases.ts"
import { sqlAt } from "../PgSessions.ts"
import { long } from "../sizes.ts"
import {
  begun,
  type Cells,
  plan,
  type Rogue,
  tryBits,
  tryForgeries,
  tryNotes,
  type Value
} from "../evidence/tampering.ts"

const rogueOf = Effect.gen(function* () {
  const sql = yield* PgClient.PgClient
  for (const table of ["event", "plan", "checkpoint"]) {
    yield* sql.unsafe(`alter table frist.${table} disable trigger all`)
  }
  const attempt = (run: Effect.Effect<unknown, unknown>): Promise<boolean> =>
    Effect.runPromise(Effect.map(Effect.exit(sql.withTransaction(run)), Exit.isSuccess))
  const now = (statement: string, ...values: ReadonlyArray<Value>) => sql.unsafe(statement, values)
  let kept: ReadonlyArray<Cells> | undefined
  const rogue: Rogue = {
    events: async () => {
      await Effect.runPromise(now("create table if not exists public.kept as select * from frist.event"))
      kept ??= (await Effect.runPromise(
        now("select * from frist.event where plan = $1 order by position", plan)
      )) as ReadonlyArray<Cells>
      return kept
    },
    put: (rows) =>
      attempt(
        Effect.gen(function* () {
          yield* now("delete from frist.event")
          if (rows === kept) return yield* now("insert into frist.event select * from public.kept")
          for (const row of rows) {
            const names = Object.keys(row)
            yield* now(
              `insert into frist.event (${names.join(", ")}) values (${names.map((_, at) => `$${at + 1}`).join(", ")})`,
              ...Object.values(row)
            )
          }
          return undefined
        })
      ),
    set: (position, column, value) =>
      attempt(
        now(`update frist.event set ${column} = $1 where plan = $2 and position = $3`, value, plan, BigInt(position))
      ),
    setNote: (number, note) => {
      const text = Buffer.from(note).toString("utf8")
      return text.includes("\u{fffd}")
        ? Promise.resolve(false)
        : attempt(now("update frist.checkpoint set note = $1 where plan = $2 and number = $3", text, plan, number))
    }
  }
  return rogue
})

const bits = long ? 2000 : 500
const timeout = 240_000

const tampered = <A>(run: (log: Log, rogue: Rogue, notes: ReadonlyArray<string>) => Promise<A>) =>
  Effect.gen(function* () {
    const url = yield* newDatabase
    return yield* Effect.gen(function* () {
      const log = yield* wholeLog
      const notes = yield* begun(log)
      const rogue = yield* rogueOf
      return yield* Effect.promise(() => run(log, rogue, notes))
    }).pipe(Effect.provide(Layer.merge(layer({ url: Redacted.make(url), migrate: true }), sqlAt(url))))
  })

describe("tampering with PostgreSQL tables", () => {
  it.live(
    `each of ${bits} flipped bits of events in PostgreSQL tables with disabled triggers is found`,
    () =>
      Effect.map(
        tampered((log, rogue, [, old = ""]) => tryBits(log, rogue, old, bits)),
        (tried) => expect(tried).toBe(bits)
      ),
    timeout
  )

  it.live(
    "every flipped bit of a checkpoint in PostgreSQL tables with disabled triggers, or of a given one, is found",
    () => Effect.map(tampered(tryNotes), (tried) => expect(tried).toBeGreaterThan(long ? 400 : 80)),
    timeout
  )

  it.live(
    "removals, insertions, swaps and rewritten tails in PostgreSQL tables with disabled triggers are found at every position",
    () =>
      Effect.map(
        tampered((log, rogue, [, old = ""]) => tryForgeries(log, rogue, old, 24)),
        (tried) => expect(tried).toBeGreaterThan(long ? 250 : 83)
      ),
    timeout
  )
})
