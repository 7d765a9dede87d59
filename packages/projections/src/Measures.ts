/**
 * The figures of a plan with their targets. Comparable figures form one series; contradictory figures are in separate
 * series that name each other.
 */
import { Day } from "@frist/domain/Day"
import type { Activity, Measurement, Target } from "@frist/domain/plan/Activity"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { Entry } from "@frist/domain/plan/Lens"
import { Fact } from "@frist/domain/Event"
import { Provenance, Source } from "@frist/domain/RecordedEvent"
import { isCeiling, periodKind, reaches, targetMatcher } from "@frist/domain/measures/MeasureComparison"
import { changeNamed } from "@frist/domain/measures/MeasureName"
import * as Schema from "effect/Schema"
import {
  type Contradicted,
  contradictionsIn,
  type FactEntry,
  type MeasurementEntry,
  seriesOf
} from "./MeasureSeries.ts"
import type { History } from "./History.ts"
import { instantText } from "./InstantText.ts"
import { heading, ShownActivity, shownActivity, viewHeading } from "./View.ts"

/** The origin of a figure: the event, its day, when and by whom it was recorded, and its source. */
const origin = {
  position: Schema.Int,
  words: Schema.String,
  effectiveOn: Day,
  recordedAt: Schema.String,
  actor: Schema.String,
  provenance: Provenance,
  source: Schema.NullOr(Source),
  correctedBy: Schema.NullOr(Schema.Int)
}

/** `change` is set if the target is a change and not a level; `ceiling` if the figure must stay below it. */
const MeasureTarget = Schema.Struct({
  ...origin,
  measure: Schema.String,
  value: Schema.NullOr(Schema.Finite),
  unit: Schema.NullOr(Schema.String),
  change: Schema.NullOr(Schema.Literals(["increase", "decrease"])),
  ceiling: Schema.Boolean
})

/** `sincePrevious` is the change from the previous figure in per cent; null if either is hedged or a share. */
export const Measured = Schema.Struct({
  ...origin,
  measure: Schema.String,
  value: Schema.Finite,
  qualifier: Fact.cases.MeasurementRecorded.fields.qualifier,
  period: Schema.NullOr(PlannedDate),
  sincePrevious: Schema.NullOr(Schema.Finite)
})
export type Measured = typeof Measured.Type

/** Two figures that cannot both be right: one of this series, and one of another, by series number and position. */
const Contradiction = Schema.Struct({ position: Schema.Int, series: Schema.Int, other: Schema.Int })

/** `met` compares the last figure of the series: `unknown` if its possible values lie on both sides. */
const Against = Schema.Struct({ target: Schema.Int, met: Schema.Literals(["yes", "no", "unknown"]) })

/** Figures of one measure, unit and kind of period. `months` are those shared by the periods, as `01/10`. */
export const Series = Schema.Struct({
  number: Schema.Int,
  measure: Schema.String,
  unit: Schema.NullOr(Schema.String),
  periods: Schema.Literals(["year", "months", "point", "unread", "other"]),
  months: Schema.NullOr(Schema.String),
  measurements: Schema.Array(Measured),
  targets: Schema.Array(Against),
  contradicts: Schema.Array(Contradiction)
})
export type Series = typeof Series.Type

/** An activity with its targets and series. */
export const MeasuredActivity = Schema.Struct({
  ...ShownActivity.fields,
  targets: Schema.Array(MeasureTarget),
  series: Schema.Array(Series)
})
export type MeasuredActivity = typeof MeasuredActivity.Type

/** The figures of a plan in series, with their targets. */
export const Measures = Schema.Struct({
  view: Schema.Literal("frist/measures"),
  ...heading,
  activities: Schema.Array(MeasuredActivity)
})
export type Measures = typeof Measures.Type

/** Selects the figures of the plan, or of one activity with its parts. Activities without figures are left out. */
export const measures = (history: History, activity?: string): Measures => ({
  view: "frist/measures",
  ...viewHeading(history),
  activities: [...history.plan.activities.values()]
    .filter((each) => activity === undefined || each.id === activity || each.parent === activity)
    .flatMap((each) => {
      const own = figuresIn(history.entriesOf(each.id))
      return own.targets.size + own.measurements.length === 0 ? [] : [measured(each, own)]
    })
})

