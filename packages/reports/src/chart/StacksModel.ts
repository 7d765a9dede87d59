/**
 * How far each area has moved in months, from the milestone trend: its furthest moved activity, edition by edition.
 */
import { Day } from "@frist/domain/Day"
import type { MilestoneTrend, TrendRow } from "@frist/projections/MilestoneTrend"
import { withoutParts } from "../BoardTables.ts"
import type { Stacks } from "../ChartBlocks.ts"
import { dayWords } from "../words/DateWords.ts"
import { monthsMoved, wholeMonths } from "../words/MonthsMoved.ts"
import { excerpt, type Spoken } from "../words/Spoken.ts"

/** The most areas and the most editions; earlier editions are one segment. */
const mostAreas = 16
const mostEditions = 5

interface Input {
  readonly name: (activity: string) => string
  readonly phrase: Spoken
  readonly trend: MilestoneTrend
}

/** Returns the chart, and how to read it; null where nothing is known to have moved later. */
export const stacksOf = ({
  name,
  phrase,
  trend
}: Input): { readonly chart: Stacks; readonly reading: string } | null => {
  const { stacks } = phrase.text.report.chart
  const days = [...new Set(trend.activities.flatMap(({ reports }) => reports.map(({ on }) => on)))].sort()
  const shown = days.slice(-mostEditions)
  const moved = withoutParts(trend.activities).filter(({ tally }) => tally.count > 0 && (tally.net.min ?? 0) > 0)
  const furthest = [...Map.groupBy(moved, (row) => row.area ?? name(row.activity)).values()]
    .map((rows) => rows.reduce((a, b) => (leastOf(b) > leastOf(a) ? b : a)))
    .sort((a, b) => leastOf(b) - leastOf(a))
    .slice(0, mostAreas)
  const [first] = furthest
  if (first === undefined) return null
  const rows = furthest.map((row) => ({
    name: excerpt(name(row.activity), 60),
    months: monthsByEdition(row, shown),
    total: monthsMoved({ min: row.tally.net.min, max: row.tally.net.max }, phrase),
    isOpen: row.tally.net.max !== row.tally.net.min
  }))
  // Another may have moved as far, where a date is approximate.
  const most = furthest.filter(({ tally }) => tally.net.max === null || tally.net.max >= leastOf(first))
  const title =
    most.length > 3
      ? stacks.titleOfMany(phrase.number(wholeMonths(leastOf(first))))
      : stacks.title(most.map((row) => `${name(row.activity)}, ${monthsMoved(row.tally.net, phrase)}`))
  const apart = withoutParts(trend.activities).filter(({ tally }) => tally.count > 0 && !tally.alike)
  const reading = [stacks.reading, ...apart.map(({ activity }) => stacks.apart(name(activity)))].join(" ")
  const chart: Stacks = {
    _tag: "Stacks",
    title,
    description: `${title}. ${stacks.reading} ${rows.map((row) => `${row.name}: ${row.total}`).join(". ")}.`,
    editions: shown.map((day, at) =>
      at === 0 ? stacks.first(dayWords(day, phrase)) : stacks.later(dayWords(day, phrase))
    ),
    rows
  }
  return { chart, reading }
}

const leastOf = ({ tally }: TrendRow): number => tally.net.min ?? 0

/**
 * Returns the months that each edition adds to the least that the activity has moved. A later edition that moves the date
 * back shortens what earlier ones added, so the sum is where the activity is now.
 */
const monthsByEdition = (row: TrendRow, days: ReadonlyArray<Day>): ReadonlyArray<number> => {
  const start = row.original?.latest ?? row.reports[0]?.forecast?.latest ?? null
  const total = wholeMonths(leastOf(row))
  const reached = days.map((day) => {
    const report = row.reports.findLast(({ on }) => on <= day)
    const now = report?.alike === true ? (report.forecast?.earliest ?? null) : null
    return start === null || now === null ? null : Math.max(wholeMonths(Day.between(start, now)), 0)
  })
  // The last edition reaches the total, and none before it more than a later one.
  let ahead = total
  const ends = reached.map((): number | null => null)
  for (let at = reached.length - 1; at >= 0; at -= 1) {
    const own = at === reached.length - 1 ? total : (reached[at] ?? null)
    if (own !== null) ends[at] = ahead = Math.min(own, ahead)
  }
  // What is not known of an edition is added by the next that is known.
  let before = 0
  return ends.map((end) => {
    const added = (end ?? before) - before
    before += added
    return added
  })
}
