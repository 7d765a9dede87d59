/**
 * The reported dates area by area, from the milestone trend.
 */
import { Day } from "@frist/domain/Day"
import type { MilestoneTrend, TrendRow } from "@frist/projections/MilestoneTrend"
import { withoutParts } from "../BoardTables.ts"
import type { Panels } from "../ChartBlocks.ts"
import { dayWords } from "../words/DateWords.ts"
import { excerpt, type Spoken } from "../words/Spoken.ts"
import { chartDate, lastDayOf, monthsAfter } from "./ChartDates.ts"

/** The most charts: the areas that moved furthest. The table has all activities. */
const most = 12

interface Input {
  readonly name: (activity: string) => string
  readonly phrase: Spoken
  readonly trend: MilestoneTrend
}

/** Returns the charts; null with fewer than three days of reporting, which no line needs. */
export const panelsOf = ({ name, phrase, trend }: Input): Panels | null => {
  // A part moves with its whole, or is told apart in the table.
  const rows = withoutParts(trend.activities)
  const days = [...new Set(rows.flatMap(({ reports }) => reports.map(({ on }) => on)))].sort()
  const [from, last] = [days[0], days.at(-1)]
  if (days.length < 3 || from === undefined || last === undefined) return null
  const { chart } = phrase.text.report
  const areas = [...Map.groupBy(rows, (row) => row.area ?? name(row.activity))].sort(
    ([, a], [, b]) => furthest(b) - furthest(a)
  )
  const open = rows.filter(({ completed }) => completed === null)
  const running = open.filter(({ extrapolation }) => extrapolation?.converges === "no").length
  const moved = rows.filter(({ tally }) => tally.count > 0).length
  const title =
    running > 0
      ? chart.panels.running(running, open.length)
      : moved > 0
        ? chart.panels.moved(moved, rows.length)
        : chart.panels.still
  const more = areas.length > most ? ` ${chart.panels.others(areas.length - most)}` : ""
  return {
    _tag: "Panels",
    title,
    description: `${title}. ${chart.panels.reading} ${dayWords(from, phrase)}–${dayWords(last, phrase)}.${more}`,
    from,
    to: monthsAfter(last, 6),
    panels: areas.slice(0, most).map(([area, own]) => ({
      title: excerpt(area.replace(/\s+/gu, " "), 40),
      lines: own.map((row) => ({
        activity: row.activity,
        name: ownName(name(row.activity), area),
        isRunning: row.extrapolation?.converges === "no",
        done: row.completed === null ? null : (dayOf(row) ?? row.completed.reportedOn),
        reports: row.reports.flatMap(({ forecast, on }) => {
          const date = chartDate(forecast, phrase)
          return date === null ? [] : [{ on, date }]
        })
      }))
    }))
  }
}

const dayOf = ({ completed }: TrendRow): Day | null => (completed?.on == null ? null : lastDayOf(completed.on))

/** Returns a name without the area that its chart is titled with, and of a part its own name. */
const ownName = (name: string, area: string): string => {
  const own = name.startsWith(area) && name.length > area.length ? name.slice(area.length) : name
  return own.replace(/^.* – /u, "").replace(/^[\s,–-]+/u, "")
}

const furthest = (rows: ReadonlyArray<TrendRow>): number =>
  Math.max(...rows.map(({ tally }) => (tally.count === 0 ? -1 : (tally.net.min ?? tally.net.max ?? 0))))
