/**
 * An examination of a file finds each thing that is wrong with it, and changes nothing.
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
import { newFile } from "../files.ts"

const plan = PlanId.make("p")

/** A file with some events, closed again. */
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

/** SQL by somebody who goes past the log. */
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

/** What an examination by an ordinary user finds: the superuser may do everything. */
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
  it.effect("that is as it should be has nothing against it, and is not changed", () =>
    Effect.gen(function* () {
      const filename = yield* logFile
      const before = readFileSync(filename)
      expect(yield* codesOf(filename)).toEqual(healthy)
      expect(readFileSync(filename)).toEqual(before)
    })
  )

  it.effect("that is missing is said to be, and not made", () =>
    Effect.gen(function* () {
      const filename = yield* newFile
      expect(yield* codesOf(filename)).toEqual(["fileMissing"])
      expect(existsSync(filename)).toBe(false)
    })
  )

  it.effect("of another program, or of none, is no log", () =>
    Effect.gen(function* () {
      const filename = yield* newFile
      past(filename, "create table note (text)")
      expect(yield* codesOf(filename)).toEqual(["fileReadable", "notALog", "fileWritable", "roomEnough"])
      writeFileSync(filename, "SQLite this is not".padEnd(4096))
      expect(yield* codesOf(filename)).toEqual(["notALog", "fileWritable", "roomEnough"])
    })
  )

  it.effect("that is a folder cannot be read", () =>
    Effect.gen(function* () {
      expect(yield* codesOf(dirname(yield* newFile))).toContain("fileUnreadable")
    })
  )

  it.effect("of a newer version, or an older, is told by the version", () =>
    Effect.gen(function* () {
      const filename = yield* logFile
      past(filename, "pragma user_version = 99")
      expect(yield* examineFile({ filename })).toContainEqual({ code: "versionNew", level: "error", detail: "99 > 1" })
      past(filename, "pragma user_version = 0")
      expect(yield* codesOf(filename)).toContain("versionOld")
    })
  )

  it.effect("whose pages are damaged is damaged", () =>
    Effect.gen(function* () {
      const filename = yield* logFile
      const bytes = readFileSync(filename)
      writeFileSync(filename, bytes.fill(0x5a, 4096 * 8, 4096 * 9))
      expect(yield* codesOf(filename)).toContain("damaged")
      truncateSync(filename, 4096 * 3 + 17)
      expect(yield* codesOf(filename)).toContain("damaged")
    })
  )

  it.effect("whose triggers are gone or do nothing has them named, one by one", () =>
    Effect.gen(function* () {
      const filename = yield* logFile
      past(filename, "drop trigger event_is_never_deleted; drop trigger plan_only_grows")
      past(filename, "create trigger plan_only_grows before update on plan when false begin select 1; end")
      const findings = yield* examineFile({ filename })
      expect(findings.map(({ code }) => code)).toEqual(
        healthy.map((code) => (code === "triggersStand" ? "triggersBroken" : code))
      )
      expect(findings).toContainEqual({
        code: "triggersBroken",
        level: "error",
        detail: "event_is_never_deleted, plan_only_grows"
      })
    })
  )

  it.effect("whose tables were altered has them named", () =>
    Effect.gen(function* () {
      const filename = yield* logFile
      past(filename, "alter table batch add column note text")
      expect(yield* examineFile({ filename })).toContainEqual({
        code: "tablesChanged",
        level: "error",
        detail: "batch"
      })
    })
  )

  it.effect("with another journal is said to have it", () =>
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

  it.effect("in which a time has not come yet is ahead of the clock", () =>
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

  it.effect("that everybody may write is told of, and so is its folder", () =>
    Effect.gen(function* () {
      const filename = yield* logFile
      chmodSync(filename, 0o666)
      chmodSync(dirname(filename), 0o777)
      const open = (yield* examineFile({ filename })).find(({ code }) => code === "fileOpenToAll")
      expect(open?.detail).toBe(`${filename}, ${dirname(filename)}`)
      // As in a folder for everybody's temporary files.
      chmodSync(dirname(filename), 0o1777)
      expect((yield* examineFile({ filename })).find(({ code }) => code === "fileOpenToAll")?.detail).toBe(filename)
    })
  )

  it.effect.skipIf(process.platform === "win32")("that may not be written is told of, and so is its folder", () =>
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

describe("room", () => {
  const mb = 1_048_576
  it.each([
    [200 * mb, 50 * mb, "roomEnough"],
    [99 * mb, 1 * mb, "roomShort"],
    [200 * mb, 201 * mb, "roomShort"],
    [9 * mb, 0, "roomGone"]
  ])("of %i bytes beside a file of %i is %s", (free, size, code) => {
    expect(diskSpaceDiagnostic(free, size).code).toBe(code)
  })
})

it("every finding says how bad it is by its code", () => {
  expect(new Set(Object.values(diagnosticLevels))).toEqual(new Set(["ok", "warning", "error"]))
})
