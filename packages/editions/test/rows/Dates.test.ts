/**
 * Revised dates in several columns or lines, days of completion, and days that the file itself holds.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type { DayOrder } from "@frist/domain/dates/DateReading"
import { Day } from "@frist/domain/Day"
import type { FindingCode } from "../../src/Irregularity.ts"
import { readDateCell } from "../../src/reading/DateCells.ts"
import { brief, codes, csv, moves, views } from "../cases/cases.ts"

/** The headings and the cells of one row after area and goal, and the moves of its deadline: from and to. */
const revised: ReadonlyArray<readonly [headings: string, cells: string, moved: ReadonlyArray<string>]> = [
  ["Tid;Ny tid;Ny tid", "2024-03-31;2024-06-30;2024-12-31", ["2024-06-30", "2024-12-31"]],
  ["Tid;Ny tid;Ny tid", "2024-03-31;2024-06-30;", ["2024-06-30"]],
  [
    "Tid;Ny tid;Ny tid;Ny tid",
    "2024-03-31;2024-06-30;2024-09-30;2024-12-31",
    ["2024-06-30", "2024-09-30", "2024-12-31"]
  ],
  ["Tid;Ny tid;Ny tid;Ny tid", "2024-03-31;2024-06-30;;2024-12-31", ["2024-06-30", "2024-12-31"]],
  ["Tid;Ny tid;Ny tid", "2024-03-31;;2024-12-31", ["2024-12-31"]],
  ["Tid;Ny tid;Ny tid", "2024-03-31;2024-03-31;2024-12-31", ["2024-12-31"]],
  ["Tid;Ny tid", '2024-03-31;"2024-06-30\n2024-12-31"', ["2024-06-30", "2024-12-31"]],
  ["Tid;Ny tid", "2024-03-31;2024-06-30, 2024-12-31", ["2024-06-30", "2024-12-31"]],
  ["Tid;Ny tid", "2024-03-31;2024-06-30 → 2024-12-31", ["2024-06-30", "2024-12-31"]],
  ["Tid;Ny tid", '2024-03-31;"2024-06-30;\n2024-12-31"', ["2024-06-30", "2024-12-31"]],
  ["Tid;Ny tid", '2024-03-31;"2024-12-31\n2024-06-30"', []],
  ["Tid;Ny tid", '2024-03-31;"2024-06-30 eller\n2024-12-31"', []],
  ["Tid;Ny tid", "2024-03-31;2024-06 och 2024-12", []]
]

describe("several revised dates", () => {
  for (const [headings, cells, moved] of revised) {
    it.effect(`several revised dates are moves in their order, or none: ${headings} / ${cells}`, () =>
      Effect.gen(function* () {
        const { log, slips } = yield* views(
          csv("2024-01-15", `Område;Mål;${headings}`, `E-arkiv;Alla anslutna;${cells}`)
        )
        expect(
          log.flatMap(({ event, provenance }) => (event?._tag === "DeadlineMoved" ? [[event.to.edtf, provenance]] : []))
        ).toEqual(moved.map((day) => [day, "inferred"]))
        expect(slips.flatMap((each) => each.moves)).toHaveLength(moved.length)
      })
    )
  }

  it.effect("a next edition adds only the revisions that are new", () =>
    Effect.gen(function* () {
      const { log, slips } = yield* views(
        csv("2024-01-15", "Område;Mål;Tid;Ny tid", "E-arkiv;Alla anslutna;2024-03-31;2024-06-30"),
        csv(
          "2024-05-15",
          "Område;Mål;Tid;Ny tid;Ny tid;Ny tid",
          "E-arkiv;Alla anslutna;2024-03-31;2024-06-30;2024-09-30;2024-12-31"
        )
      )
      expect(log.filter(({ type }) => type === "DeadlineMoved")).toHaveLength(3)
      expect(moves(slips)).toEqual(["2024-03-31 → 2024-12-31: 275"])
    })
  )

  for (const cell of [
    "2024-06-30\n2024-12-31",
    "2024-06-30\r\n2024-12-31",
    "2024-06-30\n\n2024-12-31",
    "1) 2024-06-30\n2) 2024-12-31",
    "- 2024-06-30\n- 2024-12-31",
    "2024-06-30.\n2024-12-31.",
    "2024-06\n2024-12",
    "30/6 2024\n31/12 2024",
    "2024-06-30\n2024-09-30\n2024-12-31",
    "* 2024-06-30\n* 2024-12-31"
  ]) {
    it.effect(`dated lines without names are no parts: ${JSON.stringify(cell)}`, () =>
      Effect.gen(function* () {
        const { found, log, ongoing } = yield* views(
          csv("2024-01-15", "Område;Mål;Tid;Ny tid", `E-arkiv;Alla anslutna;"${cell}";`)
        )
        expect(log.filter(({ type }) => type === "ActivityRegistered")).toHaveLength(1)
        expect(ongoing.map(({ deadline }) => deadline?.edtf ?? null)).toEqual([null])
        expect(codes(found)).toContain("SeveralDates")
      })
    )
  }
})

