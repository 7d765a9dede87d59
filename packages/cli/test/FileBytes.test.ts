/**
 * Files that are read up to a limit.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { bytesUpTo } from "../src/files/FileBytes.ts"
import { folder } from "./frist.ts"

const most = 300_000

const fileOf = (size: number): string => {
  const file = join(folder(), "file")
  writeFileSync(file, new Uint8Array(size).fill(7))
  return file
}

describe("a file that is read up to a limit", () => {
  it.effect.each([0, 1, 65_536, 200_000, most])(
    "a file of %i bytes is read whole, whatever size it had when the reading began",
    (size) =>
      Effect.gen(function* () {
        for (const expected of [0, 1, size, most, 2 * most]) {
          const bytes = yield* bytesUpTo(fileOf(size), { most, expected })
          expect(bytes).toHaveLength(size)
          expect(bytes?.every((byte) => byte === 7)).toBe(true)
        }
      })
  )

  it.effect("a file that grows over the limit while it is read is not returned", () =>
    Effect.gen(function* () {
      for (const expected of [0, most]) {
        expect(yield* bytesUpTo(fileOf(most + 1), { most, expected })).toBe(undefined)
      }
    })
  )

  it.effect("a folder and a missing file are problems of the path", () =>
    Effect.gen(function* () {
      const dir = folder()
      mkdirSync(join(dir, "inner"))
      const problem = (name: string) => Effect.flip(bytesUpTo(join(dir, name), { most, expected: 0 }))
      expect(yield* problem("inner")).toMatchObject({ problem: "directory", document: "inner" })
      expect(yield* problem("none")).toMatchObject({ problem: "missing", document: "none" })
    })
  )
})
