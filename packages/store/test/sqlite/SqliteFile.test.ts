/**
 * SQLite files of a log: their settings, and files that are not a log, are busy or may not be written.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { chmodSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { chunkEvents } from "../../src/batches/BatchRow.ts"
import { batchOf, fromTo, newPlan, note, positions, wholeLog, type Log } from "../../src/contract/ContractFixture.ts"
import { type Reason } from "../../src/EventLog.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { openFile, type OpenOptions } from "../../src/sqlite/SqliteFile.ts"
import { newFile } from "../TemporaryFile.ts"

const plan = newPlan()

/** Opens the file as a log and runs the effect with it. */
const using = <A, E>(options: OpenOptions, test: (log: Log) => Effect.Effect<A, E>) =>
  Effect.provide(Effect.flatMap(wholeLog, test), layer(options))

/** Creates a closed file with 60 events in batches of 3. */
const begun = Effect.tap(newFile, (filename) =>
  using({ filename }, (log) =>
    Effect.forEach(Array.from({ length: 20 }).keys(), (at) =>
      log.append(batchOf(plan, at * 3, [note("a"), note("b".repeat(500)), note("c")]))
    )
  )
)

/** Runs SQL on the file as another program. */
const elsewhere = (filename: string, sql: string): void => {
  const db = new DatabaseSync(filename)
  db.exec(sql)
  db.close()
}

/** Runs as an ordinary user, since the superuser may write everything. */
const asAnyone = Effect.acquireRelease(
  Effect.sync(() => {
    if (process.getuid?.() === 0) process.seteuid?.(65534)
  }),
  () =>
    Effect.sync(() => {
      if (process.getuid?.() === 0) process.seteuid?.(0)
    })
)

describe("a file of the log", () => {
  it.live("a log file is in write-ahead mode, synced at each commit, and marked as a log", () =>
    Effect.gen(function* () {
      const filename = yield* newFile
      const settings = Effect.scoped(
        Effect.map(openFile({ filename }), (db) =>
          ["journal_mode", "synchronous", "application_id", "user_version", "recursive_triggers", "trusted_schema"].map(
            (pragma) => Object.values(db.prepare(`pragma ${pragma}`).get() ?? {})[0]
          )
        )
      )
      const right = ["wal", 2, 0x46525354, 3, 1, 0]
      expect(yield* settings).toEqual(right)
      elsewhere(filename, "pragma journal_mode = delete; pragma synchronous = off")
      expect(yield* settings).toEqual(right)
    })
  )

  it.live("a log file has the same events after it is closed and opened again", () =>
    Effect.gen(function* () {
      const filename = yield* begun
      const read = using({ filename, create: false }, (log) => log.records(plan))
      expect(yield* read).toHaveLength(60)
      expect(yield* read).toEqual(yield* read)
    })
  )
})

const other = "create table patient (id integer); insert into patient values (1)"
const refused: ReadonlyArray<readonly [string, (filename: string) => void, Reason, Partial<OpenOptions>?]> = [
  ["is empty, when none is to be made", (file) => writeFileSync(file, ""), "unreachable", { create: false }],
  ["is a few words", (file) => writeFileSync(file, "hej"), "notALog"],
  ["is a text", (file) => writeFileSync(file, "Område;Mål\n".repeat(2000)), "notALog"],
  ["is another program's", (file) => elsewhere(file, other), "notALog"],
  [
    "is another program's in the same mode",
    (file) => elsewhere(file, `pragma journal_mode = wal; ${other}`),
    "notALog"
  ],
  ["is marked by another program", (file) => elsewhere(file, "pragma application_id = 7"), "notALog"],
  ["has another program's version", (file) => elsewhere(file, "pragma user_version = 7"), "notALog"],
  [
    "is of a newer version",
    (file) => elsewhere(file, `pragma application_id = ${0x46525354}; pragma user_version = 4; ${other}`),
    "schemaTooNew"
  ],
  [
    "is of an older version",
    (file) => elsewhere(file, `pragma journal_mode = wal; pragma application_id = ${0x46525354}; ${other}`),
    "schemaTooOld"
  ],
  [
    "bears the mark and has no tables of a log",
    (file) =>
      elsewhere(
        file,
        `pragma journal_mode = wal; pragma application_id = ${0x46525354}; pragma user_version = 3; ${other}`
      ),
    "corrupt"
  ],
  [
    "bears the mark of the first version and has no tables of a log",
    (file) =>
      elsewhere(
        file,
        `pragma journal_mode = wal; pragma application_id = ${0x46525354}; pragma user_version = 1; ${other}`
      ),
    "corrupt"
  ]
]

