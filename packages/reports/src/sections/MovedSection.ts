/**
 * The section of changed deadlines: each with what the follow-up says beside it, and what waits for others. Its chart comes
 * before the table.
 */
import type { Activity } from "@frist/domain/plan/Activity"
import { isClosed } from "@frist/domain/Status"
import type { MovedSince } from "@frist/projections/Changes"
import { dumbbellOf } from "../chart/DumbbellModel.ts"
import { changeWords, slipWords, waitingWords } from "../words/Spoken.ts"
import { dateCell, spanCell, tonedCell } from "../ReportCells.ts"
import type { ReportContext } from "../ReportContext.ts"
import { dayWords, spokenDate } from "../words/DateWords.ts"
import { followUpOf, quoteOf } from "../words/Quotes.ts"
import type { Block, ReportCell, ReportSection, Sentence } from "../Report.ts"
import { isUnclear, unwaived } from "../Standings.ts"
import { listBlock, textBlock } from "./SentenceBlock.ts"

/** Writes the section; null where no deadline has changed and nothing waits. */
export const movedSection = (context: ReportContext): ReportSection | null => {
  const { changes, phrase } = context
  const { report } = phrase.text
  const moved = changes.moved.toSorted((a, b) => furthest(b) - furthest(a))
  const [declared, saying] = waitingSentences(context)
  const waiting = [...declared, ...saying]
  const waitingHeading = declared.length > 0 ? report.waiting.heading : report.waiting.perhaps
  const dumbbell = dumbbellOf(context)
  if (moved.length + waiting.length === 0) return null
  return {
    id: "moved",
    heading:
      moved.length === 0
        ? waitingHeading
        : report.section.moved(changes.since === null ? null : dayWords(changes.since, phrase)),
    blocks: [
      ...(dumbbell === null ? [] : [dumbbell]),
      ...(waiting.length === 0 ? [] : [listBlock(moved.length === 0 ? null : waitingHeading, waiting)]),
      ...(moved.length === 0 ? [] : [movedTable(moved, context), ...notes(moved, context)])
    ]
  }
}

/** Returns how far a deadline moved, for sorting. One that may not have moved at all comes last. */
const furthest = ({ slip }: MovedSince): number => slip.min ?? 0

/** Returns what is true of several rows, once. */
const notes = (moved: ReadonlyArray<MovedSince>, { history, phrase }: ReportContext): ReadonlyArray<Block> => {
  const { more, reasons } = phrase.text.report
  const isUnread = history.plan.findings.some(({ finding }) => finding.code === "UnknownColumn")
  const texts = [
    ...(moved.every((each) => each.reasons.length > 0) ? [] : [isUnread ? reasons.notRead : reasons.noColumn]),
    ...(moved.some(({ atLeast }) => atLeast) ? [more] : [])
  ]
  return texts.length === 0 ? [] : [textBlock(...texts)]
}

const movedTable = (moved: ReadonlyArray<MovedSince>, context: ReportContext): Block => {
  const { changes, name, phrase } = context
  const { report } = phrase.text
  const { column } = report
  const isLater = changes.since !== null
  return {
    _tag: "Table",
    id: "moved",
    caption: report.table.moved,
    asInSource: false,
    columns: [
      { key: "activity", heading: column.activity, kind: "name" },
      { key: "from", heading: column.from, kind: "date" },
      { key: "to", heading: column.to, kind: "date" },
      { key: "days", heading: column.days, kind: "number" },
      ...(isLater ? [{ key: "inAll", heading: column.inAll, kind: "text" } as const] : []),
      { key: "reasons", heading: column.reasons, kind: "long" }
    ],
    rows: moved.map((each) => ({
      activity: each.activity,
      mark: null,
      cells: [
        { text: name(each.activity) },
        dateCell(each.from),
        dateCell(each.to),
        slipSince(each, context),
        ...(isLater ? [inAll(each, context)] : []),
        said(each, context)
      ]
    })),
    empty: report.blankTable
  }
}

/** Returns the slip since the previous review; no days where the first date is cut short, or measures something else. */
const slipSince = ({ alike, from, slip, to }: MovedSince, { phrase }: ReportContext): ReportCell => {
  if (!alike) return tonedCell(phrase.text.report.notComparable, "quiet")
  if (from !== null && isUnclear(from, to))
    return { text: phrase.text.report.openEndedMove(phrase.text.report.quoted(from.words.trim())) }
  return spanCell(slip, phrase)
}

/** Returns the net slip from the original deadline; none where the dates measure different things. */
const inAll = (moved: MovedSince, context: ReportContext): ReportCell => {
  const { phrase } = context
  if (!moved.tally.alike) return tonedCell(phrase.text.report.notComparable, "quiet")
  const share = shareOf(moved.activity, context)
  const words = changeWords(moved.tally, phrase)
  return { text: share === null ? words : `${words}, ${share}` }
}

/** Returns a recorded reason, or else what the follow-up says: a quotation, never a reason. */
const said = (moved: MovedSince, context: ReportContext): ReportCell => {
  const { said: words } = context.phrase.text.report
  if (moved.reasons.length > 0) return { text: moved.reasons.map(words.reason).join("\n") }
  const quote = quoteOf(moved, context.history)
  if (quote === null)
    return tonedCell(followUpOf(moved.activity, context.history) === null ? words.silent : words.nothingNew, "quiet")
  return { text: quote.isNew ? words.fresh(quote.words) : words.same(quote.words) }
}

/** Returns the share of an activity's slip that was spent waiting, in words; null if it waits for nothing. */
const shareOf = (id: string, { history, name, phrase }: ReportContext): string | null => {
  const activities: ReadonlyMap<string, Activity> = history.plan.activities
  const activity = activities.get(id)
  const on = history.waits.waitsFor(id, null)
  return activity === undefined || on.length === 0
    ? null
    : waitingWords(history.tallyOf(activity).inherited, on.map(name).join(", "), phrase)
}

/** Returns the open activities that wait as declared, then those whose row says so without saying for what. */
const waitingSentences = (
  context: ReportContext
): readonly [declared: ReadonlyArray<Sentence>, saying: ReadonlyArray<Sentence>] => {
  const { history, name, phrase } = context
  const { waiting } = phrase.text.report
  const open = [...history.plan.activities.values()].filter(
    ({ kind, parent, status }) => kind === "activity" && parent === null && !isClosed(status)
  )
  const declared = open.flatMap((activity): ReadonlyArray<Sentence> => {
    const on = history.waits.waitsFor(activity.id, null)
    if (on.length === 0) return []
    const { alike, inherited, net } = history.tallyOf(activity)
    const share = waitingWords(inherited, null, phrase)
    const slip = share === null || !alike ? null : `${slipWords(net, phrase)}, ${share}`
    const dates = on.map((each) => datedName(each, context)).join(", ")
    return [{ lead: name(activity.id), text: waiting.declared(dates, slip) }]
  })
  const saying = open.flatMap((activity): ReadonlyArray<Sentence> => {
    const found = unwaived(activity.findings, "DependencyNotDeclared")
    return found === undefined || activity.dependencies.length > 0
      ? []
      : [{ lead: name(activity.id), text: waiting.said(found.finding.words.replace(/\s+/gu, " ")) }]
  })
  return [declared, saying]
}

/** Returns the name of an activity with its current deadline. */
const datedName = (id: string, { history, name, phrase }: ReportContext): string => {
  const activities: ReadonlyMap<string, Activity> = history.plan.activities
  const deadline = activities.get(id)?.deadline ?? null
  return deadline === null ? name(id) : `${name(id)} (${spokenDate(deadline, phrase)})`
}
