/**
 * Measured values, their periods and their targets in words.
 */
import type { MeasuredActivity } from "@frist/projections/Measures"
import type { Phrases } from "./Phrases.ts"
import { dateWords, excerpt } from "./Spoken.ts"

type Measured = MeasuredActivity["series"][number]["measurements"][number]
type Target = MeasuredActivity["targets"][number]

/** Returns `jan–okt`, the months that the periods of a series share. */
export const monthNames = (months: string, { text }: Phrases): string =>
  months
    .split("/")
    .map((month) => text.figures.months[Number(month) - 1] ?? month)
    .join("–")

/** Returns a period by its year and months where it was read, otherwise in its own words. */
export const periodWords = ({ period }: Measured, phrase: Phrases): string => {
  const [, year, first, last] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:\/\1-(\d\d))?$/u.exec(period?.edtf ?? "") ?? []
  if (year === undefined) return dateWords(period)
  return first === undefined ? year : `${monthNames(last === undefined ? first : `${first}/${last}`, phrase)} ${year}`
}

/** Returns a value with its period in parentheses. */
export const withPeriod = (own: Measured, unit: string | null, phrase: Phrases): string =>
  `${valueWords(own, unit, phrase)} (${periodWords(own, phrase) || own.effectiveOn})`

const valued = (value: number, unit: string | null, { number, text }: Phrases): string =>
  unit === null ? number(value) : text.figures.withUnit(number(value), unit)

/** Returns a value with its qualifier and unit: `drygt 100 st`. */
export const valueWords = (
  { qualifier, value }: Pick<Measured, "qualifier" | "value">,
  unit: string | null,
  phrase: Phrases
): string =>
  qualifier === null
    ? valued(value, unit, phrase)
    : `${phrase.text.figures.qualifier[qualifier]} ${valued(value, unit, phrase)}`

/** Returns a change in per cent with its sign; empty if it is unknown. */
export const growth = (percent: number | null, phrase: Phrases): string =>
  percent === null ? "" : `${percent > 0 ? "+" : ""}${valued(percent, "%", phrase)}`

/** Returns the value of a target: `ökning 30 %`; its own words where no value was read. */
export const targetValue = ({ change, unit, value, words }: Target, phrase: Phrases): string =>
  value === null
    ? excerpt(words, 160)
    : `${change === null ? "" : `${phrase.text.figures.change[change]} `}${valued(value, unit, phrase)}`

/** Returns a target as a sentence, with the words it was read from. */
export const targetWords = (target: Target, phrase: Phrases): string =>
  phrase.text.figures.target(target.value === null ? "" : targetValue(target, phrase), excerpt(target.words, 160))
