/**
 * Compares figures: whether two contradict each other, and whether one reaches a target, within the precision of their
 * words.
 */
import type { Measurement, Target } from "../plan/Activity.ts"
import { changeNamed, measureKey } from "./MeasureName.ts"
import type { MeasureVocabulary } from "./MeasureVocabulary.ts"
import { swedishMeasures } from "./swedishMeasures.ts"

/** The values a stated figure can mean. */
interface Range {
  readonly min: number
  readonly max: number
}

/**
 * By convention `about` is within 10 per cent either way, and a little more or less is up to 10 per cent. A bound
 * leaves the other side open.
 */
const rangeOf = (
  { qualifier, value, words }: Pick<Measurement, "qualifier" | "value" | "words">,
  { over, under }: MeasureVocabulary
): Range => {
  const tenth = Math.abs(value) / 10
  const isNear = ({ bound, near }: MeasureVocabulary["over"]) => near.test(words) && !bound.test(words)
  switch (qualifier) {
    case null:
      return { min: value, max: value }
    case "about":
      return { min: value - tenth, max: value + tenth }
    case "over":
      return { min: value, max: isNear(over) ? value + tenth : Infinity }
    case "under":
      return { min: isNear(under) ? value - tenth : -Infinity, max: value }
  }
}

/** Returns whether a target is to stay below, as in `högst 5 %`; otherwise it is to be reached from below. */
export const isCeiling = (
  { words }: Pick<Target, "words">,
  { ceiling }: MeasureVocabulary = swedishMeasures
): boolean => ceiling.test(words)

type Met = "yes" | "no" | "unknown"

/** Returns whether a measurement reaches a target; `unknown` if the values it can mean lie on both sides. */
export const reaches = (
  measurement: Measurement,
  target: Target,
  vocabulary: MeasureVocabulary = swedishMeasures
): Met => {
  if (target.value === null) return "unknown"
  const { max, min } = rangeOf(measurement, vocabulary)
  if (isCeiling(target, vocabulary)) return max <= target.value ? "yes" : min > target.value ? "no" : "unknown"
  return min >= target.value ? "yes" : max < target.value ? "no" : "unknown"
}

/** Returns whether two figures of the same measure and period cannot both be right. */
export const contradict = (
  a: Measurement,
  b: Measurement,
  vocabulary: MeasureVocabulary = swedishMeasures
): boolean => {
  const [one, other] = [rangeOf(a, vocabulary), rangeOf(b, vocabulary)]
  return one.max < other.min || other.max < one.min
}

/**
 * Returns a test of whether a target applies to a measure, among these targets and measures. Both have the same unit,
 * and both are levels or the same change. They have the same name, or are the only share of each kind.
 */
export const targetMatcher = (
  targets: ReadonlyArray<Target>,
  measures: ReadonlyArray<Pick<Measurement, "measure" | "unit">>,
  vocabulary: MeasureVocabulary = swedishMeasures
): ((target: Target, measure: Pick<Measurement, "measure" | "unit">) => boolean) => {
  const key = ({ measure }: Pick<Target, "measure">): string =>
    measureKey(measure.replace(vocabulary.share, "").replace(vocabulary.changeOf, "$1 "), vocabulary)
  const isAlike = (a: Pick<Target, "measure" | "unit">, b: Pick<Target, "measure" | "unit">): boolean =>
    a.unit === b.unit && changeNamed(a.measure, vocabulary) === changeNamed(b.measure, vocabulary)
  const shares = [...new Map(measures.filter(({ unit }) => unit === "%").map((each) => [key(each), each])).values()]
  return (target, measure) =>
    isAlike(target, measure) &&
    (key(target) === key(measure) ||
      (target.unit === "%" &&
        targets.filter((each) => isAlike(each, measure)).length === 1 &&
        shares.filter((each) => isAlike(target, each)).length === 1))
}

/** The kind of period of a figure. Only figures of one kind make a series. */
type PeriodKind = "year" | "months" | "point" | "unread" | "other"

/**
 * Returns the kind of a figure's period, and the key that two periods of a series share: the same months of different
 * years. A share of a month or a day is a point in time, as is a figure without a period.
 */
export const periodKind = ({
  period,
  unit
}: Pick<Measurement, "period" | "unit">): { readonly kind: PeriodKind; readonly key: string } => {
  if (period === null) return { kind: "point", key: "" }
  const { edtf, words } = period
  if (edtf === null) return { kind: "unread", key: words }
  if (/^\d{4}-\d\d-\d\d$/u.test(edtf) || (unit === "%" && /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(edtf)))
    return { kind: "point", key: "" }
  if (/^\d{4}$/u.test(edtf)) return { kind: "year", key: "" }
  const months = /^(\d{4})-(\d\d)(?:\/(\d{4})-(\d\d))?$/u.exec(edtf)
  if (months === null) return { kind: "other", key: edtf }
  const [, year, first = "", lastYear, last] = months
  return lastYear === undefined || lastYear === year
    ? { kind: "months", key: last === undefined ? first : `${first}/${last}` }
    : { kind: "other", key: edtf }
}

/**
 * Returns whether a year has a lower figure than a part of it. That is impossible for a count, which cannot shrink
 * during the year.
 */
export const isBelowPart = (
  whole: Measurement,
  part: Measurement,
  vocabulary: MeasureVocabulary = swedishMeasures
): boolean =>
  whole.unit !== "%" &&
  whole.unit === part.unit &&
  measureKey(whole.measure, vocabulary) === measureKey(part.measure, vocabulary) &&
  changeNamed(whole.measure, vocabulary) === null &&
  periodKind(whole).kind === "year" &&
  periodKind(part).kind === "months" &&
  whole.period?.edtf === part.period?.edtf?.slice(0, 4) &&
  rangeOf(whole, vocabulary).max < rangeOf(part, vocabulary).min
