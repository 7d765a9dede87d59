/**
 * Which figures can be told one after the other, and which contradict each other.
 */
import type * as Plan from "@frist/domain/Plan"
import type { Entry } from "@frist/domain/Lens"
import { contradict, isBelowPart, periodKind } from "@frist/domain/measures/MeasureComparison"
import { measureKey } from "@frist/domain/measures/MeasureName"

/** A fact that stands, with where it stands. */
export interface Figure<F> {
  readonly entry: Entry
  readonly fact: F
}
export type Read = Figure<Plan.Measurement>

/** The figures of an activity as series, each in order of the time its figures are of. */
export const seriesOf = (figures: ReadonlyArray<Read>): ReadonlyArray<ReadonlyArray<Read>> =>
  [...Map.groupBy(figures, seriesKey).values()].flatMap(withoutContradiction).map(inOrder)

const seriesKey = ({ fact }: Read): string => {
  const { key, kind } = periodKind(fact)
  return JSON.stringify([measureKey(fact.measure), fact.unit, kind, kind === "unread" ? "" : key])
}

/** Figures of the same time: the same period, or where none could be read the same day on which they were told. */
const timeOf = ({ entry, fact }: Read): string => {
  const { period } = fact
  return period?.edtf ?? `${period?.words ?? ""}|${entry.record.effectiveOn}`
}

/**
 * One series, or several where figures of the same time contradict each other. What was told together stays together,
 * so that a later account of the same years does not go on where an earlier one left off.
 */
const withoutContradiction = (all: ReadonlyArray<Read>): ReadonlyArray<ReadonlyArray<Read>> => {
  const series: Array<Account> = []
  for (const told of [...Map.groupBy(all, ({ entry }) => entry.record.batch).values()].flatMap(consistent)) {
    const fitting = series.find((each) => each.fits(told))
    if (fitting !== undefined) fitting.add(told)
    else series.push(new Account(told))
  }
  return series.map((each) => each.figures)
}

/** What was told together, taken apart as far as it contradicts itself. */
const consistent = (told: ReadonlyArray<Read>): ReadonlyArray<ReadonlyArray<Read>> => {
  if (agrees(told)) return [told]
  return [...Map.groupBy(told, ({ fact }) => fact.words).values()].flatMap((sentence) =>
    agrees(sentence) ? [sentence] : sentence.map((one) => [one])
  )
}

const agrees = (told: ReadonlyArray<Read>): boolean => {
  const account = new Account([])
  return told.every((one) => account.fits([one]) && account.add([one]))
}

/** Figures that do not contradict each other, by the time they are of. */
class Account {
  readonly figures: Array<Read> = []
  readonly #at = new Map<string, Array<Read>>()

  constructor(told: ReadonlyArray<Read>) {
    this.add(told)
  }

  fits(told: ReadonlyArray<Read>): boolean {
    return told.every((one) => (this.#at.get(timeOf(one)) ?? []).every(({ fact }) => !contradict(fact, one.fact)))
  }

  add(told: ReadonlyArray<Read>): true {
    for (const one of told) {
      this.figures.push(one)
      const time = timeOf(one)
      const there = this.#at.get(time)
      if (there === undefined) this.#at.set(time, [one])
      else there.push(one)
    }
    return true
  }
}

const dayOf = ({ entry, fact }: Read): string => fact.period?.latest ?? entry.record.effectiveOn

const inOrder = (series: ReadonlyArray<Read>): ReadonlyArray<Read> =>
  series
    .map((read, at) => ({ read, at, day: dayOf(read) }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.at - b.at))
    .map(({ read }) => read)

/** A figure that one of another series contradicts. */
export interface Contradicted {
  readonly position: number
  /** The other series, counted from 0, and the position of the figure in it. */
  readonly series: number
  readonly other: number
}

/** What contradicts the figures of each series. */
export const contradictionsIn = (
  series: ReadonlyArray<ReadonlyArray<Read>>
): ReadonlyArray<ReadonlyArray<Contradicted>> => {
  const all = series.flatMap((own, at) => own.map((read) => ({ read, at })))
  const alike = Map.groupBy(all, ({ read }) => `${seriesKey(read)} ${timeOf(read)}`)
  const ofYear = Map.groupBy(all, ({ read }) => yearKey(read))
  return series.map((own, at) =>
    own.flatMap((read) => {
      const same = (alike.get(`${seriesKey(read)} ${timeOf(read)}`) ?? []).filter((other) =>
        contradict(read.fact, other.read.fact)
      )
      const parts = (ofYear.get(yearKey(read)) ?? []).filter(
        (other) => isBelowPart(read.fact, other.read.fact) || isBelowPart(other.read.fact, read.fact)
      )
      return [...same, ...parts]
        .filter((other) => other.at !== at)
        .map((other) => ({
          position: read.entry.record.position,
          series: other.at,
          other: other.read.entry.record.position
        }))
    })
  )
}

const yearKey = ({ fact }: Read): string =>
  JSON.stringify([measureKey(fact.measure), fact.unit, fact.period?.edtf?.slice(0, 4) ?? null])
