/**
 * The views over short histories.
 */
import { describe, expect, it } from "@effect/vitest"
import { type Given, day, date, logOf, on } from "../../domain/test/given.ts"
import {
  changed,
  corrected,
  done,
  dropped,
  moved,
  noted,
  opened,
  redacted,
  registered,
  started,
  webb,
  sdv
} from "../../domain/test/sample.ts"
import { ActivityId } from "@frist/domain/Names"
import { delayed, inProgress, notStated } from "@frist/domain/Status"
import { History } from "../src/History.ts"
import { activityHistory } from "../src/ActivityHistory.ts"
import { board } from "../src/Board.ts"
import { completed } from "../src/Completed.ts"
import { deadlineHistory } from "../src/DeadlineHistory.ts"
import { timeline } from "../src/Timeline.ts"

const times = { today: day("2024-02-01") }
const part = ActivityId.make("webbtidbokning.ogon")
const review = (heldOn: string): Given =>
  on(heldOn, { activity: null, event: { _tag: "ReviewHeld", heldOn: day(heldOn), title: null } })
const approved = (to: string): Given => ({
  activity: webb,
  event: { _tag: "BaselineApproved", from: date("2021-12-31"), to: date(to), decision: " 12" }
})
const slipOf = (...events: ReadonlyArray<Given>) =>
  deadlineHistory(History.of(logOf([opened, registered(webb), ...events]), times), { activity: webb }).activities[0]

describe("the board", () => {
  it("shows lateness against the original deadline, the baseline and the current deadline", () => {
    const log = logOf([opened, registered(webb), approved("2024-01-31"), moved(webb, "2021-12-31", "hösten 2024")])
    expect(board(History.of(log, times)).activities[0]?.lateness).toEqual({
      original: { passed: "certainly", days: { min: 762, max: 762 } },
      baseline: { passed: "certainly", days: { min: 1, max: 1 } },
      deadline: { passed: "no", days: { min: -303, max: -213 } }
    })
  })

  it("shows unknown lateness for an unread deadline", () => {
    const log = logOf([opened, registered(webb, { deadline: date("2021-02-29") })])
    expect(board(History.of(log, times)).activities[0]?.lateness.deadline).toEqual({
      passed: "unknown",
      days: { min: null, max: null }
    })
  })

  it("shows parts after their whole, and parts of parts after those", () => {
    const inner = ActivityId.make("webbtidbokning.ogon.akut")
    const log = logOf([
      opened,
      registered(webb),
      registered(sdv),
      registered(part, { parent: webb }),
      registered(inner, { parent: part })
    ])
    expect(board(History.of(log, times)).activities.map(({ activity }) => activity)).toEqual([webb, part, inner, sdv])
  })

  it("shows parts of parts however deep they go", () => {
    const ids = Array.from({ length: 12_000 }, (_, i) => ActivityId.make(`del-${i}`))
    const log = logOf([opened, ...ids.map((id, i) => registered(id, { parent: ids[i - 1] ?? null }))])
    expect(board(History.of(log, times)).activities.map(({ activity }) => activity)).toEqual(ids)
  })

  it("orders activities by the day they first appeared, not by when that was recorded", () => {
    const log = logOf([opened, on("2023-12-15", registered(sdv)), on("2023-06-15", registered(webb))])
    expect(board(History.of(log, times)).activities.map(({ activity }) => activity)).toEqual([webb, sdv])
  })

  it("leaves out closed activities and milestones", () => {
    const log = logOf([
      opened,
      registered(webb),
      changed(webb, notStated, done),
      registered(sdv),
      changed(sdv, notStated, dropped),
      registered(part, { kind: "milestone" })
    ])
    expect(board(History.of(log, times)).activities).toEqual([])
  })

  it("shows the reported status beside the computed lateness, and the latest note whole", () => {
    const log = logOf([
      opened,
      registered(webb),
      changed(webb, notStated, delayed),
      noted(webb, "A"),
      noted(webb, "B\nC")
    ])
    expect(board(History.of(log, times)).activities[0]).toMatchObject({ status: delayed, note: "B\nC" })
  })

  it("is empty and without a title before the first event was known", () => {
    const view = board(History.of(logOf([opened, registered(webb)]), { ...times, knownAt: 0 }))
    expect(view).toMatchObject({ title: null, activities: [], events: 0, knownAt: "1970-01-01T00:00:00.000Z" })
  })
})

