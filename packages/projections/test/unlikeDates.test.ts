/**
 * Dates that measure different things: no view counts days between them, whether the finding that says so is open or not.
 */
import { describe, expect, it } from "@effect/vitest"
import { readDate } from "@frist/domain/dates/DateReading"
import { Position } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { board } from "../src/Board.ts"
import { changes } from "../src/Changes.ts"
import { completed } from "../src/Completed.ts"
import { deadlineHistory } from "../src/DeadlineHistory.ts"
import { decisions } from "../src/Decisions.ts"
import { History } from "../src/History.ts"
import { milestoneTrend } from "../src/MilestoneTrend.ts"
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

  it("to a requested date only from a date of the goal", () => {
    expect(asked(["2024-01-15", "2024-06-30"])).toMatchObject({ alike: true, slip: { min: 549 } })
    expect(asked(unlike, ["2024-12-16", "snart"])).toMatchObject({ alike: false, slip: unknown })
  })
})
