/**
 * The milestone trend: the forecast of each activity at each day of reporting, its slip rate, and its extrapolation,
 * which is computed on demand and never stored.
 */
import { Day } from "@frist/domain/Day"
import type { Entry } from "@frist/domain/plan/Lens"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { Provenance } from "@frist/domain/RecordedEvent"
import { isClosed } from "@frist/domain/Status"
import * as Schema from "effect/Schema"
import { countedOnce } from "./rows/CountedOnce.ts"
import type { History } from "./History.ts"
import { reportedBy } from "./rows/Links.ts"
import { MoveTally } from "./moves/MoveTally.ts"
import { Extrapolation, extrapolated, type ReportedDate, SlipRate, slipRate } from "./moves/SlipRate.ts"
import { Alike } from "./moves/UnlikeDates.ts"
import { heading, ShownActivity, shownActivity, viewHeading } from "./View.ts"
import { shownOrder } from "./rows/PartOrder.ts"

/**
 * The forecast by the end of a day of reporting; null if there was no date. `alike`: it measures the same as the first date.
 */
const TrendReport = Schema.Struct({
  on: Day,
  forecast: Schema.NullOr(PlannedDate),
  alike: Alike,
  /** The provenance of the forecast, if it changed on that day. */
  moved: Schema.NullOr(Provenance)
})
type TrendReport = typeof TrendReport.Type

/** An activity with its reports. */
export const TrendRow = Schema.Struct({
  ...ShownActivity.fields,
  reports: Schema.Array(TrendReport),
  /** The day on which it was reported done, and the date given for it. */
  completed: Schema.NullOr(Schema.Struct({ reportedOn: Day, on: Schema.NullOr(PlannedDate) })),
  tally: MoveTally,
  /** From the first dated report to the last; null with fewer than two. */
  rate: Schema.NullOr(SlipRate),
  /** With three dated reports or more, while the activity is open. */
  extrapolation: Schema.NullOr(Extrapolation)
})
export type TrendRow = typeof TrendRow.Type

/** The milestone trend: the reports of each activity, its slip rate and extrapolation. */
export const MilestoneTrend = Schema.Struct({
  view: Schema.Literal("frist/milestone-trend"),
  ...heading,
  reviews: Schema.Array(Day),
  activities: Schema.Array(TrendRow)
})
export type MilestoneTrend = typeof MilestoneTrend.Type

/**
 * Selects the activities that were open at a day of reporting, in the order of registration. A milestone that stands for
 * one of them is left out: it has the same line.
 */
export const milestoneTrend = (history: History): MilestoneTrend => {
  const { plan } = history
  const reviews = [...new Set(plan.reviews)].sort()
  const rows = shownOrder([...plan.activities.values()]).flatMap((activity): ReadonlyArray<TrendRow> => {
    const reporting = history.entriesOf(reportedBy(activity, plan).id)
    const seen = reportsOf(history.entriesOf(activity.id), reporting, reviews)
    const start = activity.original === null ? seen.find(({ forecast }) => forecast !== null)?.on : undefined
    const wasUnlike = start !== undefined && history.isUnlike(activity.id, start)
    const reports = seen.map((each) => ({ ...each, alike: history.isUnlike(activity.id, each.on) === wasUnlike }))
    if (reports.length === 0) return []
    const dated = reports.flatMap(({ forecast, on }): ReadonlyArray<ReportedDate> =>
      forecast !== null && (forecast.earliest !== null || forecast.latest !== null) ? [{ on, forecast }] : []
    )
    const [first, last] = [dated[0], dated.at(-1)]
    const tally = history.tallyOf(activity)
    const rate = first === undefined || last === undefined || !tally.alike ? null : slipRate(first, last)
    const closedOn = history.closedOn(activity.id)
    return [
      {
        ...shownActivity(activity),
        reports,
        completed:
          activity.status._tag === "Completed" && closedOn !== null
            ? { reportedOn: closedOn, on: activity.status.on }
            : null,
        tally,
        rate,
        extrapolation:
          !isClosed(activity.status) &&
          dated.length >= 3 &&
          rate !== null &&
          last !== undefined &&
          last.on === reports.at(-1)?.on
            ? extrapolated(last, rate)
            : null
      }
    ]
  })
  return { view: "frist/milestone-trend", ...viewHeading(history), reviews, activities: countedOnce(rows, plan) }
}

/**
 * The reports of one activity: at each move and each review, from its registration on, while it was open. `reporting` are
 * the entries that have its status.
 */
const reportsOf = (
  entries: ReadonlyArray<Entry>,
  reporting: ReadonlyArray<Entry>,
  reviews: ReadonlyArray<Day>
): ReadonlyArray<Omit<TrendReport, "alike">> => {
  const first = entries[0]
  if (first?.fact._tag !== "ActivityRegistered") return []
  const forecasts: Array<{ readonly on: Day; readonly forecast: PlannedDate; readonly by: Provenance }> = []
  const closings: Array<{ readonly on: Day; readonly closed: boolean }> = []
  const absent = new Set<Day>()
  for (const entry of entries) {
    const { fact, record } = entry
    const { effectiveOn: on, provenance: by } = record
    if (entry === first) {
      if (first.fact.deadline !== null) forecasts.push({ on, forecast: first.fact.deadline, by })
    } else if (fact._tag === "DeadlineMoved") forecasts.push({ on, forecast: fact.to, by })
    else if (fact._tag === "FindingRaised" && fact.code === "RowVanished") absent.add(on)
  }
  for (const { fact, record } of reporting) {
    if (fact._tag === "StatusChanged") closings.push({ on: record.effectiveOn, closed: isClosed(fact.to) })
  }
  const attended = reviews.filter((day) => day >= first.record.effectiveOn && !absent.has(day))
  const days = [...new Set([...forecasts.map(({ on }) => on), ...attended])].sort()
  let before: PlannedDate | null = null
  // Entries are in the order of their days, so the last ones by a day are found in passing.
  let [forecastsBy, closingsBy] = [0, 0]
  return days.flatMap((on): ReadonlyArray<Omit<TrendReport, "alike">> => {
    while ((forecasts[forecastsBy]?.on ?? "\uffff") <= on) forecastsBy += 1
    while ((closings[closingsBy]?.on ?? "\uffff") <= on) closingsBy += 1
    const latest = forecasts[forecastsBy - 1]
    if (closings[closingsBy - 1]?.closed ?? false) return []
    const forecast = latest?.forecast ?? null
    const moved = latest !== undefined && before !== null && !PlannedDate.same(before, forecast) ? latest.by : null
    before = forecast
    return [{ on, forecast, moved }]
  })
}
