/**
 * Laws of every view.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { Day } from "@frist/domain/Day"
import { PlannedDate, type Slip } from "@frist/domain/PlannedDate"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { logOf, position } from "../../domain/test/given.ts"
import { history as made, ids, Index, Steps } from "../../domain/test/histories.ts"
import { History, type ViewTimes } from "../src/History.ts"
import { ActivityHistory, activityHistory } from "../src/ActivityHistory.ts"
import { Board, board } from "../src/Board.ts"
import { Changes, changes } from "../src/Changes.ts"
import { Completed, completed } from "../src/Completed.ts"
import { DeadlineHistory, deadlineHistory } from "../src/DeadlineHistory.ts"
import { Decisions, decisions } from "../src/Decisions.ts"
import { Measures, measures } from "../src/Measures.ts"
import { MilestoneTrend, milestoneTrend } from "../src/MilestoneTrend.ts"
import { Timeline, timeline } from "../src/Timeline.ts"
import { WhatIf, whatIf } from "../src/WhatIf.ts"

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
    [Decisions, decisions(history)],
    [WhatIf, whatIf(history, { activity: ids[0] ?? "", to: PlannedDate.exact(times.today) })],
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

/** The views without their headings, which count events, and without the decisions. */
const viewsBut = (log: ReadonlyArray<RecordedEvent>, times: ViewTimes) =>
  views(log, times)
    .slice(0, -1)
    .filter(([schema]) => schema !== Decisions)
    .map(([, view]) => ({ ...view, events: 0 }))

describe("a refused request", () => {
  it.prop(
    "changes no view but the decisions",
    [Steps, Times, Index],
    ([steps, at, n]) => {
      const log = made(steps, false)
      const activity = ids[n % ids.length] ?? ids[0]
      if (activity === undefined) return
      const effectiveOn = Day.fromNumber(18_262 + n)
      const to = PlannedDate.exact(Day.of(2030, 12, 31))
      const request = position(log.length + 1)
      const refused = [
        { activity, effectiveOn, event: { _tag: "ExtensionRequested" as const, to, reason: "Paus" } },
        {
          activity,
          effectiveOn,
          event: { _tag: "ExtensionDecided" as const, request, outcome: "refused" as const, to: null, decision: "§ 84" }
        }
      ]
      const after = logOf([...log, ...refused])
      expect(viewsBut(after, timesOf(at))).toEqual(viewsBut(logOf(log), timesOf(at)))
      const latest = { today: Day.of(2030, 1, 1) }
      if (!History.of(after, latest).plan.activities.has(activity)) return
      const decided = (events: ReadonlyArray<RecordedEvent>) => decisions(History.of(events, latest)).decided.length
      expect(decided(after)).toBe(decided(logOf(log)) + (isRegisteredBy(after, activity, effectiveOn) ? 1 : 0))
    },
    often
  )
})

const isRegisteredBy = (log: ReadonlyArray<RecordedEvent>, activity: string, day: Day): boolean =>
  History.of(log, { asOf: day, today: day }).plan.activities.has(activity as never)

const exactDay = (date: PlannedDate | null): Day | null =>
  date !== null && PlannedDate.isExact(date) ? date.earliest : null
const isWithin = (days: number, { max, min }: Slip): boolean =>
  (min === null || min <= days) && (max === null || days <= max)

describe("a move", () => {
  it.prop(
    "is inherited and own, and nothing else",
    [Steps, Times],
    ([steps, at]) => {
      const { activities } = deadlineHistory(History.of(logOf(made(steps, false)), timesOf(at)))
      for (const { moves } of activities) {
        for (const { from, inherited, own, slip, to, waitsFor } of moves) {
          if (waitsFor.length === 0) expect([inherited, own]).toEqual([{ min: 0, max: 0 }, slip])
          if (exactDay(from) === null || exactDay(to) === null) continue
          // With exact ends, what one share may have more the other has less.
          expect((inherited.min ?? NaN) + (own.max ?? NaN)).toBe(slip.min)
          expect((inherited.max ?? NaN) + (own.min ?? NaN)).toBe(slip.max)
        }
      }
    },
    often
  )

  it.prop(
    "has a tally with its shares, of which the sum may be the net slip",
    [Steps, Times],
    ([steps, at]) => {
      const { activities } = deadlineHistory(History.of(logOf(made(steps, false)), timesOf(at)))
      for (const { deadline, original, tally } of activities) {
        const [first, last] = [exactDay(original), exactDay(deadline)]
        if (first === null || last === null || tally.parts !== null) continue
        const { inherited, net, own } = tally
        expect(isWithin(net.min ?? NaN, sum(inherited, own))).toBe(true)
        if (inherited.min === inherited.max && inherited.min !== null) expect(own).toEqual(less(net, inherited.min))
      }
    },
    often
  )
})

const sum = (a: Slip, b: Slip): Slip => ({
  min: a.min === null || b.min === null ? null : a.min + b.min,
  max: a.max === null || b.max === null ? null : a.max + b.max
})
const less = ({ max, min }: Slip, days: number): Slip => ({ min: (min ?? NaN) - days, max: (max ?? NaN) - days })
