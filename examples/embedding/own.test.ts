import { openLog } from "@frist/promises"
import { afterEach, expect, it, vi } from "vitest"
import { postpone, prepare } from "./own.ts"

afterEach(() => vi.useRealTimers())

it("a postponed opening writes a row of its own, and moves the deadline", async () => {
  const statements: Array<unknown> = []
  await using log = await openLog("memory:", {
    query: (sql, parameters) => {
      statements.push([sql, ...parameters])
      return []
    }
  })
  await prepare(log)
  await postpone(log, "ogon", "hösten 2024", "Lokalerna är inte klara")
  expect(statements.at(-1)).toEqual([expect.stringContaining("insert into postponement"), "ogon", "hösten 2024"])
  const { activities } = await log.slips("openings", { today: "2024-05-02" }, { activity: "ogon" })
  expect(activities[0]?.moves[0]?.to.words).toBe("hösten 2024")
  // What is refused leaves neither.
  await expect(postpone(log, "oron", "2025", "Okänd")).rejects.toMatchObject({ code: "refused" })
})

it("an event is recorded at the time of the clock", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2024-05-02T08:00:00Z") })
  await using log = await openLog("memory:")
  await prepare(log)
  const [opened] = await log.events("openings")
  expect(new Date(opened?.recordedAt ?? 0).toISOString()).toBe("2024-05-02T08:00:00.000Z")
})
