/**
 * Given events, when a command is decided, then these events or this refusal: a notation for the decider's tests.
 */
import { expect } from "@effect/vitest"
import * as Result from "effect/Result"
import type { Command } from "../src/Command.ts"
import type { DecidedEvent } from "../src/decisions/DecisionResult.ts"
import { Day } from "../src/Day.ts"
import { decide } from "../src/decisions/Decision.ts"
import { Actor, BatchId, PlanId, Position } from "../src/Names.ts"
import { decisionStateAt } from "../src/decisions/DecisionState.ts"
import { readDate } from "../src/dates/DateReading.ts"
import { RecordedEvent, type Source } from "../src/RecordedEvent.ts"
import type { Refusal } from "../src/Refusal.ts"

export const day = (text: string): Day => Day.make(text)
export const date = (words: string) => readDate(words).date
export const position = (n: number): Position => Position.make(n)

/** An event. Where it matters, also the day it was true and the instant it was recorded. */
export interface Given extends DecidedEvent {
  readonly effectiveOn?: Day
  readonly recordedAt?: number
}

export const on = (effectiveOn: string, event: Given): Given => ({ ...event, effectiveOn: day(effectiveOn) })

/** Returns a log of these events at positions 1, 2, 3 … Default for the time of recording: 1000 times the position. */
export const logOf = (events: ReadonlyArray<Given>): ReadonlyArray<RecordedEvent> =>
  events.map(({ activity, effectiveOn, event, recordedAt }, i) =>
    RecordedEvent.of({
      plan: PlanId.make("plan"),
      position: position(i + 1),
      activity,
      type: event._tag,
      event,
      effectiveOn: effectiveOn ?? day("2024-01-01"),
      recordedAt: recordedAt ?? (i + 1) * 1000,
      actor: Actor.make("Strategen"),
      batch: BatchId.make(`batch-${i + 1}`),
      provenance: "stated",
      source: null
    })
  )

/**
 * `when` decides against the plan as of `asOf`; default: the current plan. Default origin: recorded by hand, not from a
 * document.
 */
export const given = (...events: ReadonlyArray<Given>) => ({
  when: (command: Command, asOf?: string, source: Source | null = null) => {
    const on = asOf === undefined ? undefined : day(asOf)
    const decision = decide(command, decisionStateAt(logOf(events), { asOf: on }), { source, effectiveOn: on ?? null })
    return {
      thenRecords: (...events: ReadonlyArray<DecidedEvent>) => expect(decision).toEqual(Result.succeed(events)),
      thenRefused: (refusal: Refusal) => expect(decision).toEqual(Result.fail(refusal))
    }
  }
})
