/**
 * Runs the embedding examples of the README and of the docs.
 */
import * as MemoryEventLog from "@frist/store/memory"
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { vi } from "vitest"
import { moved } from "./embed.ts"
import { inFile } from "./read-models.ts"

it.effect("a service moves a deadline and shows how it slipped, and may do so again", () =>
  Effect.gen(function* () {
    const once = yield* moved
    expect(once.activities).toMatchObject([
      { tally: { count: 1, atLeast: false, net: { min: 975, max: 1095 } }, moves: [{ reason: "Nyanställda först" }] }
    ])
    expect(yield* moved).toEqual(once)
  }).pipe(Effect.provide(MemoryEventLog.layer))
)

it("the program that the README names prints how far the deadline moved", async () => {
  const printed = vi.spyOn(console, "log").mockImplementation(() => {})
  try {
    await import("./embedded.ts")
    expect(printed.mock.calls).toEqual([["webbtidbokning", 1, { min: 975, max: 1095 }]])
  } finally {
    printed.mockRestore()
  }
})

it.live("a service reads its moves from a table as soon as they are recorded", () => {
  const [folder, before] = [mkdtempSync(join(tmpdir(), "frist-example-")), process.cwd()]
  process.chdir(folder)
  return inFile.pipe(
    Effect.tap((rows) =>
      Effect.sync(() =>
        expect(rows).toEqual([
          { activity: "webbtidbokning", before: "2021-12", after: "2024-06", reason: "Nyanställda först" }
        ])
      )
    ),
    Effect.ensuring(
      Effect.sync(() => {
        process.chdir(before)
        rmSync(folder, { recursive: true })
      })
    )
  )
})
