/**
 * The doctor of a SQLite file finds everything that is wrong with it, and changes nothing.
 */
import { PlanId } from "@frist/domain/Names"
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/testing/TestClock"
import { spawnSync } from "node:child_process"
import { chmodSync, chownSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { batchOf, note } from "../../src/contract/ContractFixture.ts"
import { diagnosticLevels } from "../../src/doctor/Diagnostic.ts"
import { diskSpaceDiagnostic } from "../../src/doctor/DiskSpace.ts"
import { examineFile } from "../../src/sqlite/SqliteDoctor.ts"
import { EventLog } from "../../src/EventLog.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { newFile } from "../TemporaryFile.ts"

const plan = PlanId.make("p")

/** Creates a file with some events, and closes it. */
const logFile = Effect.gen(function* () {
  const filename = yield* newFile
  yield* Effect.flatMap(EventLog, (log) =>
    log.append(
      batchOf(
        plan,
        0,
        Array.from({ length: 200 }, (_, at) => note(`${at}`.padEnd(200)))
      )
    )
  ).pipe(Effect.provide(layer({ filename })))
  return filename
})

const codesOf = (filename: string) =>
  Effect.map(examineFile({ filename }), (findings) => findings.map(({ code }) => code))

/** Runs SQL on the file without the log. */
const past = (filename: string, sql: string) => {
  const db = new DatabaseSync(filename)
  db.exec(sql)
  db.close()
}

const healthy = [
  "fileReadable",
  "versionKnown",
  "intact",
  "triggersStand",
  "journalSafe",
  "clockSound",
  "fileWritable",
  "roomEnough"
]

/** Returns the findings of an ordinary user, since the superuser may do everything. */
const codesForOthers = (filename: string) =>
  Effect.sync((): ReadonlyArray<string> => {
    const isRoot = process.getuid?.() === 0
    if (isRoot) for (const path of [filename, dirname(filename)]) chownSync(path, nobody, nobody)
    const script = `
      const { examineFile } = await import(${JSON.stringify(import.meta.resolve("../../src/sqlite/SqliteDoctor.ts"))})
      const { runPromise } = await import(${JSON.stringify(import.meta.resolve("effect/Effect"))})
      const findings = await runPromise(examineFile({ filename: ${JSON.stringify(filename)} }))
      console.log(JSON.stringify(findings.map(({ code }) => code)))`
    const { stderr, stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      encoding: "utf8",
      ...(isRoot ? { uid: nobody, gid: nobody } : {})
    })
    if (stdout === "") throw new Error(stderr)
    return JSON.parse(stdout)
  })
const nobody = 65_534

