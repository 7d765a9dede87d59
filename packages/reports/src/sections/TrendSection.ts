/**
 * The section of the milestone trend: the chart, how to read it, and its figures in a table.
 */
import type { Activity } from "@frist/domain/Plan"
import type { TrendRow } from "@frist/projections/MilestoneTrend"
import { slipWords } from "../words/Spoken.ts"
import { extentOf } from "../chart/Extent.ts"
import { dateCell, slipCell, tonedCell } from "../ReportCells.ts"
import type { ReportContext } from "../ReportContext.ts"
import { dayWords, onOneLine } from "../words/DateWords.ts"
import type { Block, ReportCell, ReportSection } from "../Report.ts"
import { isComparable } from "../Standings.ts"
import { textBlock } from "./SentenceBlock.ts"
import { extrapolationWords, fewestReports } from "./TrendWords.ts"

/** The most lines with numbers. In a larger plan, those that moved most have one. */
const numbered = 24
/** The most days of reporting that have a column each; more of them are listed in one column. */
const columns = 6

/** Writes the section. */
export const trendSection = (context: ReportContext): ReportSection => {
  const { name, phrase, trend } = context
  const { report } = phrase.text
  const heading = report.section.trend
  if (trend.activities.length === 0) {
    return { id: "trend", heading, blocks: [textBlock(report.trend.empty)] }
  }
  const extent = extentOf(trend)
  const numbers = numbersOf(trend.activities)
  const names = Object.fromEntries(trend.activities.map(({ activity }) => [activity, name(activity)]))
  const all = trend.activities.length <= numbered
  return {
    id: "trend",
    heading,
    blocks: [
      {
        _tag: "Trend",
        title: report.trend.title,
        description: report.trend.description(
          trend.activities.length,
          dayWords(extent.from, phrase),
          dayWords(extent.to, phrase)
        ),
        names,
        numbers,
        trend
      },
      textBlock(
        ...report.trend.reading,
        ...(trend.activities.some(isExtrapolated) ? [report.trend.extrapolated] : []),
        ...(all ? [] : [report.trend.others(Object.keys(numbers).length)])
      ),
      table(trend.activities, numbers, context)
    ]
  }
}

/** Returns whether an activity has reports enough for an extrapolation. */
const isExtrapolated = ({ extrapolation: own, reports }: TrendRow): boolean =>
  own !== null && reports.length >= fewestReports

const far = ({ tally }: TrendRow): number => (tally.count === 0 ? -1 : (tally.net.max ?? tally.net.min ?? 0))

const numbersOf = (rows: ReadonlyArray<TrendRow>): Readonly<Record<string, number>> => {
  const chosen = rows.length <= numbered ? rows : new Set([...rows].sort((a, b) => far(b) - far(a)).slice(0, numbered))
  const own = chosen instanceof Set ? rows.filter((row) => chosen.has(row)) : chosen
  return Object.fromEntries(own.map(({ activity }, at) => [activity, at + 1]))
}

const table = (
  rows: ReadonlyArray<TrendRow>,
  numbers: Readonly<Record<string, number>>,
  { history, name, phrase }: ReportContext
): Block => {
  const isAhead = rows.some(isExtrapolated)
  const activities: ReadonlyMap<string, Activity> = history.plan.activities
  const differs = ({ activity }: TrendRow): boolean => {
    const own = activities.get(activity)
    return own !== undefined && !isComparable(own)
  }
  const { report } = phrase.text
  const { column } = report
  const days = [...new Set(rows.flatMap(({ reports }) => reports.map(({ on }) => on)))].sort()
  const apart = days.length <= columns
  const reports = ({ reports: own }: TrendRow): ReadonlyArray<ReportCell> =>
    apart
      ? days.map((day) => dateCell(own.find(({ on }) => on === day)?.forecast ?? null))
      : [{ text: own.map(({ forecast, on }) => `${on}: ${onOneLine(forecast?.words ?? "–")}`).join(" \u00b7 ") }]
  return {
    _tag: "Table",
    id: "trend",
    caption: report.table.trend,
    asInSource: false,
    columns: [
      { key: "number", heading: column.number, kind: "number" },
      { key: "activity", heading: column.activity, kind: "name" },
      ...(apart
        ? days.map((day) => ({ key: `on-${day}`, heading: day, kind: "date" }) as const)
        : [{ key: "reports", heading: column.reports, kind: "long" } as const]),
      { key: "slip", heading: column.inAll, kind: "number" },
      ...(isAhead ? [{ key: "extrapolation", heading: column.extrapolation, kind: "text" } as const] : [])
    ],
    rows: rows.map((row) => ({
      activity: row.activity,
      mark: null,
      cells: [
        numbers[row.activity] === undefined
          ? { text: "" }
          : { text: String(numbers[row.activity]), number: numbers[row.activity] ?? 0 },
        { text: name(row.activity) },
        ...reports(row),
        differs(row)
          ? tonedCell(report.notComparable, "quiet")
          : row.tally.count === 0
            ? { text: slipWords({ min: 0, max: 0 }, phrase), number: 0 }
            : slipCell(row.tally.net, phrase),
        ...(isAhead ? [extrapolation(row, extrapolationWords(row, phrase))] : [])
      ]
    })),
    empty: report.blankTable
  }
}

const extrapolation = ({ extrapolation: own }: TrendRow, text: string): ReportCell =>
  own?.converges === "no" || own?.converges === "passed"
    ? { text, tone: "perhaps" }
    : own === null || own.converges === "perhaps"
      ? { text, tone: "quiet" }
      : { text }
