/**
 * The events of the first edition of a plan.
 */
import { describe, expect, it } from "@effect/vitest"
import type { Edition } from "../src/Edition.ts"
import { cells, edition, only, table, takeIn, told } from "./editionBuilders.ts"

const row = { area: "Elab", goal: "Alla enheter använder Elab", deadline: "2021-12-31" }

describe("the first edition", () => {
  it("the first edition opens the plan, holds the review and registers its rows, each with its table, row and cell", () => {
    const { events } = takeIn(edition(table("activities", row, { ...row, area: "TIK", newDeadline: "2023-12-31" })))
    expect(events.map(({ event }) => event._tag)).toEqual([
      "PlanOpened",
      "ReviewHeld",
      "ActivityRegistered",
      "ActivityRegistered",
      "DeadlineMoved"
    ])
    const source = { document: "uppföljning.csv", sha256: "0".repeat(64), table: "Aktiviteter", row: 2 }
    expect(events[4]).toMatchObject({ provenance: "inferred", source: { ...source, column: "Ny tid" } })
    expect(events[3]).toMatchObject({ provenance: "stated", source: { ...source, column: null } })
    expect(events.map(({ effectiveOn }) => effectiveOn)).toEqual(Array(5).fill("2023-12-15"))
  })

  it("the first edition registers a part for each clinic with its own deadline", () => {
    const deadline = "Ögonmottagningen 2021-12-31\nHjärtmottagningen 2021-02-29"
    const { events } = takeIn(edition(table("activities", { ...row, deadline })))
    expect(told(events)).toEqual([
      "ActivityRegistered elab",
      "ActivityRegistered elab.ogonmottagningen",
      "ActivityRegistered elab.hjartmottagningen",
      "DateImpossible elab.hjartmottagningen",
      "SeveralDeadlines elab"
    ])
    expect(events[3]?.event).toMatchObject({ parent: "elab", area: "Elab", goal: "Ögonmottagningen" })
  })

  it("the first edition completes each part on its own day, and then the whole", () => {
    const status = "Klart 2022-10-01 - besked\nKlart 2023-03-01 - kallelser"
    expect(told(takeIn(edition(table("completed", { ...row, status }))).events)).toEqual([
      "ActivityRegistered elab",
      "ActivityRegistered elab.besked",
      "StatusChanged elab.besked",
      "ActivityRegistered elab.kallelser",
      "StatusChanged elab.kallelser",
      "StatusChanged elab",
      "SeveralCompletions elab"
    ])
  })

  it("the first edition closes the parts of a row that is done", () => {
    const { events } = takeIn(
      edition(table("completed", { ...row, deadline: "A 2021-12-31\nB 2022-12-31", status: "Klart 2022-11-01" }))
    )
    const closed = events.filter(({ event }) => event._tag === "StatusChanged")
    expect(closed.map(({ activity, provenance }) => [activity, provenance])).toEqual([
      ["elab.a", "inferred"],
      ["elab.b", "inferred"],
      ["elab", "stated"]
    ])
  })

  it("the first edition does not complete a row among the completed that says it did not happen", () => {
    const { events } = takeIn(edition(table("completed", { ...row, followUp: "Blev inte av! Fortsatt röd." })))
    expect(told(events)).toEqual(["ActivityRegistered elab", "FollowUpNoted elab", "DoneButRed elab"])
  })

  it("the first edition records no move for prose in a date cell, and keeps the prose", () => {
    const { events } = takeIn(edition(table("activities", { ...row, newDeadline: "Sedan september i drift" })))
    expect(told(events)).toEqual(["ActivityRegistered elab", "DateIsProse elab"])
    expect(only(events, "FindingRaised").event).toMatchObject({ column: "Ny tid", words: "Sedan september i drift" })
  })

  it("the first edition moves a milestone that has a new date from the date it had", () => {
    const { events } = takeIn(
      edition(table("timeline", { area: "Elab", deadline: "2023-12-01", newDeadline: "2024-06-01" }))
    )
    expect(only(events, "ActivityRegistered").event).toMatchObject({ kind: "milestone", goal: "Elab", area: null })
    expect(only(events, "DeadlineMoved").event).toMatchObject({
      from: { edtf: "2023-12-01" },
      to: { edtf: "2024-06-01" }
    })
  })

  it("the first edition distinguishes a milestone from an activity of the same name", () => {
    const { events } = takeIn(edition(table("timeline", { area: "Elab" }), table("activities", { area: "Elab" })))
    expect(told(events)).toEqual(["ActivityRegistered elab", "ActivityRegistered elab-2"])
  })
})

