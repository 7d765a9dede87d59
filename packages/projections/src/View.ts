/**
 * What every view shares: the times it was asked for, and how an activity is shown. Shapes are versioned, since other
 * programs read them as JSON.
 */
import { Day } from "@frist/domain/Day"
import * as Plan from "@frist/domain/Plan"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { type Entry, lens, type Times } from "@frist/domain/Lens"
import { Fact, Kind, Severity } from "@frist/domain/Event"
import { Status } from "@frist/domain/Status"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Schema from "effect/Schema"

/** The times of a view: `today` decides what is late and is always given; the others as in the lens. */
export interface ViewTimes extends Times {
  readonly today: Day
}

/** The log of one plan, all of its events, in any order. */
export type Log = ReadonlyArray<RecordedEvent>

/** What stands in a log at these times, and the plan that it makes. */
export interface Standing {
  readonly entries: ReadonlyArray<Entry>
  readonly plan: Plan.Plan
}

const known = new WeakMap<Log, { readonly times: ViewTimes; readonly events: number; readonly standing: Standing }>()

/** Views of one log at the same times are often asked for together: what they share is found once. */
export const standingIn = (log: Log, times: ViewTimes): Standing => {
  const last = known.get(log)
  if (last?.times === times && last.events === log.length) return last.standing
  const entries = lens(log, times)
  const plan = Plan.draft({ ...Plan.initial, log })
  for (const { fact, record } of entries) Plan.evolve(plan, fact, record)
  const standing = { entries, plan }
  known.set(log, { times, events: log.length, standing })
  return standing
}

/** What stands at the head of every view. `knownAt` is an instant in ISO 8601; `events` counts what was known by then. */
export const heading = {
  version: Schema.Literal(1),
  plan: Schema.NullOr(Schema.String),
  title: Schema.NullOr(Schema.String),
  asOf: Schema.NullOr(Day),
  knownAt: Schema.NullOr(Schema.String),
  today: Day,
  events: Schema.Int
}

/** The heading of a view over a log. */
export const headingOf = (log: Log, plan: Plan.Plan, times: ViewTimes) => ({
  version: 1 as const,
  plan: log[0]?.plan ?? null,
  title: plan.title,
  asOf: times.asOf ?? null,
  knownAt: times.knownAt === undefined ? null : new Date(times.knownAt).toISOString(),
  today: times.today,
  events: knownBy(log, times.knownAt ?? Infinity)
})

const knownBy = (log: Log, instant: number): number => log.filter((each) => each.recordedAt <= instant).length

/** A finding as a view shows it; `position` is that of the event that raised it. */
export const ShownFinding = Schema.Struct({
  position: Schema.Int,
  code: Fact.cases.FindingRaised.fields.code,
  severity: Severity,
  column: Schema.NullOr(Schema.String),
  words: Schema.String,
  /** The reason it was waived for, or null where it was not. */
  waived: Schema.NullOr(Schema.String)
})
export type ShownFinding = typeof ShownFinding.Type

export const shownFinding = ({ finding, position, waived }: Plan.Found): ShownFinding => ({
  position,
  code: finding.code,
  severity: finding.severity,
  column: finding.column,
  words: finding.words,
  waived
})

/** The severest first. */
export const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** The findings of an activity, or of the plan: the severest first, and in an order that the log has no part in. */
export const shownFindings = (found: ReadonlyArray<Plan.Found>): ReadonlyArray<ShownFinding> => {
  const key = ({ code, column, words }: ShownFinding) => `${column ?? ""}\0${code}\0${words}`
  return found
    .map(shownFinding)
    .sort(
      (a, b) =>
        severityRank[a.severity] - severityRank[b.severity] ||
        (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.position - b.position)
    )
}

/** The texts and dates by which an activity is known in every view. */
export const ShownActivity = Schema.Struct({
  activity: Schema.String,
  kind: Kind,
  parent: Schema.NullOr(Schema.String),
  area: Schema.NullOr(Schema.String),
  goal: Schema.NullOr(Schema.String),
  actions: Schema.NullOr(Schema.String),
  responsible: Schema.NullOr(Schema.String),
  status: Status,
  original: Schema.NullOr(PlannedDate),
  baseline: Schema.NullOr(PlannedDate),
  deadline: Schema.NullOr(PlannedDate)
})
export type ShownActivity = typeof ShownActivity.Type

export const shownActivity = (activity: Plan.Activity): ShownActivity => ({
  activity: activity.id,
  kind: activity.kind,
  parent: activity.parent,
  area: activity.area,
  goal: activity.goal,
  actions: activity.actions,
  responsible: activity.responsible,
  status: activity.status,
  original: activity.original,
  baseline: activity.baseline,
  deadline: activity.deadline
})