describe("refused files", () => {
  it.live.each(refused)("a file that %s is refused and not changed", ([, prepare, reason, options]) =>
    Effect.gen(function* () {
      const filename = yield* newFile
      prepare(filename)
      const before = readFileSync(filename)
      const error = yield* Effect.flip(using({ filename, ...options }, (log) => log.plans))
      expect(error).toMatchObject({ _tag: "EventLogError", reason })
      expect(error.message).toContain(filename)
      expect(readFileSync(filename).equals(before)).toBe(true)
    })
  )

  it.live("a missing file is refused and not created when `create` is false", () =>
    Effect.gen(function* () {
      const filename = yield* newFile
      const error = yield* Effect.flip(using({ filename, create: false }, (log) => log.plans))
      expect(error).toMatchObject({ reason: "unreachable" })
      expect(existsSync(filename)).toBe(false)
    })
  )

  it.live("a directory, or a file in a missing directory, is refused", () =>
    Effect.gen(function* () {
      const filename = yield* newFile
      mkdirSync(filename)
      for (const name of [filename, join(filename, "a", "b.db")]) {
        const error = yield* Effect.flip(using({ filename: name }, (log) => log.plans))
        expect(error).toMatchObject({ reason: "unreachable" })
      }
    })
  )

  it.live("a truncated file is refused as damaged and not changed", () =>
    Effect.gen(function* () {
      const filename = yield* begun
      const whole = readFileSync(filename)
      for (const part of [0.2, 0.5, 0.9]) {
        writeFileSync(filename, whole)
        truncateSync(filename, Math.floor(whole.length * part))
        const before = readFileSync(filename)
        const error = yield* Effect.flip(using({ filename }, (log) => log.read(plan)))
        expect(error).toMatchObject({ reason: "corrupt" })
        expect(readFileSync(filename).equals(before)).toBe(true)
      }
    })
  )

  it.live("a read-only file can be read, and appends to it are refused", () =>
    Effect.gen(function* () {
      const filename = yield* begun
      chmodSync(dirname(filename), 0o777)
      chmodSync(filename, 0o444)
      const before = readFileSync(filename)
      yield* Effect.scoped(
        Effect.gen(function* () {
          yield* asAnyone
          yield* using({ filename }, (log) =>
            Effect.gen(function* () {
              expect(yield* log.read(plan)).toHaveLength(60)
              const error = yield* Effect.flip(log.append(batchOf(plan, 60, [note("a")])))
              expect(error).toMatchObject({ _tag: "EventLogError", reason: "refused" })
              expect(yield* log.read(plan)).toHaveLength(60)
            })
          )
        })
      )
      expect(readFileSync(filename).equals(before)).toBe(true)
    })
  )
})

/** Locks the file as a writer in another process does, until it is released. */
const held = (filename: string) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const db = new DatabaseSync(filename)
      db.exec("begin immediate")
      return db
    }),
    (db) => Effect.sync(() => db.close())
  )

