/**
 * The course of each deadline, for the board's table.
 */
import type { MilestoneTrend, TrendRow } from "@frist/projections/MilestoneTrend"
import type { Day } from "@frist/domain/Day"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import type { ReportCell } from "../Report.ts"
import { hasPlainName, onOneLine, spokenDate } from "../words/DateWords.ts"
import { excerpt, type Spoken } from "../words/Spoken.ts"
import { lastDayOf } from "./ChartDates.ts"

/** Returns a function that makes the cell of an activity: `dec 2021, jun 2024, dec 2024`, and the same as a drawing. */
export const courseCells = (trend: MilestoneTrend, spoken: Spoken): ((activity: string) => ReportCell) => {
  const rows = new Map(trend.activities.map((row) => [row.activity, row]))
  return (activity) => {
    const row = rows.get(activity)
    return row === undefined ? { text: "" } : courseCell(row, trend.asOf ?? trend.today, spoken)
  }
}

/** The most dates in a cell: the first, and the last ones. */
const most = 6

const courseCell = ({ original, reports }: TrendRow, until: Day, spoken: Spoken): ReportCell => {
  const dates = [original, ...reports.map(({ forecast }) => forecast)].flatMap((date) => (date === null ? [] : [date]))
  const words = dates.map((date) => shortDate(date, spoken)).filter((each, at, all) => each !== all[at - 1])
  const points = reports
    .flatMap(({ forecast, on }) => {
      const at = forecast === null ? null : lastDayOf(forecast)
      return at === null ? [] : [{ on, at }]
    })
    .filter(({ at }, nth, all) => at !== all[nth - 1]?.at)
  const text = (words.length <= most ? words : [words[0], "…", ...words.slice(3 - most)]).join(", ")
  return points.length === 0
    ? { text }
    : { text, course: { original: original === null ? null : lastDayOf(original), points: points.slice(-8), until } }
}

/** Returns `dec 2021` for a day or a month; any other date by its plain name, or in its own words. */
const shortDate = (date: PlannedDate, spoken: Spoken): string => {
  const { quoted, shortMonths } = spoken.text.report
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])(?:-\d\d)?$/u.exec(date.edtf ?? "") ?? []
  if (year !== undefined) return `${shortMonths[Number(month) - 1] ?? ""} ${year}`
  return hasPlainName(date, spoken)
    ? spokenDate(date, spoken)
    : quoted(excerpt(onOneLine(date.words), date.edtf === null ? 24 : 44))
}
