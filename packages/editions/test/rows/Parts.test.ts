/**
 * Parts in several editions: they move with their row, keep their history when units are joined or split, and are moved by
 * the only date of their line.
 */
import { describe, expect, it } from "@effect/vitest"
import { planAt } from "@frist/domain/plan/Plan"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { Cells } from "../../src/Edition.ts"
import { edition, table, takeIn, type TakenIn } from "../editionBuilders.ts"

const row = { area: "1177", goal: "Webbtidbokning på mottagningarna", actions: "Identifiera flöden" }
const lines = (...all: ReadonlyArray<string>) => all.join("\n")
const inTurn = (oneDate: boolean, ...days: ReadonlyArray<Partial<Cells>>) => {
  let log: ReadonlyArray<RecordedEvent> = []
  let last: TakenIn | undefined
  for (const [i, cells] of days.entries()) {
    const own = table("activities", { ...row, ...cells })
    const headed = oneDate ? { ...own, headings: { ...own.headings, newDeadline: null } } : own
    last = takeIn(edition(headed), `202${i + 2}-06-15`, log)
    log = last.log
  }
  const parts = [...planAt(log).activities.values()].filter(({ parent }) => parent !== null)
  return {
    last,
    parts: parts.map(({ deadline, goal, original, parent, status }) => ({
      name: goal,
      dates: [original?.words, deadline?.words],
      within: parent?.includes(".") === true,
      status: status._tag
    }))
  }
}
const read = (...days: ReadonlyArray<Partial<Cells>>) => inTurn(false, ...days)
const readOneDate = (...days: ReadonlyArray<Partial<Cells>>) => inTurn(true, ...days)
const part = (name: string, from: string, to: string, status = "NotStated", within = false) => ({
  name,
  dates: [from, to],
  within,
  status
})
const due = lines("Ögonmottagningen 2021-12-31", "Hjärtmottagningen 2021-06-30")

const cells = (deadline: string, newDeadline: string | null) =>
  edition(table("activities", { ...row, deadline, newDeadline }))

