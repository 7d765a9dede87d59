/**
 * Rules about the dates of a row.
 */
import { describe, expect, it } from "@effect/vitest"
import { date, logOf, on } from "../../../domain/test/given.ts"
import { emptyPlan, planAt } from "@frist/domain/plan/Plan"
import type { Cells } from "../../src/Edition.ts"
import type { Fact } from "@frist/domain/Event"
import { ActivityId } from "@frist/domain/Names"
import { table } from "../editionBuilders.ts"
import { completed, ongoing, remarks } from "./remarks.ts"

const id = ActivityId.make("activities-1")
const part = ActivityId.make("activities-1.hud")
const registered = (deadline: string): Fact => ({
  _tag: "ActivityRegistered",
  kind: "activity",
  parent: null,
  area: "Elab",
  goal: null,
  actions: null,
  responsible: null,
  deadline: date(deadline)
})
const planOf = (...facts: ReadonlyArray<readonly [ActivityId, Fact]>) =>
  planAt(logOf(facts.map(([activity, event]) => on("2023-12-15", { activity, event }))))

const weekend = (row: Partial<Cells>) => remarks("WeekendDeadline", ongoing({ area: "Elab", ...row }))

const held = (deadline: string) => remarks("WeekendDeadline", ongoing({ deadline }), { heldOn: "1960-01-01" })

describe("a weekend", () => {
  it("a deadline or new date on a Saturday or Sunday is reported", () => {
    expect(weekend({ deadline: "2024-06-29" })).toEqual(["1 deadline: 2024-06-29"])
    expect(weekend({ deadline: "2023-12-31", newDeadline: "2024-06-30" })).toEqual(["1 newDeadline: 2024-06-30"])
    expect(remarks("WeekendDeadline", [table("timeline", { area: "Elab", deadline: "2024-12-01" })])).toEqual([
      "1 deadline: 2024-12-01"
    ])
  })

  it("a Friday, a Monday, a month that ends on a weekend, or a date without a day is not reported", () => {
    for (const words of ["2024-06-28", "2024-07-01", "2024-06", "2024", "tills vidare", "2024-02-30", "snart"])
      expect(weekend({ deadline: words })).toEqual([])
  })

  it("a weekend is found before 1970 as well as after", () => {
    expect(["1969-12-26", "1969-12-27", "1969-12-28", "1969-12-29"].map((deadline) => held(deadline).length)).toEqual([
      0, 1, 1, 0
    ])
  })

  it("a weekend is not reported once it has passed, was replaced or the row is done", () => {
    expect(weekend({ deadline: "2024-06-15" })).toEqual([])
    expect(weekend({ deadline: "2024-06-29", newDeadline: "2024-07-01" })).toEqual([])
    expect(remarks("WeekendDeadline", completed({ deadline: "2024-06-29", status: "KLART" }))).toEqual([])
  })

  it("a weekend is reported with its part if a cell holds several", () => {
    expect(weekend({ deadline: "Hud 2024-06-28\nÖgon 2024-06-29" })).toEqual(["1 deadline: Ögon 2024-06-29"])
  })
})

const grey = (row: Partial<Cells>, plan = emptyPlan) => remarks("GreyZone", ongoing({ area: "Elab", ...row }), { plan })

const moved = (to: string): Fact => ({
  _tag: "DeadlineMoved",
  from: date("2021-12-31"),
  to: date(to),
  reason: null
})

const planMoved = (to: string) => planOf([id, registered("2021-12-31")], [id, moved(to)])

describe("a row overdue without a forecast", () => {
  it("a row whose last known date has passed is overdue without a forecast, by that many days", () => {
    expect(grey({ deadline: "2022-02-01", newDeadline: "2024-03-30" })).toEqual(["1 newDeadline: 2024-03-30"])
    expect(grey({ deadline: "2024-06-16" })).toEqual(["1 deadline: 2024-06-16"])
    expect(grey({ deadline: "2024-05" })).toEqual(["1 deadline: 2024-05"])
  })

  it("a row whose new date cannot be read is overdue without a forecast", () => {
    expect(grey({ deadline: "2020-12-31", newDeadline: "Sedan september i drift" })).toEqual(["1 deadline: 2020-12-31"])
  })

  it("a row among the completed that did not happen is overdue without a forecast", () => {
    const row = { area: "Elab", deadline: "2021-01-31", followUp: "Blev inte av." }
    expect(remarks("GreyZone", completed(row))).toEqual(["1 deadline: 2021-01-31"])
    expect(remarks("GreyZone", completed({ ...row, followUp: "Införd." }))).toEqual([])
  })

  it("a row that is due today, may still be due, or has a coming date is not overdue without a forecast", () => {
    for (const deadline of ["2024-06-17", "2024-06", "2024-", "tills vidare", "2021-02-29", "snart"])
      expect(grey({ deadline })).toEqual([])
    expect(grey({ deadline: "2021-12-31", newDeadline: "2024-12-31" })).toEqual([])
  })

  it("a closed row or a milestone is not overdue without a forecast", () => {
    expect(grey({ deadline: "2021-12-31", status: "Klart 2021-12-01" })).toEqual([])
    expect(grey({ deadline: "2021-12-31", status: "Utgår" })).toEqual([])
    expect(remarks("GreyZone", [table("timeline", { area: "Elab", deadline: "2023-12-01" })])).toEqual([])
  })

  it("each part is overdue separately, except one that is done in the plan", () => {
    const deadline = "Hud 2021-12-31\nÖgon 2022-12-31\nMedicin 2025-12-31"
    const both = ["1 deadline: Hud 2021-12-31", "1 deadline: Ögon 2022-12-31"]
    expect(grey({ deadline })).toEqual(both)
    const child = { ...registered("2021-12-31"), parent: id, goal: "HUD" } as Fact
    const done: Fact = { _tag: "StatusChanged", from: { _tag: "NotStated" }, to: { _tag: "Completed", on: null } }
    expect(grey({ deadline }, planOf([id, registered("2021-12-31")], [part, child]))).toEqual(both)
    expect(grey({ deadline }, planOf([id, registered("2021-12-31")], [part, child], [part, done]))).toEqual(
      both.slice(1)
    )
  })

  it("a row without a new date is overdue by the new date in the plan", () => {
    expect(grey({ deadline: "2021-12-31" }, planMoved("2024-12-31"))).toEqual([])
    expect(grey({ deadline: "2021-12-31" }, planMoved("2024-06-07"))).toEqual(["1 newDeadline: 2024-06-07"])
    expect(grey({ deadline: "2021-12-31", newDeadline: "2024-06-03" }, planMoved("2024-12-31"))).toEqual([
      "1 newDeadline: 2024-06-03"
    ])
  })
})

const earlier = (deadline: string, newDeadline: string) =>
  remarks("NewDeadlineEarlier", ongoing({ area: "Elab", deadline, newDeadline }))

describe("a new date", () => {
  it("a new date before the first is reported", () => {
    expect(earlier("2024-12-31", "2024-06-30")).toEqual(["1 newDeadline: 2024-06-30 < 2024-12-31"])
    expect(earlier("2025", "hösten 2024")).toEqual(["1 newDeadline: hösten 2024 < 2025"])
  })

  it("a new date that may be the same, is later, or cannot be read is not reported", () => {
    for (const words of ["2024-12-31", "2024-12", "2024-", "2025", "snart", "2024-02-30"])
      expect(earlier("2024-12-31", words)).toEqual([])
    expect(earlier("snart", "2024-06-30")).toEqual([])
  })
})
