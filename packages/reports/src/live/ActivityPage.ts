/**
 * The page of one activity: what it is, how its deadline has moved, and what its follow-ups have said.
 */
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { activityHistory, type ActivityHistory } from "@frist/projections/ActivityHistory"
import type { Move } from "@frist/projections/moves/DeadlineMove"
import type { History } from "@frist/projections/History"
import { boardViews } from "../BoardViews.ts"
import type { Panels } from "../ChartBlocks.ts"
import { panelsOf } from "../chart/PanelsModel.ts"
import { el } from "../Element.ts"
import { dateCell, slipCell, statusCell, textCell } from "../ReportCells.ts"
import type { Block, Facts, ReportTable } from "../Report.ts"
import { textBlock } from "../sections/SentenceBlock.ts"
import { liveTexts, type LiveTexts } from "../texts/LiveTexts.ts"
import { dayWords } from "../words/DateWords.ts"
import { changeWords, type Phrases } from "../words/Phrases.ts"
import { unbrokenSections } from "../words/UnbrokenUnits.ts"
import { htmlSection, type PageSection } from "../writers/html/BlockMarkup.ts"
import { linkFooter, type LivePage } from "./LivePage.ts"
import { activityAddress, boardAddress, type PageBase } from "./PageAddress.ts"

/** Returns the page of an activity; null if none with this id is registered at the times of the history. */
export const activityPage = (history: History, id: string, phrase: Phrases, base: PageBase): LivePage | null => {
  const { language, text } = phrase
  const { report } = text
  const activities: ReadonlyMap<string, Activity> = history.plan.activities
  const activity = activities.get(id)
  if (activity === undefined) return null
  const texts = liveTexts[language]
  const heldOn = history.times.asOf ?? history.times.today
  const { name, trend } = boardViews(history)
  const own = trend.activities.filter(({ activity: each }) => each === id)
  const panels = panelsOf({ name, phrase, trend: { ...trend, activities: own } })
  const moves = history.movesOf(id)
  const tally = history.tallyOf(activity)
  const view = { history, name, phrase, texts }
  const sections: ReadonlyArray<PageSection> = [
    { id: "activity", heading: texts.activity, blocks: [factsOf(activity, view)] },
    {
      id: "moves",
      heading: texts.moves,
      blocks: [
        textBlock(
          tally.count === 0
            ? texts.unmoved
            : tally.alike
              ? texts.changed(changeWords(tally, phrase))
              : report.notComparable,
          ...(tally.atLeast ? [report.more] : [])
        ),
        ...(panels === null ? [] : [ownChart(panels, texts), textBlock(report.chart.panels.reading)]),
        ...(moves.length === 0 ? [] : [movesTable(moves, view)])
      ]
    },
    { id: "followUps", heading: texts.followUps, blocks: followUps(activityHistory(history, id), view) }
  ]
  const title = name(id)
  return {
    title: `${title} – ${report.title(history.plan.title)}`,
    heldOn,
    body: [
      el("a", { class: "skip", href: "#content" }, report.page.skip),
      el(
        "header",
        {},
        el("p", {}, el("a", { href: boardAddress(base) }, report.title(history.plan.title))),
        el("h1", {}, title),
        el("p", { class: "subtitle" }, report.subtitle(dayWords(heldOn, phrase), false))
      ),
      el(
        "main",
        { id: "content" },
        ...unbrokenSections(sections).map((section) =>
          htmlSection(section, phrase, (each) => activityAddress(base, each))
        )
      ),
      linkFooter(language, base)
    ],
    log: null
  }
}

/** Titles the chart of one activity by what it shows: how many deadlines have changed is a finding about many. */
const ownChart = (panels: Panels, { reported }: LiveTexts): Panels => ({
  ...panels,
  title: reported,
  description: panels.description.replace(panels.title, reported)
})

interface View {
  readonly history: History
  readonly name: (activity: string) => string
  readonly phrase: Phrases
  readonly texts: LiveTexts
}