const leftOut = (read: Edition) =>
  takeIn(read).events.flatMap(({ event, source }) =>
    event._tag === "FindingRaised" && event.severity === "error"
      ? [{ code: event.code, words: event.words, table: source?.table, row: source?.row }]
      : []
  )

describe("a row that is left out", () => {
  it("a row that is left out because it occurs twice is kept in its words", () => {
    const again = { ...row, area: "ELAB ", goal: "Alla enheter använder elab.", status: "FÖRSENAT" }
    expect(leftOut(edition(table("activities", row), table("completed", again)))).toEqual([
      {
        code: "RowTwice",
        words: "ELAB  | Alla enheter använder elab. | 2021-12-31 | FÖRSENAT",
        table: "Klara aktiviteter",
        row: 1
      }
    ])
  })

  it("a row that is left out because its table is not known is kept in its words", () => {
    const words = "Elab | Alla enheter använder Elab | 2021-12-31"
    expect(leftOut(edition(table(null, row)))).toEqual([{ code: "UnknownTable", words, table: "Blandat", row: 1 }])
  })

  it("a row that is left out because it names nothing is kept in its words, even below a row with an area", () => {
    expect(leftOut(edition(table("activities", row, { deadline: "2024-06", status: "Sen" })))).toEqual([
      { code: "RowWithoutName", words: "2024-06 | Sen", table: "Aktiviteter", row: 2 }
    ])
  })

  it("a row that is left out with the same words as an earlier one is distinguished by its table and row", () => {
    const named = table("activities", row)
    expect(leftOut(edition(table(null, { area: "0" }, { actions: "0" })))).toEqual([
      { code: "UnknownTable", words: "0", table: "Blandat", row: 1 },
      { code: "UnknownTable", words: "0 (Blandat 2)", table: "Blandat", row: 2 }
    ])
    expect(leftOut(edition(named, table("completed", row, row))).map(({ row }) => row)).toEqual([1, 2])
  })

  it("a row that is left out with more words than one text can hold is kept cell by cell", () => {
    const long = "å".repeat(700_000)
    const kept = leftOut(edition(table(null, { goal: long, actions: long })))
    expect(kept.map(({ words }) => words === long)).toEqual([true, true])
  })
})

describe("rows without a goal", () => {
  it("rows without a goal are distinguished by their actions", () => {
    const { events } = takeIn(edition(table("activities", { area: "Elab", actions: "A" }, { actions: "B" })))
    expect(told(events)).toEqual(["ActivityRegistered elab-a", "ActivityRegistered elab-b", "AreaInherited elab-b"])
  })
})

describe("rows in other alphabets", () => {
  it("rows in other alphabets are different rows", () => {
    const { events } = takeIn(edition(table("activities", { area: "目标", goal: "一" }, { area: "目标", goal: "二" })))
    expect(events.map(({ event }) => event._tag)).not.toContain("FindingRaised")
  })
})

describe("cells under other headings", () => {
  it("cells under other headings are one finding that names the heading", () => {
    const first = table("activities", row)
    const read = edition({
      ...first,
      rows: [
        {
          number: 1,
          cells: cells(row),
          days: {},
          revisions: [],
          unknown: [{ heading: "Kostnad", words: "12 tkr" }],
          remarks: []
        },
        {
          number: 2,
          cells: cells({ ...row, area: "SDV" }),
          days: {},
          revisions: [],
          unknown: [{ heading: "Kostnad", words: "7 tkr" }],
          remarks: []
        }
      ]
    })
    expect(only(takeIn(read).events, "FindingRaised").event).toMatchObject({
      code: "UnknownColumn",
      column: null,
      words: "Kostnad"
    })
  })

  it("the id that a document gives a row is recorded with its texts", () => {
    const { events } = takeIn(edition(table("activities", { ...row, id: " 7 " })))
    expect(only(events, "ActivityRegistered").event).toMatchObject({ documentId: "7" })
  })
})
