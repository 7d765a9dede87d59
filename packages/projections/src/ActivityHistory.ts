/**
 * The history of one activity: everything recorded about it, in the order in which it took effect, corrections
 * beside what they put right.
 */
import { Day } from "@frist/domain/Day"
import { Event } from "@frist/domain/Event"
import { Provenance, type RecordedEvent, Source } from "@frist/domain/RecordedEvent"
import * as Schema from "effect/Schema"
import { heading, headingOf, type Log, ShownActivity, shownActivity, standingIn, type ViewTimes } from "./View.ts"

export const HistoryEntry = Schema.Struct({
  position: Schema.Int,
  effectiveOn: Day,
  recordedAt: Schema.String,
  actor: Schema.String,
  provenance: Provenance,
  source: Schema.NullOr(Source),
  type: Schema.String,
  /** What was recorded; null where its content was removed by a decision. */
  event: Schema.NullOr(Event),
  /** The position of the correction or removal that put this event aside or in other words. */
  correctedBy: Schema.NullOr(Schema.Int),
  /** Whether the event, as recorded or as corrected, counts in the views. */
  stands: Schema.Boolean
})
export type HistoryEntry = typeof HistoryEntry.Type

export const ActivityHistory = Schema.Struct({
  view: Schema.Literal("frist/activity-history"),
  ...heading,
  activity: Schema.NullOr(ShownActivity),
  entries: Schema.Array(HistoryEntry)
})
export type ActivityHistory = typeof ActivityHistory.Type

/**
 * The history of the activity with that id, or of the plan itself where it is null; `activity` is null where none is
 * registered by then.
 */
export const activityHistory = (log: Log, times: ViewTimes, id: string | null): ActivityHistory => {
  const plan = standingIn(log, times).plan
  const known = times.knownAt ?? Infinity
  const standing = new Map(standingIn(log, times).entries.map((entry) => [entry.record.position, entry]))
  const byPosition = new Map(log.map((record) => [record.position, record]))
  const own = log
    .filter((record) => record.activity === id && record.recordedAt <= known)
    .filter((record) => times.asOf === undefined || toldOf(record, byPosition) <= times.asOf)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.position - b.position))
  const putAside = pointers(own)
  const found = [...plan.activities.values()].find((activity) => activity.id === id)
  return {
    view: "frist/activity-history",
    ...headingOf(log, plan, times),
    activity: found === undefined ? null : shownActivity(found),
    entries: own.map((record) => ({
      position: record.position,
      effectiveOn: record.effectiveOn,
      recordedAt: new Date(record.recordedAt).toISOString(),
      actor: record.actor,
      provenance: record.provenance,
      source: record.source,
      type: record.type,
      event: record.event,
      correctedBy: standing.get(record.position)?.corrected?.position ?? putAside(record.position),
      stands: standing.has(record.position)
    }))
  }
}

/** What put a position aside: its removal, or else the last correction of it that was not removed itself. */
const pointers = (records: Log): ((position: number) => number | null) => {
  const all = records.flatMap(({ event, position }) =>
    event?._tag === "Corrected" || event?._tag === "Redacted"
      ? [{ at: event.position, by: position, removes: event._tag === "Redacted" }]
      : []
  )
  const removed = new Set(all.flatMap(({ at, removes }) => (removes ? [at] : [])))
  return (position) =>
    all
      .filter(({ at, by, removes }) => at === position && (removes || !removed.has(by)))
      .sort((a, b) => Number(a.removes) - Number(b.removes) || a.by - b.by)
      .at(-1)?.by ?? null
}

/** The day a record is about: a correction or removal is about the day of what it puts right, as in the lens. */
const toldOf = ({ effectiveOn, event }: RecordedEvent, log: ReadonlyMap<number, RecordedEvent>): Day =>
  event?._tag === "Corrected" || event?._tag === "Redacted"
    ? (log.get(event.position)?.effectiveOn ?? effectiveOn)
    : effectiveOn
