/**
 * The changes between two reviews.
 */
import { describe, expect, it } from "@effect/vitest"
import { date, day, type Given, logOf, on } from "../../domain/test/given.ts"
import { changed, corrected, done, moved, noted, opened, registered, sdv, webb } from "../../domain/test/sample.ts"
import { inProgress, notStated } from "@frist/domain/Status"
import { History } from "../src/History.ts"
import { changes } from "../src/Changes.ts"

const review = (held: string): Given =>
  on(held, { activity: null, event: { _tag: "ReviewHeld", heldOn: day(held), title: null } })
const begun = [on("2024-01-01", opened), on("2024-01-01", registered(webb)), review("2024-01-01")]
const since = (events: ReadonlyArray<Given>, asOf = "2024-04-01") =>
  changes(History.of(logOf(events), { asOf: day(asOf), today: day(asOf) }))

describe("a moved deadline", () => {
  it("goes from the date at the previous review to the one now, and counts the moves in between", () => {
    const { moved: all, since: before } = since([
      ...begun,
      on("2024-02-01", moved(webb, "2021-12-31", "2022-12-31")),
      on("2024-03-01", moved(webb, "2022-12-31", "2023-12-31")),
      review("2024-04-01")
    ])
    expect(before).toBe("2024-01-01")
    expect(all).toMatchObject([
      {
        from: { words: "2021-12-31" },
        to: { words: "2023-12-31" },
        count: 2,
        atLeast: false,
        slip: { min: 730, max: 730 }
      }
    ])
  })

  it("is not listed if it moved and returned", () => {
    const { moved: all } = since([
      ...begun,
      on("2024-02-01", moved(webb, "2021-12-31", "2022-12-31")),
      on("2024-03-01", moved(webb, "2022-12-31", "2021-12-31"))
    ])
    expect(all).toEqual([])
  })

  it("is not listed if it moved on the day of the previous review, nor if it was corrected", () => {
    const events = [
      on("2024-01-01", opened),
      on("2024-01-01", registered(webb)),
      on("2024-01-01", moved(webb, "2021-12-31", "2022-12-31")),
      review("2024-01-01"),
      on("2024-02-01", corrected(webb, 3, { _tag: "DeadlineMoved", from: null, to: date("2023-12-31"), reason: null }))
    ]
    expect(since(events).moved).toEqual([])
  })

  it("does not count moves that were known at the previous review", () => {
    const { moved: all } = since([
      on("2024-01-01", opened),
      on("2024-01-01", registered(webb)),
      on("2024-01-01", moved(webb, "2021-12-31", "2022-12-31")),
      review("2024-01-01"),
      on("2024-02-01", moved(webb, "2022-12-31", "2023-12-31"))
    ])
    expect(all).toMatchObject([{ from: { words: "2022-12-31" }, count: 1, tally: { count: 2 } }])
  })

  it("is compared with the first deadline at the first review", () => {
    const events = [
      on("2024-01-01", opened),
      on("2024-01-01", registered(webb)),
      on("2024-01-01", moved(webb, "2021-12-31", "2022-12-31")),
      review("2024-01-01")
    ]
    const first = since(events, "2024-01-01")
    expect(first.since).toBeNull()
    expect(first.moved).toMatchObject([{ count: 1, slip: { min: 365, max: 365 } }])
  })
})

const lost = (held: string): Given =>
  on(held, {
    activity: webb,
    event: { _tag: "FindingRaised", code: "RowVanished", severity: "warning", column: null, words: "" }
  })

describe("changes since the previous review", () => {
  const all = since([
    ...begun,
    on("2024-01-01", registered(sdv)),
    on("2024-01-01", changed(sdv, notStated, done)),
    on("2024-02-01", changed(sdv, done, inProgress)),
    on("2024-02-15", changed(webb, notStated, done)),
    on("2024-02-20", noted(webb, "Klart")),
    on("2024-03-01", registered("ny" as typeof webb)),
    review("2024-04-01")
  ])

  it("list what was completed, reopened, added and noted", () => {
    expect(all.completed.map(({ activity, reportedOn }) => [activity, reportedOn])).toEqual([[webb, "2024-02-15"]])
    expect(all.reopened.map(({ activity }) => activity)).toEqual([sdv])
    expect(all.added.map(({ activity }) => activity)).toEqual(["ny"])
    expect(all.noted).toMatchObject([{ activity: webb, notes: ["Klart"] }])
    expect(all.vanished).toEqual([])
  })

  it("list the rows that vanished since, not those that had vanished before", () => {
    expect(since([...begun, lost("2024-03-01")]).vanished.map(({ activity }) => activity)).toEqual([webb])
    expect(since([...begun, lost("2024-01-01")]).vanished).toEqual([])
  })
})

const target = (value: number | null, measure = "besökare", unit = "%"): Given => ({
  activity: webb,
  event: { _tag: "TargetSet", measure, value, unit, words: `${value ?? "alla"} ${unit}` }
})
const reworded = (texts: {
  readonly area?: string
  readonly goal: string | null
  readonly actions?: string
}): Given => ({
  activity: webb,
  event: { _tag: "ActivityReworded", area: "Öppna upp", actions: "Breddinföra", ...texts }
})

describe("a reworded row", () => {
  it("has its texts before and after, whichever changed", () => {
    const to: Given = {
      activity: webb,
      event: { _tag: "ResponsibleChanged", from: "Chefsläkaren", to: "Sjukhuschefen" }
    }
    const before = { area: "Öppna upp", goal: "Alla bokar tid på webben", actions: "Breddinföra" }
    const { reworded: rows } = since([
      ...begun,
      on("2024-02-01", reworded({ goal: "Hälften bokar" })),
      on("2024-03-01", to)
    ])
    expect(rows).toMatchObject([
      {
        activity: webb,
        before: { ...before, responsible: "Chefsläkaren" },
        after: { ...before, goal: "Hälften bokar", responsible: "Sjukhuschefen" }
      }
    ])
  })

  it("is not listed if the words are back, or if the row is new", () => {
    const there = on("2024-02-01", reworded({ goal: "Hälften bokar" }))
    const back = on("2024-03-01", reworded({ goal: "Alla bokar tid på webben" }))
    expect(since([...begun, there, back]).reworded).toEqual([])
    expect(since([...begun.slice(0, 2), there]).reworded).toEqual([])
  })
})

const ceiling = (value: number): Given => ({
  activity: webb,
  event: { _tag: "TargetSet", measure: "väntande", value, unit: "%", words: `högst ${value} %` }
})
const lowered = (was: Given, now: Given) => since([...begun, on("2024-01-01", was), on("2024-02-01", now)]).lowered

describe("a lowered target", () => {
  it("has a lower value of the same measure and unit", () => {
    expect(lowered(target(80), target(70))).toMatchObject([
      { activity: webb, measure: "besökare", unit: "%", ceiling: false, before: { value: 80 }, after: { value: 70 } }
    ])
  })

  it("is not one that was raised, is new, has another unit, or no number", () => {
    expect(lowered(target(80), target(90))).toEqual([])
    expect(lowered(target(80), target(70, "ärenden"))).toEqual([])
    expect(lowered(target(80), target(70, "besökare", "st"))).toEqual([])
    expect(lowered(target(80), target(null))).toEqual([])
  })

  it("is one that allows more, where the figure must stay below it", () => {
    expect(lowered(ceiling(5), ceiling(10))).toMatchObject([{ ceiling: true }])
    expect(lowered(ceiling(10), ceiling(5))).toEqual([])
  })
})
