/**
 * The history that every view selects from.
 */
import { planAt } from "@frist/domain/plan/Plan"
import { describe, expect, it } from "@effect/vitest"
import { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"

import * as Schema from "effect/Schema"
import { day, logOf, on } from "../../domain/test/given.ts"
import { history as made, Index, Steps } from "../../domain/test/histories.ts"
import { noted, opened, registered, webb } from "../../domain/test/sample.ts"
import { activityHistory } from "../src/ActivityHistory.ts"
import { board } from "../src/Board.ts"
import { changes } from "../src/Changes.ts"
import { completed } from "../src/Completed.ts"
import { deadlineHistory } from "../src/DeadlineHistory.ts"
import { decisions } from "../src/Decisions.ts"
import { findingList } from "../src/FindingList.ts"
import { History } from "../src/History.ts"
import { withLinkedStatuses } from "../src/rows/Links.ts"
import { measures } from "../src/Measures.ts"
import { milestoneTrend } from "../src/MilestoneTrend.ts"
import { timeline } from "../src/Timeline.ts"
import { whatIf } from "../src/WhatIf.ts"
import { countedLog } from "./countedLog.ts"

const dayOf = (n: number): Day => Day.fromNumber(18_262 + n)
const views = (history: History) => [
  board(history),
  completed(history),
  deadlineHistory(history),
  timeline(history),
  measures(history),
  milestoneTrend(history),
  changes(history),
  decisions(history),
  whatIf(history, { activity: webb, to: PlannedDate.exact(history.times.today) }),
  findingList(history)
]
const all = (history: History) => [...views(history), activityHistory(history, null)]
const notes = ["2024-02-01", "2024-03-01"].flatMap((heldOn) => [
  on(heldOn, { activity: null, event: { _tag: "ReviewHeld", heldOn: day(heldOn), title: null } }),
  on(heldOn, noted(webb, `Läget ${heldOn}`))
])

describe("a history", () => {
  it("a history is read and folded once, for any number of views", () => {
    const { folds, lenses, log } = countedLog(logOf([opened, registered(webb), ...notes]))
    const history = History.of(log, { today: day("2024-06-01") })
    views(history)
    views(history)
    expect([lenses(), folds()]).toEqual([1, 1])
  })

  it("a history as of another day does not read the events again", () => {
    const { folds, lenses, log } = countedLog(logOf([opened, registered(webb), ...notes]))
    const history = History.of(log, { today: day("2024-06-01") })
    views(history.at({ asOf: day("2024-03-01"), today: day("2024-03-01") }))
    expect([lenses(), folds()]).toEqual([1, 1])
  })

  it.prop(
    "as of another day equals the history read as of that day",
    [Steps, Index, Index, Schema.NullOr(Index)],
    ([steps, one, other, knownAt]) => {
      const log = logOf(made(steps, false))
      const known = { knownAt: knownAt === null ? undefined : knownAt * 40 }
      const history = History.of(log, { ...known, asOf: dayOf(one), today: dayOf(one) })
      const at = history.at({ asOf: dayOf(other), today: dayOf(other) })
      expect(all(at)).toEqual(all(History.of(log, { ...known, asOf: dayOf(other), today: dayOf(other) })))
    },
    { arbitrary: { runs: 200 } }
  )

  it.prop(
    "has the plan as the previous review left it",
    [Steps, Index],
    ([steps, n]) => {
      const log = logOf(made(steps, false))
      const { plan, previousReview } = History.of(log, { today: dayOf(n), asOf: dayOf(n) })
      const before = plan.reviews.filter((heldOn) => heldOn < dayOf(n)).sort()
      expect(previousReview?.heldOn).toBe(before.at(-1))
      if (previousReview === null) return
      const unfolded = { index: null, later: null }
      expect({ ...previousReview.plan, ...unfolded }).toEqual({
        ...withLinkedStatuses(planAt(log, { asOf: previousReview.heldOn })),
        ...unfolded
      })
    },
    { arbitrary: { runs: 200 } }
  )
})