interface Figures {
  readonly targets: ReadonlyMap<string, FactEntry<Target>>
  readonly measurements: ReadonlyArray<MeasurementEntry>
}

/** The figures of one activity in the order in which they took effect; of a measure's targets, the last. */
const figuresIn = (entries: ReadonlyArray<Entry>): Figures => {
  const targets = new Map<string, FactEntry<Target>>()
  const measurements: Array<MeasurementEntry> = []
  const known = new Set<string>()
  const last = new Map<string, string>()
  for (const entry of entries) {
    const { fact, record } = entry
    if (fact._tag === "TargetSet") targets.set(fact.measure, { entry, fact })
    else if (fact._tag === "MeasurementRecorded") {
      const whole = JSON.stringify([fact.measure, fact.value, fact.unit, fact.qualifier, fact.period, fact.words])
      const key = JSON.stringify([fact.measure, fact.period?.edtf ?? fact.period?.words.trim()])
      // The rule of `isRepeated`, for many figures: a document repeats any earlier figure, a person only the last.
      if (record.source === null ? last.get(key) === whole : known.has(whole)) continue
      measurements.push({ entry, fact })
      known.add(whole)
      last.set(key, whole)
    }
  }
  return { targets, measurements }
}

const measured = (activity: Activity, figures: Figures): MeasuredActivity => {
  const targets = [...figures.targets.values()]
  const read = figures.measurements
  const series = seriesOf(read)
  const contradictions = contradictionsIn(series)
  const speaks = targetMatcher(
    targets.map(({ fact }) => fact),
    read.map(({ fact }) => fact)
  )
  return {
    ...shownActivity(activity),
    targets: targets.map(({ entry, fact }) => ({
      ...originOf(entry, fact.words),
      measure: fact.measure,
      value: fact.value,
      unit: fact.unit,
      change: changeNamed(fact.measure),
      ceiling: isCeiling(fact)
    })),
    series: series.flatMap((own, at) => {
      const last = own.at(-1)
      if (last === undefined) return []
      const met = targets
        .filter(({ fact }) => speaks(fact, last.fact))
        .map(({ entry, fact }) => ({ target: entry.record.position, met: reaches(last.fact, fact) }))
      return [shownSeries(own, last.fact, at + 1, met, contradictions[at] ?? [])]
    })
  }
}

const shownSeries = (
  own: ReadonlyArray<MeasurementEntry>,
  { unit, ...last }: Measurement,
  number: number,
  targets: ReadonlyArray<typeof Against.Type>,
  contradicts: ReadonlyArray<Contradicted>
): Series => {
  const { key, kind } = periodKind({ unit, period: last.period })
  return {
    number,
    measure: own[0]?.fact.measure ?? last.measure,
    unit,
    periods: kind,
    months: kind === "months" ? key : null,
    measurements: own.map(({ entry, fact }, at) => ({
      ...originOf(entry, fact.words),
      measure: fact.measure,
      value: fact.value,
      qualifier: fact.qualifier,
      period: fact.period,
      sincePrevious: growth(own[at - 1], fact)
    })),
    targets,
    contradicts: contradicts.map(({ series, ...both }) => ({ ...both, series: series + 1 }))
  }
}

/** Per cent from one figure to the next, with one decimal. */
const growth = (before: MeasurementEntry | undefined, fact: Measurement): number | null =>
  before === undefined ||
  before.fact.qualifier !== null ||
  fact.qualifier !== null ||
  fact.unit === "%" ||
  before.fact.value === 0 ||
  PlannedDate.same(before.fact.period, fact.period)
    ? null
    : finite(Math.round(((fact.value - before.fact.value) / Math.abs(before.fact.value)) * 1000) / 10)

const finite = (n: number): number | null => (Number.isFinite(n) ? n : null)

const originOf = ({ corrected, record }: Entry, words: string) => ({
  position: record.position,
  words,
  effectiveOn: record.effectiveOn,
  recordedAt: instantText(record.recordedAt),
  actor: record.actor,
  provenance: record.provenance,
  source: record.source,
  correctedBy: corrected?.position ?? null
})
