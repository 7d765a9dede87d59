/**
 * Laws of every history of a plan.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Command } from "../src/Command.ts"
import { decide } from "../src/decisions/Decision.ts"
import { Day } from "../src/Day.ts"
import { Event, isFact } from "../src/Event.ts"
import type { OpenFinding } from "../src/plan/Finding.ts"
import { decisionStateAt } from "../src/decisions/DecisionState.ts"
import { planAt } from "../src/plan/Plan.ts"
import { RecordedEvent } from "../src/RecordedEvent.ts"
import { Refusal } from "../src/Refusal.ts"
import { type Given, logOf, position } from "./given.ts"
import { decisions, history, ids, Index, reordered, several, Steps } from "./histories.ts"
import { corrected, opened } from "./sample.ts"

const often = { arbitrary: { runs: 300 } }

const unplaced = (found: ReadonlyArray<OpenFinding>) => found.map((each) => ({ ...each, position: 0 }))

/** Returns a value without the positions in the words that stand for removed content. */
const withoutPlaces = (value: object): unknown => JSON.parse(JSON.stringify(value).replace(/ #\d+\]/gu, "]"))

/** Returns a plan without what depends on positions: the log index, and the order of registration. */
const view = (events: ReadonlyArray<Given>, times: Parameters<typeof planAt>[1] = {}) => {
  const { activities, findings, reviews, title, waivers } = planAt(logOf(events), times)
  return withoutPlaces({
    title,
    reviews,
    findings: unplaced(findings),
    waivers,
    activities: Object.fromEntries(
      Array.from(activities, ([id, activity]) => [
        id,
        {
          ...activity,
          order: 0,
          findings: unplaced(activity.findings),
          dependencies: activity.dependencies.map((each) => ({ ...each, position: 0 })),
          extensions: activity.extensions.map((each) => ({
            ...each,
            position: 0,
            decided: each.decided === null ? null : { ...each.decided, position: 0 }
          }))
        }
      ])
    )
  })
}

/**
 * Events that no decision gives, at positions that no log has: erased, two at one position, or about missing
 * activities.
 */
const Anything = Schema.Struct({
  event: Schema.NullOr(Event),
  activity: Schema.NullOr(Schema.Literals(ids)),
  position: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 9 })),
  recordedAt: Index,
  day: Index
})

describe("a plan", () => {
  it.prop(
    "a plan is folded from any events, at any times, without failing",
    [several(Anything, 6), Index, Index],
    ([anything, day, knownAt]) => {
      const log = anything.flatMap(({ activity, event, recordedAt, ...at }) =>
        logOf([{ activity, event: event ?? opened.event }]).map((record) =>
          RecordedEvent.of({
            ...record,
            event,
            recordedAt,
            position: position(at.position),
            effectiveOn: Day.fromNumber(at.day)
          })
        )
      )
      expect([...decisionStateAt(log).index.keys()].sort()).toEqual(
        [...new Set(log.map((each) => each.position))].sort()
      )
      decisionStateAt(log, { asOf: Day.fromNumber(day), knownAt })
    },
    often
  )
})

describe("a command", () => {
  it.prop(
    "a command repeated at once records nothing",
    [Steps, Schema.Boolean],
    ([steps, inTime]) => {
      for (const { asOf, before, command, happened } of decisions(steps, inTime)) {
        if (happened.length === 0) continue
        const again = decide(command, decisionStateAt(logOf([...before, ...happened]), { asOf }))
        expect(again, JSON.stringify(command)).toEqual(Result.succeed([]))
      }
    },
    often
  )

  it.prop(
    "a command gives events that can be stored, or a refusal of the schema",
    [Steps],
    ([steps]) => {
      for (const { asOf, before, command, happened } of decisions(steps, false)) {
        for (const { event } of happened) expect(Schema.is(Event)(event), JSON.stringify(event)).toBe(true)
        const decision = decide(command, decisionStateAt(logOf(before), { asOf }))
        if (Result.isFailure(decision)) expect(Schema.is(Refusal)(decision.failure)).toBe(true)
      }
    },
    often
  )

  it.prop("a decision does not change the plan", [Steps], ([steps]) => {
    for (const { asOf, before, command } of decisions(steps, false).slice(-3)) {
      const state = decisionStateAt(logOf(before), { asOf })
      decide(command, state)
      expect(state).toEqual(decisionStateAt(logOf(before), { asOf }))
    }
  })

  it.effect("the generated histories accept commands of every kind and hold events of every type", () =>
    Effect.gen(function* () {
      const samples = yield* Arbitrary.sampleEffect(Steps, { count: 200, size: 30, seed: 2 })
      const all = samples.flatMap((steps) => decisions(steps, false))
      const carriedOut = all.filter(({ happened }) => happened.length > 0)
      expect(carriedOut.length / all.length).toBeGreaterThan(0.3)
      expect([...new Set(carriedOut.map(({ command }) => command._tag))].sort()).toEqual(
        Object.keys(Command.cases).sort()
      )
      const tags = new Set(samples.flatMap((steps) => history(steps, false)).map(({ event }) => event._tag))
      // No command moves a plan.
      const moves = ["PlanArrived", "PlanMoved"]
      expect([...tags, ...moves].sort()).toEqual(Object.keys(Event.cases).sort())
    })
  )
})

