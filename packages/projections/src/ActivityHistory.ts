/**
 * The history of one activity: every event recorded about it, in the order of effect, each with its corrections.
 */
import { Day } from "@frist/domain/Day"
import { Event, isPointer } from "@frist/domain/Event"
import { Provenance, type RecordedEvent, Source } from "@frist/domain/RecordedEvent"
import * as Schema from "effect/Schema"
import type { History } from "./History.ts"
import { heading, ShownActivity, shownActivity, viewHeading } from "./View.ts"
import { instantText } from "./InstantText.ts"

const HistoryEntry = Schema.Struct({
  position: Schema.Int,
  effectiveOn: Day,
  recordedAt: Schema.String,
  actor: Schema.String,
  provenance: Provenance,
  source: Schema.NullOr(Source),
  type: Schema.String,
  /** The event as recorded; null if its content was redacted. */
  event: Schema.NullOr(Event),
  /** The position of the correction or redaction that replaced this event. */
  correctedBy: Schema.NullOr(Schema.Int),
  /** The decision that removed the content of this event; null for none. */
  removed: Schema.NullOr(Schema.String),
  /** Whether the event, as recorded or as corrected, counts in the views. */
  inEffect: Schema.Boolean
})

/** The history of one activity, or of the plan. `activity` is null if none is registered by then. */
export const ActivityHistory = Schema.Struct({
  view: Schema.Literal("frist/activity-history"),
  ...heading,
  activity: Schema.NullOr(ShownActivity),
  entries: Schema.Array(HistoryEntry)
})
export type ActivityHistory = typeof ActivityHistory.Type

/** Selects the history of the activity with that id, or of the plan itself where it is null. */
export const activityHistory = (history: History, id: string | null): ActivityHistory => {
  const { entries, events, plan, times } = history
  const known = times.knownAt ?? Infinity
  const effective = new Map(entries.map((entry) => [entry.record.position, entry]))
  const byPosition = new Map<number, RecordedEvent>()
  if (events.some(({ event }) => event !== null && isPointer(event))) {
    for (const record of events) byPosition.set(record.position, record)
  }
  const own = events
    .filter((record) => record.activity === id && record.recordedAt <= known)
    .filter((record) => times.asOf === undefined || dayOf(record, byPosition) <= times.asOf)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.position - b.position))
  const correctedBy = pointers(own)
  const removed = new Map<number, string>(history.removed.map(({ decision, position }) => [position, decision]))
  const found = [...plan.activities.values()].find((activity) => activity.id === id)
  return {
    view: "frist/activity-history",
    ...viewHeading(history),
    activity: found === undefined ? null : shownActivity(found),
    entries: own.map((record) => ({
      position: record.position,
      effectiveOn: record.effectiveOn,
      recordedAt: instantText(record.recordedAt),
      actor: record.actor,
      provenance: record.provenance,
      source: record.source,
      type: record.type,
      event: removed.has(record.position) ? null : record.event,
      correctedBy: effective.get(record.position)?.corrected?.position ?? correctedBy(record.position),
      removed: removed.get(record.position) ?? null,
      inEffect: effective.has(record.position)
    }))
  }
}

/** The event that replaced a position: its removal, or else the last correction of it that was not removed itself. */
const pointers = (records: ReadonlyArray<RecordedEvent>): ((position: number) => number | null) => {
  const all = records.flatMap(({ event, position }) =>
    event === null || !isPointer(event)
      ? []
      : [{ at: event.position, by: position, removes: event._tag === "Redacted" }]
  )
  const removed = new Set(all.flatMap(({ at, removes }) => (removes ? [at] : [])))
  return (position) =>
    all
      .filter(({ at, by, removes }) => at === position && (removes || !removed.has(by)))
      .sort((a, b) => Number(a.removes) - Number(b.removes) || a.by - b.by)
      .at(-1)?.by ?? null
}

/** The day of a record; that of a correction or removal is the day of the event it points at, as in the lens. */
const dayOf = ({ effectiveOn, event }: RecordedEvent, log: ReadonlyMap<number, RecordedEvent>): Day =>
  event === null || !isPointer(event) ? effectiveOn : (log.get(event.position)?.effectiveOn ?? effectiveOn)
