/**
 * Every pattern that ships is linear: no text of a cell, a file or an argument can hold the program up.
 */
import { expect, it } from "@effect/vitest"
import { execFile } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import type { Costly } from "./measure.ts"

const draws = process.env["FRIST_LONG"] === "1" ? "40" : "8"

interface Measured {
  readonly patterns: number
  readonly missing: ReadonlyArray<string>
  readonly costly: ReadonlyArray<Costly>
}

it(
  "every pattern in the sources takes 100,000 characters of its worst text in little time",
  { timeout: 600_000 },
  async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, "measure.ts"), draws], {
      maxBuffer: 64 * 1024 * 1024
    })
    const { costly, missing, patterns }: Measured = JSON.parse(stdout)
    expect(patterns).toBeGreaterThan(500)
    // Patterns that are made while the program runs: `Exercise.ts` must make each of them once.
    expect(missing).toEqual([])
    expect(costly).toEqual([])
  }
)
