/**
 * Real files with bytes changed, in the archive or in its XML, are read or refused with a reason, and never fail
 * otherwise.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { buffer } from "node:stream/consumers"
import { fromBufferPromise } from "yauzl"
import { wordsDocument } from "./fixtures/words.ts"
import { read } from "./office.ts"
import { zip, type ZipEntry } from "./zip.ts"
import { processorTime } from "../../domain/test/processorTime.ts"

const runs = process.env["FRIST_LONG"] === "1" ? 3000 : 60
const soon = 5000
const patience = 600_000
const names = [
  ...["docx", "xlsx", "odt", "ods"].map((ending) => `2024-06-17-libreoffice.${ending}`),
  "words-libreoffice.odt"
]
const files = [
  ...names.map((name) => readFileSync(join(import.meta.dirname, "fixtures", name))),
  Buffer.from(wordsDocument())
]

/** Returns pseudo-random numbers below a bound, the same for the same seed. */
const numbers = (seed: number) => {
  let state = seed >>> 0
  return (bound: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

const mutated = (bytes: Uint8Array, next: (bound: number) => number): Uint8Array => {
  const changed = Buffer.from(bytes)
  for (let times = next(8) + 1; times > 0; times--) {
    const at = next(changed.length)
    const kind = next(10)
    if (kind < 6) changed[at] = next(256)
    else if (kind < 8) changed.copyWithin(at, next(changed.length), at + next(64))
    else if (kind === 8) changed.fill(next(2) * 255, at, Math.min(at + next(16), changed.length))
    else return changed.subarray(0, at)
  }
  return changed
}

const tokens = [...'< > </ /> & " 1048577 -1 w:tbl hidden vMerge table:table 99999999999'.split(" "), "\u0000"]

const mutatedXml = (xml: string, next: (bound: number) => number): string => {
  let changed = xml
  for (let times = next(4) + 1; times > 0; times--) {
    const from = next(changed.length)
    const tags = [...changed.slice(from, from + 4000).matchAll(/<[^>]*>|\d+/gu)]
    const tag = tags[next(tags.length)]
    const at = from + (tag?.index ?? 0)
    const rest = changed.slice(at + (tag?.[0].length ?? 0))
    const kind = next(4)
    if (kind === 0) changed = changed.slice(0, at) + rest
    else if (kind === 1) changed = changed.slice(0, at) + (tokens[next(tokens.length)] ?? "") + rest
    else if (kind === 2) changed = changed.slice(0, at) + (tag?.[0] ?? "").repeat(2) + rest
    else changed = changed.slice(0, from) + changed.slice(from, from + next(500)) + changed.slice(from)
  }
  return changed
}

const partsOf = async (bytes: Buffer): Promise<ReadonlyArray<ZipEntry>> => {
  const archive = await fromBufferPromise(bytes, { lazyEntries: true })
  const parts: Array<ZipEntry> = []
  for await (const entry of archive.eachEntry())
    parts.push({ name: entry.fileName, content: await buffer(await archive.openReadStreamPromise(entry)) })
  return parts
}

/** Fails on a defect, and on a result that is neither an edition nor a reason. */
const survives = (bytes: Uint8Array, seed: number) =>
  Effect.gen(function* () {
    const began = processorTime()
    const result = yield* read(bytes)
    expect(processorTime() - began, `seed ${seed}`).toBeLessThan(soon)
    return Result.isSuccess(result) ? "read" : result.failure.problem
  })

describe("A real file with a few bytes changed", () => {
  it.live(
    "is read or refused",
    () =>
      Effect.gen(function* () {
        const outcomes = new Set<string>()
        for (const file of files) {
          for (let seed = 1; seed <= runs; seed++) outcomes.add(yield* survives(mutated(file, numbers(seed)), seed))
        }
        expect(outcomes).toContain("damaged")
      }),
    patience
  )

  it.live(
    "in its XML is read or refused, in an intact archive",
    () =>
      Effect.gen(function* () {
        const outcomes = new Set<string>()
        for (const file of files) {
          const parts = yield* Effect.promise(() => partsOf(file))
          for (let seed = 1; seed <= runs; seed++) {
            const next = numbers(seed)
            const chosen = parts[next(parts.length)]
            const changed = parts.map((part) =>
              part === chosen ? { ...part, content: mutatedXml(String(part.content), next) } : part
            )
            outcomes.add(yield* survives(zip(changed), seed))
          }
        }
        expect(outcomes).toContain("read")
        expect(outcomes).toContain("damaged")
      }),
    patience
  )
})
