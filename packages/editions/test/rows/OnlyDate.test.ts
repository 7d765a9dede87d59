/**
 * Tables with one column of dates, which each edition overwrites.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { codes, csv, moves, views } from "../cases/cases.ts"

const one = "Område;Mål;Tid;Status"
const two = "Område;Mål;Tid;Status;Ny tid"

/** What each edition says of one row, and what must have moved. */
const overwritten: ReadonlyArray<readonly [what: string, cells: ReadonlyArray<string>, moved: ReadonlyArray<string>]> =
  [
    ["a later day", ["2024-06-30", "2024-12-31"], ["2024-06-30 → 2024-12-31: 184"]],
    ["an earlier day", ["2024-06-30", "2024-05-31"], ["2024-06-30 → 2024-05-31: -30"]],
    ["a month", ["2024-06", "2024-09"], ["2024-06 → 2024-09: 63–121"]],
    ["a day back again", ["2024-06-30", "2024-12-31", "2024-06-30"], ["2024-06-30 → 2024-06-30: 0"]],
    ["the same day in other words", ["2024-06-30", "30 juni 2024"], []],
    ["three later days", ["2024-06-30", "2024-09-30", "2024-12-31"], ["2024-06-30 → 2024-12-31: 184"]],
    ["the same day again", ["2024-06-30", "2024-06-30"], []],
    ["words that are no date", ["2024-06-30", "snart"], []],
    ["an empty cell", ["2024-06-30", ""], []],
    ["a day after words that are no date", ["snart", "2024-06-30"], ['"snart" → 2024-06-30: ']],
    ["a day after an empty cell, and another", ["", "2024-06-30", "2024-12-31"], ["- → 2024-12-31: 184"]]
  ]
/** Three rows with the same date. */
const three = (day: string, tid: string) =>
  csv(day, one, ...["A", "B", "C"].map((area) => `${area};Mål ${area};${tid};Pågår`))

const days = ["2024-01-15", "2024-03-15", "2024-05-15"] as const

describe("the only date of a row", () => {
  for (const [what, cells, moved] of overwritten) {
    it.effect(`the only date of a row, overwritten by ${what}, moves the deadline as it must`, () =>
      Effect.gen(function* () {
        const editions = cells.map((tid, at) => csv(days[at] ?? "", one, `E-arkiv;Alla anslutna;${tid};Pågår`))
        const { found, log, slips } = yield* views(...editions)
        expect(moves(slips)).toEqual(moved)
        expect(codes(found)).not.toContain("BaselineRewritten")
        expect(log.filter(({ type }) => type === "ActivityRegistered")).toHaveLength(1)
      })
    )
  }

  it.effect("many overwritten dates give one finding, with the first and their number", () =>
    Effect.gen(function* () {
      const { found } = yield* views(three("2024-01-15", "2024-06-30"), three("2024-05-15", "2024-12-31"))
      expect(found.filter(({ code }) => code === "OnlyDateOverwritten").map(({ words }) => words)).toEqual([
        "2024-06-30 → 2024-12-31 … ×3"
      ])
    })
  )

  it.effect("a deadline that becomes the day of completion is not moved", () =>
    Effect.gen(function* () {
      const { found, slips } = yield* views(
        csv("2024-01-15", one, "E-arkiv;Alla anslutna;2024-06-30;Pågår"),
        csv("2024-05-15", one, "E-arkiv;Alla anslutna;2024-04-30;Klart 2024-04-30")
      )
      expect(moves(slips)).toEqual([])
      expect(codes(found)).toContain("DeadlineFollowsCompletion")
    })
  )
})

describe("a table that gains or loses its column for a new date", () => {
  it.effect("the dates of a table that gains the column are no rewritten baselines", () =>
    Effect.gen(function* () {
      const { found, slips } = yield* views(
        csv("2024-01-15", one, "E-arkiv;Alla anslutna;2024-06-30;Pågår"),
        csv("2024-03-15", one, "E-arkiv;Alla anslutna;2024-12-31;Pågår"),
        csv("2024-05-15", two, "E-arkiv;Alla anslutna;2024-12-31;Pågår;2025-06-30")
      )
      expect(moves(slips)).toEqual(["2024-06-30 → 2025-06-30: 365"])
      expect(codes(found)).not.toContain("BaselineRewritten")
    })
  )

  it.effect("a first date that still stands in a table that lost the column moves nothing back", () =>
    Effect.gen(function* () {
      const { slips } = yield* views(
        csv("2024-01-15", two, "E-arkiv;Alla anslutna;2024-06-30;Pågår;2024-12-31"),
        csv("2024-05-15", one, "E-arkiv;Alla anslutna;2024-06-30;Pågår")
      )
      expect(moves(slips)).toEqual(["2024-06-30 → 2024-12-31: 184"])
      expect(slips.map(({ tally }) => tally.count)).toEqual([1])
    })
  )

  it.effect("the new date in the only column of a table that lost the other is no second move", () =>
    Effect.gen(function* () {
      const { slips } = yield* views(
        csv("2024-01-15", two, "E-arkiv;Alla anslutna;2024-06-30;Pågår;2024-12-31"),
        csv("2024-05-15", one, "E-arkiv;Alla anslutna;2024-12-31;Pågår")
      )
      expect(slips.map(({ tally }) => tally.count)).toEqual([1])
    })
  )

  it.effect("a date in a table that keeps the column is a rewritten baseline", () =>
    Effect.gen(function* () {
      const { found, slips } = yield* views(
        csv("2024-01-15", two, "E-arkiv;Alla anslutna;2024-06-30;Pågår;"),
        csv("2024-05-15", two, "E-arkiv;Alla anslutna;2024-12-31;Pågår;")
      )
      expect(moves(slips)).toEqual([])
      expect(codes(found)).toContain("BaselineRewritten")
      expect(codes(found)).not.toContain("OnlyDateOverwritten")
    })
  )
})
