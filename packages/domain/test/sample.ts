/**
 * Sample events with which most histories begin.
 */
import type { DecidedEvent } from "../src/decisions/DecisionResult.ts"
import type { Event, Fact } from "../src/Event.ts"
import { ActivityId, type Position } from "../src/Names.ts"
import { inProgress, notStated, type Status } from "../src/Status.ts"
import { date, position } from "./given.ts"

export const webb = ActivityId.make("webbtidbokning")
export const sdv = ActivityId.make("sdv")

type Registered = Extract<Event, { _tag: "ActivityRegistered" }>

export const opened: DecidedEvent = { activity: null, event: { _tag: "PlanOpened", title: "Digital strategi" } }

export const registration: Registered = {
  _tag: "ActivityRegistered",
  kind: "activity",
  parent: null,
  area: "Öppna upp",
  goal: "Alla bokar tid på webben",
  actions: "Breddinföra",
  responsible: "Chefsläkaren",
  deadline: date("2021-12-31")
}

export const registered = (activity: ActivityId, changed: Partial<Registered> = {}): DecidedEvent => ({
  activity,
  event: { ...registration, ...changed }
})

export const moved = (
  activity: ActivityId,
  from: string,
  to: string,
  reason: string | null = null
): { readonly activity: ActivityId; readonly event: Extract<Fact, { _tag: "DeadlineMoved" }> } => ({
  activity,
  event: { _tag: "DeadlineMoved", from: date(from), to: date(to), reason }
})

export const noted = (activity: ActivityId, text: string): DecidedEvent => ({
  activity,
  event: { _tag: "FollowUpNoted", text }
})

export const changed = (activity: ActivityId, from: Status, to: Status): DecidedEvent => ({
  activity,
  event: { _tag: "StatusChanged", from, to }
})

export const columnDecided = (heading: string, column: string): DecidedEvent => ({
  activity: null,
  event: { _tag: "ColumnDecided", heading, column }
})

export const started = (activity: ActivityId): DecidedEvent => changed(activity, notStated, inProgress)

export const done: Status = { _tag: "Completed", on: date("2023-06") }
export const dropped: Status = { _tag: "Discontinued", reason: "Inväntar SDV" }

export const corrected = (activity: ActivityId | null, at: number, replacement: Fact | null): DecidedEvent => ({
  activity,
  event: { _tag: "Corrected", position: position(at), replacement, reason: "Fel rad" }
})

/** A removal; with nothing about what remains, as earlier versions recorded it. */
export const redacted = (
  activity: ActivityId | null,
  at: number,
  left: { readonly remains?: Fact | null; readonly corrects?: Position } = {}
): DecidedEvent => ({
  activity,
  event: { _tag: "Redacted", position: position(at), decision: "Dnr 2024/17", ...left }
})
