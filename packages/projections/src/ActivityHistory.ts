/**
 * The history of one activity: everything recorded about it, in the order in which it took effect, corrections
 * beside what they put right.
 */
import { Day, Event, lens, Plan, Provenance, Source } from "@frist/domain"
import * as Schema from "effect/Schema"
import { heading, headingOf, type Log, ShownActivity, shownActivity, type ViewTimes } from "./View.ts"

export const HistoryEntry = Schema.Struct({
  position: Schema.Int,
  effectiveOn: Day.Day,
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

/** The history of the activity with that id; `activity` is null where none is registered by then. */
export const activityHistory = (log: Log, times: ViewTimes, id: string): ActivityHistory => {
  const plan = Plan.at(log, times)
  const known = times.knownAt ?? Infinity
  const standing = new Map(lens(log, times).map((entry) => [entry.record.position, entry]))
  const own = log.filter(
    (record) =>
      record.activity === id &&
      record.recordedAt <= known &&
      (times.asOf === undefined || record.effectiveOn <= times.asOf)
  )
  const corrections = new Map<number, number>()
  for (const record of own) {
    if (record.event?._tag === "Corrected" || record.event?._tag === "Redacted") {
      corrections.set(record.event.position, record.position)
    }
  }
  const found = [...plan.activities.values()].find((activity) => activity.id === id)
  return {
    view: "frist/activity-history",
    ...headingOf(log, plan, times),
    activity: found === undefined ? null : shownActivity(found),
    entries: [...own]
      .sort((a, b) =>
        a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.position - b.position
      )
      .map((record) => ({
        position: record.position,
        effectiveOn: record.effectiveOn,
        recordedAt: new Date(record.recordedAt).toISOString(),
        actor: record.actor,
        provenance: record.provenance,
        source: record.source,
        type: record.type,
        event: record.event,
        correctedBy: corrections.get(record.position) ?? null,
        stands: standing.has(record.position)
      }))
  }
}
