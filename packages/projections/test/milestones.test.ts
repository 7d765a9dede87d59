/**
 * Milestones: linked to the activity that they stand for, or not stated.
 */
import { ActivityId } from "@frist/domain/Names"
import { inProgress, notStated } from "@frist/domain/Status"
import { describe, expect, it } from "@effect/vitest"
import { date, day, type Given, logOf, on } from "../../domain/test/given.ts"
import { changed, done, moved, opened, registered } from "../../domain/test/sample.ts"
import { changes } from "../src/Changes.ts"
import { completed } from "../src/Completed.ts"
import { History } from "../src/History.ts"
import { milestoneTrend } from "../src/MilestoneTrend.ts"
import { timeline } from "../src/Timeline.ts"

const elab = ActivityId.make("elab")
const infort = ActivityId.make("elab-infort")
const review = (held: string): Given =>
  on(held, { activity: null, event: { _tag: "ReviewHeld", heldOn: day(held), title: null } })
const linked = (to: ActivityId | null): Given =>
  on("2023-12-15", { activity: infort, event: { _tag: "MilestoneLinked", from: null, to } })
const plan: ReadonlyArray<Given> = [
  on("2023-12-15", opened),
  on("2023-12-15", registered(elab, { deadline: date("2023-12-01") })),
  on("2023-12-15", registered(infort, { kind: "milestone", deadline: date("2023-12-01") }))
]
const finished = on("2023-12-15", changed(elab, notStated, { _tag: "Completed", on: date("2023-12-11") }))
const historyOf = (events: ReadonlyArray<Given>, asOf = "2024-06-17") =>
  History.of(logOf([...plan, ...events]), { asOf: day(asOf), today: day(asOf) })
const rowOf = (...events: ReadonlyArray<Given>) => timeline(historyOf(events)).milestones[0]

describe("a milestone in the timeline", () => {
  it("a milestone that stands for a completed activity is completed, and not late", () => {
    expect(rowOf(finished, linked(elab))).toMatchObject({
      activity: infort,
      status: { _tag: "Completed", on: { words: "2023-12-11" } },
      link: { activity: elab, status: { _tag: "Completed" }, deadline: { words: "2023-12-01" } },
      isStated: true,
      closed: { reportedOn: "2023-12-15", after: { min: 10, max: 10 } },
      lateness: null
    })
  })

  it("a milestone without a status is not late when its date has passed: nobody has said so", () => {
    expect(rowOf()).toMatchObject({ status: notStated, link: null, isStated: false, closed: null, lateness: null })
    expect(rowOf(finished)).toMatchObject({ status: notStated, link: null, lateness: null })
    expect(rowOf(linked(elab))).toMatchObject({ link: { activity: elab }, isStated: false, lateness: null })
  })

  it("a milestone without a status has its days left before its date", () => {
    const view = timeline(historyOf([moved(infort, "2023-12-01", "2024-12-01")].map((each) => on("2024-01-01", each))))
    expect(view.milestones[0]?.lateness).toEqual({ passed: "no", days: { min: -167, max: -167 } })
  })

  it("a milestone that stands for an activity in progress is as late as its date says", () => {
    const begun = on("2023-12-15", changed(elab, notStated, inProgress))
    expect(rowOf(begun, linked(elab))).toMatchObject({
      isStated: true,
      lateness: { passed: "certainly", days: { min: 199, max: 199 } }
    })
  })

  it("a milestone keeps a status of its own while its activity has none, and after the link has ended", () => {
    const own = on("2023-12-15", changed(infort, notStated, inProgress))
    expect(rowOf(own, linked(elab))?.status).toEqual(inProgress)
    expect(rowOf(own, finished, linked(elab), on("2024-01-01", linked(null)))).toMatchObject({
      status: inProgress,
      link: null
    })
  })
})

const listed = (events: ReadonlyArray<Given>) => changes(historyOf(events)).moved.map(({ activity }) => activity)
const rows = (...events: ReadonlyArray<Given>) =>
  milestoneTrend(historyOf([review("2024-01-15"), ...events])).activities.map(({ activity }) => activity)

describe("a milestone and its activity", () => {
  const both = [review("2023-12-15"), linked(elab)]
  const moves = [elab, infort].map((id) => on("2024-03-01", moved(id, "2023-12-01", "2024-12-01")))

  it("a move of both is one move", () => {
    expect(listed([...both, ...moves])).toEqual([elab])
    expect(listed([...both, ...moves.slice(1)])).toEqual([infort])
    expect(listed([review("2023-12-15"), ...moves])).toEqual([elab, infort])
  })

  it("a completion of the activity is one completion", () => {
    const closed = [elab, infort].map((id) => on("2024-03-01", changed(id, notStated, done)))
    expect(changes(historyOf([...both, ...closed])).completed.map(({ activity }) => activity)).toEqual([elab])
    expect(changes(historyOf([...both, ...closed.slice(0, 1)])).completed).toHaveLength(1)
    expect(completed(historyOf([...both, ...closed])).activities.map(({ activity }) => activity)).toEqual([elab])
  })

  it("both are one line of the trend, and a milestone of a completed activity is none", () => {
    expect(rows()).toEqual([elab, infort])
    expect(rows(linked(elab))).toEqual([elab])
    expect(rows(linked(elab), finished)).toEqual([])
    expect(rows(finished)).toEqual([infort])
  })
})
