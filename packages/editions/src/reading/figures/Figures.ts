/**
 * The figures in a row's texts, as commands: targets from its goal, measurements from its follow-up and status. The same
 * texts always give the same commands, and known figures are not proposed again.
 */
import type { Command } from "@frist/domain/Command"
import type { ActivityId } from "@frist/domain/Names"
import type { Activity, Measurement, Target } from "@frist/domain/plan/Activity"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { EditionRow, TableKind } from "../../Edition.ts"
import type { EditionColumn } from "../../EditionColumn.ts"
import type { RowReading } from "../RowReading.ts"
import { type Figure, figuresIn } from "./FigureReading.ts"
import { type Change, changeNamed, measureKey } from "@frist/domain/measures/MeasureName"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { figureLines } from "./FigureLines.ts"

/** A row whose figures are read. */
export interface FigureRow {
  readonly kind: TableKind
  readonly row: EditionRow
  readonly reading: RowReading
}

/** A command, and the column of the cell it comes from. */
interface ProposedFigure {
  readonly column: EditionColumn
  readonly command: Extract<Command, { _tag: "SetTarget" | "RecordMeasurement" }>
}

/** Returns the new targets and measurements of a row. `before` is the activity before the edition; null if it is new. */
export const newFigures = (
  activity: ActivityId,
  { read, targets }: RowFigures,
  before: Activity | null
): ReadonlyArray<ProposedFigure> => {
  if (targets.length === 0 && read.length === 0) return []
  return [
    ...targets.map((target): ProposedFigure => ({
      column: "goal",
      command: { ...target, _tag: "SetTarget", activity }
    })),
    ...read
      .filter(({ measurement }) => !isKnown(measurement, before?.measurements ?? [], read))
      .map(({ column, measurement }): ProposedFigure => ({
        column,
        command: { ...measurement, _tag: "RecordMeasurement", activity }
      }))
  ]
}

const mayHaveFigures = (cell: string | null): cell is string => cell !== null && /\d/u.test(cell)

/** Returns the figures of a cell, line by line. */
export const figuresOfCell = (
  cell: string | null,
  known: string,
  vocabulary: Vocabulary
): ReadonlyArray<ReadonlyArray<Figure>> =>
  mayHaveFigures(cell)
    ? figureLines(cell, vocabulary).map((line) => line.flatMap((sentence) => figuresIn(sentence, known, vocabulary)))
    : []

/** Returns the row's name in lower case, which its measures need not repeat. */
export const rowName = ({ area, goal }: Pick<RowReading, "area" | "goal">): string =>
  `${area ?? ""} ${goal ?? ""}`.slice(0, 2_000).toLowerCase()

const prefix: Readonly<Record<Change, string>> = { increase: "ökning", decrease: "minskning" }

/** Names a change differently from a level, so that neither replaces the other: `ökning av användande`. */
const nameOfChange = (change: Change, of: string | null): string =>
  of === null ? prefix[change] : `${prefix[change]} av ${of}`

/** Returns the targets of a row's goal. A reworded goal keeps the name of its only target of the kind. */
const targetsOf = (
  { kind, reading }: Omit<FigureRow, "row">,
  before: ReadonlyArray<Target> = [],
  vocabulary: Vocabulary
): ReadonlyArray<Target> => {
  const { area, goal } = reading
  if (kind === "timeline" || !mayHaveFigures(goal)) return none
  const taken = new Set<string>()
  const targets: Array<Target> = []
  for (const figure of figuresOfCell(goal, rowName({ area, goal: null }), vocabulary).flat()) {
    if (figure.end === "from" || !(figure.measured || figure.wished || figure.end === "to")) continue
    const named = figure.change === null ? (figure.measure ?? "mål") : nameOfChange(figure.change, figure.measure)
    let measure = named
    for (let n = 2; taken.has(measure); n += 1) measure = `${named} (${n})`
    taken.add(measure)
    targets.push({ _tag: "TargetSet", measure, value: figure.value, unit: figure.unit, words: figure.words })
  }
  return targets.map((target) => {
    const known = before.filter((each) => ofOneKind(each, target))
    const only = known[0]
    return only === undefined || known.length > 1 || targets.filter((each) => ofOneKind(each, target)).length > 1
      ? target
      : { ...target, measure: only.measure }
  })
}

