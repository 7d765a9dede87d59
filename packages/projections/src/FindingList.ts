/**
 * The open findings: those of the latest edition and those raised by hand, each with its place in the document.
 */
import { Day } from "@frist/domain/Day"
import { Severity } from "@frist/domain/Event"
import { seenOn } from "@frist/domain/plan/Finding"
import { type RecordedEvent, Source } from "@frist/domain/RecordedEvent"
import * as Schema from "effect/Schema"
import type { History } from "./History.ts"
import { heading, severityRank, ShownFinding, shownFinding, viewHeading } from "./View.ts"
import { instantText } from "./InstantText.ts"

/**
 * `activity` is null for a finding about the plan or a whole document. `raisedOn` is the day of the last document that
 * shows it; `source` is the place where it was first seen. `recordedAt` is an instant in ISO 8601.
 */
const FindingRow = Schema.Struct({
  ...ShownFinding.fields,
  activity: Schema.NullOr(Schema.String),
  area: Schema.NullOr(Schema.String),
  goal: Schema.NullOr(Schema.String),
  raisedOn: Day,
  recordedAt: Schema.String,
  actor: Schema.String,
  source: Schema.NullOr(Source)
})

/** The open findings of a plan, with the place where each was seen. */
export const FindingList = Schema.Struct({
  view: Schema.Literal("frist/findings"),
  ...heading,
  findings: Schema.Array(FindingRow)
})
export type FindingList = typeof FindingList.Type

/** Only findings of these severities; default: all. */
interface FindingScope {
  readonly severities?: ReadonlyArray<Severity> | undefined
}

/** Selects the findings, errors first, then warnings; within a severity in the order in which they were recorded. */
export const findingList = (history: History, { severities }: FindingScope = {}): FindingList => {
  const { entries, plan } = history
  const all = [
    ...plan.findings.map((found) => ({ found, activity: null })),
    ...[...plan.activities.values()].flatMap((activity) => activity.findings.map((found) => ({ found, activity })))
  ]
  const raised = new Set(all.map(({ found }) => found.position))
  const records = new Map<number, RecordedEvent>()
  for (const { record } of entries) if (raised.has(record.position)) records.set(record.position, record)
  const rows = all
    .filter(({ found }) => severities === undefined || severities.includes(found.finding.severity))
    .sort(
      (a, b) =>
        severityRank[a.found.finding.severity] - severityRank[b.found.finding.severity] ||
        a.found.position - b.found.position
    )
    .flatMap(({ activity, found }): ReadonlyArray<typeof FindingRow.Type> => {
      const record = records.get(found.position)
      return record === undefined
        ? []
        : [
            {
              ...shownFinding(found),
              activity: activity?.id ?? null,
              area: activity?.area ?? null,
              goal: activity?.goal ?? null,
              raisedOn: seenOn(found),
              recordedAt: instantText(record.recordedAt),
              actor: record.actor,
              source: record.source
            }
          ]
    })
  return { view: "frist/findings", ...viewHeading(history), findings: rows }
}
