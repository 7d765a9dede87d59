/**
 * Copies with kept editions: what an export has of them, and what a restored log keeps.
 */
import { describe, expect, it } from "@effect/vitest"
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { batchOf, type Log, newPlan, note, provideLog } from "../src/contract/ContractFixture.ts"
import { keepingBatch } from "../src/contract/KeptEditionContract.ts"
import { readCopies } from "../src/copy/CopyReader.ts"
import { longestLine } from "../src/copy/LineSplitter.ts"
import { exportPlan } from "../src/copy/LogExport.ts"
import { sealPlan } from "../src/evidence/PlanSeal.ts"
import { inMemory, taken, written } from "./copies.ts"
import { editionOf, erasedEvent, keptIn } from "./keptEditions.ts"

const plan = newPlan()
const [a, b] = [editionOf("a"), editionOf("b")]
const left = new Uint8Array(Buffer.from("kvar"))
const versionOf = (copy: string) => Number(/"version":(\d)/u.exec(copy)?.[1])
const countedIn = (log: Log, of: PlanId, from = 1) =>
  Effect.map(
    exportPlan(of, from, () => Effect.void),
    ({ editions }) => editions
  ).pipe(provideLog(log))

/** Erases on a decision: all of an edition, or all but `content`. */
const erase = (log: Log, after: number, edition: typeof a, content: Uint8Array | null) =>
  Effect.andThen(
    log.append(batchOf(plan, after, [erasedEvent(edition, content)])),
    log.eraseEdition(plan, edition.sha256, content)
  )

const noteOf = (...lines: ReadonlyArray<string>) => [...lines, ""].join("\\n")
const swapped = (...lines: ReadonlyArray<string>) => `${lines.join("\n")}\n`

/** Restores copies into a new log, and returns the lengths of what it keeps. */
const restored = (...copies: ReadonlyArray<string>) =>
  inMemory((log) =>
    Effect.map(Effect.andThen(taken(log, copies), keptIn(log, plan)), (kept) =>
      Object.fromEntries(Object.entries(kept).map(([letter, text]) => [letter, text.length]))
    )
  )

