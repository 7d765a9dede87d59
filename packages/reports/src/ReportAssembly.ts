/**
 * Makes the report of a plan for a review. The same log, times, options and version give the same value.
 */
import type { Day } from "@frist/domain/Day"
import type { Plan } from "@frist/domain/plan/Plan"
import { lookUp } from "@frist/domain/plan/ActivityLookup"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { History } from "@frist/projections/History"
import { phrases } from "./words/Phrases.ts"
import type { Language } from "./words/Language.ts"
import { boardTables } from "./BoardTables.ts"
import { removalSentences } from "./words/RemovalWords.ts"
import { reportContext } from "./ReportContext.ts"
import { dayWords } from "./words/DateWords.ts"
import type { Report } from "./Report.ts"
import { aboutSection, type PrintedCheckpoint } from "./sections/AboutSection.ts"
import { completedSection, latenessSection, ongoingSection } from "./sections/BoardSections.ts"
import { decisionSection } from "./sections/DecisionSection.ts"
import { figureSection } from "./sections/FigureSection.ts"
import { findingSection } from "./sections/FindingSection.ts"
import { movedSection } from "./sections/MovedSection.ts"
import { sinceSection } from "./sections/SinceSection.ts"
import { summarySection } from "./sections/SummarySection.ts"
import { timelineSection } from "./sections/TimelineSection.ts"
import { trendSection } from "./sections/TrendSection.ts"

export type { PrintedCheckpoint } from "./sections/AboutSection.ts"

/** The review that a report is for, and the instant up to which events are known. */
export interface ReportTimes {
  readonly heldOn: Day
  /** In milliseconds; default: the instant of the last event, so that the report is reproducible. */
  readonly knownAt?: number | undefined
  /** The day lateness is counted on; default: `heldOn`. */
  readonly today?: Day | undefined
}

/** Options for the contents of a report, and for its section about itself. */
export interface ReportOptions {
  readonly language: Language
  /**
   * The activity that the timeline counts from: an id, or words that name one activity, as in `lookUp`. Without it, and
   * where the words name none or several, there is no such column.
   */
  readonly anchor?: string | undefined
  /** Whether open findings are included. Leave them out of what is published. */
  readonly findings?: boolean | undefined
  /** The checkpoint of the log at `knownAt`, as its store proves it. */
  readonly checkpoint?: PrintedCheckpoint | undefined
  /** The name and version of the program that makes the report. */
  readonly software: string
  /** The command that makes the same report again. */
  readonly command: string
}

/** Returns the history that a report is made from. Takes all events of one plan, in any order. */
export const reportHistory = (
  events: ReadonlyArray<RecordedEvent>,
  { heldOn, knownAt = lastInstant(events), today = heldOn }: ReportTimes
): History => History.of(events, { asOf: heldOn, today, knownAt })

/** Makes the report of a history; its `asOf` is the day of the review. */
export const reportOf = (history: History, options: ReportOptions): Report => {
  const phrase = phrases(options.language)
  const context = reportContext(history, phrase)
  const { times } = history
  const { board, changes, heldOn } = context
  const { report } = phrase.text
  const tables = boardTables(context, phrase)
  const [figures, moved, since] = [figureSection(context), movedSection(context), sinceSection(context)]
  const timeline = timelineSection(context, anchorOf(history.plan, options.anchor))
  const [charts, trendFigures] = trendSection(context)
  const ownLateness = latenessSection(tables, context)
  const lateness = { ...ownLateness, blocks: [...ownLateness.blocks, ...trendFigures] }
  return {
    view: "frist/report",
    version: 1,
    language: options.language,
    plan: board.plan,
    heldOn,
    since: changes.since,
    today: times.today,
    knownAt: board.knownAt,
    events: board.events,
    checkpoint: options.checkpoint ?? null,
    title: report.title(board.title ?? board.plan),
    subtitle: report.subtitle(dayWords(heldOn, phrase), context.isReview),
    lines: [
      ...(context.isReview ? [] : [report.noReview]),
      ...(times.today === heldOn ? [] : [report.countedOn(dayWords(times.today, phrase))]),
      changes.since === null ? report.firstReview : report.comparedWith(dayWords(changes.since, phrase)),
      ...removalSentences(board.removed, phrase)
    ],
    sections: [
      summarySection(context),
      decisionSection(context),
      ...(moved === null ? [] : [moved]),
      ...(since === null ? [] : [since]),
      ...(timeline === null ? [] : [timeline]),
      charts,
      ...[
        ongoingSection(tables, context),
        completedSection(tables, context),
        lateness,
        ...(figures === null ? [] : [figures]),
        ...(options.findings === true ? [findingSection(context)] : []),
        aboutSection(context, { checkpoint: options.checkpoint, software: options.software, command: options.command })
      ].map((section) => ({ ...section, inAppendix: true }))
    ]
  }
}

/** Returns the instant of the last event in milliseconds; undefined for an empty log. */
const lastInstant = (events: ReadonlyArray<RecordedEvent>): number | undefined =>
  events.reduce<number | undefined>(
    (last, { recordedAt }) => (last === undefined || recordedAt > last ? recordedAt : last),
    undefined
  )

const anchorOf = ({ activities }: Plan, words: string | undefined): string | undefined => {
  const found = words === undefined ? [] : lookUp(activities.keys(), words)
  return found.length === 1 ? found[0] : undefined
}
