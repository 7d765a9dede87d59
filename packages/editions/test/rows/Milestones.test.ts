/**
 * Milestones that stand for activities, linked by the words of the edition.
 */
import { describe, expect, it } from "@effect/vitest"
import { planAt } from "@frist/domain/plan/Plan"
import type { Cells } from "../../src/Edition.ts"
import { edition, table, takeIn } from "../editionBuilders.ts"

const elab = { area: "Elab", goal: "Starta funktionen på alla enheter", deadline: "2023-12-01", status: "Pågår" }
const gyn = { area: "1177", goal: "Aktivering av basutbud på gynmottagningen", deadline: "2023-08-28" }
const inpatient = { area: "1177", goal: "Aktivering av basutbud", followUp: "Infört inom SV", deadline: "2023-08-28" }

const linked = (milestones: ReadonlyArray<string>, rows: ReadonlyArray<Partial<Cells>>) => {
  const timeline = table("timeline", ...milestones.map((goal) => ({ goal, deadline: "2023-12-01" })))
  const { events, log } = takeIn(edition(timeline, table("activities", ...rows)))
  const links = events.filter(({ event }) => event._tag === "MilestoneLinked")
  expect(links.map(({ provenance }) => provenance)).toEqual(links.map(() => "inferred"))
  const { activities } = planAt(log)
  return links.map(({ activity, event }) => [
    activity === null ? null : activities.get(activity)?.goal,
    event._tag === "MilestoneLinked" && event.to !== null ? activities.get(event.to)?.goal : null
  ])
}

describe("a milestone", () => {
  it("a milestone whose words name one row is linked to it", () => {
    const name = "Elab – infört på samtliga enheter"
    expect(linked([name], [elab, gyn])).toEqual([[name, elab.goal]])
  })
  it("a milestone of an area of several rows is linked to the one that shares most of its words", () => {
    const name = "1177-basutbud infört även SV"
    expect(linked([name], [gyn, inpatient, elab])).toEqual([[name, inpatient.goal]])
  })
  it("a milestone that two rows fit as well is linked to neither", () => {
    expect(
      linked(["1177-basutbud infört"], [gyn, { ...gyn, goal: "Aktivering av basutbud på ögonmottagningen" }])
    ).toEqual([])
  })
  it("a milestone that shares only the area with a row is not linked", () => {
    expect(linked(["Elab – upphandling klar"], [elab])).toEqual([])
    expect(linked(["Elab"], [elab])).toEqual([])
  })
  it("a milestone that is a step of a row, the opposite of it, or another of its kind is not linked", () => {
    const row = {
      ...elab,
      goal: "Infört på alla enheter på avd 2",
      actions: "Förstudie, upphandling och utbildning. Avtal tecknas.",
      deadline: "2024-06-30"
    }
    for (const name of [
      "Elab – upphandling klar",
      "Elab – förstudie",
      "Elab, avtal tecknas",
      "Elab – pilot på alla enheter",
      "Elab – ej infört på alla enheter",
      "Elab – infört på avd 1"
    ])
      expect([name, linked([name], [row])]).toEqual([name, []])
    expect(linked(["Elab – infört på avd 2"], [row])).toHaveLength(1)
  })
  it("a milestone with a date of a row needs not say that anything is introduced", () => {
    const name = "Elab, funktionen i gång"
    expect(linked([name], [elab])).toEqual([[name, elab.goal]])
    expect(linked([name], [{ ...elab, deadline: "2024-06-30" }])).toEqual([])
  })
  it("a milestone that holds only a part of the area is not linked", () => {
    expect(linked(["Digitalt infört på alla enheter"], [{ ...elab, area: "Digitalt möte" }])).toEqual([])
  })
  it("two milestones of one row are not linked, since neither stands for all of it", () => {
    expect(linked(["Elab på halva enheter", "Elab på samtliga enheter"], [elab])).toEqual([])
  })
  it("a row without an area is linked to no milestone", () => {
    expect(linked(["Starta funktionen på alla enheter"], [{ ...elab, area: null }])).toEqual([])
  })
})

describe("a linked milestone in the next edition", () => {
  const name = "Elab – infört på samtliga enheter"
  const first = edition(table("timeline", { goal: name, deadline: "2023-12-01" }), table("activities", elab))
  const [milestone] = takeIn(first).events.flatMap(({ activity, event }) =>
    event._tag === "MilestoneLinked" && activity !== null ? [activity] : []
  )

  it("a link is proposed once, and not again after a person has ended it", () => {
    const before = takeIn(first).log
    expect(takeIn(first, "2024-06-17", before).events.map(({ event }) => event._tag)).not.toContain("MilestoneLinked")
    const last = before.at(-1)
    if (last === undefined || milestone === undefined) throw new Error("no link")
    const ended = before.map((record) =>
      record.event?._tag === "MilestoneLinked" ? { ...record, event: { ...record.event, to: null } } : record
    ) as typeof before
    expect(planAt(ended).activities.get(milestone)?.link).toEqual({ to: null })
    expect(takeIn(first, "2024-06-17", ended).events.map(({ event }) => event._tag)).not.toContain("MilestoneLinked")
  })

  it("a milestone whose cell repeats the status of its activity has none of its own", () => {
    const done = edition(table("completed", { ...elab, status: "Klart 2023-12-01" }))
    const log = takeIn(done, "2024-06-17", takeIn(first).log).log
    const shown = (status: string) =>
      takeIn(
        edition(table("timeline", { goal: name, deadline: "2023-12-01", status })),
        "2024-09-16",
        log
      ).events.flatMap(({ activity, event }) => (event._tag === "StatusChanged" ? [activity] : []))
    expect(shown("Klart 2023-12-01")).toEqual([])
    expect(shown("FÖRSENAT")).toEqual([milestone])
  })

  it("a milestone dated otherwise than its activity is a finding that quotes every date", () => {
    const other = edition(
      table("timeline", { goal: name, deadline: "2023-11-01" }),
      table("completed", { ...elab, deadline: "2023-08-28", status: "Klart 2023-11-09" })
    )
    const found = takeIn(other).all.flatMap(({ event }) =>
      event._tag === "FindingRaised" && event.code === "MilestoneContradicted" ? [event.words] : []
    )
    expect(found).toEqual(["2023-11-01 ≠ 2023-08-28, Klart 2023-11-09 (Klara aktiviteter)"])
  })

  it("a milestone with the new date of its activity, or a date that may be the same, is no finding", () => {
    for (const cells of [{ newDeadline: "2023-11-01" }, { deadline: "hösten 2023" }, { deadline: "snart" }]) {
      const same = edition(
        table("timeline", { goal: name, deadline: "2023-11-01" }),
        table("activities", { ...elab, ...cells })
      )
      const codes = takeIn(same).all.flatMap(({ event }) => (event._tag === "FindingRaised" ? [event.code] : []))
      expect(codes).not.toContain("MilestoneContradicted")
    }
  })
})
