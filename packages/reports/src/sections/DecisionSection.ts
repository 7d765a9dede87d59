/**
 * The section of matters that need a decision: deadlines that passed without a new one, rows that vanished, activities
 * without a last day, deadlines that move as fast as time passes, and those that moved repeatedly.
 */
import type { BoardRow } from "@frist/projections/Board"
import type { TrendRow } from "@frist/projections/MilestoneTrend"
import { excerpt, knownDays, slipWords } from "../words/Spoken.ts"
import type { ReportContext } from "../ReportContext.ts"
import { dayWords, onOneLine } from "../words/DateWords.ts"
import { withoutParts } from "../BoardTables.ts"
import type { ReportSection, Sentence } from "../Report.ts"

import { listBlock, textBlock } from "./SentenceBlock.ts"
import { rateWords } from "./TrendWords.ts"

/** The most items in a list; the tables have all of them. */
const most = 12

/** Writes the section. */
export const decisionSection = (context: ReportContext): ReportSection => {
  const { changes, name, phrase } = context
  const { report } = phrase.text
  const lists: ReadonlyArray<readonly [string, ReadonlyArray<Sentence>]> = [
    [report.list.grey, overdueActivities(context).map((row) => greySentence(row, context))],
    [
      report.list.vanished,
      changes.vanished.map(({ activity }): Sentence => ({ lead: name(activity), text: report.vanished }))
    ],
    [report.list.undated, undated(context)],
    [
      report.list.running,
      running(context).map((row): Sentence => ({
        lead: name(row.activity),
        text: report.notConverging(rateWords(row.rate, phrase))
      }))
    ],
    [
      report.list.repeated,
      repeatedMovers(context).map(({ activity, moves }): Sentence => ({
        lead: name(activity),
        text: report.repeated(moves.count, moves.atLeast, knownDays(moves.net, phrase))
      }))
    ]
  ]
  const blocks = lists
    .filter(([, sentences]) => sentences.length > 0)
    .map(([heading, sentences]) =>
      listBlock(
        heading,
        sentences.length <= most
          ? sentences
          : [...sentences.slice(0, most), { lead: null, text: report.more(sentences.length - most) }]
      )
    )
  return {
    id: "decisions",
    heading: report.section.decisions,
    blocks: blocks.length > 0 ? blocks : [textBlock(report.nothingToDecide)]
  }
}

const hasPassed = (row: BoardRow): boolean => row.lateness.deadline.passed === "certainly"

/**
 * Returns the open activities whose deadline has certainly passed. A part is left out while its whole has a deadline to
 * come.
 */
export const overdueActivities = ({ board }: ReportContext): ReadonlyArray<BoardRow> => {
  const byId = new Map(board.activities.map((row) => [row.activity, row]))
  return board.activities.filter((row) => {
    const whole = row.parent === null ? undefined : byId.get(row.parent)
    return hasPassed(row) && (whole === undefined || hasPassed(whole))
  })
}

/** The findings about words that may be a date and are not read. */
const unreadDates: ReadonlySet<string> = new Set([
  "DateAmbiguous",
  "DateImpossible",
  "DateIsProse",
  "DateWithoutYear",
  "DayAgainstColumn",
  "DayAgainstWords",
  "DayOfSmallNumber",
  "SeveralDates"
])

/** Returns the finding about words of an activity's row that may be a date and are not read, if there is one. */
const unreadDate = ({ findings }: BoardRow) => findings.findLast(({ code }) => unreadDates.has(code))

const greySentence = (row: BoardRow, { areDatesRead, name, phrase }: ReportContext): Sentence => {
  const { grey, newDate } = phrase.text.report
  const day = row.deadline?.latest ?? null
  const unread = unreadDate(row)
  const passed = grey(day === null ? "–" : dayWords(day, phrase), slipWords(endOf(row.lateness.deadline.days), phrase))
  const known =
    unread !== undefined
      ? newDate.inWords(unread.column, excerpt(unread.words, 80))
      : areDatesRead
        ? newDate.none
        : newDate.inColumn
  return { lead: name(row.activity), text: `${passed} ${known}` }
}

/** Returns the days since the last day that the words can mean. */
const endOf = ({ max, min }: BoardRow["lateness"]["deadline"]["days"]) => ({ min: min ?? max, max: min ?? max })

/** Returns the open activities without a last day: no deadline, an unread one, or one without an end. */
const undated = ({ board, name, phrase }: ReportContext): ReadonlyArray<Sentence> => {
  const { report } = phrase.text
  const ids = new Set(board.activities.map(({ activity }) => activity))
  return board.activities
    .filter(
      ({ deadline, parent }) => (deadline === null || deadline.latest === null) && (parent === null || !ids.has(parent))
    )
    .map(({ activity, deadline }) => ({
      lead: name(activity),
      text:
        deadline === null
          ? report.noDeadline
          : deadline.edtf === null
            ? report.unread(report.quoted(onOneLine(deadline.words)))
            : report.openEnded(report.quoted(onOneLine(deadline.words)))
    }))
}

/** Returns the open activities that slip a day per day or more, measured over three reports or more. */
const running = ({ trend }: ReportContext): ReadonlyArray<TrendRow> =>
  trend.activities.filter(({ extrapolation }) => extrapolation?.converges === "no")

/** Returns the open activities that moved at least twice, the most moved first. */
export const repeatedMovers = ({ board }: ReportContext): ReadonlyArray<BoardRow> =>
  withoutParts(board.activities.filter(({ moves }) => moves.count >= 2)).toSorted(
    (a, b) => b.moves.count - a.moves.count || (b.moves.net.min ?? 0) - (a.moves.net.min ?? 0)
  )
