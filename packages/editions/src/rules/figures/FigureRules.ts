/**
 * Rules about figures: figures that cannot both be right, percentages that do not follow from their figures, and
 * targets without anything to compare with.
 */
import * as Equal from "effect/Equal"
import type { Measurement, Target } from "@frist/domain/plan/Activity"
import { isClosed } from "@frist/domain/Status"
import { claimsIn, holds } from "../../reading/figures/FigureClaims.ts"
import { isBelowPart, reaches, targetMatcher } from "@frist/domain/measures/MeasureComparison"
import { figuresOfCell, rowName, type RowFigures } from "../../reading/figures/Figures.ts"
import { changeNamed } from "@frist/domain/measures/MeasureName"
import type { FindingCode } from "../../Irregularity.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { type Rule, type RuleRemark, type SeenRow, ofEachRow } from "../Rule.ts"

/** A row, with its figures. */
interface Figures extends RowFigures {
  readonly on: SeenRow
}

/** Makes a rule that looks at the figures of each row. */
export const ofFigures = (
  code: FindingCode,
  look: (figures: Figures, vocabulary: Vocabulary) => ReadonlyArray<Omit<RuleRemark, "on">>
): Rule => ofEachRow(code, (on, { vocabulary }) => distinct(look({ on, ...on.figures }, vocabulary)))

/** Keeps one remark for the same words, however many figures are in them. */
const distinct = (remarks: ReadonlyArray<Omit<RuleRemark, "on">>): ReadonlyArray<Omit<RuleRemark, "on">> =>
  remarks.filter(({ words }, at) => remarks.findIndex((other) => other.words === words) === at)

/** Reports a year below its part: 8 318 for 2022 but 11 292 for January to October. A count cannot shrink in a year. */
const yearBelowPart = ofFigures("YearBelowPart", ({ measurements, read }) =>
  read.flatMap(({ column, measurement }) =>
    measurements.some(
      (other) =>
        isBelowPart(measurement, other) ||
        (isBelowPart(other, measurement) && read.every((each) => !Equal.equals(each.measurement, other)))
    )
      ? [{ column, words: measurement.words }]
      : []
  )
)

/** Returns a cell that may state a percentage; null for any other. */
const percentagesIn = (cell: string | null): string | null =>
  cell !== null && (cell.includes("%") || /procent/iu.test(cell)) ? cell : null

/** Reports a percentage that does not follow from the figures next to it. */
const percentageWrong = ofFigures("PercentageWrong", ({ on }, vocabulary) =>
  (["goal", "followUp", "status"] as const).flatMap((column) =>
    figuresOfCell(percentagesIn(on.row.cells[column]), rowName(on.reading), vocabulary).flatMap((line) =>
      claimsIn(line, vocabulary).flatMap((claim) => (holds(claim) ? [] : [{ column, words: claim.stated.words }]))
    )
  )
)

/** Reports a change without a figure to count from: `ökat med 30 % i förhållande till idag`. */
const targetWithoutBaseline = ofFigures("TargetWithoutBaseline", ({ measurements, on, targets }, vocabulary) =>
  targets.flatMap((target) =>
    changeNamed(target.measure) === null || hasBaseline(target, on, measurements, vocabulary)
      ? []
      : [{ column: "goal", words: target.words }]
  )
)

/** Whether there is a figure to count from: beside the target, or of a year that it names. */
const hasBaseline = (
  { words }: Target,
  on: SeenRow,
  measurements: ReadonlyArray<Measurement>,
  vocabulary: Vocabulary
): boolean => {
  const beside = figuresOfCell(words, rowName(on.reading), vocabulary).flat()
  if (beside.some(({ change, measure }) => change === null && measure !== null)) return true
  const years: ReadonlyArray<string> = words.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? []
  return measurements.some(({ period }) => period?.edtf != null && years.includes(period.edtf))
}

/** Reports a target whose number has no unit. */
const targetWithoutUnit = ofFigures("TargetWithoutUnit", ({ targets }) =>
  targets.flatMap(({ unit, words }) => (unit === null ? [{ column: "goal" as const, words }] : []))
)

/** The most targets of a row that are compared with its figures, to bound the time. */
export const mostTargets = 20

/** Reports an open row whose latest figure reaches a target. */
const targetMetRowOpen = ofFigures("TargetMetRowOpen", ({ measurements, on, read, targets }) => {
  if (on.kind !== "activities" || isClosed(on.reading.status)) return []
  const first = targets.slice(0, mostTargets)
  const speaks = targetMatcher(first, measurements)
  return first.flatMap((target) => {
    const latest = latestOf(measurements.filter((each) => speaks(target, each)))
    const column = read.find(({ measurement }) => measurement === latest)?.column ?? "followUp"
    return latest !== undefined && reaches(latest, target) === "yes" ? [{ column, words: latest.words }] : []
  })
})

/** Returns the measurement of the latest period; without periods, the last one. */
const latestOf = (all: ReadonlyArray<Measurement>): Measurement | undefined =>
  all.reduce<Measurement | undefined>(
    (latest, next) =>
      latest?.period?.latest != null && next.period?.latest != null && next.period.latest < latest.period.latest
        ? latest
        : next,
    undefined
  )

export const figureRules: ReadonlyArray<Rule> = [
  yearBelowPart,
  percentageWrong,
  targetWithoutBaseline,
  targetWithoutUnit,
  targetMetRowOpen
]