/** Returns what the activity is, in the words of the document. */
const factsOf = (activity: Activity, { history, name, phrase, texts }: View): Facts => {
  const { column } = phrase.text.report
  const { actions, area, baseline, deadline, goal, original, responsible, status } = activity
  const waitsFor = history.waits.waitsFor(activity.id, null)
  const facts: ReadonlyArray<readonly [term: string, words: string | null | undefined]> = [
    [column.area, area],
    [column.goal, goal],
    [column.actions, actions],
    [column.responsible, responsible],
    [column.status, statusCell(status, phrase, null).text],
    [column.original, original?.words],
    [column.approved, PlannedDate.same(baseline, original) ? null : baseline?.words],
    [column.latest, deadline?.words],
    [texts.waitsFor, waitsFor.length === 0 ? null : waitsFor.map(name).join("\n")]
  ]
  return {
    _tag: "Facts",
    facts: facts.flatMap(([term, words]) =>
      words === null || words === undefined || words.trim() === "" ? [] : [{ term, lines: [words], code: false }]
    )
  }
}

const movesTable = (moves: ReadonlyArray<Move>, { phrase, texts }: View): ReportTable => {
  const { column } = phrase.text.report
  const kindOf = ({ provenance, type }: Move): string =>
    type === "approved" ? texts.kind.approved : provenance === "inferred" ? texts.kind.movedAtLeast : texts.kind.moved
  return {
    _tag: "Table",
    id: "activity-moves",
    caption: texts.movesCaption,
    asInSource: false,
    columns: [
      { key: "on", heading: texts.column.on, kind: "date" },
      { key: "kind", heading: texts.column.kind, kind: "text" },
      { key: "from", heading: column.from, kind: "date" },
      { key: "to", heading: column.to, kind: "date" },
      { key: "days", heading: column.days, kind: "number" },
      { key: "why", heading: texts.column.why, kind: "long" },
      { key: "source", heading: texts.column.source, kind: "text" }
    ],
    rows: moves.map((move) => ({
      activity: null,
      mark: null,
      cells: [
        { text: move.effectiveOn, day: move.effectiveOn },
        textCell(kindOf(move)),
        dateCell(move.from),
        dateCell(move.to),
        move.alike ? slipCell(move.slip, phrase) : textCell(phrase.text.report.notComparable),
        textCell(whyOf(move, phrase)),
        textCell(sourceOf(move.source, phrase))
      ]
    })),
    empty: phrase.text.report.blankTable
  }
}

/** Returns the recorded reason or decision; else the new sentences of the follow-up, as quotations, never as a reason. */
const whyOf = ({ quoted, reason, removed, type }: Move, { language, text: { report } }: Phrases): string => {
  if (removed !== null) return report.removedContent(removed)
  if (reason === null) return quoted.map(report.quoted).join("\n")
  const { decision, reason: because } = liveTexts[language]
  return type === "approved" ? decision(reason) : because(reason)
}

const sourceOf = (source: Move["source"], { text }: Phrases): string =>
  source === null ? "" : text.sourceRow(source.document, source.table, source.row)

/** Returns the notes that are in effect, the latest first. */
const followUps = ({ entries }: ActivityHistory, { phrase, texts }: View): ReadonlyArray<Block> => {
  const notes = entries
    .flatMap(({ effectiveOn, event, inEffect, source }) =>
      inEffect && event?._tag === "FollowUpNoted" ? [{ effectiveOn, source, text: event.text }] : []
    )
    .toReversed()
  if (notes.length === 0) return [textBlock(texts.noFollowUps)]
  return [
    {
      _tag: "Table",
      id: "activity-notes",
      caption: texts.followUpsCaption,
      asInSource: false,
      columns: [
        { key: "on", heading: texts.column.on, kind: "date" },
        { key: "text", heading: texts.column.text, kind: "long" },
        { key: "source", heading: texts.column.source, kind: "text" }
      ],
      rows: notes.map(({ effectiveOn, source, text }) => ({
        activity: null,
        mark: null,
        cells: [{ text: effectiveOn, day: effectiveOn }, textCell(text), textCell(sourceOf(source, phrase))]
      })),
      empty: phrase.text.report.blankTable
    }
  ]
}