const done = "Område;Mål;Tid;Status;Slutfört datum"
/** Status and day of completion on 2024-05-15, the status that is recorded, and the code of the finding. */
const completed: ReadonlyArray<readonly [status: string, on: string, recorded: string, code: string | null]> = [
  ["Klart", "2024-04-30", "Completed 2024-04-30", null],
  ["", "2024-04-30", "Completed 2024-04-30", "CompletedByDate"],
  ["-", "2024-04-30", "Completed 2024-04-30", "CompletedByDate"],
  ["Pågår", "2024-04-30", "InProgress", "CompletedOnAgainstStatus"],
  ["Försenat", "2024-04-30", "Delayed", "CompletedOnAgainstStatus"],
  ["Utgår", "2024-04-30", "Discontinued", "CompletedOnAgainstStatus"],
  ["Till hälften", "2024-04-30", "NotStated", "CompletedOnAgainstStatus"],
  ["", "2024-12-31", "NotStated", "CompletedOnAhead"],
  ["Klart", "2024-12-31", "Completed", "CompletedOnAhead"],
  ["Klart 2024-03-31", "2024-04-30", "Completed 2024-03-31", "CompletedOnAgainstStatus"],
  ["Klart 2024-04-30", "30 april 2024", "Completed 2024-04-30", null],
  ["", "i våras", "NotStated", "DateIsProse"],
  ["", "april 2024", "Completed 2024-04", "CompletedByDate"],
  ["", "2024", "NotStated", "CompletedOnAhead"],
  ["Pågår", "-", "InProgress", null],
  ["", "", "NotStated", null]
]

describe("a day of completion", () => {
  for (const [status, on, recorded, code] of completed) {
    it.effect(
      `a day of completion dates what is done, and completes nothing against its status: ${status} / ${on}`,
      () =>
        Effect.gen(function* () {
          const { closed, found, ongoing } = yield* views(
            csv("2024-05-15", done, `E-arkiv;Alla anslutna;2024-06-28;${status};${on}`)
          )
          expect(
            [...ongoing, ...closed].map(({ status: shown }) =>
              shown._tag === "Completed" && shown.on?.edtf != null ? `${shown._tag} ${shown.on.edtf}` : shown._tag
            )
          ).toEqual([recorded])
          if (code === null) expect(codes(found).filter((each) => each.startsWith("CompletedO"))).toEqual([])
          else expect(codes(found)).toContain(code)
        })
    )
  }
})

/** Words that a cell shows, the day that the file holds, and what is read: with `DayAgainstWords` where they differ. */
const held: ReadonlyArray<readonly [words: string, day: string, read: string | null, differs: boolean]> = [
  ["2024-04-03", "2024-04-03", "2024-04-03", false],
  ["03/04/2024", "2024-04-03", "2024-04-03", false],
  ["04/03/2024", "2024-04-03", "2024-04-03", false],
  ["3/4/24", "2024-04-03", "2024-04-03", false],
  ["Wednesday, April 3, 2024", "2024-04-03", "2024-04-03", false],
  ["3-Apr-24", "2024-04-03", "2024-04-03", false],
  ["2024-04-03 00:00", "2024-04-03", "2024-04-03", false],
  ["03.04.2024", "2024-04-03", "2024-04-03", false],
  ["miercuri, 3 aprilie 2024", "2024-04-03", "2024-04-03", false],
  ["3 IV 2024", "2024-04-03", "2024-04-03", false],
  ["april 2024", "2024-04-03", "2024-04", false],
  ["2024-12-31", "2024-04-03", "2024-12-31", true],
  ["3/4", "2024-04-03", null, false],
  ["31 december", "2024-12-31", null, false],
  ["31 mars", "2024-12-31", null, true],
  ["2024-06-30 eller 2024-12-31", "2024-06-30", null, true],
  ["se protokoll", "2024-04-03", null, true]
]

