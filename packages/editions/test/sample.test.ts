/**
 * The sample plan after its edition of December 2023.
 */
import { describe, expect, it } from "@effect/vitest"
import * as FactReplacement from "@frist/domain/plan/FactReplacement"
import { ActivityId } from "@frist/domain/Names"
import type { Command } from "@frist/domain/Command"
import { readDate } from "@frist/domain/dates/DateReading"
import { History } from "@frist/projections/History"
import { board } from "@frist/projections/Board"
import { completed } from "@frist/projections/Completed"
import { deadlineHistory } from "@frist/projections/DeadlineHistory"
import { timeline } from "@frist/projections/Timeline"
import { editionOf, day, imported, recordedOn } from "./sampleEditions.ts"

const log = imported("2023-12-15")
const times = { today: day("2023-12-15") }
const slips = new Map(deadlineHistory(History.of(log, times)).activities.map((each) => [each.activity, each]))
const codesOf = (id: string) => slips.get(id)?.findings.map(({ code }) => code)

describe("the edition of December 2023", () => {
  it("the edition of December 2023 has three milestones, twelve ongoing rows and nineteen completed", () => {
    expect(editionOf("2023-12-15").tables.map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ["timeline", 3],
      ["activities", 12],
      ["completed", 19]
    ])
  })

  it("the edition of December 2023 loses no cell, and names table and row of every event", () => {
    const texts = (value: unknown): ReadonlyArray<string> =>
      typeof value === "string"
        ? [value]
        : value !== null && typeof value === "object"
          ? Object.values(value).flatMap(texts)
          : []
    for (const { name, rows } of editionOf("2023-12-15").tables) {
      for (const { cells, number } of rows) {
        const own = log.filter(({ source }) => source?.table === name && source.row === number)
        const recorded = own.flatMap(({ event }) => texts(event))
        for (const words of Object.values(cells)) {
          if (words !== null) expect(recorded, `${name} ${number}`).toContain(words)
        }
      }
    }
    const ofNoRow = log.filter(({ source }) => source?.row === null).map(({ event }) => event)
    expect(ofNoRow.flatMap((event) => (event?._tag === "FindingRaised" ? event.code : (event?._tag ?? "")))).toEqual([
      "PlanOpened",
      "ReviewHeld",
      "StatusNotGiven",
      "SeveralNames",
      "DoneInManyWays"
    ])
  })

  it.each([
    ["taligenkanning", 730, 730],
    ["digitalt-mote", 153, 153],
    ["grona-korset", 883, 883],
    ["1177-webbtidbokning-medicinmottagningen", 1187, 1187],
    ["1177-webbtidbokning-ogonmottagningen", 883, 942],
    ["1177-okad-kunskap", 912, 912],
    ["dokumentportal", 1125, 1125],
    ["digitaliseringsprojekt", 788, 788],
    ["sjalvincheckning", 731, null],
    // Its new date is of something else than its goal, so no days are counted.
    ["sdv", null, null]
  ])("moved %s at least once, by %s to %s days", (id, min, max) => {
    expect(slips.get(id)?.tally).toMatchObject({ count: 1, atLeast: true, net: { min, max } })
  })

  it("the edition of December 2023 finds that the two dates of the care system have different subjects", () => {
    expect(codesOf("sdv")).toEqual(["DeadlineSubjectDiffers", "SeveralActions"])
  })

  it("the edition of December 2023 keeps prose in a date cell, and records no move", () => {
    const row = slips.get("diagnos-pa-distans")
    expect(row?.tally.count).toBe(0)
    expect(row?.findings.filter(({ code }) => code.startsWith("Date"))).toMatchObject([
      { code: "DateIsProse", words: "Sedan september kan ca 100 VC använda tekniken" }
    ])
  })

  it("the edition of December 2023 does not complete the row that was not done, and shows it on the board with a finding", () => {
    const red = board(History.of(log, times)).activities.filter((row) =>
      row.findings.some(({ code }) => code === "DoneButRed")
    )
    expect(red).toMatchObject([{ area: "1177 Webbtidbokning", status: { _tag: "NotStated" } }])
    expect(completed(History.of(log, times)).activities.filter(({ parent }) => parent === null)).toHaveLength(18)
    expect(board(History.of(log, times)).activities.filter(({ parent }) => parent === null)).toHaveLength(13)
    expect(timeline(History.of(log, times)).milestones).toHaveLength(3)
  })

  it("the edition of December 2023 repairs no impossible day", () => {
    const never = [...slips.values()].filter((row) => row.findings.some(({ code }) => code === "DateImpossible"))
    expect(never).toHaveLength(2)
    for (const { original } of never)
      expect(original).toEqual({ words: "2021-02-29", edtf: null, earliest: null, latest: null })
  })
})

describe("a change by hand after an import", () => {
  const eye = ActivityId.make("1177-webbtidbokning-ogonmottagningen")
  const byHand = (held: string, before: typeof log, command: Command) =>
    recordedOn(held, before, () => [{ command, provenance: "stated", source: null }])
  const to = readDate("hösten 2024").date
  const moved = byHand("2024-03-01", log, { _tag: "MoveDeadline", activity: eye, to, reason: "Nyanställda" })
  const later = { today: day("2024-03-01") }

  it("a change by hand after an import is a second move, with the net slip from the end points", () => {
    const [row] = deadlineHistory(History.of(moved, later), { activity: eye }).activities
    expect(row?.tally).toMatchObject({ count: 2, atLeast: true, net: { min: 975, max: 1095 } })
    expect(row?.moves.map(({ provenance, reason }) => [provenance, reason])).toEqual([
      ["inferred", null],
      ["stated", "Nyanställda"]
    ])
  })

  it("a change by hand after an import does not change the board as of a day before it", () => {
    const asOf = { ...later, asOf: day("2024-01-01") }
    expect(board(History.of(moved, asOf)).activities).toEqual(board(History.of(log, asOf)).activities)
    expect(board(History.of(moved, later)).activities).not.toEqual(board(History.of(log, later)).activities)
  })

  it("a corrected move shows the other date from then on, and is no move", () => {
    const fact = moved.at(-1)
    if (fact?.event?._tag !== "DeadlineMoved") throw new Error("no move")
    const replacement = FactReplacement.withDate(fact.event, readDate("våren 2025").date) ?? null
    const right = byHand("2024-04-01", moved, { _tag: "Correct", position: fact.position, replacement, reason: "Fel" })
    const shown = (knownAt?: number) =>
      deadlineHistory(History.of(right, { ...later, knownAt }), { activity: eye }).activities[0]
    expect(shown()?.deadline?.words).toBe("våren 2025")
    expect(shown()?.tally.count).toBe(2)
    expect(shown()?.moves.at(-1)?.correctedBy).toBe(right.length)
    expect(shown(fact.recordedAt)?.deadline?.words).toBe("hösten 2024")
    expect(shown(fact.recordedAt)?.tally.count).toBe(2)
  })
})

describe("the three editions in turn", () => {
  it("the three editions in turn are each recorded once, with no row refused", () => {
    const all = imported("2024-12-16", imported("2024-06-17", log))
    expect(imported("2024-12-16", all)).toEqual(all)
    const codes = all.map(({ event }) => (event?._tag === "FindingRaised" ? event.code : null))
    for (const code of ["RowVanished", "BaselineRewritten"]) expect(codes).toContain(code)
    const list = completed(History.of(all, { today: day("2024-12-16") }))
    expect(list.activities.filter(({ isNew }) => isNew).map(({ activity }) => activity)).toEqual(["digitalt-mote"])
  })
})