const reported = (heldOn: string): ReadonlyArray<Given> => [
  on("2023-01-01", opened),
  on("2023-01-01", registered(webb)),
  on(heldOn, changed(webb, notStated, done))
]

const row = (...events: ReadonlyArray<Given>) => completed(History.of(logOf(events), times)).activities[0]

describe("the completed list", () => {
  it("marks new rows only where there is a previous review", () => {
    const reviews = [review("2023-06-15"), review("2023-12-15")]
    expect(row(...reported("2023-12-15"), review("2023-12-15"))?.isNew).toBe(null)
    expect(row(...reported("2023-12-15"), ...reviews)?.isNew).toBe(true)
    expect(row(...reported("2023-06-15"), ...reviews)?.isNew).toBe(false)
  })

  it("compares the completion with each date", () => {
    expect(row(...reported("2023-12-15"))?.after.original).toEqual({ min: 517, max: 546 })
  })

  it("keeps the day of the report when the completion is corrected", () => {
    const replacement = { _tag: "StatusChanged" as const, from: notStated, to: { ...done, on: date("2023-05-02") } }
    const view = row(...reported("2023-06-15"), on("2024-01-10", corrected(webb, 3, replacement)))
    expect(view).toMatchObject({ reportedOn: "2023-06-15", after: { original: { min: 487, max: 487 } } })
  })

  it("leaves out reopened activities, and has the day of the last closing", () => {
    const reopened = [...reported("2023-06-15"), on("2023-07-01", changed(webb, done, inProgress))]
    expect(row(...reopened)).toBe(undefined)
    expect(row(...reopened, on("2023-12-15", changed(webb, inProgress, done)))?.reportedOn).toBe("2023-12-15")
  })
})

describe("the deadline history", () => {
  it("takes the net slip from the end points, never as a sum", () => {
    const row = slipOf(moved(webb, "2021-12-31", "2024-06"), moved(webb, "2024-06", "2024-12-31"))
    expect(row?.moves.map(({ slip }) => slip)).toEqual([
      { min: 883, max: 912 },
      { min: 184, max: 213 }
    ])
    expect(row?.tally).toMatchObject({ count: 2, atLeast: false, net: { min: 1096, max: 1096 } })
  })

  it("has no net slip if a deadline returns to the first, however vague", () => {
    const log = logOf([
      opened,
      registered(webb, { deadline: date("2024-06") }),
      moved(webb, "2024-06", "2025"),
      moved(webb, "2025", "2024-06")
    ])
    expect(deadlineHistory(History.of(log, times)).activities[0]?.tally).toMatchObject({
      count: 2,
      atLeast: false,
      net: { min: 0, max: 0 }
    })
  })

  it("begins with the first deadline, which is not a move", () => {
    const log = logOf([
      opened,
      registered(webb, { deadline: null }),
      moved(webb, "2024-06-01", "2024-06-01"),
      moved(webb, "2024-06-01", "2024-06-11")
    ])
    const row = deadlineHistory(History.of(log, times)).activities[0]
    expect(row?.moves.map(({ from }) => from?.words ?? null)).toEqual([null, "2024-06-01"])
    expect(row?.tally).toMatchObject({ count: 1, atLeast: false, net: { min: 10, max: 10 } })
  })

  it("lists an approved baseline, which is not a move", () => {
    const row = slipOf(approved("2024-12-31"))
    expect(row?.moves).toMatchObject([{ type: "approved", reason: " 12" }])
    expect(row?.tally).toMatchObject({ count: 0, atLeast: false, net: { min: 0, max: 0 } })
  })

  it("marks the count of moves as a minimum if one of them is inferred", () => {
    const log = logOf([opened, registered(webb), moved(webb, "2021-12-31", "2024"), moved(webb, "2024", "2025")])
    const inferred = log.map((each) => (each.position === 3 ? { ...each, provenance: "inferred" as const } : each))
    expect(deadlineHistory(History.of(inferred, times)).activities[0]?.tally).toMatchObject({ count: 2, atLeast: true })
  })

  it("does not count moves that a correction withdrew or undid", () => {
    const move = moved(webb, "2021-12-31", "2024")
    const back = { _tag: "DeadlineMoved" as const, from: null, to: date("2021-12-31"), reason: null }
    expect(slipOf(move, corrected(webb, 3, null))?.tally.count).toBe(0)
    expect(slipOf(move, corrected(webb, 3, back))?.tally.count).toBe(0)
  })

  it("places a back-dated move before those that took effect after it", () => {
    const row = slipOf(
      on("2024-01-20", moved(webb, "2021-12-31", "2025")),
      on("2024-01-10", moved(webb, "2021-12-31", "2024-06-30"))
    )
    expect(row?.moves.map(({ from, to }) => [from?.words, to.words])).toEqual([
      ["2021-12-31", "2024-06-30"],
      ["2024-06-30", "2025"]
    ])
  })

  it("shows an activity with its parts, an area, or the plan", () => {
    const log = logOf([
      opened,
      registered(webb),
      registered(part, { parent: webb }),
      registered(sdv, { area: "目标" }),
      registered(ActivityId.make("x"), { area: null })
    ])
    const of = (scope: Parameters<typeof deadlineHistory>[1]) =>
      deadlineHistory(History.of(log, times), scope).activities.map(({ activity }) => activity)
    expect(of({ activity: webb })).toEqual([webb, part])
    expect(of({ area: "ÖPPNA  upp!" })).toEqual([webb, part])
    expect(of({ area: "目标" })).toEqual([sdv])
    expect(of({})).toHaveLength(4)
  })
})

