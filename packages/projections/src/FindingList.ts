/**
 * The findings that stand: what the latest edition gave rise to, and what was raised by hand, with where each was seen.
 */
import { Day } from "@frist/domain/Day"
import { Severity } from "@frist/domain/Event"
import { Source } from "@frist/domain/RecordedEvent"
import * as Schema from "effect/Schema"
import {
  heading,
  headingOf,
  type Log,
  severityRank,
  ShownFinding,
  shownFinding,
  standingIn,
  type ViewTimes
} from "./View.ts"

/** `activity` is null for a finding about the plan or a whole document. `recordedAt` is an instant in ISO 8601. */
export const FindingRow = Schema.Struct({
  ...ShownFinding.fields,
  activity: Schema.NullOr(Schema.String),
  area: Schema.NullOr(Schema.String),
  goal: Schema.NullOr(Schema.String),
  raisedOn: Day,
  recordedAt: Schema.String,
  actor: Schema.String,
  source: Schema.NullOr(Source)
})
export type FindingRow = typeof FindingRow.Type

export const Findings = Schema.Struct({
  view: Schema.Literal("frist/findings"),
  ...heading,
  findings: Schema.Array(FindingRow)
})
export type Findings = typeof Findings.Type

/** Only those of these severities; all without them. */
export interface FindingScope {
  readonly severities?: ReadonlyArray<Severity> | undefined
}

/** Errors first, then warnings; within a severity in the order in which they were recorded. */
export const findings = (log: Log, times: ViewTimes, { severities }: FindingScope = {}): Findings => {
  const plan = standingIn(log, times).plan
  const records = new Map(standingIn(log, times).entries.map(({ record }) => [record.position, record]))
  const all = [
    ...plan.findings.map((found) => ({ found, activity: null })),
    ...[...plan.activities.values()].flatMap((activity) => activity.findings.map((found) => ({ found, activity })))
  ]
  const rows = all
    .filter(({ found }) => severities === undefined || severities.includes(found.finding.severity))
    .sort(
      (a, b) =>
        severityRank[a.found.finding.severity] - severityRank[b.found.finding.severity] ||
        a.found.position - b.found.position
    )
    .flatMap(({ activity, found }): ReadonlyArray<FindingRow> => {
      const record = records.get(found.position)
      return record === undefined
        ? []
        : [
            {
              ...shownFinding(found),
              activity: activity?.id ?? null,
              area: activity?.area ?? null,
              goal: activity?.goal ?? null,
              raisedOn: found.raisedOn,
              recordedAt: new Date(record.recordedAt).toISOString(),
              actor: record.actor,
              source: record.source
            }
          ]
    })
  return { view: "frist/findings", ...headingOf(log, plan, times), findings: rows }
}
