/**
 * Runs the code of the how-to pages that needs no server.
 */
import { afterAll, beforeAll, describe, expect, it } from "@effect/vitest"
import { Day, PlanId } from "@frist/domain"
import { EventLog } from "@frist/store"
import * as MemoryEventLog from "@frist/store/memory"
import { Effect } from "effect"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { wordReport } from "./how-to/report.ts"
import { handled } from "./how-to/subscriber.ts"
import { verifiedAgainst, verifiedFiles } from "./how-to/verify.ts"
import { inFiles, maintain } from "./how-to/worker.ts"
import { importFile } from "./readme/editions.ts"

const plan = PlanId.make("digital-strategi")
const sample = join(import.meta.dirname, "plan/2023-12-15.csv")
const before = process.cwd()
const folder = mkdtempSync(join(tmpdir(), "frist-howto-"))
beforeAll(() => process.chdir(folder))
afterAll(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true, force: true })
})

describe("the how-to page", () => {
  it.effect("about reports writes the same Word document twice from the same events", () =>
    Effect.gen(function* () {
      yield* importFile(sample, "2023-12-15")
      const events = yield* (yield* EventLog).read(plan)
      const [first, again] = yield* Effect.promise(() =>
        Promise.all([1, 2].map(() => wordReport(events, Day.make("2023-12-15"))))
      )
      expect(Buffer.from(first?.subarray(0, 2) ?? []).toString()).toBe("PK")
      expect(again).toEqual(first)
    }).pipe(Effect.provide(MemoryEventLog.layer))
  )

  it.effect("about verifying finds a log intact that matches the checkpoint of a text", () =>
    Effect.gen(function* () {
      yield* importFile(sample, "2023-12-15")
      const { events } = (yield* (yield* EventLog).plans)[0] ?? { events: 0 }
      expect(yield* verifiedAgainst(plan, new TextEncoder().encode("no checkpoint"))).toEqual({
        sealed: events,
        isIntact: true
      })
      expect(yield* verifiedAgainst(plan, new TextEncoder().encode(forged))).toMatchObject({ isIntact: false })
    }).pipe(Effect.provide(MemoryEventLog.layer))
  )

  it.live("about failovers keeps the place of a subscriber with its leaf, and notices that the log is another", () =>
    Effect.gen(function* () {
      yield* importFile(sample, "2023-12-15")
      const { events } = (yield* (yield* EventLog).plans)[0] ?? { events: 0 }
      const places: Array<Parameters<typeof handled>[1]> = []
      yield* Effect.raceFirst(
        handled(plan, undefined, (place) => places.push(place)),
        Effect.sync(() => places.length).pipe(Effect.repeat({ until: (seen) => seen === events, times: 1e6 }))
      )
      expect(places.at(-1)).toMatchObject({ after: events })
      const other = Effect.andThen(
        importFile(sample, "2023-12-15"),
        handled(plan, places.at(-1), () => undefined)
      )
      const error = yield* Effect.flip(Effect.provide(other, MemoryEventLog.layer, { local: true }))
      expect(error).toMatchObject({ reason: "wentBack", plan, position: events })
    }).pipe(Effect.provide(MemoryEventLog.layer))
  )

  it("about verifying refuses files that are neither a bundle nor a proof", () => {
    expect(verifiedFiles(readFileSync(sample), "{}")).toEqual({ bundle: false, proof: false })
  })

  it.live("about read models catches tables up, rebuilds them, and finds that they match the log", () =>
    Effect.gen(function* () {
      yield* importFile(sample, "2023-12-15")
      const tables = yield* maintain(plan)
      expect(tables.length).toBeGreaterThan(5)
      expect(tables.every(({ difference }) => difference === null)).toBe(true)
    }).pipe(Effect.provide(inFiles))
  )
})

/** The checkpoint of another log of that name. */
const forged = `frist/digital-strategi\n3\n${Buffer.alloc(32).toString("base64")}\n`
