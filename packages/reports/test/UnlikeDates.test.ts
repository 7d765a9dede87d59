/**
 * A report counts no days between dates that measure different things, whether the finding that says so is open or closed.
 */
import { describe, expect, it } from "@effect/vitest"
import { History } from "@frist/projections/History"
import { type Edition, followedUp, unlike } from "../../projections/test/unlikeLog.ts"
import { day } from "../../editions/test/sampleEditions.ts"
import { activityPage } from "../src/live/ActivityPage.ts"
import type { Report } from "../src/Report.ts"
import { reportOf } from "../src/ReportAssembly.ts"
import { countOf, standingsOf } from "../src/Standings.ts"
import { phrases } from "../src/words/Phrases.ts"

const before: Edition = ["2024-01-15", "2024-06-30"]
const at = (on: string, ...editions: ReadonlyArray<Edition>): History =>
  History.of(followedUp(...editions), { asOf: day(on), today: day(on) })
const open = at("2024-06-17", before, unlike)
const closed = at("2024-12-16", before, unlike, ["2024-12-16", "snart"])

const report = (history: History): Report =>
  reportOf(history, { language: "sv", anchor: undefined, software: "frist", command: "frist report" })
const rowOf = (history: History, table: string): ReadonlyArray<string> =>
  report(history).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block._tag === "Table" && block.id === table ? (block.rows[0]?.cells.map(({ text }) => text) ?? []) : []
    )
  )
const apart = "datumen mäter olika saker"

describe.each([
  ["open", open],
  ["closed", closed]
])("a deadline of something else whose finding is %s", (_, history) => {
  it("has no days in the table of changed deadlines", () => {
    expect(rowOf(history, "moved")).toContain(apart)
    expect(rowOf(history, "moved").join("\n")).not.toMatch(/\d (?:dagar|mån)/u)
  })

  it("has no days in the trend, and no bar in its chart", () => {
    expect(rowOf(history, "trend")).toContain(apart)
    expect(JSON.stringify(report(history))).not.toContain("Längst senarelagt")
  })

  it("has no days in the table of lateness", () => {
    expect(rowOf(history, "lateness")).toContain(apart)
    expect(rowOf(history, "lateness").at(-1)).toBe("2 gånger".replace("2", history === open ? "2" : "3"))
  })

  it("is not among the later deadlines that nobody has decided", () => {
    expect(JSON.stringify(report(history))).not.toContain("Godkänns slutdatum")
  })

  it("counts as changed, not as later", () => {
    expect(countOf(standingsOf(history), "postponed")).toBe(0)
    expect(countOf(standingsOf(history), "changed")).toBe(1)
  })

  it("has no days on its own page but between dates that measure the same", () => {
    const page = JSON.stringify(activityPage(history, "ett", phrases("sv"), { root: "/" })?.body)
    expect(page).toContain("182\u00a0dagar")
    expect(page).toContain(apart)
    expect(page).not.toMatch(/gånger, /u)
  })
})

it("a goal that has a date again is compared with the original, and not with the day of something else", () => {
  const again = at("2025-03-17", before, unlike, ["2025-03-17", "2026-06-30"])
  expect(rowOf(again, "moved").slice(3, 5)).toEqual([apart, "3 gånger, 912 dagar"])
  expect(countOf(standingsOf(again), "changed")).toBe(1)
  expect(JSON.stringify(report(again).sections.find(({ id }) => id === "moved"))).toContain(
    `till 30 juni 2026, ${apart}`
  )
})

it("the bars by edition count no months to the day of something else in between", () => {
  const again = at("2025-03-17", before, unlike, ["2025-03-17", "2026-06-30"])
  const charts = report(again).sections.flatMap(({ blocks }) => blocks.filter(({ _tag }) => _tag === "Stacks"))
  expect(charts).toMatchObject([{ rows: [{ months: [0, 6, 0, 24] }] }])
})
