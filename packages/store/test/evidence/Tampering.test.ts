/**
 * Tampering with a SQLite file whose triggers were dropped: verification finds every change.
 */
import { fromTo, wholeLog, type Log } from "../../src/contract/ContractFixture.ts"
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { DatabaseSync } from "node:sqlite"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { dropTriggers, putEvents } from "../sqlite/forcedEvents.ts"
import { newFile } from "../TemporaryFile.ts"
import { long } from "../sizes.ts"
import { isIntact } from "@frist/evidence/LogVerifier"
import {
  begun,
  type Cells,
  choosing,
  flippedBit,
  forgeries,
  isNamed,
  plan,
  type Rogue,
  tryBits,
  tryForgeries,
  tryNotes,
  type Value,
  verified
} from "./tampering.ts"

/** Opens a file without triggers. */
const opened = (filename: string): DatabaseSync => {
  const db = new DatabaseSync(filename)
  dropTriggers(db)
  return db
}

const attempt = (db: DatabaseSync, run: () => void): boolean => {
  db.exec("begin immediate")
  try {
    run()
    db.exec("commit")
    return true
  } catch {
    db.exec("rollback")
    return false
  }
}

const rogueOf = (filename: string): Effect.Effect<Rogue, never, never> =>
  Effect.sync(() => {
    const db = opened(filename)
    const select = db.prepare("select * from event where plan = ? order by position")
    select.setReadBigInts(true)
    const events = () => select.all(plan).map((row) => ({ ...row }) as Cells)
    const put = (rows: ReadonlyArray<Cells>) => attempt(db, () => putEvents(db, rows))
    // Not what is left after a change: a changed cell may change how others are read.
    const kept = events()
    return {
      events: async () => events(),
      put: async (rows) => put(rows),
      set: async (position, column, value) =>
        put(kept.map((each) => (Number(each["position"]) === position ? { ...each, [column]: value } : each))),
      setNote: async (number, note) =>
        attempt(db, () =>
          db
            .prepare("update checkpoint set note = cast(? as text) where plan = ? and number = ?")
            .run(note, plan, number)
        )
    }
  })

/** The columns of a row. */
const rowColumns = "plan first chunk recorded_at batch actor activities origins header salt leaf content".split(" ")

/** Flips single bits of rows as they are in the file, and expects each to be found at an event of the row. */
const tryRowBits = async (log: Log, filename: string, old: string, tries: number): Promise<number> => {
  const choose = choosing(long ? 7 : Math.floor(Math.random() * 2 ** 32))
  const db = opened(filename)
  const select = db.prepare("select * from batch order by first")
  select.setReadBigInts(true)
  const kept = select.all()
  let tried = 0
  while (tried < tries) {
    const row = kept[choose(kept.length)] ?? {}
    const column = rowColumns[choose(rowColumns.length)] ?? ""
    const changed = flippedBit(row[column] ?? "", choose)
    if (changed === undefined) continue
    const set = (value: Value, first: Value) =>
      db.prepare(`update batch set ${column} = ? where first = ?`).run(value, first)
    if (!attempt(db, () => set(changed, row["first"] ?? 0))) continue
    const found = await verified(log, [old])
    const positions = fromTo(Number(row["first"]), Number(row["last"]))
    if (isIntact(found) || !positions.some((position) => isNamed(found, position))) {
      expect.fail(`a bit of ${column} of row ${row["first"]} is not named: ${JSON.stringify(found.broken)}`)
    }
    set(row[column] ?? null, column === "first" ? changed : (row["first"] ?? 0))
    tried += 1
  }
  expect(isIntact(await verified(log, [old]))).toBe(true)
  db.close()
  return tried
}

/** Other values of a column that somebody may write: nothing, less, more, and another row's. */
const otherValues = (value: Value, of: Value): ReadonlyArray<Value> =>
  typeof value === "number" || typeof value === "bigint"
    ? [BigInt(value) + 1n, BigInt(value) - 1n, -BigInt(value) - 1n, 0n, of]
    : typeof value === "string"
      ? ["", `${value}x`, `x${value}`, value.slice(1), of]
      : [new Uint8Array(), Buffer.concat([value ?? Buffer.alloc(0), Buffer.alloc(1)]), value?.subarray(1) ?? null, of]

/** Gives each column of a row each other value that the table holds, and expects it to be found. Returns how many. */
const tryColumns = async (log: Log, filename: string, old: string): Promise<number> => {
  const db = opened(filename)
  const select = db.prepare("select * from batch order by first")
  select.setReadBigInts(true)
  const [, row = {}, next = {}] = select.all()
  let tried = 0
  for (const column of rowColumns) {
    const [value, first] = [row[column] ?? null, row["first"] ?? 0]
    for (const changed of otherValues(value, next[column] ?? null)) {
      if (String(changed) === String(value)) {
        // Two batches of one millisecond leave nothing to change.
        if (column === "recorded_at") tried += 1
        continue
      }
      const set = (to: Value, at: Value) => db.prepare(`update batch set ${column} = ? where first = ?`).run(to, at)
      if (!attempt(db, () => set(changed, first))) continue
      const found = await verified(log, [old])
      if (isIntact(found)) expect.fail(`${column} can be ${String(changed)}`)
      set(value, column === "first" ? changed : first)
      tried += 1
    }
  }
  expect(isIntact(await verified(log, [old]))).toBe(true)
  db.close()
  return tried
}

const columnChanges = 44
const bits = long ? 3000 : 750
const timeout = 120_000

const tampered = <A>(run: (log: Log, rogue: Rogue, notes: ReadonlyArray<string>, filename: string) => Promise<A>) =>
  Effect.gen(function* () {
    const filename = yield* newFile
    return yield* Effect.gen(function* () {
      const own = yield* wholeLog
      const notes = yield* begun(own)
      const rogue = yield* rogueOf(filename)
      return yield* Effect.promise(() => run(own, rogue, notes, filename))
    }).pipe(Effect.provide(layer({ filename })))
  })

describe("tampering with a SQLite file", () => {
  it.live(
    `each of ${bits} flipped bits of events in a SQLite file without triggers is found`,
    () =>
      Effect.map(
        tampered((log, rogue, [, old = ""]) => tryBits(log, rogue, old, bits)),
        (tried) => expect(tried).toBe(bits)
      ),
    timeout
  )

  it.live(
    `${columnChanges} of ${columnChanges} changes of columns in a SQLite file without triggers are found`,
    () =>
      Effect.map(
        tampered((log, _, [, old = ""], filename) => tryColumns(log, filename, old)),
        (tried) => expect(tried).toBe(columnChanges)
      ),
    timeout
  )

  it.live(
    `each of ${bits} flipped bits of rows in a SQLite file without triggers is found`,
    () =>
      Effect.map(
        tampered((log, _, [, old = ""], filename) => tryRowBits(log, filename, old, bits)),
        (tried) => expect(tried).toBe(bits)
      ),
    timeout
  )

  it.live(
    "every flipped bit of a checkpoint in a SQLite file without triggers, or of a given one, is found",
    () => Effect.map(tampered(tryNotes), (tried) => expect(tried).toBeGreaterThan(long ? 400 : 80)),
    timeout
  )

  it.live(
    `${Object.keys(forgeries).length} of ${Object.keys(forgeries).length} structural changes of a SQLite file without triggers are found at every position: removals, insertions, swaps and rewritten tails`,
    () =>
      Effect.map(
        tampered((log, rogue, [, old = ""]) => tryForgeries(log, rogue, old, 24)),
        (tried) => expect(tried).toBeGreaterThan(long ? 250 : 83)
      ),
    timeout
  )
})
