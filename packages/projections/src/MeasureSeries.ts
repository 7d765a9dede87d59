/**
 * Groups figures into series that can be compared, and finds the figures that contradict each other.
 */
import type { Measurement } from "@frist/domain/plan/Activity"
import type { Entry } from "@frist/domain/plan/Lens"
import { contradict, isBelowPart, periodKind } from "@frist/domain/measures/MeasureComparison"
import { measureKey } from "@frist/domain/measures/MeasureName"

/** A fact with its entry in the history. */
export interface FactEntry<F> {
  readonly entry: Entry
  readonly fact: F
}

/** A measurement with its entry in the history. */
export type MeasurementEntry = FactEntry<Measurement>

/** Groups the figures of an activity into series, each in the order of its periods. */
export const seriesOf = (figures: ReadonlyArray<MeasurementEntry>): ReadonlyArray<ReadonlyArray<MeasurementEntry>> =>
  [...Map.groupBy(figures, seriesKey).values()].flatMap(withoutContradiction).map(inOrder)

const seriesKey = ({ fact }: MeasurementEntry): string => {
  const { key, kind } = periodKind(fact)
  return JSON.stringify([measureKey(fact.measure), fact.unit, kind, kind === "unread" ? "" : key])
}

/** The time of a figure: its period, or the day on which it was reported where the period cannot be read. */
const timeOf = ({ entry, fact }: MeasurementEntry): string => {
  const { period } = fact
  return period?.edtf ?? `${period?.words ?? ""}|${entry.record.effectiveOn}`
}

/**
 * One series, or several where figures of the same time contradict each other. Figures of one batch stay together, so a
 * later account of the same years does not continue an earlier one.
 */
const withoutContradiction = (all: ReadonlyArray<MeasurementEntry>): ReadonlyArray<ReadonlyArray<MeasurementEntry>> => {
  const series: Array<Account> = []
  for (const batch of [...Map.groupBy(all, ({ entry }) => entry.record.batch).values()].flatMap(consistent)) {
    const fitting = series.find((each) => each.fits(batch))
    if (fitting !== undefined) fitting.add(batch)
    else series.push(new Account(batch))
  }
  return series.map((each) => each.figures)
}

/** The figures of one batch, split only where they contradict each other. */
const consistent = (figures: ReadonlyArray<MeasurementEntry>): ReadonlyArray<ReadonlyArray<MeasurementEntry>> => {
  if (agrees(figures)) return [figures]
  return [...Map.groupBy(figures, ({ fact }) => fact.words).values()].flatMap((sentence) =>
    agrees(sentence) ? [sentence] : sentence.map((one) => [one])
  )
}

const agrees = (figures: ReadonlyArray<MeasurementEntry>): boolean => {
  const account = new Account([])
  return figures.every((one) => account.fits([one]) && account.add([one]))
}

/** Figures that do not contradict each other, by their time. */
class Account {
  readonly figures: Array<MeasurementEntry> = []
  readonly #at = new Map<string, Array<MeasurementEntry>>()

  constructor(figures: ReadonlyArray<MeasurementEntry>) {
    this.add(figures)
  }

  fits(figures: ReadonlyArray<MeasurementEntry>): boolean {
    return figures.every((one) => (this.#at.get(timeOf(one)) ?? []).every(({ fact }) => !contradict(fact, one.fact)))
  }

  add(figures: ReadonlyArray<MeasurementEntry>): true {
    for (const one of figures) {
      this.figures.push(one)
      const time = timeOf(one)
      const there = this.#at.get(time)
      if (there === undefined) this.#at.set(time, [one])
      else there.push(one)
    }
    return true
  }
}

const dayOf = ({ entry, fact }: MeasurementEntry): string => fact.period?.latest ?? entry.record.effectiveOn

const inOrder = (series: ReadonlyArray<MeasurementEntry>): ReadonlyArray<MeasurementEntry> =>
  series
    .map((read, at) => ({ read, at, day: dayOf(read) }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.at - b.at))
    .map(({ read }) => read)

/** A figure contradicted by one of another series. */
export interface Contradicted {
  readonly position: number
  /** The other series, counted from 0, and the position of the figure in it. */
  readonly series: number
  readonly other: number
}

/** Finds the contradictions of each series with the others. */
export const contradictionsIn = (
  series: ReadonlyArray<ReadonlyArray<MeasurementEntry>>
): ReadonlyArray<ReadonlyArray<Contradicted>> => {
  if (series.length < 2) return series.map(() => [])
  const placed = series.map((own, at) =>
    own.map((read) => ({ read, at, time: `${seriesKey(read)} ${timeOf(read)}`, year: yearKey(read) }))
  )
  const all = placed.flat()
  const alike = Map.groupBy(all, ({ time }) => time)
  const ofYear = Map.groupBy(all, ({ year }) => year)
  return placed.map((own) =>
    own.flatMap(({ at, read, time, year }) => {
      const others = (group: typeof all | undefined) => (group ?? []).filter((other) => other.at !== at)
      const same = others(alike.get(time)).filter((other) => contradict(read.fact, other.read.fact))
      const parts = others(ofYear.get(year)).filter(
        (other) => isBelowPart(read.fact, other.read.fact) || isBelowPart(other.read.fact, read.fact)
      )
      return [...same, ...parts].map((other) => ({
        position: read.entry.record.position,
        series: other.at,
        other: other.read.entry.record.position
      }))
    })
  )
}

const yearKey = ({ fact }: MeasurementEntry): string =>
  JSON.stringify([measureKey(fact.measure), fact.unit, fact.period?.edtf?.slice(0, 4) ?? null])
