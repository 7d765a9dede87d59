/**
 * Runs the code of the packages' READMEs.
 */
import { afterAll, describe, expect, it } from "@effect/vitest"
import { openLog } from "@frist/promises"
import { Effect, Result } from "effect"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as MemoryEventLog from "@frist/store/memory"
import { decision } from "./readme/domain.ts"
import { importFile } from "./readme/editions.ts"
import { page } from "./readme/projections.ts"
import { shown } from "./readme/promises.ts"
import { opened } from "./readme/store.ts"

const before = process.cwd()
const folder = mkdtempSync(join(tmpdir(), "frist-readme-"))
afterAll(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true, force: true })
})

describe("The README of", () => {
  it("domain decides against a plan that nobody opened", () => {
    expect(decision).toEqual(Result.fail({ _tag: "PlanNotOpened" }))
  })

  it("store opens a plan in a file", () => {
    process.chdir(folder)
    return Effect.runPromise(opened).then((events) => expect(events.map(({ type }) => type)).toEqual(["PlanOpened"]))
  })

  it("projections and promises shows a slip", async () => {
    const file = join(folder, "promises.db")
    expect((await shown(file)).activities[0]?.tally.net).toEqual({ min: 975, max: 1095 })
    await using log = await openLog(file)
    const views = page(await log.events("strategi"))
    expect([views.board.activities.length, views.now.activities.length]).toEqual([1, 0])
  })

  it("editions records a document", async () => {
    const sample = join(import.meta.dirname, "plan/2023-12-15.csv")
    const { events, rowsLeftOut } = await Effect.runPromise(
      importFile(sample, "2023-12-15").pipe(Effect.provide(MemoryEventLog.layer))
    )
    expect(events.slice(0, 2).map(({ event }) => event._tag)).toEqual(["PlanOpened", "ReviewHeld"])
    expect(events.length).toBeGreaterThan(100)
    expect(rowsLeftOut).toBe(0)
  })

  it.each(readdirSync(join(import.meta.dirname, "readme")))("the package shows %s whole", (file) => {
    const readme = join(import.meta.dirname, "../packages", file.replace(".ts", ""), "README.md")
    const code = readFileSync(join(import.meta.dirname, "readme", file), "utf8")
    expect(readFileSync(readme, "utf8")).toContain(`\`\`\`ts\n${code}\`\`\``)
  })
})
