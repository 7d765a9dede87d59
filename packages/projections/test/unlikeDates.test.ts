/**
 * Dates that measure different things: no view counts days between them, whether the finding that says so is open or not.
 */
import { describe, expect, it } from "@effect/vitest"
import { readDate } from "@frist/domain/dates/DateReading"
import { ActivityId, Position } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { board } from "../src/Board.ts"
import { changes } from "../src/Changes.ts"
import { completed } from "../src/Completed.ts"
import { deadlineHistory } from "../src/DeadlineHistory.ts"
import { decisions } from "../src/Decisions.ts"
import { History } from "../src/History.ts"
import { milestoneTrend } from "../src/MilestoneTrend.ts"
import { timeline } from "../src/Timeline.ts"
import { whatIf } from "../src/WhatIf.ts"
import { day } from "../../domain/test/given.ts"
import { type Edition, followedUp, unlike } from "./unlikeLog.ts"

const goalAgain: Edition = ["2025-03-17", "2026-06-30"]
const at = (on: string, ...editions: ReadonlyArray<Edition>): History =>
  History.of(followedUp(...editions), { asOf: day(on), today: day(on) })
const slipsOf = (history: History) => deadlineHistory(history).activities[0]
const since = (history: History, on: string) => changes(history.at({ asOf: day(on), today: day(on) })).moved[0]
/** The open request for another date, made after these editions. */
const asked = (...editions: ReadonlyArray<Edition>) => {
  const events = followedUp(...editions)
  const last = events.at(-1)
  if (last === undefined) throw new Error("no events")
  const event = { _tag: "ExtensionRequested", to: readDate("2025-12-31").date, reason: null } as const
  const request = { ...last, position: Position.make(events.length + 1), type: event._tag, event } as RecordedEvent
  return decisions(History.of([...events, request], { today: day("2024-12-16") })).requested[0]
}
/** Another activity, and that the first waits for it, as the next events. */
const other = (last: number): ReadonlyArray<RecordedEvent> => {
  const [, registered] = followedUp()
  if (registered?.event?._tag !== "ActivityRegistered") throw new Error("nothing is registered")
  const deadline = readDate("2024-10-01").date
  const declared = { _tag: "DependencyDeclared", on: ActivityId.make("tva"), words: null } as const
  return [
    {
      ...registered,
      position: Position.make(last + 1),
      activity: ActivityId.make("tva"),
      event: { ...registered.event, area: "Två", goal: "Två", deadline }
    },
    { ...registered, position: Position.make(last + 2), type: declared._tag, event: declared }
  ] as ReadonlyArray<RecordedEvent>
}
const unknown = { min: null, max: null }

describe.each<[state: string, history: History]>([
  ["open", at("2024-06-17", ["2024-01-15", "2024-06-30"], unlike)],
  ["closed", at("2024-12-16", ["2024-01-15", "2024-06-30"], unlike, ["2024-12-16", "snart"])],
  ["closed twice", at("2025-03-17", unlike, ["2024-12-16", "snart"], ["2025-03-17", "tills vidare"])]
])("a deadline of something else whose finding is %s", (_, history) => {
  it("has no net slip and no lateness against the original date", () => {
    expect(board(history).activities[0]).toMatchObject({
      moves: { alike: false, net: unknown, own: unknown },
      lateness: { original: { passed: "unknown" } }
    })
  })

  it("has no rate and no extrapolation", () => {
    expect(milestoneTrend(history).activities[0]).toMatchObject({ rate: null, extrapolation: null })
  })

  it("is not certainly beyond the baseline", () => {
    expect(decisions(history).undecided[0]).toMatchObject({ alike: false, slip: unknown, beyond: "possibly" })
  })
})

