/**
 * The section of targets and measured values. A figure that another contradicts says so.
 */
import { type MeasuredActivity, measures } from "@frist/projections/Measures"
import type { Activity } from "@frist/domain/plan/Activity"
import { sentencesOf } from "../words/Quotes.ts"
import { excerpt } from "../words/Spoken.ts"
import { blankCell, tonedCell } from "../ReportCells.ts"
import { growth, periodWords, valueWords, targetValue, withPeriod } from "../words/FigureWords.ts"
import type { ReportContext } from "../ReportContext.ts"
import type { Block, ReportRow, ReportSection, Tone } from "../Report.ts"

type Series = MeasuredActivity["series"][number]

const tones: Readonly<Record<Series["targets"][number]["met"], Tone>> = { yes: "good", no: "late", unknown: "perhaps" }

/** Writes the section; null for a plan without targets and measurements. */
export const figureSection = (context: ReportContext): ReportSection | null => {
  const { history, phrase } = context
  const view = measures(history)
  if (view.activities.length === 0) return null
  const { report } = phrase.text
  const { column } = report
  const table: Block = {
    _tag: "Table",
    id: "figures",
    caption: report.table.figures,
    asInSource: false,
    columns: [
      { key: "activity", heading: column.activity, kind: "name" },
      { key: "measure", heading: column.measure, kind: "text" },
      { key: "period", heading: column.period, kind: "text" },
      { key: "value", heading: column.value, kind: "number" },
      { key: "change", heading: column.change, kind: "number" },
      { key: "target", heading: column.target, kind: "text" },
      { key: "met", heading: column.met, kind: "text" },
      { key: "words", heading: column.words, kind: "long" }
    ],
    rows: view.activities.flatMap((activity) => rowsOf(activity, context)),
    empty: report.blankTable
  }
  return {
    id: "figures",
    heading: report.section.figures,
    blocks: [table]
  }
}

/** Returns the first target of a series, which its values are compared with. */
const levelOf = ({ targets }: MeasuredActivity, series: Series) => {
  const against = series.targets[0]
  const own = targets.find(({ position }) => position === against?.target)
  return own === undefined || against === undefined ? undefined : { own, met: against.met }
}

/** Words by which a follow-up speaks of its target. They only choose what is quoted. */
const target = /målet|målsättning|måluppfyll|\b(?:target|goal)s?\b/iu

/** Returns the first sentence of a follow-up that speaks of the target, where no figure does; null if none. */
const aboutTarget = (followUp: string | null): string | null =>
  sentencesOf(followUp).find((sentence) => target.test(sentence)) ?? null

const rowsOf = (activity: MeasuredActivity, { history, name, phrase }: ReportContext): ReadonlyArray<ReportRow> => {
  const { figures } = phrase.text
  const own = { activity: activity.activity, mark: null }
  const activities: ReadonlyMap<string, Activity> = history.plan.activities
  const followUp = activities.get(activity.activity)?.followUp ?? null
  const isDone = activity.status._tag === "Completed"
  /** The figures of other series that cannot be right together with one. */
  const against = (position: number, { contradicts }: Series): ReadonlyArray<string> =>
    contradicts
      .filter((each) => each.position === position)
      .flatMap(({ other }) => {
        const theirs = activity.series.find(({ measurements }) => measurements.some((each) => each.position === other))
        const figure = theirs?.measurements.find((each) => each.position === other)
        return theirs === undefined || figure === undefined
          ? []
          : [figures.against(withPeriod(figure, theirs.unit, phrase))]
      })
  const measured = activity.series.flatMap((series) => {
    const level = levelOf(activity, series)
    return series.measurements.map((each, at): ReportRow => ({
      ...own,
      cells: [
        { text: name(activity.activity) },
        { text: each.measure },
        { text: periodWords(each, phrase) || figures.noPeriod },
        { text: valueWords(each, series.unit, phrase), ...(each.qualifier === null ? { number: each.value } : {}) },
        { text: [growth(each.sincePrevious, phrase), ...against(each.position, series)].filter(Boolean).join("\n") },
        { text: level === undefined ? "" : targetValue(level.own, phrase) },
        level === undefined || at < series.measurements.length - 1
          ? blankCell
          : tonedCell(figures.met[level.met], tones[level.met]),
        { text: excerpt(each.words, 400) }
      ]
    }))
  })
  const said = aboutTarget(followUp)
  const quoted = said === null ? null : figures.unmeasuredSaid(excerpt(said, 160))
  const unmeasured = activity.targets
    .filter(({ position }) =>
      activity.series.every(({ targets }) => targets.every(({ target }) => target !== position))
    )
    .map((target): ReportRow => ({
      ...own,
      cells: [
        { text: name(activity.activity) },
        { text: target.measure },
        { text: figures.noPeriod },
        blankCell,
        blankCell,
        { text: targetValue(target, phrase) },
        tonedCell(isDone ? figures.unmeasuredDone : (quoted ?? figures.unmeasured), "quiet"),
        { text: excerpt(target.words, 400) }
      ]
    }))
  return [...measured, ...unmeasured]
}
