/**
 * The changes of a later edition to a plan that an earlier one opened.
 */
import { planAt } from "@frist/domain/plan/Plan"
import { describe, expect, it } from "@effect/vitest"
import type { Cells } from "../src/Edition.ts"
import { ActivityId } from "@frist/domain/Names"
import { cells, edition, headings, only, table, takeIn, thenTakeIn, told } from "./editionBuilders.ts"

import { day, position } from "../../domain/test/given.ts"

const row = {
  area: "Elab",
  goal: "Alla enheter använder Elab",
  actions: "Utbilda",
  deadline: "2021-12-31",
  responsible: "Sjukhuschef",
  followUp: "Det går framåt.",
  newDeadline: "2023-12-31"
}
const ongoing = edition(table("activities", row))
const done = edition(table("completed", { ...row, status: "Klart 2023-11-30" }))
const then = (changed: Partial<Cells>, first = ongoing) =>
  thenTakeIn(first, edition(table("activities", { ...row, ...changed })))
const thenDone = (changed: Partial<Cells>, first = done) =>
  thenTakeIn(first, edition(table("completed", { ...row, ...changed })))

const activityOn = (log: ReturnType<typeof then>["log"], held: string) =>
  [...planAt(log, { asOf: day(held) }).activities.values()][0]

const milestoneOn = (deadline: string) => edition(table("timeline", { area: "Elab infört", deadline }))

