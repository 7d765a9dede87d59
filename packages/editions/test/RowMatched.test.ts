/**
 * Changes from rows whose wording differs from the activity's, and doubtful rows.
 */
import { describe, expect, it } from "@effect/vitest"
import type { Cells } from "../src/Edition.ts"
import { ActivityId } from "@frist/domain/Names"
import { edition, only, table, takeIn, thenTakeIn, told } from "./editionBuilders.ts"

const row = {
  area: "1177 Webbtidbokning",
  goal: "Webbtidboken öppen för lämpliga grupper på ögonmottagningen",
  actions: "Öppna webbtidboken",
  deadline: "2021-12-31",
  responsible: "Verksamhetschef",
  followUp: "Grupperna är utpekade.",
  newDeadline: "2024-06-30"
}
const spelled = { area: "1177 Webbokning", goal: "Webbtidboken är öppen för lämpliga grupper på ögonmott." }
const first = edition(table("activities", row))
const then = (changed: Partial<Cells>) => thenTakeIn(first, edition(table("activities", { ...row, ...changed })))

describe("a row in another spelling", () => {
  it("a row in another spelling rewords its activity, and changes nothing else", () => {
    const { events, matches } = then(spelled)
    expect(told(events)).toEqual(["ActivityReworded 1177-webbtidbokning"])
    expect(only(events, "ActivityReworded").event).toMatchObject(spelled)
    expect(matches).toMatchObject([{ row: "aktiviteter:1", activity: "1177-webbtidbokning", how: "likeness" }])
  })

  it("a row in another spelling is updated like any other", () => {
    const changed = {
      responsible: "Enhetschef",
      status: "FÖRSENAT",
      newDeadline: "hösten 2024",
      deadline: "2022-12-31"
    }
    const { events } = then({ ...spelled, ...changed, followUp: `${row.followUp}\nNu är det dags.` })
    expect(told(events)).toEqual([
      "ActivityReworded 1177-webbtidbokning",
      "ResponsibleChanged 1177-webbtidbokning",
      "DeadlineMoved 1177-webbtidbokning",
      "BaselineRewritten 1177-webbtidbokning",
      "FollowUpNoted 1177-webbtidbokning",
      "StatusChanged 1177-webbtidbokning"
    ])
    expect(only(events, "FollowUpNoted").event.text).toBe("Grupperna är utpekade.\nNu är det dags.")
  })

  it("a row in another spelling is completed in the completed table, and reopened when it returns", () => {
    const done = thenTakeIn(first, edition(table("completed", { ...row, ...spelled, status: "Klart 2024-05-20" })))
    expect(told(done.events)).toEqual(["ActivityReworded 1177-webbtidbokning", "StatusChanged 1177-webbtidbokning"])
    const { events } = takeIn(first, "2024-12-16", done.log)
    expect(told(events).slice(0, 2)).toEqual(["RowReopened 1177-webbtidbokning", "StatusChanged 1177-webbtidbokning"])
  })

  it("a row of another clinic is another activity, and the first is reported as vanished", () => {
    const { events } = then({ goal: row.goal.replace("ögon", "medicin") })
    expect(told(events).filter((each) => /Registered|Vanished/.test(each))).toEqual([
      "ActivityRegistered 1177-webbtidbokning-medicinmottagningen",
      "RowVanished 1177-webbtidbokning"
    ])
  })
})

describe("a doubtful row", () => {
  const before = edition(
    table("activities", { area: "1177", goal: "Basutbudet i bruk i slutenvården", deadline: "2023" })
  )
  const after = edition(
    table("activities", { area: "1177", goal: "Basutbudet i bruk på gynmottagningen", deadline: "2024" })
  )
  const chosen = (what: string) =>
    takeIn(after, "2024-06-17", takeIn(before).log, new Map([["aktiviteter:1", what as ActivityId | "new"]]))

  it("a doubtful row is left out with its candidates, and the candidates are not reported as vanished", () => {
    const { events, matches } = thenTakeIn(before, after)
    expect(told(events)).toEqual(["MatchDoubtful -"])
    expect(matches).toMatchObject([{ how: "doubtful", activity: null, candidates: [{ activity: "1177" }] }])
    const { severity, words } = only(events, "FindingRaised").event
    expect(severity).toBe("error")
    expect(words).toBe(
      `aktiviteter:1 ~ 1177 ${matches[0]?.score.toFixed(2)} | 1177 | Basutbudet i bruk på gynmottagningen | 2024`
    )
  })

  it("a doubtful row is matched to the activity that a person chooses", () => {
    expect(told(chosen("1177").events)).toEqual(["ActivityReworded 1177", "BaselineRewritten 1177"])
  })

  it("a doubtful row that is declared new makes its candidate vanish", () => {
    const { events, log } = chosen("new")
    expect(told(events)).toEqual(["ActivityRegistered 1177-gynmottagningen", "RowVanished 1177"])
    const again = takeIn(after, "2024-06-17", log, new Map([["aktiviteter:1", "new"]]))
    expect(told(again.events)).toEqual([])
  })

  it("a doubtful row too long for one text is kept cell by cell", () => {
    const long = "å".repeat(700_000)
    const { events } = thenTakeIn(
      before,
      edition(table("activities", { ...after.tables[0]?.rows[0]?.cells, followUp: long, responsible: long }))
    )
    const words = events.flatMap(({ event }) => (event._tag === "FindingRaised" ? [event.words] : []))
    expect(words[0]).toMatch(/^aktiviteter:1 ~ 1177 /u)
    expect(words.filter((each) => each === long)).toHaveLength(2)
  })
})

describe("parts", () => {
  const deadline = "Ögonmottagningen 2021-12-31\nHjärtmottagningen 2021-12-31"

  it("parts that a later edition names for the first time are registered under their whole", () => {
    const { events } = then({ deadline: `${row.deadline}` })
    expect(told(events)).toEqual([])
    const parts = thenTakeIn(
      edition(table("activities", { ...row, deadline })),
      edition(table("activities", { ...row, deadline: `${deadline}\nHudmottagningen 2022-12-31` }))
    )
    expect(told(parts.events)).toEqual([
      "ActivityRegistered 1177-webbtidbokning.hudmottagningen",
      "DeadlineMoved 1177-webbtidbokning.hudmottagningen",
      "BaselineRewritten 1177-webbtidbokning",
      "SeveralDeadlines 1177-webbtidbokning"
    ])
  })

  it("parts are each completed on their own day, once", () => {
    const status = "Klart 2022-10-01 - Ögonmottagningen\nKlart 2023-03-01 - Hjärtmottagningen"
    const { events, log } = thenTakeIn(
      edition(table("activities", { ...row, deadline })),
      edition(table("completed", { ...row, deadline, status }))
    )
    expect(told(events).filter((each) => each.startsWith("StatusChanged"))).toEqual([
      "StatusChanged 1177-webbtidbokning.ogonmottagningen",
      "StatusChanged 1177-webbtidbokning.hjartmottagningen",
      "StatusChanged 1177-webbtidbokning"
    ])
    const again = takeIn(edition(table("completed", { ...row, deadline, status })), "2024-12-16", log)
    expect(told(again.events).filter((each) => !each.startsWith("Several"))).toEqual([])
  })
})