describe("busy files", () => {
  it.live("an append to a busy file fails after the busy timeout, and does not block the event loop", () =>
    Effect.gen(function* () {
      const filename = yield* begun
      const batch = batchOf(plan, 60, [note("a")])
      yield* using({ filename, busyTimeout: 300 }, (log) =>
        Effect.gen(function* () {
          yield* Effect.scoped(
            Effect.gen(function* () {
              yield* held(filename)
              let ticks = 0
              const ticking = setInterval(() => (ticks += 1), 10)
              const started = performance.now()
              const error = yield* Effect.flip(log.append(batch))
              const waited = performance.now() - started
              clearInterval(ticking)
              expect(error).toMatchObject({ _tag: "EventLogError", reason: "timedOut" })
              expect(waited).toBeGreaterThan(250)
              expect(waited).toBeLessThan(3000)
              expect(ticks).toBeGreaterThan(5)
              expect(yield* log.read(plan)).toHaveLength(60)
              // While another writer holds the file, not even a conflict can be decided.
              const turned = yield* Effect.flip(log.append(batchOf(plan, 9, [note("a")])))
              expect(turned).toMatchObject({ _tag: "EventLogError", reason: "timedOut" })
            })
          )
          expect(yield* log.append(batch)).toMatchObject({ first: 61, repeated: false })
        })
      )
    })
  )

  it.live("an append succeeds when a busy file is released in time, and an interrupted append records nothing", () =>
    Effect.gen(function* () {
      const filename = yield* begun
      yield* using({ filename }, (log) =>
        Effect.gen(function* () {
          const db = yield* held(filename)
          const waiting = yield* Effect.forkChild(log.append(batchOf(plan, 60, [note("a")])), {
            startImmediately: true
          })
          const stopped = yield* Effect.forkChild(log.append(batchOf(plan, 60, [note("b")])), {
            startImmediately: true
          })
          yield* Effect.sleep("100 millis")
          yield* Fiber.interrupt(stopped)
          db.exec("rollback")
          expect(yield* Fiber.join(waiting)).toMatchObject({ first: 61, last: 61 })
          yield* Effect.sleep("60 millis")
          expect(positions(yield* log.read(plan, { after: 60 }))).toEqual([61])
        }).pipe(Effect.scoped)
      )
    })
  )

  it.live("a batch that its caller changes while the file is busy is recorded as it was", () =>
    Effect.gen(function* () {
      const filename = yield* begun
      yield* using({ filename }, (log) =>
        Effect.gen(function* () {
          const db = yield* held(filename)
          const event = { _tag: "FollowUpNoted" as const, text: "as it was" }
          const waiting = yield* Effect.forkChild(log.append(batchOf(plan, 60, [{ ...note("x"), event }])), {
            startImmediately: true
          })
          event.text = "changed"
          db.exec("rollback")
          yield* Fiber.join(waiting)
          expect((yield* log.read(plan, { after: 60 })).map((each) => each.event)).toEqual([note("as it was").event])
        }).pipe(Effect.scoped)
      )
    })
  )

  it.live("reading and opening wait for a file that is locked exclusively", () =>
    Effect.gen(function* () {
      const filename = yield* begun
      elsewhere(filename, "pragma journal_mode = delete")
      const db = new DatabaseSync(filename)
      db.exec("begin exclusive")
      const reading = yield* Effect.forkChild(
        using({ filename }, (log) => log.read(plan)),
        { startImmediately: true }
      )
      yield* Effect.sleep("100 millis")
      db.exec("rollback")
      db.close()
      expect(yield* Fiber.join(reading)).toHaveLength(60)
    })
  )
})

describe("failed appends", () => {
  it.live("an append that fails midway records nothing, holds no lock, and can be repeated", () =>
    Effect.gen(function* () {
      const filename = yield* begun
      const batch = batchOf(
        plan,
        60,
        fromTo(1, chunkEvents + 1).map((nth) => note(`${nth}`))
      )
      yield* using({ filename }, (log) =>
        Effect.gen(function* () {
          elsewhere(
            filename,
            "create trigger broken before insert on batch when new.chunk = 1 begin select raise(abort, ''); end"
          )
          expect(yield* Effect.flip(log.append(batch))).toMatchObject({ _tag: "EventLogError", reason: "corrupt" })
          expect(yield* log.read(plan)).toHaveLength(60)
          elsewhere(filename, "drop trigger broken")
          expect(yield* log.append(batch)).toMatchObject({ first: 61, last: 61 + chunkEvents, repeated: false })
        })
      )
    })
  )
})