describe("the next edition", () => {
  it("the next edition without differences records only that the review was held", () => {
    expect(then({}).events.map(({ event }) => event._tag)).toEqual(["ReviewHeld"])
  })

  it("the next edition with another new date records at least one move from the previous forecast", () => {
    const { events } = then({ newDeadline: "hösten 2024" })
    expect(told(events)).toEqual(["DeadlineMoved elab"])
    expect(events[1]).toMatchObject({
      provenance: "inferred",
      event: { from: { words: "2023-12-31" }, to: { words: "hösten 2024" }, reason: null }
    })
  })

  it("the next edition records a follow-up whole, and notes only the lines that no earlier note holds", () => {
    const { events, log } = then({ followUp: "Två enheter till är med.\nDet går framåt.\n" })
    expect(only(events, "FollowUpNoted").event.text).toBe("Två enheter till är med.\nDet går framåt.\n")
    expect(activityOn(log, "2024-06-17")?.notes).toEqual(["Det går framåt.", "Två enheter till är med."])
    expect(told(then({ followUp: "  Det går framåt. " }).events)).toEqual([])
  })

  it("the next edition that strikes lines out of a follow-up changes the cell, and keeps them among the notes", () => {
    const first = edition(table("activities", { ...row, followUp: "Det går framåt.\nKvarstår en enhet." }))
    const both = then({ followUp: "Alla är med." }, first)
    expect(activityOn(both.log, "2024-06-17")).toMatchObject({
      notes: ["Det går framåt.\nKvarstår en enhet.", "Alla är med."],
      followUp: "Alla är med."
    })
    const fewer = then({ followUp: "Det går framåt." }, first)
    expect(told(fewer.events)).toEqual(["FollowUpNoted elab"])
    expect(activityOn(fewer.log, "2024-06-17")).toMatchObject({
      notes: ["Det går framåt.\nKvarstår en enhet."],
      followUp: "Det går framåt."
    })
    expect(activityOn(then({ followUp: "" }, first).log, "2024-06-17")?.followUp).toMatch("Kvarstår")
  })

  it("the next edition records new actions, a new role and a status, each in its cell", () => {
    const { events } = then({ actions: "Slå på", responsible: "Enhetschef", status: "FÖRSENAT" })
    expect(events.slice(1).map(({ event, source }) => [event._tag, source?.column])).toEqual([
      ["ActivityReworded", headings.actions],
      ["ResponsibleChanged", headings.responsible],
      ["StatusChanged", headings.status]
    ])
  })

  it("the next edition keeps the area and goal as they are now written", () => {
    const { events } = then({ area: "ELAB", goal: "Alla enheter använder Elab!" })
    expect(only(events, "ActivityReworded").event).toMatchObject({ area: "ELAB", goal: "Alla enheter använder Elab!" })
  })

  it("the next edition without a column changes nothing in that column", () => {
    const bare = table("activities", { area: row.area, goal: row.goal, deadline: row.deadline })
    const read = edition({ ...bare, headings: cells({ area: "Område", goal: "Mål", deadline: "Tid" }) })
    expect(told(thenTakeIn(ongoing, read).events)).toEqual([])
  })

  it("the next edition that rewrites the first deadline changes no baseline, and raises a finding", () => {
    const { events } = then({ deadline: "2022-12-31" })
    expect(told(events)).toEqual(["BaselineRewritten elab"])
    expect(only(events, "FindingRaised").event).toMatchObject({ column: "Tid", words: "2022-12-31" })
    expect(told(then({ deadline: "2023-12-31" }).events)).toEqual(["BaselineRewritten elab"])
  })

  it("the next edition that gives the first deadline of a row that had none records it", () => {
    const first = edition(table("activities", { area: "Elab", goal: row.goal }))
    const second = edition(table("activities", { area: "Elab", goal: row.goal, deadline: "2024-12-31" }))
    const { events, log } = thenTakeIn(first, second)
    expect(told(events)).toEqual(["DeadlineMoved elab"])
    expect(only(events, "DeadlineMoved").event).toMatchObject({ from: null, to: { edtf: "2024-12-31" } })
    expect(told(takeIn(second, "2024-06-17", log).events)).toEqual([])
  })

  it("the next edition without a row of the previous one reports it as vanished, and does not close it", () => {
    const { events } = thenTakeIn(ongoing, edition(table("activities", { area: "TIK" })))
    expect(told(events)).toEqual(["ActivityRegistered tik", "RowVanished elab"])
    expect(events.at(-1)?.event).toMatchObject({ words: "2024-06-17" })
  })

  it("the next edition without a row that was done reports nothing", () => {
    expect(told(thenTakeIn(done, edition(table("activities", { area: "TIK" }))).events)).toEqual([
      "ActivityRegistered tik"
    ])
  })

  it("the next edition records an id that the document gives a known row", () => {
    expect(told(then({ id: "elab" }).events)).toEqual([])
    expect(told(then({ id: "7" }).events)).toEqual(["ActivityReworded elab"])
    expect(told(then({ id: "1" }).events)).toEqual([])
  })

  it("the next edition moves a milestone whose date is overwritten in place", () => {
    expect(told(thenTakeIn(milestoneOn("2023-12-01"), milestoneOn("2024-06-01")).events)).toEqual([
      "DeadlineMoved elab-infort"
    ])
    expect(told(thenTakeIn(milestoneOn("2023-12-01"), milestoneOn("snart")).events)).toEqual([
      "DateIsProse elab-infort"
    ])
  })

  it("the next edition ignores what was registered after its day", () => {
    const late = takeIn(ongoing, "2024-06-17").log
    const { events, refused } = takeIn(done, "2023-12-15", late)
    expect(refused).toEqual([])
    expect(events.map(({ activity }) => activity)).toContain(ActivityId.make("elab"))
  })
})

describe("a row that moves to the completed", () => {
  it("a row that moves to the completed is completed on the date of its status cell, and its other changes are recorded", () => {
    const { events } = thenDone({ status: "Klart 2024-05-20", followUp: "Nu i hela huset." }, ongoing)
    expect(told(events)).toEqual(["FollowUpNoted elab", "StatusChanged elab"])
    expect(only(events, "StatusChanged").event.to).toMatchObject({ on: { edtf: "2024-05-20" } })
  })

  it("a row that moves to the completed completes its parts", () => {
    const deadline = "A 2021-12-31\nB 2022-12-31"
    const { events } = thenDone({ deadline, status: "KLART" }, edition(table("activities", { ...row, deadline })))
    expect(told(events)).toEqual([
      "StatusChanged elab.a",
      "StatusChanged elab.b",
      "StatusChanged elab",
      "CompletedWithoutDate elab"
    ])
  })
})

