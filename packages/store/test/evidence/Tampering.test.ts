/**
 * Tampering with a SQLite file whose triggers were dropped: verification finds every change.
 */
import { wholeLog, type Log } from "../../src/contract/ContractFixture.ts"
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { DatabaseSync } from "node:sqlite"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { dropTriggers, putEvents } from "../sqlite/forcedEvents.ts"
import { newFile } from "../TemporaryFile.ts"
import { long } from "../sizes.ts"
import { begun, type Cells, plan, type Rogue, tryBits, tryForgeries, tryNotes } from "./tampering.ts"

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
    return {
      events: async () => events(),
      put: async (rows) => put(rows),
      set: async (position, column, value) =>
        put(events().map((each) => (Number(each["position"]) === position ? { ...each, [column]: value } : each))),
      setNote: async (number, note) =>
        attempt(db, () =>
          db
            .prepare("update checkpoint set note = cast(? as text) where plan = ? and number = ?")
            .run(note, plan, number)
        )
    }
  })

const bits = long ? 3000 : 750
const timeout = 120_000

const tampered = <A>(run: (log: Log, rogue: Rogue, notes: ReadonlyArray<string>) => Promise<A>) =>
  Effect.gen(function* () {
    const filename = yield* newFile
    return yield* Effect.gen(function* () {
      const own = yield* wholeLog
      const notes = yield* begun(own)
      const rogue = yield* rogueOf(filename)
      return yield* Effect.promise(() => run(own, rogue, notes))
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
    "every flipped bit of a checkpoint in a SQLite file without triggers, or of a given one, is found",
    () => Effect.map(tampered(tryNotes), (tried) => expect(tried).toBeGreaterThan(long ? 400 : 80)),
    timeout
  )

  it.live(
    "removals, insertions, swaps and rewritten tails in a SQLite file without triggers are found at every position",
    () =>
      Effect.map(
        tampered((log, rogue, [, old = ""]) => tryForgeries(log, rogue, old, 24)),
        (tried) => expect(tried).toBeGreaterThan(long ? 250 : 83)
      ),
    timeout
  )
})
