/**
 * The report of a plan for a review, made from its log: the same log, day, language and version give the same value.
 */
import type { Day } from "@frist/domain/Day"
import * as Plan from "@frist/domain/Plan"
import { lookUp } from "@frist/domain/ActivityLookup"
import type { Log } from "@frist/projections/View"
import { phrases } from "./words/Phrases.ts"
import type { Language } from "./words/Spoken.ts"
import { boardAt } from "./BoardAt.ts"
import { material } from "./Material.ts"
import { dayWords } from "./Naming.ts"
import type { Report } from "./Report.ts"
import { aboutSection, type Checkpoint } from "./sections/AboutSection.ts"
import { completedSection, latenessSection, ongoingSection } from "./sections/BoardSections.ts"
import { decisions } from "./sections/Decisions.ts"
import { figureSection } from "./sections/FigureSection.ts"
import { findingSection } from "./sections/FindingSection.ts"
import { since } from "./sections/SinceSection.ts"
import { summary } from "./sections/Summary.ts"
import { timelineSection } from "./sections/TimelineSection.ts"
import { trendSection } from "./sections/TrendSection.ts"

export type { Checkpoint } from "./sections/AboutSection.ts"

export interface ReportOptions {
  readonly heldOn: Day
  readonly language: Language
  /** In milliseconds; default the instant of the last event, so that a report made again is the same. */
  readonly knownAt?: number | undefined
  /** The day lateness is counted on; default `heldOn`. */
  readonly today?: Day | undefined
  /**
   * The activity that the timeline counts from: an id, or words that name one activity, as in `lookUp`. Default, and
   * where the words name none or several: it counts from none.
   */
  readonly anchor?: string | undefined
  /** Whether open findings are in it: not where it is published. */
  readonly findings?: boolean | undefined
  /** What the log looked like, as its store proves it. */
  readonly checkpoint?: Checkpoint | undefined
  /** Name and version of what makes the report. */
  readonly software: string
  /** The command that makes it again; what is asked for by its name in the report's own words. */
  readonly command: string
}

/** The report of a log, which is all events of one plan, in any order. */
export const reportOf = (log: Log, options: ReportOptions): Report => {
  const phrase = phrases(options.language)
  const { heldOn } = options
  const knownAt = options.knownAt ?? lastInstant(log)
  const times = { asOf: heldOn, today: options.today ?? heldOn, knownAt }
  const own = material(log, times, phrase)
  const { board, changes } = own
  const { report } = phrase.text
  const tables = boardAt(log, times, phrase)
  const figures = figureSection(own)
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
    subtitle: report.subtitle(dayWords(heldOn, phrase)),
    lines: [
      report.asKnown(dayWords(times.today, phrase), null),
      changes.since === null ? report.firstReview : report.comparedWith(dayWords(changes.since, phrase))
    ],
    sections: [
      summary(own),
      decisions(own),
      since(own),
      timelineSection(own, anchorOf(own.plan, options.anchor)),
      ongoingSection(tables, own),
      completedSection(tables, own),
      trendSection(own),
      latenessSection(tables, own),
      ...(figures === null ? [] : [figures]),
      ...(options.findings === true ? [findingSection(own)] : []),
      aboutSection(own, { checkpoint: options.checkpoint, software: options.software, command: options.command })
    ]
  }
}

/** The instant of the last event; undefined in an empty log. */
export const lastInstant = (log: Log): number | undefined =>
  log.reduce<number | undefined>(
    (last, { recordedAt }) => (last === undefined || recordedAt > last ? recordedAt : last),
    undefined
  )

const anchorOf = ({ activities }: Plan.Plan, words: string | undefined): string | undefined => {
  const found = words === undefined ? [] : lookUp(activities.keys(), words)
  return found.length === 1 ? found[0] : undefined
}
