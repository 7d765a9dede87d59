/**
 * The summary: what moved since the previous review, by how much and why, in sentences.
 */
import type { Changes, ClosedSince, MovedSince } from "@frist/projections/Changes"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { dumbbellOf } from "../chart/DumbbellModel.ts"
import { knownDays, slipWords } from "../words/Spoken.ts"
import { withoutParts } from "../BoardTables.ts"
import { overdueActivities, repeatedMovers } from "./DecisionSection.ts"
import type { ReportContext } from "../ReportContext.ts"
import { dayWords, spokenDate } from "../words/DateWords.ts"
import type { Block, ReportSection, Sentence } from "../Report.ts"
import { listBlock, textBlock } from "./SentenceBlock.ts"

/** The most sentences of a kind; the tables have all of them. */
const most = 12

/** Writes the section. */
export const summarySection = (context: ReportContext): ReportSection => {
  const { board, changes, phrase } = context
  const { report } = phrase.text
  const wholes = board.activities.filter(({ parent }) => parent === null)
  const done = context.completed.activities.filter(({ parent }) => parent === null)
  const moved = [...changes.moved].sort((a, b) => furthest(b) - furthest(a))
  const overdue = overdueActivities(context).length
  const numbers: Block = {
    _tag: "Numbers",
    numbers: [
      { value: wholes.length, label: report.count.ongoing, tone: null },
      { value: done.length, label: report.count.completed, tone: null },
      { value: moved.length, label: report.count.moved, tone: moved.length > 0 ? "perhaps" : null },
      {
        value: overdue,
        label: report.count.grey,
        tone: overdue > 0 ? "late" : null
      },
      { value: repeatedMovers(context).length, label: report.count.repeated, tone: null }
    ]
  }
  if (board.activities.length + done.length === 0) {
    return { id: "summary", heading: report.section.summary, blocks: [numbers, textBlock(report.empty)] }
  }
  const listed = moved.slice(0, most).map((each) => movedSentence(each, context))
  const dumbbell = dumbbellOf(context)
  const closed =
    changes.since === null
      ? []
      : withoutParts(changes.completed)
          .slice(0, most)
          .map((each) => closedSentence(each, context))
  return {
    id: "summary",
    heading: report.section.summary,
    blocks: [
      numbers,
      textBlock(opening(context, done.length, wholes.length)),
      ...(listed.length + closed.length === 0 ? [] : [listBlock(null, [...listed, ...closed])]),
      textBlock(
        ...(moved.length > most ? [report.more(moved.length - most)] : []),
        ...reasons(changes).map((each) => report.noReasons(each.missing, each.of))
      ),
      ...(dumbbell === null ? [] : [dumbbell])
    ]
  }
}

const opening = ({ changes, phrase }: ReportContext, done: number, ongoing: number): string => {
  const { report } = phrase.text
  if (changes.since === null) return report.firstSentence(ongoing, done, changes.moved.length)
  const parts = report.sinceLast(
    changes.moved.length,
    withoutParts(changes.completed).length,
    withoutParts(changes.reopened).length,
    withoutParts(changes.added).length,
    changes.vanished.length
  )
  return report.sinceSentence(dayWords(changes.since, phrase), parts)
}

/** Returns how far an activity moved, for sorting. An open end counts as the furthest. */
const furthest = ({ slip, tally }: MovedSince): number =>
  slip.min ?? slip.max ?? tally.net.min ?? tally.net.max ?? Number.MAX_SAFE_INTEGER

/** Returns, for example, `Webbtidbokning: flyttad minst en gång, från december 2021 till juni 2024, 883–942 dagar.` */
const movedSentence = (moved: MovedSince, { changes, name, phrase }: ReportContext): Sentence => {
  const { report } = phrase.text
  const to = spokenDate(moved.to, phrase)
  const what =
    moved.count === 0
      ? report.given(to)
      : report.moved(moved.count, moved.atLeast, spokenDate(moved.from, phrase), to, knownDays(moved.slip, phrase))
  const more =
    changes.since !== null && moved.tally.count > moved.count
      ? ` ${report.inAll(moved.tally.count, moved.tally.atLeast, knownDays(moved.tally.net, phrase))}`
      : ""
  const why = moved.reasons.length === 0 ? "" : ` ${report.reason(moved.reasons.join("; "))}`
  return { lead: name(moved.activity), text: `${what}${more}${why}` }
}

const closedSentence = (closed: ClosedSince, { name, phrase }: ReportContext): Sentence => {
  const { report } = phrase.text
  const { status } = closed
  if (status._tag === "Discontinued") return { lead: name(closed.activity), text: report.discontinued(status.reason) }
  const on = status._tag === "Completed" ? status.on : null
  const after = PlannedDate.slip(closed.original, on)
  const days = slipWords(
    after.max !== null && after.max < 0 ? { min: -after.max, max: after.min === null ? null : -after.min } : after,
    phrase
  )
  const known = after.min !== null || after.max !== null
  const against = !known
    ? null
    : after.min === 0 && after.max === 0
      ? report.onOriginal
      : after.max !== null && after.max < 0
        ? report.beforeOriginal(days)
        : report.afterOriginal(days)
  return { lead: name(closed.activity), text: report.done(on === null ? null : spokenDate(on, phrase), against) }
}

/** Returns how many of the moves have no reason; empty if all have one. */
const reasons = ({ moved }: Changes): ReadonlyArray<{ readonly missing: number; readonly of: number }> => {
  const moves = moved.filter(({ count }) => count > 0)
  const missing = moves.filter((each) => each.reasons.length === 0).length
  return missing === 0 ? [] : [{ missing, of: moves.length }]
}
