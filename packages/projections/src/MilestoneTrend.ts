/**
 * The milestone trend: at each day of reporting what was forecast of each activity, how fast that slips, and where it
 * leads. The extrapolation is computed whenever it is shown and never stored.
 */
import { Day } from "@frist/domain/Day"
import * as Plan from "@frist/domain/Plan"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { lens } from "@frist/domain/Lens"
import { Provenance } from "@frist/domain/RecordedEvent"
import { isClosed } from "@frist/domain/Status"
import * as Schema from "effect/Schema"
import { inOrder } from "./Board.ts"
import { tallyMoves, MoveTally } from "./DeadlineHistory.ts"
import { Extrapolation, extrapolated, type Reported, SlipRate, slipRate } from "./SlipRate.ts"
import { heading, headingOf, type Log, ShownActivity, shownActivity, type ViewTimes } from "./View.ts"

/** What was forecast by the end of a day of reporting; null where there was no date. */
export const TrendReport = Schema.Struct({
  on: Day,
  forecast: Schema.NullOr(PlannedDate),
  /** How the forecast became known, where it changed on that day. */
  moved: Schema.NullOr(Provenance)
})
export type TrendReport = typeof TrendReport.Type

export const TrendRow = Schema.Struct({
  ...ShownActivity.fields,
  reports: Schema.Array(TrendReport),
  /** The day on which it was reported done, with the date given for it. */
  completed: Schema.NullOr(Schema.Struct({ reportedOn: Day, on: Schema.NullOr(PlannedDate) })),
  tally: MoveTally,
  /** From the first report with a date to the last; null with fewer than two. */
  rate: Schema.NullOr(SlipRate),
  /** From three such reports on, while the activity is open. */
  extrapolation: Schema.NullOr(Extrapolation)
})
export type TrendRow = typeof TrendRow.Type

export const MilestoneTrend = Schema.Struct({
  view: Schema.Literal("frist/milestone-trend"),
  ...heading,
  reviews: Schema.Array(Day),
  activities: Schema.Array(TrendRow)
})
export type MilestoneTrend = typeof MilestoneTrend.Type

/** Activities that were open at a day of reporting, or done since the first, in the order of registration. */
export const milestoneTrend = (log: Log, times: ViewTimes): MilestoneTrend => {
  const plan = Plan.at(log, times)
  const reviews = [...new Set(plan.reviews)].sort()
  const courses = coursesOf(log, times)
  const tallies = tallyMoves(log, times)
  const rows = inOrder([...plan.activities.values()]).flatMap((activity): ReadonlyArray<TrendRow> => {
    const course = courses.get(activity.id)
    const reports = course === undefined ? [] : reportsOf(course, reviews)
    if (course === undefined || reports.length === 0) return []
    const read = reports.flatMap(({ forecast, on }): ReadonlyArray<Reported> =>
      forecast !== null && (forecast.earliest !== null || forecast.latest !== null) ? [{ on, forecast }] : []
    )
    const [first, last] = [read[0], read.at(-1)]
    const rate = first === undefined || last === undefined ? null : slipRate(first, last)
    const open = !isClosed(activity.status)
    return [
      {
        ...shownActivity(activity),
        reports,
        completed:
          activity.status._tag === "Completed" && course.closedOn !== null
            ? { reportedOn: course.closedOn, on: activity.status.on }
            : null,
        tally: tallies(activity),
        rate,
        extrapolation:
          open && read.length >= 3 && rate !== null && last !== undefined && last.on === reports.at(-1)?.on
            ? extrapolated(last, rate)
            : null
      }
    ]
  })
  return { view: "frist/milestone-trend", ...headingOf(log, plan, times), reviews, activities: rows }
}

/** What happened to one activity, day by day. */
interface Course {
  readonly from: Day
  readonly forecasts: Array<{
    readonly on: Day
    readonly forecast: PlannedDate
    readonly by: Provenance
  }>
  readonly closings: Array<{ readonly on: Day; readonly closed: boolean }>
  readonly absent: Set<Day>
  closedOn: Day | null
}

const coursesOf = (log: Log, times: ViewTimes): ReadonlyMap<string, Course> => {
  const courses = new Map<string, Course>()
  for (const { fact, record } of lens(log, times)) {
    const { activity, effectiveOn: on } = record
    if (activity === null) continue
    const known = courses.get(activity)
    if (fact._tag === "ActivityRegistered") {
      if (known !== undefined) continue
      const course: Course = { from: on, forecasts: [], closings: [], absent: new Set(), closedOn: null }
      if (fact.deadline !== null) course.forecasts.push({ on, forecast: fact.deadline, by: record.provenance })
      courses.set(activity, course)
    } else if (known === undefined) continue
    else if (fact._tag === "DeadlineMoved") known.forecasts.push({ on, forecast: fact.to, by: record.provenance })
    else if (fact._tag === "StatusChanged") {
      const closed = isClosed(fact.to)
      if (closed !== (known.closedOn !== null)) known.closedOn = closed ? on : null
      known.closings.push({ on, closed })
    } else if (fact._tag === "FindingRaised" && fact.code === "RowVanished") known.absent.add(on)
  }
  return courses
}

const reportsOf = (course: Course, reviews: ReadonlyArray<Day>): ReadonlyArray<TrendReport> => {
  const moves = course.forecasts.map(({ on }) => on)
  const days = [
    ...new Set([...moves, ...reviews.filter((day) => day >= course.from && !course.absent.has(day))])
  ].sort()
  let before: PlannedDate | null = null
  return days.flatMap((on): ReadonlyArray<TrendReport> => {
    const told = course.forecasts.findLast((each) => each.on <= on)
    const closed = course.closings.findLast((each) => each.on <= on)?.closed ?? false
    if (closed) return []
    const forecast = told?.forecast ?? null
    const moved = told !== undefined && before !== null && !PlannedDate.same(before, forecast) ? told.by : null
    before = forecast
    return [{ on, forecast, moved }]
  })
}
