/**
 * A tenth of a log in a SQLite file is removed: nothing of the words is left in any of its files, and all proofs hold.
 */
import { wholeLog } from "../../src/contract/ContractFixture.ts"
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { existsSync, readFileSync, statSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import * as MemoryEventLog from "../../src/memory/MemoryEventLog.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { inLog } from "../copies.ts"
import { newFile } from "../files.ts"
import { expectGone, expectProven, plan, redacted } from "./redacting.ts"

describe("of a log of which a tenth is removed at random", () => {
  it.live("every proof holds and nothing of the words is left, in memory", () =>
    inLog(MemoryEventLog.layer, (log) => Effect.flatMap(redacted(log), (made) => expectProven(log, made)))
  )

  it.live(
    "nor in the file, its write-ahead log and its pages that are free",
    () =>
      Effect.gen(function* () {
        const filename = yield* newFile
        yield* Effect.gen(function* () {
          const log = yield* wholeLog
          const made = yield* redacted(log)
          // While the log is open, before any checkpoint of SQLite's own on closing.
          const [file, wal] = [readFileSync(filename), readFileSync(`${filename}-wal`)]
          expectGone(Buffer.concat([file, wal]), made.positions)
          yield* expectProven(log, made)
        }).pipe(Effect.provide(layer({ filename })))
        expect(existsSync(`${filename}-wal`) && statSync(`${filename}-wal`).size > 0).toBe(false)
      }),
    60_000
  )

  it.live("and whoever still reads what was is waited for, and told of", () =>
    Effect.gen(function* () {
      const filename = yield* newFile
      yield* Effect.gen(function* () {
        const log = yield* wholeLog
        const { positions } = yield* redacted(log)
        const reader = new DatabaseSync(filename)
        reader.exec("begin")
        reader.prepare("select count(*) from event").get()
        const error = yield* Effect.flip(log.erase(plan, positions))
        expect(error).toMatchObject({ reason: "timedOut" })
        reader.exec("commit")
        reader.close()
        yield* log.erase(plan, positions)
        expectGone(Buffer.concat([readFileSync(filename), readFileSync(`${filename}-wal`)]), positions)
      }).pipe(Effect.provide(layer({ filename, busyTimeout: 300 })))
    })
  )
})