describe("an event", () => {
  const codec = Schema.toCodecJson(Event)

  it.prop(
    "an event decoded from its JSON text equals the event that was encoded",
    [Event],
    ([event]) => {
      const text = JSON.stringify(Schema.encodeSync(codec)(event))
      const back = Schema.decodeUnknownSync(codec)(JSON.parse(text))
      expect(Equal.equals(back, event), text).toBe(true)
      expect(JSON.stringify(Schema.encodeSync(codec)(back))).toBe(text)
    },
    { arbitrary: { runs: 1000 } }
  )
})

describe("a view", () => {
  it.prop(
    "a plan does not depend on how the events of different activities interleave",
    [Steps, several(Index, 40)],
    ([steps, picks]) => {
      // A repetition names findings of any activity by position, so it depends on them.
      const events = history(steps, false).filter(({ event }) => event._tag !== "FindingsRepeated")
      const queues = [null, ...ids].map((id) => events.flatMap(({ activity }, i) => (activity === id ? [i] : [])))
      const order = events.flatMap((_, i) => {
        const waiting = queues.filter((queue) => queue.length > 0)
        const next = waiting[(picks[i] ?? 0) % waiting.length]?.shift()
        return next === undefined ? [] : [next]
      })
      expect(order).toHaveLength(events.length)
      expect(view(reordered(events, order))).toEqual(view(events))
    },
    often
  )

  it.prop(
    "an event recorded late gives the same plan as one recorded in time",
    [Steps, Index, Index],
    ([steps, which, when]) => {
      const events = history(steps, true)
      const days = new Set(events.map(({ effectiveOn }) => effectiveOn))
      const late = which % events.length
      const pointed = events.some(({ event }) => "position" in event && event.position === late + 1)
      const fact = events[late]
      // The first events share one day, where the order of recording is the order of effect.
      if (fact === undefined || pointed || "position" in fact.event || (late < 4 && late !== 0)) return
      const order = [...events.keys()].filter((i) => i !== late)
      const later = reordered(events, [...order, late])
      const asOf = [...days][when % days.size]
      expect(view(later)).toEqual(view(events))
      expect(view(later, { asOf })).toEqual(view(events, { asOf }))
    },
    often
  )

  it.prop(
    "a plan as known before a correction is the plan without the correction",
    [Steps, Index, Schema.Boolean],
    ([steps, which, removes]) => {
      const events = history(steps, false)
      const at = (which % events.length) + 1
      const other = events[which % 4]?.event ?? null
      const replacement = removes || other === null || !isFact(other) ? null : other
      const after = [...events, corrected(events[at - 1]?.activity ?? null, at, replacement)]
      expect(view(after, { knownAt: events.length * 1000 })).toEqual(view(events))
    },
    often
  )

  it.prop(
    "a plan as known at an instant is the plan of the events recorded by then",
    [Steps, Index],
    ([steps, which]) => {
      const events = history(steps, false)
      const length = which % (events.length + 1)
      expect(view(events, { knownAt: length * 1000 })).toEqual(view(events.slice(0, length)))
    },
    often
  )

  it.prop(
    "a plan does not depend on the order in which events are read",
    [Steps],
    ([steps]) => {
      const log = logOf(history(steps, false))
      expect(planAt(log.toReversed())).toEqual(planAt(log))
    },
    often
  )
})
