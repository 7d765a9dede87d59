/**
 * The report claims no more than the document says: where a date is cut short or approximate, where dates measure different
 * things, and where a row is done, missing or only names another.
 */
import { describe, expect, it } from "@effect/vitest"
import { readDate } from "@frist/domain/dates/DateReading"
import type { Report } from "../src/Report.ts"
import { phrases } from "../src/words/Phrases.ts"
import { empty, recorded, sample, sourceOf } from "./logs.ts"

const june = sourceOf(sample, "2024-06-17").report
const blocksOf = ({ sections }: Report) => sections.flatMap(({ blocks }) => blocks)
const textOf = (report: Report, id: string): string => JSON.stringify(report.sections.find((each) => each.id === id))
const rowsOf = (report: Report, id: string) =>
  blocksOf(report).flatMap((block) => (block._tag === "Table" && block.id === id ? block.rows : []))
const rowOf = (report: Report, id: string, activity: string) =>
  rowsOf(report, id).find((row) => row.activity === activity)

const registered = (at: number, activity: string) =>
  recorded(at, "2023-01-01", activity, {
    _tag: "ActivityRegistered",
    kind: "activity",
    parent: null,
    area: activity,
    goal: activity,
    actions: null,
    responsible: null,
    deadline: readDate("2023-12-31").date
  })
const moved = (at: number, activity: string, to: string) =>
  recorded(at, "2024-01-01", activity, { _tag: "DeadlineMoved", from: null, to: readDate(to).date, reason: null })

/** A plan with two deadlines, the second of them approximate. */
const two = (first: string, second: string): Report => {
  const at = empty.length
  return sourceOf(
    [
      ...empty,
      registered(at + 1, "ett"),
      registered(at + 2, "tva"),
      moved(at + 3, "ett", first),
      moved(at + 4, "tva", second)
    ],
    "2024-06-17"
  ).report
}
const stackTitle = (report: Report) => blocksOf(report).find(({ _tag }) => _tag === "Stacks")

describe("a report claims no more than the document says", () => {
  it("names every activity that may have moved furthest", () => {
    expect(stackTitle(two("2025-06-30", "2025"))).toMatchObject({
      title: expect.stringMatching(/^Längst senarelagt: ett, 18 mån; eller tva, 12–24 mån$/u)
    })
    expect(stackTitle(two("2026-06-30", "2025"))).toMatchObject({ title: "Längst senarelagt: ett, 30 mån" })
  })

  it("does not say how far a date that was cut short has moved", () => {
    const chart = blocksOf(june).find(({ _tag }) => _tag === "Dumbbell")
    const row = chart?._tag === "Dumbbell" ? chart.rows.find(({ activity }) => activity === "sjalvincheckning") : null
    expect(row?.moved).toBe("oklart hur långt")
    expect(textOf(june, "moved")).not.toContain("högst 24 mån")
  })

  it("names the deadline that a milestone's days are counted to: it was moved, and reached before the new one", () => {
    const table = blocksOf(sourceOf(sample, "2024-12-16").report).find(
      (block) => block._tag === "Table" && block.id === "timeline"
    )
    const { columns, rows } = table?._tag === "Table" ? table : { columns: [], rows: [] }
    const at = columns.findIndex(({ key }) => key === "against")
    expect(columns[at]?.heading).toBe("Mot nuvarande")
    expect(rows.map(({ cells }) => cells[at]?.text)).toContain("3 dagar tidigare")
  })

  it("ends a quotation that has no end of its own before it asks", () => {
    const { decide } = phrases("sv").text.report
    for (const asked of [decide.asked, decide.contradicted]) {
      expect(asked("Fortsatt röd")).toMatch(/”Fortsatt röd”\. (?:Ska|Behövs)/u)
      expect(asked("Blev inte av!")).toMatch(/”Blev inte av!” (?:Ska|Behövs)/u)
    }
  })

  it("says of a deadline without a date that it has none, not that its distance is unclear", () => {
    const chart = blocksOf(two("på obestämd tid", "snart")).find(({ _tag }) => _tag === "Dumbbell")
    expect(chart?._tag === "Dumbbell" ? chart.rows.map(({ moved: far }) => far) : []).toEqual([
      "utan datum",
      "utan datum"
    ])
  })

  it("keeps the words of an imprecise date in the course of a deadline", () => {
    const course = rowOf(june, "ongoing", "webbtidbokning-ogon")?.cells.at(-1)?.text
    const texts = rowsOf(june, "ongoing").map(({ cells }) => cells.at(-1)?.text ?? "")
    expect(course ?? texts.join(" ")).toContain("hösten 2024")
    expect(texts.join(" ")).not.toContain("jan 2024")
  })

  it("calls no milestone late that is done, and no row waiting that only names another", () => {
    expect(textOf(june, "timeline")).toContain("8 dagar senare")
    expect(textOf(june, "timeline")).not.toContain("försenad")
    expect(textOf(june, "moved")).toContain("Det är inte angivet om aktiviteten väntar på det.")
  })

  it("does not say that a deadline is unchanged beside words that may be a new date", () => {
    const changes = (activity: string) => rowOf(june, "lateness", activity)?.cells.at(-1)?.text
    expect(changes("diagnos-pa-distans")).toBe("inget läsbart nytt datum")
    expect(rowsOf(june, "lateness").map(({ cells }) => cells.at(-1)?.text)).toContain("nej")
    const counted = (activity: string) => rowOf(june, "trend", activity)?.cells.at(-1)?.text
    expect(counted("diagnos-pa-distans")).toBe("inget läsbart nytt datum")
    expect(rowsOf(june, "trend").map(({ cells }) => cells.at(-1)?.text)).toContain("0 dagar")
  })

  it("marks a missing row also where its lateness is counted", () => {
    const marked = rowsOf(june, "lateness").filter(({ mark }) => mark !== null)
    expect(marked).toHaveLength(1)
    expect(marked[0]?.mark).toBe("Saknas i dokumentet")
  })
})
