/**
 * Laws of every view.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { Day } from "@frist/domain/Day"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { logOf } from "../../domain/test/given.ts"
import { history as made, ids, Index, Steps } from "../../domain/test/histories.ts"
import { History, type ViewTimes } from "../src/History.ts"
import { ActivityHistory, activityHistory } from "../src/ActivityHistory.ts"
import { Board, board } from "../src/Board.ts"
import { Changes, changes } from "../src/Changes.ts"
import { Completed, completed } from "../src/Completed.ts"
import { DeadlineHistory, deadlineHistory } from "../src/DeadlineHistory.ts"
import { Measures, measures } from "../src/Measures.ts"
import { MilestoneTrend, milestoneTrend } from "../src/MilestoneTrend.ts"
import { Timeline, timeline } from "../src/Timeline.ts"

const views = (log: ReadonlyArray<RecordedEvent>, times: ViewTimes) => {
  const history = History.of(log, times)
  return [
    [Board, board(history)],
    [Completed, completed(history)],
    [DeadlineHistory, deadlineHistory(history)],
    [Timeline, timeline(history, ids[0])],
    [Measures, measures(history)],
    [MilestoneTrend, milestoneTrend(history)],
    [Changes, changes(history)],
    [ActivityHistory, activityHistory(history, ids[0] ?? "")]
  ] as const
}

const Times = Schema.Struct({ today: Index, asOf: Schema.NullOr(Index), knownAt: Schema.NullOr(Index) })
const timesOf = ({ asOf, knownAt, today }: typeof Times.Type): ViewTimes => ({
  today: Day.fromNumber(18_262 + today),
  asOf: asOf === null ? undefined : Day.fromNumber(18_262 + asOf),
  knownAt: knownAt === null ? undefined : knownAt * 40
})
const often = { arbitrary: { runs: 200 } }

describe("every view", () => {
  it.prop(
    "has the shape of its schema",
    [Steps, Times],
    ([steps, at]) => {
      for (const [schema, view] of views(logOf(made(steps, false)), timesOf(at))) {
        expect(Schema.is(schema)(view), JSON.stringify(view)).toBe(true)
      }
    },
    often
  )

  it.prop(
    "does not depend on the order of the events passed in",
    [Steps, Times, Index],
    ([steps, at, turn]) => {
      const log = logOf(made(steps, false))
      const cut = turn % log.length
      const other = [...log.slice(cut), ...log.slice(0, cut)].toReversed()
      expect(views(other, timesOf(at)).map(([, view]) => view)).toEqual(views(log, timesOf(at)).map(([, view]) => view))
    },
    often
  )

  it.prop(
    "counts the events known by then in its heading",
    [Steps, Times],
    ([steps, at]) => {
      const log = logOf(made(steps, false))
      const times = timesOf(at)
      const known = log.filter(({ recordedAt }) => recordedAt <= (times.knownAt ?? Infinity)).length
      for (const [, view] of views(log, times)) expect(view.events).toBe(known)
    },
    often
  )

  it.prop(
    "shows each activity on the board or among the completed, never on both",
    [Steps],
    ([steps]) => {
      const log = logOf(made(steps, false))
      const times = { today: Day.fromNumber(20_000) }
      const history = History.of(log, times)
      const shown = [
        ...board(history).activities,
        ...completed(history).activities,
        ...timeline(history).milestones
      ].map(({ activity }) => activity)
      const all = deadlineHistory(history).activities
      expect(shown.sort()).toEqual(all.map(({ activity }) => activity).sort())
    },
    often
  )
})
