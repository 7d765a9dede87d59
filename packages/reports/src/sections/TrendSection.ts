/**
 * The section of how deadlines have moved: the charts, how to read them, and their figures in a table.
 */
import { ActivityId } from "@frist/domain/Names"
import type { TrendRow } from "@frist/projections/MilestoneTrend"
import { slipWords } from "../words/Spoken.ts"
import { panelsOf } from "../chart/PanelsModel.ts"
import { stacksOf } from "../chart/StacksModel.ts"
import { dateCell, slipCell } from "../ReportCells.ts"
import type { ReportContext } from "../ReportContext.ts"
import { onOneLine } from "../words/DateWords.ts"
import type { Block, ReportCell, ReportSection } from "../Report.ts"
import { textBlock } from "./SentenceBlock.ts"
import { extrapolationWords, rateFigures } from "./TrendWords.ts"

/** The most days of reporting that have a column each; more of them are listed in one column. */
const columns = 6

/** Writes the section. */
export const trendSection = ({ history, name, phrase, trend }: ReportContext): ReportSection => {
  const { report } = phrase.text
  const heading = report.section.trend
  if (trend.activities.length === 0) {
    return { id: "trend", heading, blocks: [textBlock(report.trend.empty)] }
  }
  const { activities } = history.plan
  const isComparable = (id: string): boolean =>
    activities.get(ActivityId.make(id))?.findings.every(({ finding }) => finding.code !== "DeadlineSubjectDiffers") ??
    true
  const panels = panelsOf({ name, phrase, trend })
  const stacks = stacksOf({ isComparable, name, phrase, trend })
  return {
    id: "trend",
    heading,
    blocks: [
      ...(panels === null ? [] : [panels, textBlock(report.chart.panels.reading)]),
      ...(stacks === null ? [] : [stacks, textBlock(report.chart.stacks.reading)]),
      table(trend.activities, { name, phrase })
    ]
  }
}

const table = (rows: ReadonlyArray<TrendRow>, { name, phrase }: Pick<ReportContext, "name" | "phrase">): Block => {
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
      { key: "activity", heading: column.activity, kind: "name" },
      ...(apart
        ? days.map((day) => ({ key: `on-${day}`, heading: day, kind: "date" }) as const)
        : [{ key: "reports", heading: column.reports, kind: "long" } as const]),
      { key: "slip", heading: column.moves, kind: "number" },
      { key: "rate", heading: column.rate, kind: "number" },
      { key: "extrapolation", heading: column.extrapolation, kind: "text" }
    ],
    rows: rows.map((row) => ({
      activity: row.activity,
      mark: null,
      cells: [
        { text: name(row.activity) },
        ...reports(row),
        row.tally.count === 0
          ? { text: slipWords({ min: 0, max: 0 }, phrase), number: 0 }
          : slipCell(row.tally.net, phrase),
        { text: rateFigures(row.rate, phrase) },
        extrapolation(row, extrapolationWords(row, phrase))
      ]
    })),
    empty: report.blankTable
  }
}

const extrapolation = ({ extrapolation: own }: TrendRow, text: string): ReportCell =>
  own?.converges === "no" || own?.converges === "passed"
    ? { text, tone: "late" }
    : own?.converges === "perhaps"
      ? { text, tone: "perhaps" }
      : own === null
        ? { text, tone: "quiet" }
        : { text }