describe("the parts of a row", () => {
  it("open parts move to the new date of their row, inferred, whenever it is given", () => {
    const { parts } = read({ deadline: due, newDeadline: "2023-06-30" }, { deadline: due, newDeadline: "2024-12-31" })
    expect(parts).toEqual([
      part("Ögonmottagningen", "2021-12-31", "2024-12-31"),
      part("Hjärtmottagningen", "2021-06-30", "2024-12-31")
    ])
    const { last } = read({ deadline: due }, { deadline: due, newDeadline: "2024-12-31" })
    const moves = last?.events.filter(({ event }) => event._tag === "DeadlineMoved") ?? []
    expect(moves.map(({ provenance, source }) => [provenance, source?.column])).toEqual([
      ["inferred", "Ny tid"],
      ["inferred", "Ny tid"],
      ["inferred", "Ny tid"]
    ])
  })

  it("a part that the edition reports as done does not move with its row", () => {
    const { parts } = read(
      { deadline: due },
      { deadline: due, status: lines("Ögonmottagningen klart 2023-01-31"), newDeadline: "2024-12-31" }
    )
    expect(parts).toContainEqual(part("Hjärtmottagningen", "2021-06-30", "2024-12-31"))
  })

  it("a part that a later edition adds takes the new date that the row already had", () => {
    const more = lines(due, "Hudmottagningen 2022-01-31")
    const { parts } = read({ deadline: due, newDeadline: "2024-12-31" }, { deadline: more, newDeadline: "2024-12-31" })
    expect(parts.at(-1)).toEqual(part("Hudmottagningen", "2022-01-31", "2024-12-31"))
  })

  it("units that a later edition writes as one part keep their own history", () => {
    const joined = lines("Ögon- och hjärtmottagningen 2023-03-31", "Hudmottagningen 2023-06-30")
    const { parts } = readOneDate({ deadline: due }, { deadline: joined })
    expect(parts).toEqual([
      part("Ögonmottagningen", "2021-12-31", "2023-03-31"),
      part("Hjärtmottagningen", "2021-06-30", "2023-03-31"),
      part("Hudmottagningen", "2023-06-30", "2023-06-30")
    ])
  })

  it("units that an edition joins, taken in after a later one, keep the names and the moves that the later one gives", () => {
    const joined = lines("Ögon- och hjärtmottagningen 2021-12-31", "Hudmottagningen 2021-06-30")
    const later = lines(due, "Hudmottagningen 2021-06-30")
    const { log } = takeIn(cells(joined, null), "2022-06-15", takeIn(cells(later, "2024-12-31"), "2023-06-15").log)
    const parts = [...planAt(log).activities.values()].filter(({ parent }) => parent !== null)
    expect(parts.map(({ goal, deadline }) => [goal, deadline?.words]).toSorted()).toEqual([
      ["Hjärtmottagningen", "2024-12-31"],
      ["Hudmottagningen", "2024-12-31"],
      ["Ögonmottagningen", "2024-12-31"]
    ])
    const moved = log.flatMap(({ activity, event }) =>
      event?._tag === "DeadlineMoved" && activity === parts[0]?.id ? [event.to.words] : []
    )
    expect(moved).not.toContain("2021-06-30")
  })

  it("units that a later edition writes apart begin at the date of the part they were in", () => {
    const joined = lines("Ögon- och hjärtmottagningen 2021-12-31", "Hudmottagningen 2021-06-30")
    const apart = lines("Ögonmottagningen 2023-03-31", "Hjärtmottagningen 2023-06-30", "Hudmottagningen 2021-06-30")
    const { parts } = readOneDate({ deadline: joined }, { deadline: apart })
    expect(parts).toEqual([
      part("Ögon- och hjärtmottagningen", "2021-12-31", "2023-06-30"),
      part("Hudmottagningen", "2021-06-30", "2021-06-30"),
      part("Ögonmottagningen", "2021-12-31", "2023-03-31", "NotStated", true),
      part("Hjärtmottagningen", "2021-12-31", "2023-06-30", "NotStated", true)
    ])
  })

  it("each part moves to its own new date, and a name that means no part is asked about", () => {
    const each = lines("Ögonmottagningen 2024-03-31", "Hjärtmottagningen 2024-06-30")
    const { last, parts } = read({ deadline: due }, { deadline: due, newDeadline: each })
    expect(parts).toEqual([
      part("Ögonmottagningen", "2021-12-31", "2024-03-31"),
      part("Hjärtmottagningen", "2021-06-30", "2024-06-30")
    ])
    expect(last?.refused).toEqual([])
    const first = read({ deadline: due, newDeadline: each })
    expect(first.parts).toEqual(parts)
    const other = lines("Ögonmottagningen 2024-03-31", "Hudmottagningen 2024-06-30")
    const asked = read({ deadline: due }, { deadline: due, newDeadline: other })
    expect(asked.parts[1]).toEqual(part("Hjärtmottagningen", "2021-06-30", "2021-06-30"))
    const found = asked.last?.events.flatMap(({ event }) =>
      event._tag === "FindingRaised" && event.code === "DateIsProse" ? [event.words] : []
    )
    expect(found).toEqual(["Hudmottagningen 2024-06-30"])
  })

  it("a new spelling of a unit is the same part; a second part of one unit is another", () => {
    const spelled = lines("Ögonmott. 2021-12-31", "Hjärtmottagningen 2021-06-30")
    expect(read({ deadline: due }, { deadline: spelled }).parts).toHaveLength(2)
    const second = lines(due, "Ögonmottagningen i drift 2022-06-30")
    expect(read({ deadline: due }, { deadline: second }).parts).toHaveLength(3)
  })

  it("the date of a part that is overwritten in the only column of dates is a move", () => {
    const { parts } = readOneDate({ deadline: due }, { deadline: due.replace("2021-12-31", "2022-12-31") })
    expect(parts[0]).toEqual(part("Ögonmottagningen", "2021-12-31", "2022-12-31"))
  })

  it("a part that the status cell says is completed does not move with its row", () => {
    const name = due.split("\n")[0]?.replace(/ \d.*/u, "") ?? ""
    const { parts } = read(
      { deadline: due },
      { deadline: due, newDeadline: "2024-06-30", status: `${name} klart 2022-01-10` }
    )
    expect(parts[0]).toEqual({ ...part(name, "2021-12-31", "2021-12-31"), status: "Completed" })
    expect(parts[1]?.dates[1]).toBe("2024-06-30")
    const other = read(
      { deadline: due },
      { deadline: due, newDeadline: "2024-06-30", status: "Besked klart 2022-01-10" }
    )
    expect(other.parts.map(({ status }) => status)).not.toContain("Completed")
  })

  it("units in another order rewrite no date", () => {
    const { last } = read({ deadline: due }, { deadline: lines(...due.split("\n").toReversed()) })
    const found = last?.all.flatMap(({ event }) => (event._tag === "FindingRaised" ? [event.code] : []))
    expect(found).not.toContain("BaselineRewritten")
  })

  it("the date of a part that is rewritten beside a column for the new one is a finding, and no move", () => {
    const rewritten = due.replace("2021-12-31", "2022-12-31")
    const { last, parts } = read({ deadline: due }, { deadline: rewritten })
    expect(parts[0]).toEqual(part("Ögonmottagningen", "2021-12-31", "2021-12-31"))
    const found = last?.all.flatMap(({ event }) => (event._tag === "FindingRaised" ? [event.code] : []))
    expect(found).toContain("BaselineRewritten")
  })
})
