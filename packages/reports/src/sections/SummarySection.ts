/**
 * The summary: a headline that is a finding, and a sentence in which the counts of activities add up.
 */
import type { MovedSince } from "@frist/projections/Changes"
import { type PlannedDate } from "@frist/domain/PlannedDate"
import type { ReportContext } from "../ReportContext.ts"
import type { ReportSection, Sentences } from "../Report.ts"
import { countOf, directionOf } from "../Standings.ts"
import { standings } from "../Standing.ts"
import { dayWords, hasPlainName, onOneLine, spokenDate } from "../words/DateWords.ts"
import { excerpt } from "../words/Spoken.ts"
import { textBlock } from "./SentenceBlock.ts"

/** Writes the section. */
export const summarySection = (context: ReportContext): ReportSection => {
  const { board, completed, phrase } = context
  const { report } = phrase.text
  if (board.activities.length + completed.activities.length === 0) {
    return { id: "summary", heading: report.section.summary, blocks: [textBlock(report.empty)] }
  }
  const block: Sentences = { ...textBlock(...countSentences(context)), heading: headlineOf(context) }
  return { id: "summary", heading: report.section.summary, blocks: [block] }
}

/**
 * Returns the headline. What most activities have in common that needs attention is the finding; only where nothing does,
 * it is what was completed.
 */
export const headlineOf = (context: ReportContext): string => {
  const { phrase, standings: own } = context
  const { headline } = phrase.text.report
  const of = own.of.size
  const finding = (["postponed", "passed", "passedUnread", "missing"] as const)
    .map((standing) => ({ standing, n: countOf(own, standing) }))
    .reduce((a, b) => (b.n > a.n ? b : a))
  if (finding.n > 0) {
    if (finding.standing !== "postponed") return headline[finding.standing](finding.n, of)
    const isFirst = context.changes.since === null
    return [headline.postponed(finding.n, of, isFirst), ...secondFinding(context)].join(" ")
  }
  const done = countOf(own, "completed")
  return done > 0 ? headline.completed(done, of) : of === 0 ? headline.none : headline.unchanged(of)
}

/** Returns what stands out among the changed deadlines: one that is no date any more, or the latest of all. */
const secondFinding = (context: ReportContext): ReadonlyArray<string> => {
  const { changes, name, phrase, standings: own } = context
  const { headline, quoted } = phrase.text.report
  const lost = changes.moved.find(
    ({ activity, from, to }) => own.of.has(activity) && from !== null && from.latest !== null && to.latest === null
  )
  if (lost !== undefined) return [headline.lost(name(lost.activity), quoted(excerpt(onOneLine(lost.to.words), 60)))]
  const last = furthestOf(context)
  return last === null ? [] : [headline.expected(name(last.activity), spokenDate(last.to, phrase))]
}

/** Returns the postponed activity with the latest date, if no other can be as late. */
const furthestOf = ({ changes, phrase, standings: own }: ReportContext): MovedSince | null => {
  const later = changes.moved.filter(
    ({ activity, from, to }) => own.of.get(activity) === "postponed" && directionOf(from, to) === "postponed"
  )
  const last = later.reduce<MovedSince | null>((a, b) => (a === null || startOf(b.to) > startOf(a.to) ? b : a), null)
  // Words that are quoted do not fit in a headline.
  if (last === null || last.to.latest === null || !hasPlainName(last.to, phrase)) return null
  return later.some((each) => each !== last && endOf(each.to) >= startOf(last.to)) ? null : last
}

const startOf = ({ earliest, latest }: PlannedDate): string => earliest ?? latest ?? ""
const endOf = ({ latest }: PlannedDate): string => latest ?? "9999"

/** Returns how the activities that were ongoing stand now, and what comes beside them. */
const countSentences = ({ changes, name, phrase, standings: own }: ReportContext): ReadonlyArray<string> => {
  const { and, beside, standing } = phrase.text.report
  const since = changes.since === null ? null : dayWords(changes.since, phrase)
  const counted = standings
    .map((each) => ({ each, n: countOf(own, each) }))
    .filter(({ n }) => n > 0)
    .map(({ each, n }) => standing[each](n))
  const besides = (["added", "again", "contradicted", "missing"] as const)
    .filter((each) => own[each] > 0)
    .map((each) => beside[each](own[each]))
  const others = changes.moved
    .filter(({ activity, from, kind, parent, to }) =>
      kind === "activity" && parent === null && from !== null && !own.of.has(activity)
        ? directionOf(from, to) === "postponed"
        : false
    )
    .map(({ activity }) => name(activity))
  return [
    ...(own.of.size === 0 ? [] : [`${standing.of(own.of.size, since)}: ${counted.join(", ")}.`]),
    ...(besides.length === 0 ? [] : [beside.besides(and(besides))]),
    ...(others.length === 0 ? [] : [beside.postponed(and(others))])
  ]
}
