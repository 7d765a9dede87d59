/**
 * Stretches of time in the unit that a reader thinks in: days up to three months, then months, then half years.
 */
import type { Slip } from "@frist/domain/PlannedDate"
import type { Spoken } from "./Spoken.ts"

const daysOfMonth = 365.25 / 12
/** From this many days a span is in months, and from this many in years. */
const [inMonths, inYears] = [92, 700]

/** Returns months in halves up to a year, so that five and a half are not called six; in whole months after it. */
const wholeOrHalf = (months: number): number => (months < 12 ? Math.round(months * 2) / 2 : Math.round(months))

/** Returns `79 dagar`, `5½ månader`, `4–11 månader`, `3½ år`, `högst 24 månader`. Null is unknown. */
export const spanWords = ({ max, min }: Slip, spoken: Spoken): string | null => {
  const { span } = spoken.text.report
  const far = Math.max(Math.abs(min ?? 0), Math.abs(max ?? 0))
  const unit = far >= inYears ? "years" : far >= inMonths ? "months" : "days"
  const counted = (days: number): number => {
    const own = Math.abs(days)
    const months = own / daysOfMonth
    return unit === "days" ? own : unit === "months" ? wholeOrHalf(months) : Math.round(months / 6) / 2
  }
  const shown = (n: number): string => {
    const whole = Math.floor(n)
    return whole === n ? spoken.number(n) : `${whole === 0 ? "" : spoken.number(whole)}½`
  }
  const one = (days: number): string => span[unit](shown(counted(days)), counted(days))
  if (min === null) return max === null ? null : span.atMost(one(max))
  if (max === null) return span.atLeast(one(min))
  if (min < 0 && max > 0) return span.between(one(min), one(max))
  const [from, to] = min < 0 ? [max, min] : [min, max]
  const [least, most] = [counted(from), counted(to)]
  return least === most ? one(to) : span[unit](`${shown(least)}–${shown(most)}`, most)
}