const milestone = (id: string, deadline: string) =>
  registered(ActivityId.make(id), { kind: "milestone", deadline: date(deadline) })

describe("the timeline", () => {
  it("orders milestones by deadline, unread ones last, with the days from the anchor", () => {
    const log = logOf([
      opened,
      milestone("unread", "snart"),
      milestone("late", "2025-01-01"),
      milestone("early", "2024-01-01"),
      registered(sdv, { deadline: date("2024-01-11") })
    ])
    const view = timeline(History.of(log, times), sdv)
    expect(view.anchor?.activity).toBe(sdv)
    expect(view.milestones.map(({ activity, fromAnchor }) => [activity, fromAnchor])).toEqual([
      ["early", { min: -10, max: -10 }],
      ["late", { min: 356, max: 356 }],
      ["unread", { min: null, max: null }]
    ])
    expect(timeline(History.of(log, times)).milestones[0]?.fromAnchor).toBe(null)
  })
})

const entries = (events: ReadonlyArray<Given>, more: object = {}) =>
  activityHistory(History.of(logOf(events), { ...times, ...more }), webb).entries.map((each) => [
    each.position,
    each.correctedBy,
    each.inEffect
  ])

describe("the history of an activity", () => {
  const events = [opened, registered(webb), started(webb), on("2024-03-01", corrected(webb, 3, null))]
  it("shows corrections with the events they correct", () => {
    expect(entries(events)).toEqual([
      [2, null, true],
      [3, 4, false],
      [4, null, false]
    ])
    expect(entries(events, { knownAt: 3000 })).toEqual([
      [2, null, true],
      [3, null, true]
    ])
  })

  it("shows a correction as of the day of the event it corrects", () => {
    expect(entries(events, { asOf: day("2024-01-01") })).toEqual(entries(events))
  })

  it("applies the last correction that was not redacted itself", () => {
    const twice = [...events, on("2024-03-02", corrected(webb, 3, null))]
    expect(entries(twice)[1]).toEqual([3, 5, false])
    expect(entries([...twice, on("2024-03-03", redacted(webb, 5))])[1]).toEqual([3, 4, false])
  })
})
