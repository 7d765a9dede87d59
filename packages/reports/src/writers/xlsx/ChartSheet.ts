/**
 * The sheet of charts: the figures of the dumbbell and of the months moved, each with a native chart beside it. Excel has
 * no dumbbell: a bar goes from the previous deadline to the present one.
 */
import { Day } from "@frist/domain/Day"
import type { Dumbbell, Stacks } from "../../ChartBlocks.ts"
import { chartInks } from "../../chart/ChartParts.ts"
import type { OfficeDocument, ReportCell, ReportColumn, ReportTable } from "../../Report.ts"
import type { Phrases } from "../../words/Phrases.ts"
import type { SheetChart } from "./ChartPart.ts"

/** The serial number of 1970-01-01. */
const epoch = 25_569
const margin = 45

/** The figures of a chart as a table, and the chart; null for a chart without figures. */
interface ChartTable {
  readonly table: ReportTable
  readonly chart: SheetChart
}

/** Returns the charts of a report that a workbook shows. */
export const chartTables = ({ sections }: OfficeDocument, spoken: Phrases): ReadonlyArray<ChartTable> =>
  sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block._tag === "Dumbbell"
        ? dumbbellTable(block, spoken)
        : block._tag === "Stacks"
          ? stacksTable(block, spoken)
          : []
    )

const dayCell = (day: Day): ReportCell => ({ text: day, day })

const tableOf = (
  id: string,
  caption: string,
  columns: ReadonlyArray<ReportColumn>,
  rows: ReadonlyArray<ReadonlyArray<ReportCell>>
): ReportTable => ({
  _tag: "Table",
  id,
  caption,
  asInSource: false,
  columns,
  rows: rows.map((cells) => ({ activity: null, mark: null, cells })),
  empty: ""
})

const dumbbellTable = (chart: Dumbbell, { number, text }: Phrases): ReadonlyArray<ChartTable> => {
  const { chart: words, column } = text.report
  const rows = chart.rows.map(({ moved, name, now, original, previous }) => {
    const [from, to] = [previous?.latest ?? null, now?.earliest ?? null]
    const wide = now?.latest == null || to === null ? 0 : Day.between(to, now.latest)
    return { name, from, to, wide, original, previous: previous?.words ?? "", moved }
  })
  const drawn = rows.flatMap(({ from, to }) => (from === null || to === null ? [] : [from]))
  if (drawn.length === 0) return []
  const days = (n: number): ReportCell => ({ text: number(n), number: n })
  const first = drawn.reduce<Day>((least, from) => (from < least ? from : least), drawn[0] ?? chart.day)
  return [
    {
      table: tableOf(
        "moved-chart",
        chart.title,
        [
          { key: "activity", heading: column.activity, kind: "name" },
          { key: "from", heading: words.workbook.previous, kind: "date" },
          { key: "moved", heading: words.workbook.moved, kind: "number" },
          { key: "wide", heading: words.workbook.approximate, kind: "number" },
          { key: "original", heading: words.workbook.original, kind: "date" }
        ],
        // A row that no bar can show keeps its words, and the chart names it without a bar.
        rows.map((row) => [
          { text: row.name },
          ...(row.from === null || row.to === null
            ? [{ text: row.previous }, { text: row.moved }, { text: "" }]
            : [dayCell(row.from), days(Math.max(Day.between(row.from, row.to), 0)), days(row.wide)]),
          row.original?.earliest != null && row.original.earliest === row.original.latest
            ? dayCell(row.original.earliest)
            : { text: row.original?.words ?? "" }
        ])
      ),
      chart: {
        title: chart.title,
        description: chart.description,
        series: [
          { column: 1, fill: null, alpha: 1 },
          { column: 2, fill: chartInks.now, alpha: 1 },
          { column: 3, fill: chartInks.now, alpha: 0.4 }
        ],
        axis: { format: "yyyy\\-mm", from: Day.toNumber(first) + epoch - margin, step: 182 }
      }
    }
  ]
}

const stacksTable = (chart: Stacks, { number, text }: Phrases): ReadonlyArray<ChartTable> => {
  const { column } = text.report
  const of = chart.editions.length
  return [
    {
      table: tableOf(
        "slip-chart",
        chart.title,
        [
          { key: "activity", heading: column.activity, kind: "name" },
          ...chart.editions.map((heading, at) => ({ key: `edition-${at}`, heading, kind: "number" }) as const),
          { key: "total", heading: column.inAll, kind: "text" }
        ],
        chart.rows.map(({ months, name, total }) => [
          { text: name },
          ...months.map((n) => ({ text: number(n), number: n })),
          { text: total }
        ])
      ),
      chart: {
        title: chart.title,
        description: chart.description,
        series: chart.editions.map((_, at) => ({
          column: at + 1,
          fill: chartInks.now,
          alpha: at === of - 1 ? 1 : 0.3 + (0.3 * at) / of
        })),
        axis: { format: "0", from: 0, step: null }
      }
    }
  ]
}
