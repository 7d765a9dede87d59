/**
 * The parts that every view shares: its heading, its activities and its findings. Shapes are versioned, since other
 * programs read them as JSON.
 */
import { Day } from "@frist/domain/Day"
import type { OpenFinding } from "@frist/domain/plan/Finding"
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { Fact, Kind, Severity } from "@frist/domain/Event"
import { Status } from "@frist/domain/Status"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Schema from "effect/Schema"
import type { History } from "./History.ts"
import { instantText } from "./InstantText.ts"
import { RemovedEvent } from "./RemovedEvents.ts"

/**
 * The fields at the head of every view. `knownAt` is an instant in ISO 8601; `events` counts those recorded by then, of which
 * `removed` have lost their content by a decision.
 */
export const heading = {
  version: Schema.Literal(1),
  plan: Schema.NullOr(Schema.String),
  title: Schema.NullOr(Schema.String),
  asOf: Schema.NullOr(Day),
  knownAt: Schema.NullOr(Schema.String),
  today: Day,
  events: Schema.Int,
  removed: Schema.Array(RemovedEvent)
}

/** Fills the heading of a view from its history. */
export const viewHeading = ({ events, plan, removed, times }: History) => ({
  version: 1 as const,
  plan: events[0]?.plan ?? null,
  title: plan.title,
  asOf: times.asOf ?? null,
  knownAt: times.knownAt === undefined ? null : instantText(times.knownAt),
  today: times.today,
  events: times.knownAt === undefined ? events.length : countKnown(events, times.knownAt),
  removed
})

const countKnown = (events: ReadonlyArray<RecordedEvent>, instant: number): number =>
  events.filter(({ recordedAt }) => recordedAt <= instant).length

/** A finding as a view shows it; `position` is that of the event that raised it. */
export const ShownFinding = Schema.Struct({
  position: Schema.Int,
  code: Fact.cases.FindingRaised.fields.code,
  severity: Severity,
  column: Schema.NullOr(Schema.String),
  words: Schema.String,
  /** The reason for its waiver; null if it is not waived. */
  waived: Schema.NullOr(Schema.String)
})
export type ShownFinding = typeof ShownFinding.Type

/** Shows a finding as views do. */
export const shownFinding = ({ finding, position, waived }: OpenFinding): ShownFinding => ({
  position,
  code: finding.code,
  severity: finding.severity,
  column: finding.column,
  words: finding.words,
  waived
})

/** Ranks severities, the most severe first. */
export const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Shows findings, the most severe first, then by column, code and words, independent of the order of the log. */
export const shownFindings = (found: ReadonlyArray<OpenFinding>): ReadonlyArray<ShownFinding> => {
  const key = ({ code, column, words }: ShownFinding) => `${column ?? ""}\0${code}\0${words}`
  return found
    .map(shownFinding)
    .sort(
      (a, b) =>
        severityRank[a.severity] - severityRank[b.severity] ||
        (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.position - b.position)
    )
}

/** The texts, the status and the dates that every view shows of an activity. */
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

/** Shows an activity as views do. */
export const shownActivity = (activity: Activity): ShownActivity => ({
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

/** The words of a status cell that state no status, and the code of the finding that keeps them. */
export const UnstatedCell = Schema.Struct({ code: Fact.cases.FindingRaised.fields.code, words: Schema.String })
export type UnstatedCell = typeof UnstatedCell.Type

/** The findings about such cells, the first of which is shown. */
const unstated = ["StatusUnreadable", "ColourUnknown", "CompletionAhead", "StatusNotBegun"]

/** Whether a finding keeps the words of a status cell that state no status. */
export const isAboutStatusCell = (code: string): boolean => unstated.includes(code)

/** Returns the status cell that left an activity without a status, while the finding about it is open. */
export const unstatedCell = ({ findings, status }: Pick<Activity, "findings" | "status">): UnstatedCell | null => {
  if (status._tag !== "NotStated") return null
  for (const code of unstated) {
    const found = findings.findLast(({ finding }) => finding.code === code)
    if (found !== undefined) return { code: found.finding.code, words: found.finding.words }
  }
  return null
}
