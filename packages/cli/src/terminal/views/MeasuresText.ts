/**
 * Figures with their targets as text for a terminal.
 */
import type { MeasuredActivity, Measures } from "@frist/projections/Measures"
import { growth, monthNames, periodWords, valueWords, targetWords, withPeriod } from "@frist/reports/words/FigureWords"
import type { NameOf } from "../ActivityName.ts"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { excerpt } from "@frist/reports/words/Phrases"
import { type Choice, shownOf, titled } from "./ViewText.ts"
import { type Canvas, paragraph, type Piece, sectionedTable, type Style } from "../TerminalTable.ts"

type Series = MeasuredActivity["series"][number]
type Measured = Series["measurements"][number]
type Met = Series["targets"][number]["met"]

const metStyle: Readonly<Record<Met, Style>> = { yes: "green", no: "red", unknown: "yellow" }

/** Returns every series under its activity, targets and contradictions; targets without figures come last. */
export const measuresText = (view: Measures, nameOf: NameOf, phrase: CommandPhrases, canvas: Canvas): string => {
  const { text } = phrase
  const choices: ReadonlyArray<Choice<{ readonly own: Measured; readonly unit: string | null }>> = [
    { heading: text.heading.period, least: 10, cell: ({ own }) => periodWords(own, phrase) || text.figures.noPeriod },
    { heading: text.heading.value, least: 8, cell: ({ own, unit }) => valueWords(own, unit, phrase) },
    { heading: text.heading.change, least: 8, cell: ({ own }) => growth(own.sincePrevious, phrase) },
    { heading: text.heading.saidOn, least: 10, cell: ({ own }) => own.effectiveOn },
    {
      heading: text.heading.words,
      least: 24,
      cell: ({ own }) => [
        { text: excerpt(own.words, 240) },
        ...(own.correctedBy === null ? [] : [{ text: text.corrected(own.correctedBy), style: "yellow" as const }])
      ]
    },
    {
      heading: text.heading.source,
      least: 14,
      from: 120,
      cell: ({ own }) =>
        own.source === null ? "" : text.sourceRow(own.source.document, own.source.table, own.source.row)
    }
  ]
  const shown = shownOf(choices, canvas)
  const sections = view.activities.flatMap((activity) => [
    ...activity.series.map((series) => ({
      heading: seriesHeading(activity, series, nameOf, phrase),
      rows: series.measurements.map((own) => shown.map((choice) => choice.cell({ own, unit: series.unit })))
    })),
    ...activity.targets
      .filter(({ position }) =>
        activity.series.every(({ targets }) => targets.every(({ target }) => target !== position))
      )
      .map((target) => ({
        heading: [
          ...named(activity, target.measure, nameOf),
          { text: `${targetWords(target, phrase)} ${text.figures.unmeasured}`, style: "dim" as const }
        ],
        rows: []
      }))
  ])
  return [
    titled(view, text.measures, phrase, canvas),
    sections.length === 0
      ? text.none
      : `${sectionedTable(shown, sections, canvas)}\n\n${paragraph(text.figures.note, "dim", canvas)}`
  ].join("\n")
}

const named = ({ activity }: MeasuredActivity, what: string, nameOf: NameOf): ReadonlyArray<Piece> => [
  { text: `${nameOf(activity)}: ${what}`, style: "bold" },
  { text: activity, style: "dim" }
]

const seriesHeading = (
  activity: MeasuredActivity,
  series: Series,
  nameOf: NameOf,
  phrase: CommandPhrases
): ReadonlyArray<Piece> => {
  const { figures } = phrase.text
  const kind = series.months === null ? figures.periods[series.periods] : monthNames(series.months, phrase)
  const what = activity.series.length === 1 ? kind : `${kind} (${figures.series(series.number)})`
  return [
    ...named(activity, `${series.measure}, ${what}`, nameOf),
    ...series.targets.flatMap(({ met, target }): ReadonlyArray<Piece> => {
      const own = activity.targets.find(({ position }) => position === target)
      return own === undefined
        ? []
        : [{ text: `${targetWords(own, phrase)} ${figures.met[met]}`, style: metStyle[met] }]
    }),
    ...series.contradicts.flatMap(({ other, position, series: number }): ReadonlyArray<Piece> => {
      const one = series.measurements.find((each) => each.position === position)
      const theirs = activity.series[number - 1]
      const against = theirs?.measurements.find((each) => each.position === other)
      if (one === undefined || theirs === undefined || against === undefined) return []
      const ours = withPeriod(one, series.unit, phrase)
      return [
        { text: `⚠ ${figures.contradicts(ours, number, withPeriod(against, theirs.unit, phrase))}`, style: "yellow" }
      ]
    })
  ]
}
