/**
 * Laws of removals: whatever is removed, no view counts less than before, and it says what was removed.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { Day } from "@frist/domain/Day"
import { decide } from "@frist/domain/decisions/Decision"
import { decisionStateAt } from "@frist/domain/decisions/DecisionState"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Result from "effect/Result"
import { logOf, position } from "../../domain/test/given.ts"
import { history as made, Index, several, Steps } from "../../domain/test/histories.ts"
import { board } from "../src/Board.ts"
import { completed } from "../src/Completed.ts"
import { deadlineHistory } from "../src/DeadlineHistory.ts"
import { decisions } from "../src/Decisions.ts"
import { History } from "../src/History.ts"
import { timeline } from "../src/Timeline.ts"

const today = Day.fromNumber(20_000)
const often = { arbitrary: { runs: 300 } }
const Removal = Schema.Struct({ at: Index, whole: Schema.Boolean, old: Schema.Boolean })
const Removals = several(Removal, 4)

type Given = Parameters<typeof logOf>[0][number]

/** Removes events of a history as decided, or as an earlier version recorded it, and erases what was removed. */
const removing = (
  events: ReadonlyArray<Given>,
  removals: ReadonlyArray<typeof Removal.Type>
): ReadonlyArray<RecordedEvent> => {
  const given = [...events]
  for (const { at, old, whole } of removals) {
    const place = position((at % events.length) + 1)
    const decided = decide(
      { _tag: "Redact", position: place, decision: "Dnr 2026/17", whole },
      decisionStateAt(logOf(given))
    )
    if (Result.isFailure(decided)) continue
    for (const { activity, event } of decided.success) {
      if (event._tag !== "Redacted") continue
      const { decision, position: removed } = event
      given.push({
        activity,
        // Of a correction, an earlier version kept too little to know what it corrected.
        event: old && event.corrects === undefined ? { _tag: "Redacted", position: removed, decision } : event,
        effectiveOn: today
      } as Given)
    }
  }
  const log = logOf(given)
  const gone = new Set(log.flatMap(({ event }) => (event?._tag === "Redacted" ? [event.position] : [])))
  return log.map((record) =>
    gone.has(record.position) && record.type !== "Redacted" ? RecordedEvent.of({ ...record, event: null }) : record
  )
}

const countsOf = (history: History) =>
  new Map(
    deadlineHistory(history).activities.map(({ activity, moves, tally }) => [
      activity,
      { moves: moves.filter(({ type }) => type === "moved").length, tally: tally.count, all: moves.length }
    ])
  )

const bounds = (date: PlannedDate | null) => date && [date.edtf, date.earliest, date.latest]

/** The dates, statuses, requests and decisions that views show of a log. */
const shape = (log: ReadonlyArray<RecordedEvent>) => {
  const history = History.of(log, { today })
  const rows = [...board(history).activities, ...completed(history).activities, ...timeline(history).milestones]
  const { decided, requested } = decisions(history)
  return {
    rows: rows.map(({ activity, baseline, deadline, kind, original, parent, status }) => [
      [activity, kind, parent, status._tag],
      [original, baseline, deadline].map(bounds)
    ]),
    decided: decided.map(({ grantedTo, outcome, position }) => [position, outcome, bounds(grantedTo)]),
    requested: requested.map(({ position, requestedTo }) => [position, bounds(requestedTo)])
  }
}

describe("a removal", () => {
  it.prop(
    "no activity and no move is counted less than before, whatever is removed, by this version or an earlier one",
    [Steps, Removals],
    ([steps, removals]) => {
      const events = made(steps, false)
      const before = History.of(logOf(events), { today })
      const after = History.of(removing(events, removals), { today })
      const counts = countsOf(after)
      for (const [activity, was] of countsOf(before)) {
        const now = counts.get(activity)
        expect(now?.moves, activity).toBeGreaterThanOrEqual(was.moves)
        expect(now?.all, activity).toBeGreaterThanOrEqual(was.all)
      }
      expect(new Set(after.removed.map(({ position }) => position))).toEqual(
        new Set(after.events.filter(({ event }) => event === null).map(({ position }) => position))
      )
      for (const each of [board, completed, deadlineHistory, timeline]) {
        expect(each(after).removed).toEqual(after.removed)
      }
    },
    often
  )

  it.prop(
    "a removal of texts alone leaves every date, status, request and decision of the views",
    [Steps, Removals],
    ([steps, removals]) => {
      const events = made(steps, false)
      const texts = removals.map((each) => ({ ...each, whole: false, old: false }))
      expect(shape(removing(events, texts))).toEqual(shape(logOf(events)))
    },
    often
  )
})
