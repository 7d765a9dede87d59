/**
 * Own and inherited slip: which dependencies hold for a move, and the date of what is waited for.
 */
import { ActivityId } from "@frist/domain/Names"
import { notStated } from "@frist/domain/Status"
import { describe, expect, it } from "@effect/vitest"
import { date, day, type Given, logOf, on } from "../../domain/test/given.ts"
import { changed, corrected, moved, opened, registered, sdv } from "../../domain/test/sample.ts"
import { deadlineHistory } from "../src/DeadlineHistory.ts"
import { History } from "../src/History.ts"

const tik = ActivityId.make("tik")
const part = ActivityId.make("tik.hud")
const declared = (activity: ActivityId, other: ActivityId): Given => ({
  activity,
  event: { _tag: "DependencyDeclared", on: other, words: null }
})
const ended = (activity: ActivityId, other: ActivityId): Given => ({
  activity,
  event: { _tag: "DependencyEnded", on: other, reason: null }
})

const exactly = (days: number) => ({ min: days, max: days })

const begun: ReadonlyArray<Given> = [
  on("2021-01-01", opened),
  on("2021-01-01", registered(sdv, { deadline: date("2022-02-01") })),
  on("2021-01-01", registered(tik, { deadline: date("2021-12-31") })),
  on("2023-12-15", moved(sdv, "2022-02-01", "tidigt under 2026")),
  on("2023-12-15", moved(tik, "2021-12-31", "2023-12-31"))
]
const slipsOf = (events: ReadonlyArray<Given>, activity: string = tik, asOf = "2026-01-01") => {
  const history = History.of(logOf(events), { asOf: day(asOf), today: day(asOf) })
  const row = deadlineHistory(history).activities.find((each) => each.activity === activity)
  if (row === undefined) throw new Error(activity)
  return row
}
const firstMove = (...more: ReadonlyArray<Given>) => slipsOf([...begun, ...more]).moves[0]

describe("a move while another activity is waited for", () => {
  it("a move to a day before that of what it waits for is inherited, all of it", () => {
    const row = slipsOf([...begun, on("2024-06-17", declared(tik, sdv))])
    expect(row.moves).toMatchObject([{ waitsFor: [sdv], inherited: exactly(730), own: exactly(0) }])
    expect(row.tally).toMatchObject({ net: exactly(730), inherited: exactly(730), own: exactly(0) })
  })

  it("a move without a dependency is its own, all of it", () => {
    expect(firstMove()).toMatchObject({ waitsFor: [], inherited: exactly(0), own: exactly(730) })
  })

  it("a declaration that was withdrawn never was", () => {
    const events = [on("2021-01-01", declared(tik, sdv)), on("2024-06-17", corrected(tik, 6, null))]
    expect(firstMove(...events)).toMatchObject({ waitsFor: [], inherited: exactly(0), own: exactly(730) })
  })

  it("a declaration after the day of the view explains nothing yet", () => {
    const events = [...begun, on("2024-06-17", declared(tik, sdv))]
    expect(slipsOf(events, tik, "2024-06-16").moves[0]?.waitsFor).toEqual([])
  })

  it("an end keeps the past as it was, and holds on its own day", () => {
    const declaredLate = on("2024-01-01", declared(tik, sdv))
    expect(firstMove(declaredLate, on("2024-06-17", ended(tik, sdv)))?.waitsFor).toEqual([sdv])
    expect(firstMove(on("2023-01-01", declared(tik, sdv)), on("2023-12-15", ended(tik, sdv)))?.waitsFor).toEqual([])
  })

  it("a second declaration explains no move between the end of the first and itself", () => {
    const events = [
      on("2022-01-01", declared(tik, sdv)),
      on("2023-01-01", ended(tik, sdv)),
      on("2024-01-01", declared(tik, sdv))
    ]
    expect(firstMove(...events)?.waitsFor).toEqual([])
  })

  it("the date of what is waited for is the one of that day, not a later one", () => {
    const events = [
      on("2021-01-01", opened),
      on("2021-01-01", registered(sdv, { deadline: date("2022-02-01") })),
      on("2021-01-01", registered(tik, { deadline: date("2021-12-31") })),
      on("2021-01-01", declared(tik, sdv)),
      on("2022-06-01", moved(tik, "2021-12-31", "2022-12-31")),
      on("2022-06-02", moved(sdv, "2022-02-01", "2026-01-31"))
    ]
    expect(slipsOf(events).moves[0]).toMatchObject({ inherited: exactly(32), own: exactly(333) })
  })

  it("the date of what was completed is its completion", () => {
    const completion = changed(sdv, notStated, { _tag: "Completed", on: date("2022-01-10") })
    const events = [on("2023-12-15", declared(tik, sdv)), on("2022-01-10", completion)]
    expect(slipsOf([...begun.slice(0, 3), ...events, ...begun.slice(4)]).moves[0]?.inherited).toEqual(exactly(10))
  })

  it("of what has no date, or is not registered by then, anything may be inherited", () => {
    const unknown = { inherited: { min: 0, max: 730 }, own: { min: 0, max: 730 } }
    expect(firstMove(on("2021-01-01", declared(tik, ActivityId.make("saknas"))))).toMatchObject(unknown)
    expect(
      firstMove(
        on("2021-01-01", registered(ActivityId.make("utan"), { deadline: null })),
        on("2021-01-01", declared(tik, ActivityId.make("utan")))
      )
    ).toMatchObject(unknown)
  })

  it("of several, the latest date counts", () => {
    const early = ActivityId.make("tidig")
    const events = [
      on("2021-01-01", registered(early, { deadline: date("2022-01-31") })),
      on("2021-01-01", declared(tik, early))
    ]
    expect(firstMove(...events)?.inherited).toEqual(exactly(31))
    expect(firstMove(...events, on("2021-01-01", declared(tik, sdv)))).toMatchObject({
      waitsFor: [early, sdv],
      inherited: exactly(730)
    })
  })

  it("a part waits for what its whole waits for", () => {
    const events = [
      on("2021-01-01", registered(part, { parent: tik, deadline: date("2021-12-31") })),
      on("2023-12-15", moved(part, "2021-12-31", "2023-12-31")),
      on("2024-06-17", declared(tik, sdv))
    ]
    expect(slipsOf([...begun, ...events], part).moves).toMatchObject([{ waitsFor: [sdv], inherited: exactly(730) }])
  })

  it("a milestone waits for what the activity waits for that it stands for", () => {
    const go = ActivityId.make("tik-infort")
    const link: Given = { activity: go, event: { _tag: "MilestoneLinked", from: null, to: tik } }
    const events = [
      on("2021-01-01", registered(go, { kind: "milestone", deadline: date("2021-12-31") })),
      on("2023-12-15", moved(go, "2021-12-31", "2023-12-31")),
      on("2024-06-17", declared(tik, sdv))
    ]
    expect(slipsOf([...begun, ...events], go).moves[0]?.waitsFor).toEqual([])
    expect(slipsOf([...begun, ...events, on("2024-06-17", link)], go).moves).toMatchObject([
      { waitsFor: [sdv], inherited: exactly(730) }
    ])
  })

  it("activities that wait for each other, and parts of each other, end", () => {
    const inner = ActivityId.make("inre")
    const events = [
      on("2021-01-01", registered(inner, { parent: part })),
      on("2021-01-01", registered(part, { parent: inner })),
      on("2023-12-15", moved(part, "2021-12-31", "2023-12-31")),
      on("2021-01-01", declared(part, inner)),
      on("2021-01-01", declared(inner, part))
    ]
    expect(slipsOf([...begun, ...events], part).moves[0]?.waitsFor).toEqual([inner])
  })

  it("an approved baseline is shared with nobody", () => {
    const approved: Given = {
      activity: tik,
      event: { _tag: "BaselineApproved", from: date("2021-12-31"), to: date("2023-12-31"), decision: "§ 1" }
    }
    const row = slipsOf([...begun, on("2021-01-01", declared(tik, sdv)), on("2024-01-01", approved)])
    expect(row.moves[1]).toMatchObject({ waitsFor: [], inherited: exactly(0), own: exactly(730) })
  })
})

