/**
 * What was measured, beside what was to be reached: figures that can be compared stand in one series, and series that
 * contradict each other are never joined but name each other.
 */
import { Day } from "@frist/domain/Day"
import * as Plan from "@frist/domain/Plan"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { Entry } from "@frist/domain/Lens"
import { Fact } from "@frist/domain/Event"
import { Provenance, Source } from "@frist/domain/RecordedEvent"
import { isCeiling, periodKind, reaches, speaking } from "@frist/domain/measures/MeasureComparison"
import { changeNamed } from "@frist/domain/measures/MeasureName"
import * as Schema from "effect/Schema"
import { type Contradicted, contradictionsIn, type Figure, type Read, seriesOf } from "./MeasureSeries.ts"
import { heading, headingOf, type Log, ShownActivity, shownActivity, standingIn, type ViewTimes } from "./View.ts"

/** How a figure is known: the event, its day, when and by whom it was recorded, and where it was read. */
const known = {
  position: Schema.Int,
  words: Schema.String,
  effectiveOn: Day,
  recordedAt: Schema.String,
  actor: Schema.String,
  provenance: Provenance,
  source: Schema.NullOr(Source),
  correctedBy: Schema.NullOr(Schema.Int)
}

/** `change` is set where it is a change and not a level that is to be reached; `ceiling` where it is to be kept below. */
export const MeasureTarget = Schema.Struct({
  ...known,
  measure: Schema.String,
  value: Schema.NullOr(Schema.Finite),
  unit: Schema.NullOr(Schema.String),
  change: Schema.NullOr(Schema.Literals(["increase", "decrease"])),
  ceiling: Schema.Boolean
})
export type MeasureTarget = typeof MeasureTarget.Type

/** `sincePrevious` is the change from the figure before it in per cent, null where either is hedged or a share. */
export const Measured = Schema.Struct({
  ...known,
  measure: Schema.String,
  value: Schema.Finite,
  qualifier: Fact.cases.MeasurementRecorded.fields.qualifier,
  period: Schema.NullOr(PlannedDate),
  sincePrevious: Schema.NullOr(Schema.Finite)
})
export type Measured = typeof Measured.Type

/** Two figures that cannot both be right: one of this series, by position, and one of another, by number and position. */
export const Contradiction = Schema.Struct({ position: Schema.Int, series: Schema.Int, other: Schema.Int })

/** `met` is by the last figure of the series: `unknown` where what the figure can mean lies on both sides. */
export const Against = Schema.Struct({ target: Schema.Int, met: Schema.Literals(["yes", "no", "unknown"]) })

/** Figures of one measure, unit and kind of period. `months` are those that the periods have in common, `01/10`. */
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

export const MeasuredActivity = Schema.Struct({
  ...ShownActivity.fields,
  targets: Schema.Array(MeasureTarget),
  series: Schema.Array(Series)
})
export type MeasuredActivity = typeof MeasuredActivity.Type

export const Measures = Schema.Struct({
  view: Schema.Literal("frist/measures"),
  ...heading,
  activities: Schema.Array(MeasuredActivity)
})
export type Measures = typeof Measures.Type

/** The figures of a plan, or of one activity with its parts. Activities without any are left out. */
export const measures = (log: Log, times: ViewTimes, activity?: string): Measures => {
  const plan = standingIn(log, times).plan
  const figures = figuresOf(log, times)
  return {
    view: "frist/measures",
    ...headingOf(log, plan, times),
    activities: [...plan.activities.values()]
      .filter((each) => activity === undefined || each.id === activity || each.parent === activity)
      .flatMap((each) => {
        const own = figures.get(each.id)
        return own === undefined || own.targets.size + own.measurements.length === 0 ? [] : [measured(each, own)]
      })
  }
}

interface Figures {
  readonly targets: Map<string, Figure<Plan.Target>>
  readonly measurements: Array<Read>
  /** Measurements as told, and the last of each measure and period. */
  readonly told: Set<string>
  readonly last: Map<string, string>
}

/** The figures of each activity in the order in which they took effect; of a measure's targets, the last. */
const figuresOf = (log: Log, times: ViewTimes): ReadonlyMap<string, Figures> => {
  const found = new Map<string, Figures>()
  for (const entry of standingIn(log, times).entries) {
    const { fact, record } = entry
    if (record.activity === null) continue
    const own = found.get(record.activity)
    if (own === undefined) {
      if (fact._tag === "ActivityRegistered")
        found.set(record.activity, { targets: new Map(), measurements: [], told: new Set(), last: new Map() })
    } else if (fact._tag === "TargetSet") own.targets.set(fact.measure, { entry, fact })
    else if (fact._tag === "MeasurementRecorded") {
      const told = JSON.stringify([fact.measure, fact.value, fact.unit, fact.qualifier, fact.period, fact.words])
      const of = JSON.stringify([fact.measure, fact.period?.edtf ?? fact.period?.words.trim()])
      // A document says any earlier figure again, a person only the last: as `Plan.repeats`, for many figures.
      if (record.source === null ? own.last.get(of) === told : own.told.has(told)) continue
      own.measurements.push({ entry, fact })
      own.told.add(told)
      own.last.set(of, told)
    }
  }
  return found
}

const measured = (activity: Plan.Activity, figures: Figures): MeasuredActivity => {
  const targets = [...figures.targets.values()]
  const read = figures.measurements
  const series = seriesOf(read)
  const contradictions = contradictionsIn(series)
  const speaks = speaking(
    targets.map(({ fact }) => fact),
    read.map(({ fact }) => fact)
  )
  return {
    ...shownActivity(activity),
    targets: targets.map(({ entry, fact }) => ({
      ...knownOf(entry, fact.words),
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
  own: ReadonlyArray<Read>,
  { unit, ...last }: Plan.Measurement,
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
      ...knownOf(entry, fact.words),
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
const growth = (before: Read | undefined, fact: Plan.Measurement): number | null =>
  before === undefined ||
  before.fact.qualifier !== null ||
  fact.qualifier !== null ||
  fact.unit === "%" ||
  before.fact.value === 0 ||
  PlannedDate.same(before.fact.period, fact.period)
    ? null
    : finite(Math.round(((fact.value - before.fact.value) / Math.abs(before.fact.value)) * 1000) / 10)

const finite = (n: number): number | null => (Number.isFinite(n) ? n : null)

const knownOf = ({ corrected, record }: Entry, words: string) => ({
  position: record.position,
  words,
  effectiveOn: record.effectiveOn,
  recordedAt: new Date(record.recordedAt).toISOString(),
  actor: record.actor,
  provenance: record.provenance,
  source: record.source,
  correctedBy: corrected?.position ?? null
})
