/**
 * The public cases of `fixtures/cases`: what each must come out as.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { brief, codes, csv, file, moves, views } from "./cases.ts"

describe("case 01, one date column that each edition overwrites", () => {
  it.effect("an overwritten date moves the deadline where the table has no column for a new date", () =>
    Effect.gen(function* () {
      const { slips } = yield* views(
        file("01-one-date-2013.csv", "2012-09-30"),
        file("01-one-date-2015.csv", "2014-09-30")
      )
      expect(moves(slips)).toEqual([
        "2013-04-30 → 2015-04-01: 701",
        "2016-01-01 → 2016-03-31: 90",
        "2015-03-31 → 2038-03-31: 8401",
        "2015-03-31 → 2017-12-31: 1006",
        "2015-05-01 → 2016-12-31: 610"
      ])
      expect(slips.map(({ tally }) => tally.atLeast)).toEqual([true, true, true, true, true])
      expect(slips.flatMap((each) => each.moves.map(({ provenance }) => provenance))).toEqual(
        slips.map(() => "inferred")
      )
    })
  )

  it.effect("an overwritten date gives one finding for the edition, and none of a rewritten baseline", () =>
    Effect.gen(function* () {
      const { found } = yield* views(
        file("01-one-date-2013.csv", "2012-09-30"),
        file("01-one-date-2015.csv", "2014-09-30")
      )
      expect(found.filter(({ code }) => /Overwritten/u.test(code))).toHaveLength(1)
      expect(codes(found)).not.toContain("BaselineRewritten")
    })
  )

  it.effect("an overwritten Swedish Tid moves the deadline by 184 days", () =>
    Effect.gen(function* () {
      const { slips } = yield* views(
        file("01-one-date-sv-a.csv", "2024-03-15"),
        file("01-one-date-sv-b.csv", "2024-06-15")
      )
      expect(moves(slips)).toEqual(["2024-06-30 → 2024-12-31: 184"])
    })
  )

  it.effect("an overwritten date is a rewritten baseline where the table has a column for the new date", () =>
    Effect.gen(function* () {
      const head = "Område;Mål;Tid;Ny tid"
      const { found, slips } = yield* views(
        csv("2024-03-15", head, "E-arkiv;Alla anslutna;2024-06-28;"),
        csv("2024-06-15", head, "E-arkiv;Alla anslutna;2024-12-31;")
      )
      expect(moves(slips)).toEqual([])
      expect(codes(found)).toContain("BaselineRewritten")
    })
  )
})

describe("case 02, several actions under one goal", () => {
  for (const document of ["02-actions-of-goal.csv", "02-actions-of-goal.docx"]) {
    it.effect(`${document} has three activities, and no row is left out`, () =>
      Effect.gen(function* () {
        const { closed, ongoing, outcomes } = yield* views(file(document, "2024-01-15"))
        expect(brief(ongoing)).toEqual(["2024-03-28 InProgress", "2024-09-30 Delayed", "2024-12-31 NotStated"])
        expect(closed).toEqual([])
        expect(outcomes[0]?.rowsLeftOut).toBe(0)
      })
    )

    it.effect(`in the next edition of ${document} each action is matched to itself`, () =>
      Effect.gen(function* () {
        const { ongoing, outcomes } = yield* views(file(document, "2024-01-15"), file(document, "2024-06-15"))
        const [first, second] = outcomes.map(({ matches }) => matches)
        expect(second?.map(({ how }) => how)).toEqual(["exact", "exact", "exact"])
        expect(second?.map(({ activity }) => activity)).toEqual(ongoing.map(({ activity }) => activity))
        expect(first).toHaveLength(3)
      })
    )
  }
})

describe("case 03, statuses that say not done", () => {
  it.effect("of the English statuses none is completed, and each is named unreadable", () =>
    Effect.gen(function* () {
      const { closed, found, ongoing } = yield* views(file("03-not-done.csv", "2024-10-15"))
      expect(closed).toEqual([])
      expect(ongoing.map(({ status }) => status._tag)).toEqual(ongoing.map(() => "NotStated"))
      expect(found.filter(({ code }) => code === "StatusUnreadable")).toHaveLength(5)
    })
  )

  it.effect("of the Swedish statuses only Klart, utvärderas hösten 2025 is completed, without a date", () =>
    Effect.gen(function* () {
      const { closed, found, ongoing } = yield* views(file("03-not-done-sv.csv", "2024-10-15"))
      expect(closed.map(({ area }) => area)).toEqual(["Handbok"])
      expect(closed.map(({ status }) => status)).toMatchObject([{ _tag: "Completed", on: { edtf: null } }])
      expect(ongoing.map(({ status }) => status._tag)).toEqual(Array.from({ length: 5 }, () => "NotStated"))
      expect(found.filter(({ code }) => code === "StatusUnreadable")).toHaveLength(5)
    })
  )
})

describe("case 04, check boxes, drop-downs and date pickers", () => {
  it.effect("what is ticked and chosen is the status of a Word row", () =>
    Effect.gen(function* () {
      const { closed, ongoing } = yield* views(file("04-boxes.docx", "2024-05-15"))
      expect(ongoing.map(({ area, status }) => [area, status._tag])).toEqual([
        ["E-arkiv", "InProgress"],
        ["Telefoni", "InProgress"]
      ])
      expect(closed.map(({ area, status }) => [area, status])).toMatchObject([
        ["Bredband", { _tag: "Completed", on: { edtf: null } }]
      ])
    })
  )

  it.effect("the prompt of an untouched date picker is an empty cell", () =>
    Effect.gen(function* () {
      const { found, slips } = yield* views(file("04-boxes.docx", "2024-05-15"))
      expect(slips.flatMap((each) => each.moves)).toEqual([])
      expect(found.filter(({ words }) => words.includes("Klicka"))).toEqual([])
    })
  )

  it.effect("boxes that are typed in a CSV file are read like those of a form", () =>
    Effect.gen(function* () {
      const { closed, ongoing } = yield* views(
        csv(
          "2024-05-15",
          "Område;Mål;Tid;Status",
          "A;Arkiv;2024-12-31;☐ Klar ☒ Pågår ☐ Ej påbörjad",
          "B;Bredband;2024-12-31;[x] Klar [ ] Pågår",
          "C;Telefoni;2024-12-31;[ ] Klar [x] Pågår"
        )
      )
      expect(brief(ongoing)).toEqual(["2024-12-31 InProgress", "2024-12-31 InProgress"])
      expect(closed.map(({ area }) => area)).toEqual(["B"])
    })
  )
})

describe("case 05, struck-out words", () => {
  for (const document of ["05-strike.docx", "05-strike.xlsx"]) {
    it.effect(`${document} has the status and the date that are not struck out`, () =>
      Effect.gen(function* () {
        const { found, ongoing } = yield* views(file(document, "2024-05-15"))
        expect(brief(ongoing.filter(({ area }) => area !== "Fax"))).toEqual([
          "2024-12-31 InProgress",
          "2024-12-31 Delayed"
        ])
        expect(
          found.filter(({ activity, words }) => activity === "e-arkiv" && words.includes("2024-06-30"))
        ).not.toEqual([])
      })
    )

    it.effect(`${document} keeps the row that is wholly struck out, with a warning, no date and no status`, () =>
      Effect.gen(function* () {
        const { closed, found, ongoing } = yield* views(file(document, "2024-05-15"))
        const fax = ongoing.filter(({ area }) => area === "Fax")
        expect(brief(fax)).toEqual(["- NotStated"])
        expect(closed).toEqual([])
        expect(found.filter(({ area, severity }) => area === "Fax" && severity === "warning")).not.toEqual([])
      })
    )
  }
})

describe("case 06, headings of everyday trackers", () => {
  for (const document of ["06-headings-a.csv", "06-headings-b.csv"]) {
    it.effect(`${document} has one activity, named by its action`, () =>
      Effect.gen(function* () {
        const { ongoing } = yield* views(file(document, "2024-05-15"))
        expect(brief(ongoing)).toEqual(["2024-06-30 InProgress"])
        expect(ongoing).toMatchObject([{ goal: null, actions: "Inför e-arkiv" }])
      })
    )
  }

  it.effect("06-headings-c.csv has a recommendation that moved, and its officer", () =>
    Effect.gen(function* () {
      const { ongoing, slips } = yield* views(file("06-headings-c.csv", "2024-05-15"))
      expect(moves(slips)).toEqual(["2020-03-31 → 2020-12-31: 275"])
      expect(ongoing).toMatchObject([{ responsible: "Head of ICT", status: { _tag: "InProgress" } }])
    })
  )

  it.effect("06-headings-d.csv is read in Norwegian", () =>
    Effect.gen(function* () {
      const { ongoing } = yield* views(file("06-headings-d.csv", "2024-05-15"))
      expect(brief(ongoing)).toEqual(["2024-12-31 InProgress"])
      expect(ongoing).toMatchObject([{ area: "Digital kompetanse", goal: "Alle har kurs", actions: "Lage kurs" }])
      expect(ongoing).toMatchObject([{ responsible: "HR" }])
    })
  )

  it.effect("06-headings-e.csv has a move, and no finding that no new date is set", () =>
    Effect.gen(function* () {
      const { found, slips } = yield* views(file("06-headings-e.csv", "2024-05-15"))
      expect(moves(slips)).toEqual(["2024-03-29 → 2024-12-31: 277"])
      expect(codes(found)).not.toContain("GreyZone")
      expect(codes(found)).not.toContain("InProgressThoughLate")
    })
  )
})

describe("case 07, one day in seven formats of Excel", () => {
  it.effect("a day that its format shows whole is that day, in the words shown", () =>
    Effect.gen(function* () {
      const { ongoing } = yield* views(file("07-day-formats.xlsx", "2024-05-15"))
      expect(ongoing.map(({ deadline }) => deadline?.words)).toEqual([
        "Wednesday, April 3, 2024",
        "03/04/2024",
        "3-Apr-24",
        "03.04.2024",
        "3/4/24",
        "3/4",
        "2024-04-03 00:00"
      ])
      const read = ongoing.filter(({ deadline }) => deadline?.words !== "3/4")
      expect(read.map(({ deadline }) => deadline?.edtf)).toEqual(Array.from({ length: 6 }, () => "2024-04-03"))
      expect(read.map(({ lateness }) => lateness.deadline.days)).toEqual(
        Array.from({ length: 6 }, () => ({ min: 42, max: 42 }))
      )
    })
  )

  it.effect("a day that its format shows without the year stays unread", () =>
    Effect.gen(function* () {
      const { ongoing } = yield* views(file("07-day-formats.xlsx", "2024-05-15"))
      expect(ongoing.filter(({ deadline }) => deadline?.words === "3/4")).toMatchObject([{ deadline: { edtf: null } }])
    })
  )
})

describe("case 08, group rows and a total row", () => {
  // The workbook has a column of areas of its own.
  for (const [document, ...areas] of [
    ["08-group-rows.docx", "Område 1: Digital kompetens", "Område 2: Infrastruktur"],
    ["08-group-rows.xlsx", "A1", "B1"]
  ] as const) {
    it.effect(`${document} has two activities, in the areas of their groups or their own`, () =>
      Effect.gen(function* () {
        const { closed, ongoing } = yield* views(file(document, "2024-01-15"))
        expect(brief(ongoing)).toEqual(["2024-03-28 InProgress", "2024-12-31 Delayed"])
        expect(ongoing.map(({ area }) => area)).toEqual(areas)
        expect(closed).toEqual([])
      })
    )

    it.effect(`no group of ${document} vanishes later`, () =>
      Effect.gen(function* () {
        const { found, log, ongoing } = yield* views(file(document, "2024-01-15"), file(document, "2024-06-15"))
        expect(ongoing).toHaveLength(2)
        expect(codes(found)).not.toContain("RowVanished")
        expect(log.filter(({ type }) => type === "ActivityRegistered")).toHaveLength(2)
      })
    )
  }

  it.effect("the total row of 08-group-rows.xlsx is left out with a finding", () =>
    Effect.gen(function* () {
      const { found, ongoing } = yield* views(file("08-group-rows.xlsx", "2024-01-15"))
      expect(ongoing).toHaveLength(2)
      expect(found.filter(({ words }) => words.startsWith("Totalt"))).toHaveLength(1)
    })
  )
})

describe("case 09, a heading in two rows", () => {
  it.effect("the two rows of the heading are no activity, and name the original and the new date", () =>
    Effect.gen(function* () {
      const { ongoing, slips } = yield* views(file("09-two-row-heading.xlsx", "2024-05-15"))
      expect(ongoing).toHaveLength(1)
      expect(moves(slips)).toEqual(["2024-06-28 → 2024-12-31: 186"])
    })
  )
})

describe("case 10, a sheet for each department", () => {
  it.effect("each sheet is read, and keeps its name", () =>
    Effect.gen(function* () {
      const { found, log, ongoing } = yield* views(file("10-sheet-a-department.xlsx", "2024-01-15"))
      expect(brief(ongoing)).toEqual(["2024-06-28 InProgress", "2024-03-28 Delayed", "2024-12-31 InProgress"])
      const registered = log.filter(({ type }) => type === "ActivityRegistered")
      expect(new Set(registered.map(({ source }) => source?.table)).size).toBe(3)
      expect(codes(found)).toContain("KindAssumed")
    })
  )
})

describe("case 11, the document's own id", () => {
  it.effect("the same id is the same activity, which an event renames", () =>
    Effect.gen(function* () {
      const { log, ongoing, slips } = yield* views(
        file("11-ids-2012.csv", "2012-09-30"),
        file("11-ids-2014.csv", "2014-09-30")
      )
      expect(ongoing.map(({ goal }) => goal)).toEqual([
        "The Future of Local Audit",
        "SLC Transformation Programme",
        "Project Eagle (formerly Urenco Future Options)",
        "Broadband Delivery Programme"
      ])
      expect(log.filter(({ type }) => type === "ActivityReworded")).toHaveLength(3)
      expect(moves(slips)).toEqual([
        "2016-03-19 → 2017-03-31: 377",
        "2013-12-23 → 2015-10-01: 647",
        "2015-03-31 → 2017-12-31: 1006"
      ])
    })
  )

  it.effect("an id that is only the number of the row does not win over words that fit another row", () =>
    Effect.gen(function* () {
      const head = "Nr;Område;Mål;Tid"
      const { ongoing } = yield* views(
        csv("2024-03-15", head, "1;Arkiv;Alla anslutna;2024-06-28", "2;Fiber;Fiber till alla;2024-12-31"),
        csv("2024-06-15", head, "1;Fiber;Fiber till alla;2024-12-31", "2;Arkiv;Alla anslutna;2024-06-28")
      )
      expect(ongoing.map(({ area, deadline }) => [area, deadline?.words])).toEqual([
        ["Arkiv", "2024-06-28"],
        ["Fiber", "2024-12-31"]
      ])
    })
  )
})

describe("case 13, a year in prose that is no deadline", () => {
  it.effect("a law, an agenda, a product, a protocol and an Act move no deadline, and are kept in findings", () =>
    Effect.gen(function* () {
      const { found, slips } = yield* views(file("13-year-in-prose.csv", "2024-05-15"))
      const rows = slips.filter(({ area }) => area !== "F")
      expect(rows).toHaveLength(5)
      expect(rows.flatMap((each) => each.moves)).toEqual([])
      for (const words of ["(2017:725)", "Agenda 2030", "Office 2016", "protokoll 2024-02-15", "Act (2000)"]) {
        expect(found.filter((each) => each.words.includes(words))).not.toEqual([])
      }
    })
  )

  it.effect("Will slip beyond 2025 is open from 2026, or no move", () =>
    Effect.gen(function* () {
      const { slips } = yield* views(file("13-year-in-prose.csv", "2024-05-15"))
      const row = slips.find(({ area }) => area === "F")
      expect(["2024-12-31", "2026-01-01/.."]).toContain(row?.deadline?.edtf)
      expect(row?.deadline?.edtf === "2024-12-31" ? row.tally.count : 0).toBe(0)
    })
  )
})

describe("case 14, the day of the decision beside the deadline", () => {
  it.effect("Slutdatum is the deadline, and Datum is kept as a column of its own", () =>
    Effect.gen(function* () {
      const { found, ongoing } = yield* views(file("14-date-of-decision.csv", "2024-05-15"))
      expect(brief(ongoing)).toEqual(["2024-06-28 InProgress", "2025-12-31 InProgress"])
      expect(found.filter(({ column, words }) => column === "Datum" || words.includes("Datum"))).not.toEqual([])
    })
  )
})