describe("the tally of what was waited for", () => {
  it("a sum over the moves, in which a date between two of them is one day", () => {
    const events = [
      ...begun.slice(0, 3),
      on("2021-02-01", declared(tik, sdv)),
      on("2021-03-01", moved(tik, "2021-12-31", "2022")),
      on("2021-04-01", moved(tik, "2022", "2022-12-31"))
    ]
    // 32 days up to 2022-02-01: in the first move, in the second, or some in each.
    expect(slipsOf(events).tally).toMatchObject({ net: exactly(365), inherited: { min: 32, max: 32 } })
  })

  it("a deadline that returned to its first date has made up for what it inherited", () => {
    const events = [
      ...begun.slice(0, 3),
      on("2021-02-01", declared(tik, sdv)),
      on("2021-03-01", moved(tik, "2021-12-31", "2022-12-31")),
      on("2021-04-01", moved(tik, "2022-12-31", "2021-12-31"))
    ]
    expect(slipsOf(events).tally).toMatchObject({ net: exactly(0), inherited: exactly(32), own: exactly(-32) })
  })

  it("a deadline that returned to a year without inheriting anything has no slip of its own", () => {
    const events = [
      ...begun.slice(0, 2),
      on("2021-01-01", registered(tik, { deadline: date("2024") })),
      on("2021-02-01", declared(tik, sdv)),
      on("2021-03-01", moved(tik, "2024", "2025-12-31")),
      on("2021-04-01", moved(tik, "2025-12-31", "2024"))
    ]
    expect(slipsOf(events).tally).toMatchObject({ net: exactly(0), inherited: exactly(0), own: exactly(0) })
  })

  it("the first date of an activity is no move, and inherits nothing", () => {
    const events = [
      ...begun.slice(0, 2),
      on("2021-01-01", registered(tik, { deadline: null })),
      on("2021-02-01", declared(tik, sdv)),
      on("2021-03-01", moved(tik, "2021-12-31", "2021-12-31")),
      on("2021-04-01", moved(tik, "2021-12-31", "2022-12-31"))
    ]
    expect(slipsOf(events).tally).toMatchObject({ count: 1, inherited: exactly(32), own: exactly(333) })
  })
})