describe("a file", () => {
  it.effect("the doctor finds nothing wrong with a sound file, and does not change it", () =>
    Effect.gen(function* () {
      const filename = yield* logFile
      const before = readFileSync(filename)
      expect(yield* codesOf(filename)).toEqual(healthy)
      expect(readFileSync(filename)).toEqual(before)
    })
  )

  it.effect("the doctor finds that a file is missing, and does not create it", () =>
    Effect.gen(function* () {
      const filename = yield* newFile
      expect(yield* codesOf(filename)).toEqual(["fileMissing"])
      expect(existsSync(filename)).toBe(false)
    })
  )

  it.effect("the doctor finds that a file of another program, or an empty one, is not a log", () =>
    Effect.gen(function* () {
      const filename = yield* newFile
      past(filename, "create table note (text)")
      expect(yield* codesOf(filename)).toEqual(["fileReadable", "notALog", "fileWritable", "roomEnough"])
      writeFileSync(filename, "SQLite this is not".padEnd(4096))
      expect(yield* codesOf(filename)).toEqual(["notALog", "fileWritable", "roomEnough"])
    })
  )

  it.effect("the doctor finds that a folder cannot be read", () =>
    Effect.gen(function* () {
      expect(yield* codesOf(dirname(yield* newFile))).toContain("fileUnreadable")
    })
  )

  it.effect("the doctor names the version of a newer or older file", () =>
    Effect.gen(function* () {
      const filename = yield* logFile
      past(filename, "pragma user_version = 99")
      expect(yield* examineFile({ filename })).toContainEqual({ code: "versionNew", level: "error", detail: "99 > 3" })
      past(filename, "pragma user_version = 0")
      expect(yield* codesOf(filename)).toContain("versionOld")
    })
  )

  it.effect("the doctor finds damaged pages", () =>
    Effect.gen(function* () {
      const filename = yield* logFile
      const bytes = readFileSync(filename)
      writeFileSync(filename, bytes.fill(0x5a, 4096 * 8, 4096 * 9))
      expect(yield* codesOf(filename)).toContain("damaged")
      truncateSync(filename, 4096 * 3 + 17)
      expect(yield* codesOf(filename)).toContain("damaged")
    })
  )

  it.effect("the doctor names each trigger that is missing or does nothing", () =>
    Effect.gen(function* () {
      const filename = yield* logFile
      past(filename, "drop trigger batch_is_never_deleted; drop trigger batch_is_never_updated")
      past(filename, "create trigger batch_is_never_updated before update on batch when false begin select 1; end")
      const findings = yield* examineFile({ filename })
      expect(findings.map(({ code }) => code)).toEqual(
        healthy.map((code) => (code === "triggersStand" ? "triggersBroken" : code))
      )
      expect(findings).toContainEqual({
        code: "triggersBroken",
        level: "error",
        detail: "batch_is_never_deleted, batch_is_never_updated"
      })
    })
  )

  it.effect("the doctor names each table, index and view that was altered or is missing", () =>
    Effect.gen(function* () {
      const filename = yield* logFile
      past(filename, "alter table batch add column note text; drop index recorded_once; drop view event")
      expect(yield* examineFile({ filename })).toContainEqual({
        code: "tablesChanged",
        level: "error",
        detail: "recorded_once, batch, event"
      })
    })
  )

  it.effect("the doctor finds a journal mode other than write-ahead", () =>
    Effect.gen(function* () {
      const filename = yield* logFile
      past(filename, "pragma journal_mode = delete")
      expect(yield* examineFile({ filename })).toContainEqual({
        code: "journalOther",
        level: "warning",
        detail: "delete"
      })
    })
  )

  it.effect("the doctor finds a file that is ahead of the clock", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.UTC(2024, 0, 2))
      const filename = yield* logFile
      yield* TestClock.setTime(Date.UTC(2024, 0, 1))
      expect(yield* examineFile({ filename })).toContainEqual({
        code: "recordedAhead",
        level: "error",
        detail: "2024-01-02T00:00:00.000Z, 86400.0 s"
      })
      yield* TestClock.setTime(Date.UTC(2024, 0, 2) - 1000)
      expect(yield* codesOf(filename)).toEqual(healthy)
    })
  )

  it.effect("the doctor finds a file or folder that everybody may write", () =>
    Effect.gen(function* () {
      const filename = yield* logFile
      chmodSync(filename, 0o666)
      chmodSync(dirname(filename), 0o777)
      const open = (yield* examineFile({ filename })).find(({ code }) => code === "fileOpenToAll")
      expect(open?.detail).toBe(`${filename}, ${dirname(filename)}`)
      // As in a shared folder for temporary files.
      chmodSync(dirname(filename), 0o1777)
      expect((yield* examineFile({ filename })).find(({ code }) => code === "fileOpenToAll")?.detail).toBe(filename)
    })
  )

  it.effect.skipIf(process.platform === "win32")("the doctor finds a file or folder that may not be written", () =>
    Effect.gen(function* () {
      const filename = yield* logFile
      chmodSync(filename, 0o444)
      expect(yield* codesForOthers(filename)).toEqual(
        healthy.map((code) => (code === "fileWritable" ? "fileReadOnly" : code))
      )
      chmodSync(dirname(filename), 0o555)
      expect(yield* codesForOthers(filename)).toContain("folderReadOnly")
    })
  )
})

describe("disk space", () => {
  const mb = 1_048_576
  it.each([
    [200 * mb, 50 * mb, "roomEnough"],
    [99 * mb, 1 * mb, "roomShort"],
    [200 * mb, 201 * mb, "roomShort"],
    [9 * mb, 0, "roomGone"]
  ])("the doctor finds that %i free bytes beside a file of %i are %s", (free, size, code) => {
    expect(diskSpaceDiagnostic(free, size).code).toBe(code)
  })
})

it("the code of every finding determines its level", () => {
  expect(new Set(Object.values(diagnosticLevels))).toEqual(new Set(["ok", "warning", "error"]))
})
