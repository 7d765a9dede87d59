/**
 * Tampering by a superuser who disabled the triggers of a PostgreSQL log: verification finds every change.
 */
import { isIntact } from "@frist/evidence/LogVerifier"
import { provideLog, wholeLog, type Log } from "../../src/contract/ContractFixture.ts"
import * as PgClient from "@effect/sql-pg/PgClient"
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { verifyPlan } from "../../src/evidence/PlanVerification.ts"
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

const json = (value: Value | undefined) => JSON.stringify(value ?? null)
const bytesOf = (value: Value | undefined): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array())
/** A number as JSON: one of 64 bits has more digits than a number of JavaScript. */
const digits = (value: Value | undefined): string => (value === null || value === undefined ? "null" : String(value))

/** Returns the row of one event. Every event can be in a row of its own, so each of its fields can be changed alone. */
const rowOf = (cells: Cells, chunk: number): ReadonlyArray<Value> => {
  const at = BigInt(digits(cells["position"]))
  const isSourced = cells["source_document"] !== null
  const source = [cells["source_document"], cells["source_sha256"], cells["source_table"]]
  const origin = [cells["effective_on"], cells["provenance"], ...(isSourced ? source : [])].map(json)
  const cell = isSourced ? [digits(cells["source_row"]), json(cells["source_column"])] : []
  const size = cells["content"] === null ? "null" : String(bytesOf(cells["content"]).length)
  return [
    cells["plan"] ?? null,
    at,
    at,
    chunk,
    cells["recorded_at"] ?? null,
    cells["batch"] ?? null,
    cells["actor"] ?? null,
    cells["activity"] === null ? "[]" : `[${json(cells["activity"])}]`,
    `[[${origin.join()}]]`,
    `[[${[size, cells["activity"] === null ? "null" : "0", json(cells["type"]), "0", ...cell].join()}]]`,
    bytesOf(cells["content"]),
    bytesOf(cells["salt"] ?? cells["digest"]),
    bytesOf(cells["leaf"])
  ]
}

/** The number of the row of an event among those of its batch. */
const chunkAt = (rows: ReadonlyArray<Cells>, at: number): number =>
  rows.slice(0, at).filter((row) => row["batch"] === rows[at]?.["batch"]).length

const columns = "plan, first, last, chunk, recorded_at, batch, actor, activities, origins, header, content, salt, leaf"
const insert = `insert into frist.chunk (${columns}) values (${columns
  .split(", ")
  .map((_, at) => `$${at + 1}`)
  .join(", ")})`

const update = `update frist.chunk set (${columns}) = row(${columns
  .split(", ")
  .map((_, at) => `$${at + 1}`)
  .join(", ")}) where plan = $14 and first = $15`

const rogueOf = Effect.gen(function* () {
  const sql = yield* PgClient.PgClient
  for (const table of ["chunk", "checkpoint"]) yield* sql.unsafe(`alter table frist.${table} disable trigger all`)
  const attempt = (run: Effect.Effect<unknown, unknown>): Promise<boolean> =>
    Effect.runPromise(Effect.map(Effect.exit(sql.withTransaction(run)), Exit.isSuccess))
  const now = (statement: string, ...values: ReadonlyArray<Value>) => sql.unsafe(statement, values)
  let cells: ReadonlyArray<Cells> = []
  const put = (rows: ReadonlyArray<Cells>) =>
    Effect.gen(function* () {
      yield* now("truncate frist.chunk")
      for (const [at, row] of rows.entries()) yield* now(insert, ...rowOf(row, chunkAt(rows, at)))
    })
  const rogue: Rogue = {
    events: async () => {
      cells = (await Effect.runPromise(
        now("select * from frist.event where plan = $1 order by position", plan)
      )) as ReadonlyArray<Cells>
      await Effect.runPromise(put(cells))
      return cells
    },
    put: (rows) => attempt(put(rows)),
    set: (position, column, value) => {
      const changed = { ...cells[position - 1], [column]: value }
      return attempt(now(update, ...rowOf(changed, chunkAt(cells, position - 1)), plan, BigInt(position)))
    },
    setNote: (number, note) => {
      const text = Buffer.from(note).toString("utf8")
      return text.includes("\u{fffd}")
        ? Promise.resolve(false)
        : attempt(now("update frist.checkpoint set note = $1 where plan = $2 and number = $3", text, plan, number))
    }
  }
  return rogue
})

/** Flips single bits of rows of several events, anywhere. Returns how many were tried. */
const tryRowBits = (log: Log, old: string, tries: number) =>
  Effect.gen(function* () {
    const sql = yield* PgClient.PgClient
    yield* sql.unsafe("alter table frist.chunk disable trigger all")
    const rows = (yield* sql.unsafe("select * from frist.chunk order by first")) as ReadonlyArray<Cells>
    let tried = 0
    while (tried < tries) {
      const row = rows[Math.floor(Math.random() * rows.length)] ?? {}
      const names = columns.split(", ")
      const name = names[Math.floor(Math.random() * names.length)] ?? ""
      const value = row[name] ?? null
      const bytes =
        typeof value === "bigint" ? Buffer.alloc(8) : Buffer.from(value instanceof Uint8Array ? value : String(value))
      if (typeof value === "bigint") bytes.writeBigInt64BE(value)
      if (bytes.length === 0) continue
      const bit = Math.floor(Math.random() * 8 * bytes.length)
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const text = bytes.toString("utf8")
      if (typeof value === "string" && /[\0\u{fffd}]/u.test(text)) continue
      const changed = typeof value === "bigint" ? bytes.readBigInt64BE() : value instanceof Uint8Array ? bytes : text
      const set = (to: Value, where: Cells) =>
        sql.unsafe(`update frist.chunk set ${name} = $1 where plan = $2 and first = $3`, [
          to,
          where["plan"],
          where["first"]
        ])
      // The key of another row.
      if (Result.isFailure(yield* Effect.result(set(changed, row)))) continue
      const found = yield* verifyPlan(plan, [old]).pipe(provideLog(log))
      if (isIntact(found)) expect.fail(`bit ${bit} of ${name} at event ${row["first"]} is not found`)
      yield* set(value, { ...row, [name]: changed })
      tried += 1
    }
    expect(isIntact(yield* verifyPlan(plan, [old]).pipe(provideLog(log)))).toBe(true)
    return tried
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
    `each of ${bits} flipped bits of rows of several events with disabled triggers is found`,
    () =>
      Effect.gen(function* () {
        const url = yield* newDatabase
        yield* Effect.gen(function* () {
          const log = yield* wholeLog
          const [, old = ""] = yield* begun(log)
          expect(yield* tryRowBits(log, old, bits)).toBe(bits)
        }).pipe(Effect.provide(Layer.merge(layer({ url: Redacted.make(url), migrate: true }), sqlAt(url))))
      }),
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
