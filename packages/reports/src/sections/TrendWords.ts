/**
 * Slip rates and extrapolations in words.
 */
import type { Extrapolation, SlipRate } from "@frist/projections/SlipRate"
import type { TrendRow } from "@frist/projections/MilestoneTrend"
import { isClosed } from "@frist/domain/Status"
import type { Spoken } from "../words/Spoken.ts"
import { monthWords } from "../words/DateWords.ts"

/** The fewest reports that say anything about a rate. */
export const fewestReports = 4

/** Returns `0,67–0,99` or `högst 2,48`; an unknown rate is an empty text. */
export const rateFigures = (rate: SlipRate | null, spoken: Spoken): string => {
  const { trend } = spoken.text.report
  const shown = (n: number) => decimals(n, spoken)
  if (rate === null || (rate.min === null && rate.max === null)) return ""
  if (rate.min === null) return trend.atMost(shown(rate.max ?? 0))
  if (rate.max === null) return trend.atLeast(shown(rate.min))
  return shown(rate.min) === shown(rate.max) ? shown(rate.min) : `${shown(rate.min)}–${shown(rate.max)}`
}

/** Returns a number with at most three decimals, without the host's locale data: it must be the same everywhere. */
const decimals = (n: number, { language }: Spoken): string => {
  const [whole = "0", part = ""] = Math.abs(n).toFixed(3).split(".")
  const kept = part.replace(/(?<!0)0+$/u, "")
  const sign = n < 0 && Number(n.toFixed(3)) !== 0 ? (language === "sv" ? "\u2212" : "-") : ""
  return `${sign}${whole}${kept === "" ? "" : `${language === "sv" ? "," : "."}${kept}`}`
}

/** Returns the month in which the line meets the diagonal: a day would claim more than it knows. */
export const extrapolationWords = (row: TrendRow, spoken: Spoken): string => {
  const { trend } = spoken.text.report
  const { extrapolation } = row
  if (isClosed(row.status)) return trend.ended
  if (extrapolation === null || row.reports.length < fewestReports) {
    const last = row.reports.at(-1)?.forecast
    return last == null || (last.earliest === null && last.latest === null) ? trend.undated : trend.few
  }
  return metWords(extrapolation, spoken)
}

const metWords = ({ converges, earliest, latest }: Extrapolation, spoken: Spoken): string => {
  const { trend } = spoken.text.report
  switch (converges) {
    case "passed":
      return trend.passed
    case "no":
      return trend.doesNotConverge
    case "late":
      return trend.notInTen
    case "perhaps":
      return earliest === null ? trend.perhapsNotInTen : trend.perhaps(monthWords(earliest, spoken))
    case "yes": {
      const [from, to] = [earliest, latest].map((day) => (day === null ? null : monthWords(day, spoken)))
      return from === null || from === undefined || from === to ? (to ?? "") : `${from}–${to ?? ""}`
    }
  }
}
