/**
 * The section of how deadlines have moved: the charts, how to read them, and their figures in a table.
 */
import type { Activity } from "@frist/domain/plan/Activity"
import type { TrendRow } from "@frist/projections/MilestoneTrend"
import { slipWords } from "../words/Spoken.ts"
import { panelsOf } from "../chart/PanelsModel.ts"
import { stacksOf } from "../chart/StacksModel.ts"
import { dateCell, slipCell, tonedCell } from "../ReportCells.ts"
import type { ReportContext } from "../ReportContext.ts"
import { onOneLine } from "../words/DateWords.ts"
import type { Block, ReportCell, ReportSection } from "../Report.ts"
import { isChangeUnread } from "../words/Compared.ts"
import { textBlock } from "./SentenceBlock.ts"
import { extrapolationWords, fewestReports } from "./TrendWords.ts"

/** The most days of reporting that have a column each; more of them are listed in one column. */
const columns = 6

/** Writes the section of the charts, and the same figures for the appendix. Without a chart the section has the figures. */
export const trendSection = ({
  history,
  name,
  phrase,
  trend
}: ReportContext): readonly [charts: ReportSection, figures: ReadonlyArray<Block>] => {
  const { report } = phrase.text
  const heading = report.section.trend
  if (trend.activities.length === 0) {
    return [{ id: "trend", heading, blocks: [textBlock(report.trend.empty)] }, []]
  }
  const activities: ReadonlyMap<string, Activity> = history.plan.activities
  const isUnread = ({ activity, tally }: TrendRow): boolean => {
    const own = activities.get(activity)
    const findings = own?.findings.map(({ finding }) => finding) ?? []
    return own !== undefined && isChangeUnread({ findings, original: own.original }, tally)
  }
  const panels = panelsOf({ name, phrase, trend })
  const stacks = stacksOf({ name, phrase, trend })
  const charts = [
    ...(panels === null ? [] : [panels, textBlock(report.chart.panels.reading)]),
    ...(stacks === null ? [] : [stacks.chart, textBlock(stacks.reading)])
  ]
  const figures = [
    ...(trend.activities.some(isExtrapolated) ? [textBlock(report.trend.extrapolated)] : []),
    table(trend.activities, isUnread, { name, phrase })
  ]
  return charts.length === 0
    ? [{ id: "trend", heading, blocks: figures }, []]
    : [{ id: "trend", heading, blocks: charts }, figures]
}

/** Returns whether an activity has reports enough for an extrapolation. */
const isExtrapolated = ({ extrapolation: own, reports }: TrendRow): boolean =>
  own !== null && reports.length >= fewestReports

const table = (
  rows: ReadonlyArray<TrendRow>,
  isUnread: (row: TrendRow) => boolean,
  { name, phrase }: Pick<ReportContext, "name" | "phrase">
): Block => {
  const isAhead = rows.some(isExtrapolated)
  const { report } = phrase.text
  const { column } = report
  const days = [...new Set(rows.flatMap(({ reports }) => reports.map(({ on }) => on)))].sort()
  const apart = days.length <= columns
  const reports = ({ reports: own }: TrendRow): ReadonlyArray<ReportCell> =>
    apart
      ? days.map((day) => dateCell(own.find(({ on }) => on === day)?.forecast ?? null))
      : [{ text: own.map(({ forecast, on }) => `${on}:\u00a0${onOneLine(forecast?.words ?? "–")}`).join(" \u00b7 ") }]
  return {
    _tag: "Table",
    id: "trend",
    caption: report.table.trend,
    asInSource: false,
    columns: [
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
        { text: name(row.activity) },
        ...reports(row),
        !row.tally.alike
          ? tonedCell(report.notComparable, "quiet")
          : isUnread(row)
            ? tonedCell(phrase.text.noneRead, "quiet")
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
  own?.converges === "no" || own?.converges === "late" || own?.converges === "passed"
    ? { text, tone: "late" }
    : own?.converges === "perhaps"
      ? { text, tone: "perhaps" }
      : own === null
        ? { text, tone: "quiet" }
        : { text }
