/**
 * The shares of a slip: what was inherited from the activities waited for, and what is the activity's own. Dates may be
 * imprecise, so each share is the interval of all that the dates can mean.
 */
import { Day } from "@frist/domain/Day"
import type { PlannedDate, Slip } from "@frist/domain/PlannedDate"

/** A stretch of days, as day numbers. Where an end is unknown it lies `far` away. */
export interface DaySpan {
  readonly earliest: number
  readonly latest: number
}

/** Far beyond every day. Sums of it stay exact, and no sum of days reaches half of it. */
const far = 2 ** 40

/** The span of what is waited for where nothing is. */
export const nothingWaited: DaySpan = { earliest: -far, latest: -far }

/** Returns the days that a date can mean; every day if it is unread or missing. */
export const spanOf = (date: PlannedDate | null): DaySpan => ({
  earliest: date?.earliest == null ? -far : Day.toNumber(date.earliest),
  latest: date?.latest == null ? far : Day.toNumber(date.latest)
})

/** Returns the span of the latest of several dates; `nothingWaited` of none. */
export const latestOf = (spans: ReadonlyArray<DaySpan>): DaySpan =>
  spans.reduce(
    (a, b) => ({ earliest: Math.max(a.earliest, b.earliest), latest: Math.max(a.latest, b.latest) }),
    nothingWaited
  )

/** The inherited and the own share of a slip. For exact dates they add up to it. */
export interface SlipShares {
  readonly inherited: Slip
  readonly own: Slip
}

/** A move to a date, and the latest date of what was waited for. */
interface Step {
  readonly to: DaySpan
  readonly waited: DaySpan
}

/**
 * Returns the shares of successive moves from a first date. Of a move from d to e, while what is waited for comes at b,
 * `max(0, min(b, e) - d)` is inherited and the rest is own. A date between two moves is the same day in both.
 *
 * The intervals are exact. A sum is greatest where each date lies at an end, so those are tried in turn. For the least, the
 * best place of each date follows from the one after it, since a step costs at most the days it passes.
 */
export const sharesOf = (first: DaySpan, steps: ReadonlyArray<Step>): SlipShares => {
  const last = steps.at(-1)?.to ?? first
  const least = leastInherited(last.earliest, first, steps)
  const beside = leastInherited(last.latest, first, steps)
  return {
    inherited: slip(
      least.inherited,
      greatest(
        first,
        steps,
        () => 0,
        () => 0
      )
    ),
    own: slip(
      -greatest(
        first,
        steps,
        (day) => day,
        (day) => -day
      ),
      last.latest - beside.first - beside.inherited
    )
  }
}

const slip = (min: number, max: number): Slip => ({ min: known(min), max: known(max) })

// Adding zero turns -0 into 0.
const known = (days: number): number | null => (Math.abs(days) > far / 2 ? null : days + 0)

/** The least that is inherited where the last date is `end`, and the first day that gives it. */
const leastInherited = (end: number, first: DaySpan, steps: ReadonlyArray<Step>) => {
  let [day, inherited] = [end, 0]
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const from = steps[at - 1]?.to ?? first
    const reached = Math.min(steps[at]?.waited.earliest ?? -far, day)
    inherited += Math.max(0, reached - from.latest)
    day = Math.max(from.earliest, Math.min(reached, from.latest))
  }
  return { inherited, first: day }
}

/** The greatest sum of what is inherited, a value of the first day and one of the last. */
const greatest = (
  { earliest, latest }: DaySpan,
  steps: ReadonlyArray<Step>,
  ofFirst: (day: number) => number,
  ofLast: (day: number) => number
): number => {
  let ends = [earliest, latest].map((day) => ({ day, sum: ofFirst(day) }))
  for (const { to, waited } of steps) {
    ends = [to.earliest, to.latest].map((day) => ({
      day,
      sum: Math.max(...ends.map((from) => from.sum + Math.max(0, Math.min(waited.latest, day) - from.day)))
    }))
  }
  return Math.max(...ends.map(({ day, sum }) => sum + ofLast(day)))
}
