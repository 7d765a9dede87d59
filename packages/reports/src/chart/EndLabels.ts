/**
 * The labels at the ends of the trend chart's lines.
 */
import type { TrendRow } from "@frist/projections/MilestoneTrend"
import { isClosed } from "@frist/domain/Status"
import type { Spoken } from "../words/Spoken.ts"
import type { Element } from "../Element.ts"
import type { Trend } from "../Report.ts"
import { clamped, completionPoint, type ForecastPoint } from "./ForecastPoints.ts"
import { type Scales, chartSize, svgText } from "./ChartFrame.ts"
import { type LineEnd, placedLabels } from "./LabelPlacement.ts"
import { svgLine } from "./ReportMarks.ts"

/** If more lines than this do not converge, only the table shows it. */
const most = 8

const isNever = ({ extrapolation, status }: TrendRow): boolean => extrapolation?.converges === "no" && !isClosed(status)

/** Returns the number of each line at its end, with a thin line where it had to be moved. */
export const endLabels = (
  rows: ReadonlyArray<{ readonly row: TrendRow; readonly spots: ReadonlyArray<ForecastPoint> }>,
  numbers: Trend["numbers"],
  scales: Scales,
  spoken: Spoken
): ReadonlyArray<Element> => {
  const named = rows.filter(({ row }) => numbers[row.activity] !== undefined && isNever(row)).length <= most
  const ends: Array<LineEnd> = []
  const done: Array<LineEnd> = []
  const early: Array<{ readonly number: number; readonly x: number }> = []
  for (const { row, spots } of rows) {
    const number = numbers[row.activity]
    const last = spots.at(-1)
    if (number === undefined || last === undefined) continue
    const at = completionPoint(row, scales)
    const text = isNever(row) && named ? `${number} ${spoken.text.report.trend.doesNotConverge}` : String(number)
    if (at !== null) done.push({ text, ...at })
    else if (last.kind === "early") early.push({ number, x: last.x })
    else
      ends.push({
        text,
        x: last.x,
        y: clamped(last.kind === "open" ? Math.max(last.at + 12, last.from - 14) : last.at)
      })
  }
  const edge = Math.max(...early.map(({ x }) => x))
  return [
    ...[...placedLabels(ends, 16, early.length > 0 ? 20 : 4), ...placedLabels(done, 16, 4)].flatMap(
      ({ at, text, x, y }) => [
        svgLine({ class: "leader", x1: x + 5, y1: y, x2: at.x - 2, y2: at.y, stroke: "#8a959e", "stroke-width": 0.6 }),
        svgText(text, { class: "number", x: at.x, y: at.y + 4 })
      ]
    ),
    ...(early.length === 0
      ? []
      : [
          svgText(early.map(({ number }) => number).join(", "), {
            class: "number",
            x: edge + 12,
            y: chartSize.top + chartSize.plot - 6
          })
        ])
  ]
}