/** The first activity as a milestone that was completed, on a timeline from another. */
const milestone = (...editions: ReadonlyArray<Edition>) => {
  const events = followedUp(...editions, ["2024-12-16", null]).map((each) =>
    each.event?._tag === "ActivityRegistered"
      ? ({ ...each, event: { ...each.event, kind: "milestone" } } as RecordedEvent)
      : each
  )
  const history = History.of([...events, ...other(events.length)], { today: day("2024-12-16") })
  return timeline(history, "tva").milestones[0]
}
/** The first activity, where it waits for another that would move to the end of 2025. */
const affected = (...editions: ReadonlyArray<Edition>) => {
  const events = followedUp(...editions)
  const history = History.of([...events, ...other(events.length)], { today: day("2024-12-16") })
  return whatIf(history, { activity: "tva", to: readDate("2025-12-31").date }).affected[0]
}

describe("days are counted", () => {
  const all = at("2025-03-17", ["2024-01-15", "2024-06-30"], unlike, goalAgain)

  it("move by move only where both dates measure the same", () => {
    expect(slipsOf(all)?.moves.map(({ alike, slip }) => [alike, slip.min])).toEqual([
      [true, 182],
      [false, null],
      [false, null]
    ])
    expect(slipsOf(all)?.tally).toMatchObject({ alike: true, net: { min: 912, max: 912 } })
  })

  it("since the previous review only where both dates measure the same", () => {
    expect(since(all, "2024-01-15")).toMatchObject({ alike: true, slip: { min: 182 } })
    expect(since(all, "2024-06-17")).toMatchObject({ alike: false, slip: unknown })
    expect(since(all, "2025-03-17")).toMatchObject({ alike: false, slip: unknown, tally: { alike: true } })
  })

  it("from a later deadline of the same thing, which an edition gives with the same words beside it", () => {
    const again = at("2024-12-16", unlike, ["2024-12-16", "2025-06-30", "infört"])
    expect(slipsOf(again)?.moves.map(({ alike }) => alike)).toEqual([false, true])
    expect(changes(again).moved[0]).toMatchObject({ alike: true, slip: { min: 150 }, tally: { alike: false } })
  })

  it("to the day of completion only from a date of the goal", () => {
    const done = at("2024-12-16", unlike, ["2024-12-16", null])
    expect(completed(done).activities[0]?.after).toMatchObject({ original: { min: 351 }, deadline: unknown })
  })

  it("to the day of completion only from a baseline of the goal", () => {
    const events = followedUp(unlike)
    const [, registered] = events
    const approved = { _tag: "BaselineApproved", to: readDate("2025-01-31").date, decision: "Dnr 1" } as const
    const done = followedUp(unlike, ["2024-12-16", null]).slice(events.length)
    const history = History.of(
      [
        ...events,
        {
          ...registered,
          position: Position.make(events.length + 1),
          effectiveOn: unlike[0],
          type: approved._tag,
          event: approved
        } as RecordedEvent,
        ...done.map((each) => ({ ...each, position: Position.make(each.position + 1) }))
      ],
      { today: day("2024-12-16") }
    )
    expect(completed(history).activities[0]?.after).toMatchObject({ original: { min: 351 }, baseline: unknown })
  })

  it("to the day of completion of a milestone, and from an anchor, only from a date of the goal", () => {
    expect(milestone(["2024-01-15", "2024-06-30"])).toMatchObject({
      closed: { after: { min: 169 } },
      fromAnchor: { min: -93 }
    })
    expect(milestone(unlike)).toMatchObject({ closed: { after: unknown }, fromAnchor: unknown })
  })

  it("by which an activity would have to move only from a date of the goal", () => {
    expect(affected(["2024-01-15", "2024-06-30"])).toMatchObject({ moves: "certainly", days: { min: 549 } })
    expect(affected(unlike)).toMatchObject({ moves: "possibly", days: { min: 0, max: null } })
  })

  it("in the trend up to an edition only where its date measures the same as the first", () => {
    const reports = milestoneTrend(all).activities[0]?.reports.map(({ alike }) => alike)
    expect(reports).toEqual([true, true, false, true])
  })

  it("to a requested date only from a date of the goal", () => {
    expect(asked(["2024-01-15", "2024-06-30"])).toMatchObject({ alike: true, slip: { min: 549 } })
    expect(asked(unlike, ["2024-12-16", "snart"])).toMatchObject({ alike: false, slip: unknown })
  })
})
