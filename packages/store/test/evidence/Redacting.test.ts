/**
 * Erasure of a tenth of a log: none of the erased text is left in memory or in the SQLite files, and all proofs hold.
 */
import { wholeLog } from "../../src/contract/ContractFixture.ts"
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { existsSync, readFileSync, statSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import * as MemoryEventLog from "../../src/memory/MemoryEventLog.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { inLog } from "../copies.ts"
import { newFile } from "../TemporaryFile.ts"
import { expectGone, expectProven, plan, redacted } from "./redacting.ts"

describe("erasing a tenth of a log", () => {
  it.live("erasing a tenth of a log in memory leaves none of the text, and every proof holds", () =>
    inLog(MemoryEventLog.layer, (log) => Effect.flatMap(redacted(log), (made) => expectProven(log, made)))
  )

  it.live(
    "erasing a tenth of a SQLite log leaves none of the text in the file, its free pages and its write-ahead log",
    () =>
      Effect.gen(function* () {
        const filename = yield* newFile
        yield* Effect.gen(function* () {
          const log = yield* wholeLog
          const made = yield* redacted(log)
          // While the log is open: closing it would make SQLite checkpoint its log.
          const [file, wal] = [readFileSync(filename), readFileSync(`${filename}-wal`)]
          expectGone(Buffer.concat([file, wal]), made.positions)
          yield* expectProven(log, made)
        }).pipe(Effect.provide(layer({ filename })))
        expect(existsSync(`${filename}-wal`) && statSync(`${filename}-wal`).size > 0).toBe(false)
      }),
    60_000
  )

  it.live("erasing waits for a reader of the old content, and says so when it does not end", () =>
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