describe("a copy with kept editions", () => {
  it.live("a copy has what is kept of each edition, as version 2, and is restored with it", () =>
    inMemory((log) =>
      Effect.gen(function* () {
        yield* log.append(keepingBatch(plan, 0, [a, b]))
        const copy = yield* written(log, plan)
        expect(versionOf(copy)).toBe(2)
        expect(yield* countedIn(log, plan)).toEqual({ kept: 2, erased: 0, missing: 0 })
        expect(yield* restored(copy)).toEqual({ a: a.content.length, b: b.content.length })
        expect(yield* inMemory((other) => Effect.andThen(taken(other, [copy]), written(other, plan)))).toBe(copy)
      })
    )
  )

  it.live("a copy without kept editions is of version 1", () =>
    inMemory((log) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a")]))
        expect(versionOf(yield* written(log, plan))).toBe(1)
      })
    )
  )

  it.live("a copy has what a decision left of an edition, and counts what was erased", () =>
    inMemory((log) =>
      Effect.gen(function* () {
        yield* log.append(keepingBatch(plan, 0, [a, b]))
        yield* erase(log, 3, a, null)
        yield* erase(log, 4, b, left)
        const copy = yield* written(log, plan)
        expect(yield* countedIn(log, plan)).toEqual({ kept: 1, erased: 2, missing: 0 })
        expect(yield* restored(copy)).toEqual({ b: left.length })
      })
    )
  )

  it.live("a later part has the editions that its own events name, and what was erased since is not restored", () =>
    inMemory((log) =>
      Effect.gen(function* () {
        yield* log.append(keepingBatch(plan, 0, [a, b]))
        const first = yield* written(log, plan)
        yield* log.append(keepingBatch(plan, 3, [editionOf("c")]))
        yield* erase(log, 5, a, null)
        yield* erase(log, 6, b, left)
        const rest = yield* written(log, plan, 4)
        expect(yield* countedIn(log, plan, 4)).toEqual({ kept: 2, erased: 2, missing: 0 })
        expect(yield* restored(first, rest)).toEqual({ b: left.length, c: 18_000 })
      })
    )
  )

  it.live("a copy of a log that names an edition and does not have it says that it is missing", () =>
    inMemory((log) =>
      Effect.gen(function* () {
        yield* log.append(keepingBatch(plan, 0, [a, b]))
        const lines = (yield* written(log, plan)).split("\n")
        const events = lines.filter((line) => !line.startsWith('{"edition":'))
        expect(events).toHaveLength(lines.length - 2)
        const { editions, ...without } = keepingBatch(plan, 0, [a, b])
        expect(editions).toHaveLength(2)
        yield* inMemory((other) =>
          Effect.gen(function* () {
            yield* other.append(without)
            expect(yield* countedIn(other, plan)).toEqual({ kept: 0, erased: 0, missing: 2 })
          })
        )
      })
    )
  )

  it.live("an edition in version 1, after a checkpoint, before an event, or not in its one form is refused", () =>
    inMemory((log) =>
      Effect.gen(function* () {
        yield* log.append(keepingBatch(plan, 0, [a]))
        yield* sealPlan(plan).pipe(provideLog(log))
        const copy = yield* written(log, plan)
        const [start = "", one = "", two = "", edition = "", checkpoint = "", end = ""] = copy.split("\n")
        const wrong: ReadonlyArray<readonly [string, string]> = [
          [copy.replace('"version":2', '"version":1'), "fields"],
          [swapped(start, one, two, checkpoint, edition, end), "fields"],
          [swapped(start, one, edition, two, checkpoint, end), "fields"],
          [copy.replace('{"edition":{', '{"edition": {'), "otherForm"],
          [copy.replace(/"content":"(?=[^"]*"\}\}\n)/u, '"content":"*'), "otherForm"]
        ]
        for (const [text, fault] of wrong) {
          const error = yield* inMemory((other) => Effect.flip(taken(other, [text])))
          expect(error, text.slice(0, 60)).toMatchObject({ fault })
        }
      })
    )
  )

  it.live("a copy with a kept checkpoint that is false, or of another log, is refused whole", () =>
    inMemory((log) =>
      Effect.gen(function* () {
        yield* log.append(batchOf(plan, 0, [note("a"), note("b"), note("c")]))
        yield* sealPlan(plan).pipe(provideLog(log))
        const copy = yield* written(log, plan)
        const kept = /\{"note":"(?<text>[^"]*)"\}\n/u.exec(copy)?.groups?.["text"] ?? ""
        const [origin = "", size = "", root = ""] = kept.split("\\n")
        const other = Buffer.alloc(32, 1).toString("base64")
        for (const wrong of [
          noteOf(origin, size, other),
          noteOf(origin, "2", root),
          noteOf("frist/other", size, root),
          noteOf(origin, "0", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
        ]) {
          yield* inMemory((empty) =>
            Effect.gen(function* () {
              const error = yield* Effect.flip(taken(empty, [copy.replace(kept, wrong)]))
              expect(error, wrong).toMatchObject({ fault: "root", line: 5 })
              expect(yield* empty.read(plan)).toEqual([])
            })
          )
        }
      })
    )
  )
})

const read = (bytes: AsyncIterable<Uint8Array>, most?: number) =>
  Effect.flatMap(readCopies([{ name: "1", bytes }], most), ({ records }) => Stream.runDrain(records)).pipe(Effect.flip)

describe("the bounds of a copy", () => {
  it.live("a copy whose kept editions are too large together is refused at the edition that makes them so", () =>
    inMemory((log) =>
      Effect.gen(function* () {
        yield* log.append(keepingBatch(plan, 0, [a, b]))
        const copy = Buffer.from(yield* written(log, plan))
        const pieces = (async function* () {
          yield copy
        })()
        const most = a.content.length + b.content.length
        expect(yield* Effect.flip(read(pieces, most))).toBeUndefined()
        const again = (async function* () {
          yield copy
        })()
        expect(yield* read(again, most - 1)).toMatchObject({ fault: "tooLarge", line: 6 })
      })
    )
  )

  it.live("a line longer than any event is refused before it has ended, in little memory", () =>
    Effect.gen(function* () {
      let given = 0
      const endless = (beginning: string) =>
        (async function* () {
          yield Buffer.from(beginning)
          for (;;) {
            given += 1_048_576
            yield Buffer.alloc(1_048_576, "x")
          }
        })()
      const start = '{"format":"frist/log","version":1,"plan":"a","from":1}\n'
      expect(yield* read(endless(`${start}{"position":1,"activity":"`))).toMatchObject({ fault: "tooLong", line: 2 })
      expect(yield* read(endless(start.slice(0, 30)))).toMatchObject({ fault: "tooLong", line: 1 })
      expect(yield* read(endless("x"))).toMatchObject({ fault: "notACopy", line: 1 })
      expect(given).toBeLessThanOrEqual(3 * (longestLine + 1_048_576))
    })
  )
})
