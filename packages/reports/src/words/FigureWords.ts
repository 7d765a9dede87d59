/**
 * Figures, their periods and their targets in words.
 */
import type { MeasuredActivity } from "@frist/projections/Measures"
import type { Phrases } from "./Phrases.ts"
import { dateWords, excerpt } from "./Spoken.ts"

type Measured = MeasuredActivity["series"][number]["measurements"][number]
type Target = MeasuredActivity["targets"][number]

/** `jan–okt`, the months that the periods of a series have in common. */
export const monthNames = (months: string, { text }: Phrases): string =>
  months
    .split("/")
    .map((month) => text.figures.months[Number(month) - 1] ?? month)
    .join("–")

/** A period by its year and months where it could be read so: `året före` says nothing in a table. */
export const periodWords = ({ period }: Measured, phrase: Phrases): string => {
  const [, year, first, last] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:\/\1-(\d\d))?$/u.exec(period?.edtf ?? "") ?? []
  if (year === undefined) return dateWords(period)
  return first === undefined ? year : `${monthNames(last === undefined ? first : `${first}/${last}`, phrase)} ${year}`
}

export const withPeriod = (own: Measured, unit: string | null, phrase: Phrases): string =>
  `${valueWords(own, unit, phrase)} (${periodWords(own, phrase) || own.effectiveOn})`

const valued = (value: number, unit: string | null, { number }: Phrases): string =>
  unit === null ? number(value) : `${number(value)}\u00a0${unit}`

/** A figure with what hedges it: `drygt 100 st`. */
export const valueWords = ({ qualifier, value }: Measured, unit: string | null, phrase: Phrases): string =>
  qualifier === null
    ? valued(value, unit, phrase)
    : `${phrase.text.figures.qualifier[qualifier]} ${valued(value, unit, phrase)}`

export const growth = (percent: number | null, { number }: Phrases): string =>
  percent === null ? "" : `${percent > 0 ? "+" : ""}${number(percent)}\u00a0%`

/** What is to be reached: `ökning 30 %`; its own words where no value could be read. */
export const targetValue = ({ change, unit, value, words }: Target, phrase: Phrases): string =>
  value === null
    ? excerpt(words, 160)
    : `${change === null ? "" : `${phrase.text.figures.change[change]} `}${valued(value, unit, phrase)}`

export const targetWords = (target: Target, phrase: Phrases): string =>
  phrase.text.figures.target(target.value === null ? "" : targetValue(target, phrase), excerpt(target.words, 160))