const none: ReadonlyArray<never> = []

const ofOneKind = (a: Target, b: Target): boolean =>
  a.unit === b.unit && changeNamed(a.measure) === changeNamed(b.measure)

interface Read {
  readonly column: EditionColumn
  readonly measurement: Measurement
}

/** Returns every measurement that a row states, known or not. */
const measurementsOf = (
  { kind, reading, row }: FigureRow,
  targets: ReadonlyArray<Target>,
  vocabulary: Vocabulary
): ReadonlyArray<Read> => {
  const { followUp, status } = row.cells
  if (kind === "timeline" || !(mayHaveFigures(status) || mayHaveFigures(followUp))) return none
  const cells = [
    ["status", status],
    ["followUp", followUp]
  ] as const
  const name = rowName(reading)
  const shares = targets.filter(({ measure, unit }) => unit === "%" && changeNamed(measure) === null)
  const share = shares.length === 1 ? shares[0]?.measure : undefined
  return cells.flatMap(([column, cell]) =>
    figuresOfCell(cell, name, vocabulary).flatMap((line) =>
      line.flatMap((figure, at): ReadonlyArray<Read> => {
        if (!figure.measured || figure.wished) return []
        const measure = measureOf(figure, line.slice(0, at), share)
        const { period, qualifier, unit, value, words } = figure
        return measure === null
          ? []
          : [{ column, measurement: { _tag: "MeasurementRecorded", measure, value, unit, qualifier, period, words } }]
      })
    )
  )
}

/** Names a measurement. A change that nearby figures already give is not one, since it would be counted twice. */
const measureOf = (figure: Figure, before: ReadonlyArray<Figure>, share: string | undefined): string | null => {
  if (figure.change !== null) return pairIn(before) === null ? nameOfChange(figure.change, figure.measure) : null
  if (figure.measure !== null) return figure.measure
  if (figure.unit === "%") return share ?? "andel"
  return figure.unit === null ? null : "belopp"
}

/** Returns the last two levels of the same measure, in the order written. */
export const pairIn = (figures: ReadonlyArray<Figure>): readonly [Figure, Figure] | null => {
  const levels = figures.filter(({ change }) => change === null)
  const last = levels.at(-1)
  const other = levels.at(-2)
  return last !== undefined &&
    other !== undefined &&
    last.unit === other.unit &&
    last.measure !== null &&
    last.measure === other.measure
    ? [other, last]
    : null
}

/**
 * Whether a measurement is known. A figure with a period is the same in other words; one without is known by its words.
 * A figure that was corrected is not read again from the same words.
 */
const isKnown = (read: Measurement, known: ReadonlyArray<Measurement>, all: ReadonlyArray<Read>): boolean =>
  known.some((each) => {
    if (each.unit !== read.unit) return false
    const alike = measureKey(each.measure) === measureKey(read.measure) && PlannedDate.same(each.period, read.period)
    if (each.value === read.value) {
      const dated = read.period !== null && read.period.edtf !== null
      return each.words === read.words
        ? PlannedDate.same(each.period, read.period)
        : alike && dated && each.qualifier === read.qualifier
    }
    return (
      alike &&
      each.words === read.words &&
      !all.some(({ measurement }) => measurement.words === read.words && measurement.value === each.value)
    )
  })

/** The figures of a row: its targets, the measurements read from its cells, and all known measurements. */
export interface RowFigures {
  readonly targets: ReadonlyArray<Target>
  readonly read: ReadonlyArray<Read>
  readonly measurements: ReadonlyArray<Measurement>
}

/** Reads the figures of a row; `before` is the activity before the edition, null if it is new. */
export const rowFigures = (figureRow: FigureRow, before: Activity | null, vocabulary: Vocabulary): RowFigures => {
  const targets = targetsOf(figureRow, before?.targets, vocabulary)
  const read = measurementsOf(figureRow, targets, vocabulary)
  const known = before?.measurements ?? none
  return {
    targets,
    read,
    measurements: read.length === 0 ? known : [...known, ...read.map((each) => each.measurement)]
  }
}
