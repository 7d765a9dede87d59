/**
 * New files: complete under their name, or not there.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { refused } from "../src/failures/Failure.ts"
import { partialOf, writeNewFile, writingNewFile } from "../src/files/NewFile.ts"
import { commandPhrases } from "../src/texts/CommandPhrases.ts"
import { folder } from "./frist.ts"

const session = { phrase: commandPhrases("en") }
const exists = { _tag: "Failure", exitCode: 1, sentence: expect.stringContaining("will not be overwritten") }

describe("a new file", () => {
  it.effect("a new file has its name only when it is complete", () =>
    Effect.gen(function* () {
      const dir = folder()
      const file = join(dir, "plan.ndjson")
      yield* writingNewFile(file, session, (write) =>
        Effect.gen(function* () {
          yield* write("one\n")
          expect(readdirSync(dir)).not.toContain("plan.ndjson")
          yield* write(new TextEncoder().encode("two\n"))
        })
      )
      expect(readFileSync(file, "utf8")).toBe("one\ntwo\n")
      expect(readdirSync(dir)).toEqual(["plan.ndjson"])
    })
  )

  it.effect("a new file never replaces another, even one that appears while it is written", () =>
    Effect.gen(function* () {
      const dir = folder()
      const file = join(dir, "report.html")
      const late = writingNewFile(file, session, (write) =>
        Effect.andThen(
          write("ours"),
          Effect.sync(() => writeFileSync(file, "theirs"))
        )
      )
      expect(yield* Effect.flip(late)).toMatchObject(exists)
      expect(yield* Effect.flip(writeNewFile(file, "ours", session))).toMatchObject(exists)
      expect(readFileSync(file, "utf8")).toBe("theirs")
      expect(readdirSync(dir)).toEqual(["report.html"])
    })
  )

  it.effect(
    "a new file takes the place of what killed processes wrote of it, and of nothing that is being written",
    () =>
      Effect.gen(function* () {
        const dir = folder()
        const file = join(dir, "report.html")
        const partial = partialOf(file)
        const of = (pid: number) => partial.replace(`-${process.pid}.`, `-${pid}.`)
        const { pid: dead } = spawnSync(process.execPath, ["--version"])
        const elsewhere = (machine: string) => partial.replace(/[.][0-9a-f]{6}-/u, `.${machine}-`)
        const left = [of(dead), partial, elsewhere("000000")]
        const kept = [of(process.ppid), elsewhere("000001"), `${file}.part`, join(dir, "report.html.7.part")]
        for (const each of [...left, ...kept]) writeFileSync(each, "half")
        const before = new Date(performance.timeOrigin - 2 * 86_400_000)
        for (const each of [partial, elsewhere("000000")]) utimesSync(each, before, before)
        yield* writeNewFile(file, "whole", session)
        expect(readdirSync(dir).sort()).toEqual(["report.html", ...kept.map((each) => basename(each))].sort())
        expect(readFileSync(file, "utf8")).toBe("whole")
      })
  )

  it.effect("does not exist if its content fails or it cannot be written", () =>
    Effect.gen(function* () {
      const dir = folder()
      const failing = writingNewFile(join(dir, "a"), session, (write) =>
        Effect.andThen(write("half"), Effect.fail(refused("No.")))
      )
      expect(yield* Effect.flip(failing)).toMatchObject({ sentence: "No." })
      expect(yield* Effect.flip(writeNewFile(join(dir, "no", "folder"), "x", session))).toMatchObject({ exitCode: 2 })
      expect(readdirSync(dir)).toEqual([])
    })
  )
})
