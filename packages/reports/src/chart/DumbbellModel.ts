/**
 * The chart of moved deadlines, from the changes since the previous review.
 */
import type { Changes, MovedSince } from "@frist/projections/Changes"
import type { Day } from "@frist/domain/Day"
import type { History } from "@frist/projections/History"
import type { Dumbbell } from "../ChartBlocks.ts"
import { dayWords } from "../words/DateWords.ts"
import { monthsMoved } from "../words/MonthsMoved.ts"
import { quoteOf } from "../words/Quotes.ts"
import { directionOf, isUnclear } from "../Standings.ts"
import type { Spoken } from "../words/Spoken.ts"
import { chartDate } from "./ChartDates.ts"

/** The most rows; the tables have all of them. */
const most = 20

interface Input {
  readonly changes: Changes
  readonly heldOn: Day
  readonly history: History
  readonly name: (activity: string) => string
  readonly phrase: Spoken
}

/** Returns the chart; null where no deadline has moved. */
export const dumbbellOf = ({ changes, heldOn, history, name, phrase }: Input): Dumbbell | null => {
  const moved = changes.moved.filter(({ count }) => count > 0)
  if (moved.length === 0) return null
  const { dumbbell } = phrase.text.report.chart
  const rows = [...moved]
    .sort((a, b) => leastOf(b) - leastOf(a))
    .slice(0, most)
    .map((each) => ({
      activity: each.activity,
      name: name(each.activity),
      original: chartDate(each.original, phrase),
      previous: chartDate(each.from, phrase),
      now: chartDate(each.to, phrase),
      moved: !each.alike
        ? phrase.text.report.notComparable
        : each.to.earliest === null && each.to.latest === null
          ? phrase.text.noDate
          : isUnclear(each.from, each.to)
            ? phrase.text.report.chart.unknown
            : monthsMoved(each.slip, phrase),
      quote: saidOf(each, history, phrase)
    }))
  const later = moved.filter(({ from, to }) => directionOf(from, to) === "postponed").length
  const title = dumbbell.title(later, moved.length)
  const told = rows.map((row) => dumbbell.row(row.name, row.previous?.words ?? "–", row.now?.words ?? "–", row.moved))
  return {
    _tag: "Dumbbell",
    title,
    description: `${title}. ${told.join(". ")}. ${dumbbell.day(dayWords(heldOn, phrase))}`,
    day: heldOn,
    rows
  }
}

/** Returns the least that an activity has moved; one of which nothing is known comes last. */
const leastOf = ({ slip }: MovedSince): number => slip.min ?? Number.MIN_SAFE_INTEGER

/** The most letters of a quotation: two lines. */
const letters = 36

/** Returns the last words for which there is room, cut between words: what a sentence comes to stands at its end. */
const whole = (words: string): string => {
  if (words.length <= letters) return words
  const tail = words.slice(1 - letters).replace(/^[\uDC00-\uDFFF]/u, "")
  return `…${tail.slice(tail.indexOf(" ") + 1)}`
}

/** Returns a recorded reason, or else what the follow-up says. */
const saidOf = (moved: MovedSince, history: History, { text }: Spoken): string | null => {
  const words = (moved.reasons[0] ?? quoteOf(moved, history)?.words)?.replace(/\s+/gu, " ").trim()
  return words === undefined || words === "" ? null : text.report.quoted(whole(words))
}