describe("a row that was done", () => {
  it("a row that was done is reopened when it is among the ongoing again", () => {
    const { events } = then({ status: "FÖRSENAT" }, done)
    expect(told(events)).toEqual(["RowReopened elab", "StatusChanged elab"])
    expect(events.at(-1)).toMatchObject({
      event: { from: { _tag: "Completed" }, to: { _tag: "Delayed" } },
      provenance: "stated"
    })
  })

  it.each([
    ["", "NotStated"],
    ["Delvis klart", "NotStated"],
    ["Ej påbörjad", "NotStated"],
    ["PÅGÅR", "InProgress"]
  ])("a row that was done is reopened with the status %j, as the document says, and no other: %s", (status, tag) => {
    const { events } = then({ status: status === "" ? null : status }, done)
    const changes = events.flatMap(({ event }) => (event?._tag === "StatusChanged" ? [event.to._tag] : []))
    expect(changes).toEqual([tag])
  })

  it("a row that was done is reopened when its status says that it was not done, and no proposal is refused", () => {
    const { events, refused } = thenDone({ followUp: "Blev inte av.", newDeadline: "2025-12-31" })
    expect(refused).toEqual([])
    expect(told(events)).toEqual([
      "RowReopened elab",
      "StatusChanged elab",
      "DeadlineMoved elab",
      "FollowUpNoted elab",
      "DoneButRed elab"
    ])
  })

  it("a row that was done keeps its day when the cell gives another day, which becomes a finding", () => {
    const { events } = thenDone({ status: "Klart 2023-10-01" })
    expect(told(events)).toEqual(["ClosedRowChanged elab"])
    expect(only(events, "FindingRaised").event).toMatchObject({ column: "Status", words: "Klart 2023-10-01" })
    expect(told(thenDone({ status: "Klart 2023-11-30", newDeadline: "2025" }).events)).toEqual([
      "ClosedRowChanged elab"
    ])
  })

  it("a row that was done and is now closed in another way becomes a finding", () => {
    expect(told(thenDone({ status: "Utgår" }).events)).toEqual(["ClosedRowChanged elab"])
    expect(told(thenDone({ status: "Klart 2023-11-30" }).events)).toEqual([])
  })

  it("a row that was done without a date does not change when only its status word comes or goes", () => {
    const [bare, worded] = ["", "Klart"].map((status) => edition(table("completed", { ...row, status })))
    if (bare === undefined || worded === undefined) throw new Error("no editions")
    expect(told(thenDone({ status: "KLART" }, bare).events)).toEqual(["CompletedWithoutDate elab"])
    expect(told(thenDone({ status: "" }, worded).events)).toEqual(["CompletedWithoutStatus elab"])
    for (const first of [bare, worded]) {
      expect(told(thenDone({ status: "Klart 2024-05-20" }, first).events)).toEqual(["ClosedRowChanged elab"])
    }
  })
})

const withVardsystem = (status: string | null) =>
  edition(
    table(
      "activities",
      { area: "Vårdsystem", goal: "Ett system", deadline: "2026", status },
      { ...row, status: "PÅGÅR" }
    )
  )

describe("an activity that a correction has made a part of another", () => {
  const { log } = takeIn(withVardsystem("PÅGÅR"))
  const [whole, part] = log.flatMap(({ event, position, activity }) =>
    event?._tag === "ActivityRegistered" ? [{ activity, event, position }] : []
  )
  const logOfCorrected = log.concat(
    log.slice(-1).map((last) => ({
      ...last,
      activity: part?.activity ?? null,
      position: position(log.length + 1),
      type: "Corrected" as const,
      event: {
        _tag: "Corrected" as const,
        position: part?.position ?? position(1),
        replacement: part === undefined ? null : { ...part.event, parent: whole?.activity ?? null },
        reason: "Hör dit"
      },
      source: null
    }))
  )

  it("an activity that a correction has made a part of another is still matched to its row", () => {
    expect(told(takeIn(withVardsystem("PÅGÅR"), "2024-06-17", logOfCorrected).events)).toEqual([])
  })

  it("an activity that a correction has made a part of another is closed by its own row alone", () => {
    const { events, refused } = takeIn(withVardsystem("Klart 2024-05-31"), "2024-06-17", logOfCorrected)
    expect(told(events)).toEqual(["StatusChanged vardsystem"])
    expect(refused).toEqual([])
  })
})
