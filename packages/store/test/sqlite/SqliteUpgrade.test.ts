/**
 * Files of earlier versions are upgraded when they are opened, and keep everything.
 */
import { describe, expect, it } from "@effect/vitest"
import type { StoredRecord } from "@frist/evidence/StoredEvent"
import { isIntact } from "@frist/evidence/LogVerifier"
import * as Effect from "effect/Effect"
import { readFileSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { recordsOf } from "../../src/BatchRecords.ts"
import { chunkEvents } from "../../src/batches/BatchRow.ts"
import { batchOf, fromTo, newPlan, note, provideLog, wholeLog, type Log } from "../../src/contract/ContractFixture.ts"
import { keepingBatch } from "../../src/contract/KeptEditionContract.ts"
import { legible, recordedCopy, redactedCopy } from "../../src/contract/RestorationFixture.ts"
import { verifyPlan } from "../../src/evidence/PlanVerification.ts"
import { examineFile } from "../../src/sqlite/SqliteDoctor.ts"
import { migrateFile } from "../../src/sqlite/SqliteMigration.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { editionOf, keptIn } from "../keptEditions.ts"
import { newFile } from "../TemporaryFile.ts"
import { type EarlierPlan, writeEarlier } from "./earlierFiles.ts"

const plan = newPlan()
const time = 1_750_000_000_000

/** A plan with batches of one to many events, one of them erased on a decision, and two checkpoints. */
const records: ReadonlyArray<StoredRecord> = redactedCopy(recordedCopy(plan, [1, 3, chunkEvents + 2, 1]), 3)
const notes = ["2", "9"].map((size) => `frist/x\n${size}\n${"A".repeat(43)}=\n`)
const [a] = [editionOf("a")]
const keeping = recordsOf(keepingBatch(plan, 0, [a]), records.length, time)

const first: EarlierPlan = { records, notes }
const second: EarlierPlan = { records: [...records, ...keeping], notes, editions: [a] }

const using = <A, E>(filename: string, test: (log: Log) => Effect.Effect<A, E>) =>
  Effect.provide(Effect.flatMap(wholeLog, test), layer({ filename }))

const codesOf = (filename: string) =>
  Effect.map(examineFile({ filename }), (findings) => findings.map(({ code }) => code))

describe("a file of an earlier version", () => {
  it.live.each([1, 2] as const)(
    "a file of version %i keeps its positions, times, bytes, salts and leaves, and its checkpoints and editions",
    (version) =>
      Effect.gen(function* () {
        const filename = yield* newFile
        const earlier = version === 1 ? first : second
        writeEarlier(filename, version, earlier)
        expect(yield* codesOf(filename)).toContain("versionOld")
        expect(yield* migrateFile(filename)).toEqual({ from: version, to: 3 })
        expect(yield* codesOf(filename)).toEqual([
          "fileReadable",
          "versionKnown",
          "intact",
          "triggersStand",
          "journalSafe",
          "clockSound",
          "fileWritable",
          "roomEnough"
        ])
        yield* using(filename, (log) =>
          Effect.gen(function* () {
            expect(legible(yield* log.records(plan))).toEqual(legible(earlier.records))
            const size = earlier.records.length
            expect(yield* log.plans).toEqual([{ plan, events: size }])
            expect(yield* log.sealed(plan)).toEqual(notes)
            expect(Object.keys(yield* keptIn(log, plan))).toEqual(version === 1 ? [] : ["a"])
            expect((yield* verifyPlan(plan).pipe(provideLog(log))).broken).toEqual([])
            // The first answer to a batch is remembered, whatever it contains, and the log goes on.
            const again = records.slice(4, 6).map(({ record }) => record)
            expect(yield* log.append(batchOf(plan, size, [note("x")], { batch: again[0]?.batch as never }))).toEqual({
              first: 5,
              last: 4 + chunkEvents + 2,
              recordedAt: again[0]?.recordedAt,
              repeated: true
            })
            expect(yield* log.append(keepingBatch(plan, size, [editionOf("b")]))).toMatchObject({ first: size + 1 })
            expect(isIntact({ ...(yield* verifyPlan(plan).pipe(provideLog(log))), checkpoints: [] })).toBe(true)
          })
        )
      })
  )

  it.live("an empty file of an earlier version becomes an empty log", () =>
    Effect.gen(function* () {
      const filename = yield* newFile
      writeEarlier(filename, 1, { records: [] })
      yield* using(filename, (log) => Effect.map(log.plans, (plans) => expect(plans).toEqual([])))
    })
  )
})

/** Changes of an earlier file by force. */
const changes = [
  "delete from event where position = 2",
  "delete from event where position > 4",
  "delete from event where position = 1; delete from batch where first = 1",
  "update event set salt = x'00' where position = 2",
  "update event set leaf = x'00' where position = 2",
  "update event set digest = zeroblob(32) where position = 2",
  "update event set salt = null, content = null where position = 2",
  "update event set batch = (select batch from event where position = 1) where position = 4",
  "update event set position = 9007199254740993 where position = 2",
  "update plan set head = head + 1",
  "update plan set recorded_at = 7",
  "delete from plan",
  "update batch set last = last + 1 where first = 1",
  "insert into batch values ('x', 'b', 1, 1, 1)"
]

describe("a file of an earlier version that was changed by force", () => {
  it.live.each(changes)("a changed file is not upgraded, and stays as it is: %s", (change) =>
    Effect.gen(function* () {
      const filename = yield* newFile
      writeEarlier(filename, 2, second)
      const db = new DatabaseSync(filename)
      for (const { name } of db.prepare("select name from sqlite_schema where type = 'trigger'").all()) {
        db.exec(`drop trigger ${name}`)
      }
      db.exec(change)
      db.close()
      const before = readFileSync(filename)
      const error = yield* Effect.flip(using(filename, (log) => log.plans))
      expect(error).toMatchObject({ reason: "corrupt" })
      expect(error.detail).toMatch(/changed by force|UNIQUE constraint failed: batch|too large/u)
      expect(readFileSync(filename).equals(before)).toBe(true)
    })
  )
})

it.live("a long file of an earlier version becomes rows of bounded size", () =>
  Effect.gen(function* () {
    const filename = yield* newFile
    const many = recordsOf(
      batchOf(
        plan,
        0,
        fromTo(1, 3 * chunkEvents).map((nth) => note(`${nth}`))
      ),
      0,
      time
    )
    writeEarlier(filename, 2, { records: many })
    yield* migrateFile(filename)
    const db = new DatabaseSync(filename)
    expect(db.prepare("select first, chunk from batch order by first").all()).toMatchObject(
      fromTo(0, 2).map((chunk) => ({ first: 1 + chunk * chunkEvents, chunk }))
    )
    expect(db.prepare("select count(*) as events from event").get()).toMatchObject({ events: 3 * chunkEvents })
    db.close()
  })
)