describe("a day that the file holds", () => {
  it.each(held)(
    "a day that the file holds decides what its words leave open, and nothing else: %s",
    (words, day, read, differs) => {
      const { codes, date } = readDateCell(words, { day: Day.parse(day) })
      expect(date).toMatchObject({ words, edtf: read })
      expect(codes.includes("DayAgainstWords")).toBe(differs)
    }
  )
})

/** Words of a cell, the day that the file holds, the order that its column proves, what is read, and the finding. */
const againstColumn: ReadonlyArray<
  readonly [words: string, day: string, order: DayOrder | null, read: string | null, code: FindingCode | null]
> = [
  ["9/2/2023", "2023-09-02", "dayFirst", null, "DayAgainstColumn"],
  ["5/11/22", "2022-05-11", "dayFirst", null, "DayAgainstColumn"],
  ["01/12/2025", "2025-12-01", "monthFirst", null, "DayAgainstColumn"],
  ["9/2/2023", "2023-02-09", "dayFirst", "2023-02-09", null],
  ["9/2/2023", "2023-09-02", "monthFirst", "2023-09-02", null],
  ["9/2/2023", "2023-09-02", null, "2023-09-02", null],
  ["6/6/2023", "2023-06-06", "dayFirst", "2023-06-06", null],
  ["2023-09-02", "2023-09-02", "dayFirst", "2023-09-02", null],
  ["2 September 2023", "2023-09-02", "dayFirst", "2023-09-02", null]
]

/** Words of a cell, and the day that the file holds, of small numbers. */
const ofSmallNumbers: ReadonlyArray<readonly [words: string, day: string | undefined]> = [
  ["0/1/1900", "1900-01-01"],
  ["14/1/1900", "1900-01-14"],
  ["1900-01-31", "1900-01-31"],
  ["1899-12-30", undefined],
  ["1900-02-03", undefined],
  ["1 januari 1904", undefined]
]

describe("a day that the file holds in a column of words", () => {
  it.each(againstColumn)(
    "a day that the order of its column contradicts is read neither way: %s as %s, %s",
    (words, day, order, read, code) => {
      const { codes, date } = readDateCell(words, { day: Day.parse(day), order })
      expect(date).toMatchObject({ words, edtf: read })
      expect(codes).toEqual(code === null ? [] : [code])
    }
  )

  it.each(ofSmallNumbers)("the day of a small number is no date: %s", (words, day) => {
    const { codes, date } = readDateCell(words, day === undefined ? {} : { day: Day.parse(day) })
    expect(date).toMatchObject({ words, edtf: null })
    expect(codes).toEqual(["DayOfSmallNumber"])
  })
})

describe("dates in the order of their column", () => {
  it.effect("a column that proves its order is read in it, with one finding", () =>
    Effect.gen(function* () {
      const { found, ongoing } = yield* views(
        csv("2024-01-15", "Area;Goal;Due", "A;a;03/04/2024", "B;b;31/03/2024", "C;c;05/06/2024")
      )
      expect(brief(ongoing)).toEqual(["2024-04-03 NotStated", "2024-03-31 NotStated", "2024-06-05 NotStated"])
      expect(found.filter(({ code }) => code === "DateOrderFromColumn").map(({ words }) => words)).toEqual([
        "03/04/2024 … ×2"
      ])
    })
  )

  it.effect("a column without proof is not read", () =>
    Effect.gen(function* () {
      const { ongoing } = yield* views(csv("2024-01-15", "Area;Goal;Due", "A;a;03/04/2024", "B;b;05/06/2024"))
      expect(brief(ongoing)).toEqual(['"03/04/2024" NotStated', '"05/06/2024" NotStated'])
    })
  )
})
