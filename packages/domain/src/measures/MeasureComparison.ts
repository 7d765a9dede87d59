/**
 * What figures can say of each other: whether two contradict, and whether a target is met, as surely as they are stated.
 */
import type { Measurement, Target } from "../Plan.ts"
import { changeNamed } from "./MeasureName.ts"
import { measureKey } from "./MeasureName.ts"

/** The values a stated figure can mean. */
interface Range {
  readonly min: number
  readonly max: number
}

/**
 * By convention `ca` is within a tenth either way, `drygt` up to a tenth more and `knappt` down to a tenth less;
 * `över`, `minst`, `under` and `högst` are bounds that say nothing of the other side.
 */
const rangeOf = ({ qualifier, value, words }: Pick<Measurement, "qualifier" | "value" | "words">): Range => {
  const tenth = Math.abs(value) / 10
  switch (qualifier) {
    case null:
      return { min: value, max: value }
    case "about":
      return { min: value - tenth, max: value + tenth }
    case "over":
      return { min: value, max: only(words, /drygt/iu, /över|minst|mer än|fler än/iu) ? value + tenth : Infinity }
    case "under":
      return {
        min: only(words, /knappt|nästan/iu, /under|högst|upp till|mindre än|färre än|max/iu)
          ? value - tenth
          : -Infinity,
        max: value
      }
  }
}

const only = (words: string, near: RegExp, bound: RegExp): boolean => near.test(words) && !bound.test(words)

/** Whether a figure is to be reached from below, or kept below: `högst 5 %`, `under 30 dagar`. */
export const isCeiling = ({ words }: Pick<Target, "words">): boolean =>
  /(?:högst|maximalt|max|färre än|mindre än|inte mer än|(?<!\p{L})under) \d/iu.test(words)

type Met = "yes" | "no" | "unknown"

/** Whether a measurement reaches a target. Not known where what the figures can mean lies on both sides. */
export const reaches = (measurement: Measurement, target: Target): Met => {
  if (target.value === null) return "unknown"
  const { max, min } = rangeOf(measurement)
  if (isCeiling(target)) return max <= target.value ? "yes" : min > target.value ? "no" : "unknown"
  return min >= target.value ? "yes" : max < target.value ? "no" : "unknown"
}

/** Whether two figures of the same thing and period cannot both be right. */
export const contradict = (a: Measurement, b: Measurement): boolean => {
  const [one, other] = [rangeOf(a), rangeOf(b)]
  return one.max < other.min || other.max < one.min
}

/**
 * Tells whether a measure is what a target is of, among these targets and measures: the same unit, both levels or both
 * changes, and either the same name or the only such share beside the only such measure.
 */
export const speaking = (
  targets: ReadonlyArray<Target>,
  measures: ReadonlyArray<Pick<Measurement, "measure" | "unit">>
): ((target: Target, measure: Pick<Measurement, "measure" | "unit">) => boolean) => {
  const shares = [...new Map(measures.filter(({ unit }) => unit === "%").map((each) => [key(each), each])).values()]
  return (target, measure) =>
    alike(target, measure) &&
    (key(target) === key(measure) ||
      (target.unit === "%" &&
        targets.filter((each) => alike(each, measure)).length === 1 &&
        shares.filter((each) => alike(target, each)).length === 1))
}

const alike = (a: Pick<Target, "measure" | "unit">, b: Pick<Target, "measure" | "unit">): boolean =>
  a.unit === b.unit && changeNamed(a.measure) === changeNamed(b.measure)

const key = ({ measure }: Pick<Target, "measure">): string =>
  measureKey(measure.replace(/^andel /u, "").replace(/^(ökning|minskning) av /u, "$1 "))

/** The kind of period a figure is of: only figures of one kind can be told one after the other. */
type PeriodKind = "year" | "months" | "point" | "unread" | "other"

/**
 * Kind, and what two periods of that kind must have in common: the same months of different years. A share of a month
 * or a day is a point in time, as is what is told of no period.
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

/** Whether a year is said to be less than a part of it: what is counted cannot shrink as the year goes on. */
export const isBelowPart = (whole: Measurement, part: Measurement): boolean =>
  whole.unit !== "%" &&
  whole.unit === part.unit &&
  measureKey(whole.measure) === measureKey(part.measure) &&
  changeNamed(whole.measure) === null &&
  periodKind(whole).kind === "year" &&
  periodKind(part).kind === "months" &&
  whole.period?.edtf === part.period?.edtf?.slice(0, 4) &&
  rangeOf(whole).max < rangeOf(part).min
