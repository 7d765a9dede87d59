/**
 * Slips in months, for charts and headlines: a day more or less is not what a board reads them for.
 */
import type { Slip } from "@frist/domain/PlannedDate"
import { slipWords, type Spoken } from "./Spoken.ts"

/** The average length of a month in days. */
const monthLength = 30.4375

/** Returns days as whole months. */
export const wholeMonths = (days: number): number => Math.round(days / monthLength)

/** Returns a slip in months: `6 mån`, `4–11 mån`, `minst 4 mån`; in days where it is less than a month. */
export const monthsMoved = (slip: Slip, spoken: Spoken): string => {
  const { chart } = spoken.text.report
  const [least, most] = [slip.min, slip.max].map((days) => (days === null ? null : wholeMonths(days)))
  if (least == null && most == null) return chart.unknown
  const far = Math.max(Math.abs(least ?? 0), Math.abs(most ?? 0))
  if (far < 1) return slipWords(slip, spoken)
  if (most == null) return chart.atLeast(chart.months(spoken.number(least ?? 0)))
  if (least == null) return chart.atMost(chart.months(spoken.number(most)))
  const between = (a: number, b: number): string =>
    chart.months(a === b ? spoken.number(a) : `${spoken.number(a)}–${spoken.number(b)}`)
  if (least >= 0) return between(least, most)
  return most <= 0 ? chart.earlier(between(-most, -least)) : slipWords(slip, spoken)
}
