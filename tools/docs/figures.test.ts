/**
 * Figures are read as the tables of the reference say.
 */
import { type Cells, noCells } from "@frist/editions/Edition"
import { ActivityId } from "@frist/domain/Names"
import { newFigures, rowFigures } from "@frist/editions/reading/figures/Figures"
import { readRow } from "@frist/editions/reading/RowReading"
import { swedishHealthCare } from "@frist/editions/vocabulary/swedishHealthCare"
import { describe, expect, it } from "@effect/vitest"
import { readFileSync } from "node:fs"

const [goals = "", followUps = ""] = readFileSync(
  new URL("../../docs/reference/figures.md", import.meta.url),
  "utf8"
).split("| follow-up | measurement |")
const rowsOf = (table: string): ReadonlyArray<ReadonlyArray<string>> =>
  table
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) =>
      line
        .slice(2, -1)
        .split(" |")
        .map((cell) => cell.trim().replace(/^`|`$/gu, ""))
    )

const read = (some: Partial<Cells>): string => {
  const row = {
    number: 1,
    cells: { ...noCells, area: "Område", ...some },
    days: {},
    revisions: [],
    unknown: [],
    remarks: []
  }
  const reading = readRow("activities", row.cells, null, swedishHealthCare)
  const figures = rowFigures({ kind: "activities", row, reading }, null, swedishHealthCare)
  return newFigures(ActivityId.make("a"), figures, null)
    .map(({ command }) => {
      const hedge = command._tag === "RecordMeasurement" && command.qualifier !== null ? `${command.qualifier} ` : ""
      const period = command._tag === "RecordMeasurement" && command.period !== null ? ` (${command.period.edtf})` : ""
      return `${command.measure} ${hedge}${command.value}${command.unit === null ? "" : ` ${command.unit}`}${period}`
    })
    .join("; ")
}

describe("the tables of figures", () => {
  it.each(rowsOf(goals))("%s is read as the target in the table", (goal = "", figures = "") =>
    expect(read({ goal })).toBe(figures)
  )
  it.each(rowsOf(followUps))("%s is read as the measurement in the table", (followUp = "", figures = "") =>
    expect(read({ followUp })).toBe(figures)
  )
  it("have more than five rows each", () =>
    expect(Math.min(rowsOf(goals).length, rowsOf(followUps).length)).toBeGreaterThan(5))
})
