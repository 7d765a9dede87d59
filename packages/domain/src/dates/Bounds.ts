/**
 * The reading of a date: an EDTF value with its first and last day, or why there is none. Builds calendar periods from
 * numbers.
 */
import { Day } from "../Day.ts"

/** The oddity of the words. */
export type Oddity =
  | "DateImpossible"
  | "DateTruncated"
  | "DateTwoDigitYear"
  | "DateAmbiguous"
  | "DateApproximate"
  | "DateInProse"
  | "DateIsProse"
  | "DateWithoutYear"
  | "SeveralDates"

export interface Bounds {
  readonly edtf: string
  /** Null: an open end. */
  readonly earliest: Day | null
  readonly latest: Day | null
  readonly oddities?: ReadonlyArray<Oddity>
}

/** A reading, or the reason why there is none. */
export type Outcome = Bounds | Oddity

const pad = (value: number) => String(value).padStart(2, "0")

export const interval = (edtf: string, earliest: Day, latest: Day): Bounds => ({ edtf, earliest, latest })

export const days = (earliest: Day, latest: Day): Bounds => interval(`${earliest}/${latest}`, earliest, latest)

/** An approximate interval. */
export const about = (earliest: Day, latest: Day): Bounds => interval(`${earliest}~/${latest}~`, earliest, latest)

export const dayOf = (y: number, m: number, d: number): Outcome =>
  Day.exists(y, m, d) ? interval(Day.of(y, m, d), Day.of(y, m, d), Day.of(y, m, d)) : "DateImpossible"

export const monthOf = (y: number, m: number): Outcome =>
  m >= 1 && m <= 12 ? monthsOf(`${y}-${pad(m)}`, y, m, m) : "DateImpossible"

export const monthsOf = (edtf: string, y: number, first: number, last: number): Bounds =>
  interval(edtf, Day.of(y, first, 1), Day.of(y, last, Day.lengthOfMonth(y, last)))

export const yearOf = (y: number): Bounds => monthsOf(String(y), y, 1, 12)

/** Quarters are 33 to 36 in EDTF, thirds of a year 37 to 39. */
export const quarter = (y: number, q: number): Bounds => monthsOf(`${y}-${32 + q}`, y, q * 3 - 2, q * 3)
export const tertial = (y: number, t: number): Bounds => monthsOf(`${y}-${36 + t}`, y, t * 4 - 3, t * 4)
export const half = (y: number, h: number): Bounds =>
  h === 1 ? monthsOf(`${y}-01/${y}-06`, y, 1, 6) : monthsOf(`${y}-07/${y}-12`, y, 7, 12)

/** A week of ISO 8601, Monday to Sunday; it belongs to the year of its Thursday. */
export const week = (y: number, w: number): Outcome => {
  const fourth = Day.toNumber(Day.of(y, 1, 4))
  const firstMonday = fourth - ((fourth + 3) % 7)
  const monday = firstMonday + (w - 1) * 7
  const thursday = Day.fromNumber(monday + 3)
  return w >= 1 && thursday.startsWith(String(y))
    ? days(Day.fromNumber(monday), Day.fromNumber(monday + 6))
    : "DateImpossible"
}

export const marked = (outcome: Outcome, oddity: Oddity): Outcome =>
  typeof outcome === "string" ? outcome : { ...outcome, oddities: [...new Set([...(outcome.oddities ?? []), oddity])] }

const isApproximate = ({ edtf }: Bounds): boolean => edtf.includes("~")

/** One end of an interval: the reading itself where it is simple, or its first or last day. */
const end = (bounds: Bounds, day: Day): string =>
  /[/{]/u.test(bounds.edtf) ? `${day}${isApproximate(bounds) ? "~" : ""}` : bounds.edtf

const open = (outcome: Outcome): Oddity | undefined =>
  typeof outcome === "string"
    ? outcome
    : outcome.earliest === null || outcome.latest === null
      ? (outcome.oddities?.[0] ?? "DateIsProse")
      : undefined

/** A winter with one year can be either of two, so that neither its beginning nor its end is known. */
const eitherWinter = ({ edtf }: Bounds): boolean => /-24~?$/u.test(edtf)

const beside = (outcome: Outcome, read: (bounds: Bounds, earliest: Day, latest: Day) => Outcome): Outcome => {
  const refused = open(outcome)
  if (refused !== undefined) return refused
  if (typeof outcome === "string" || outcome.earliest === null || outcome.latest === null) return "DateIsProse"
  return eitherWinter(outcome) ? "DateAmbiguous" : read(outcome, outcome.earliest, outcome.latest)
}

const keeping = (bounds: Bounds, edtf: string, earliest: Day | null, latest: Day | null): Bounds => ({
  edtf,
  earliest,
  latest,
  ...(bounds.oddities === undefined ? {} : { oddities: bounds.oddities })
})

const next = (day: Day, by: number): Day => Day.fromNumber(Day.toNumber(day) + by)

const inYears = (day: Day): boolean => Day.parse(day) !== undefined

/** Returns the reading "before the first of these days". */
export const before = (outcome: Outcome): Outcome =>
  beside(outcome, (bounds, earliest) => {
    const last = next(earliest, -1)
    return inYears(last)
      ? keeping(bounds, `../${last}${isApproximate(bounds) ? "~" : ""}`, null, last)
      : "DateImpossible"
  })

/** Returns the reading "after the last of these days". */
export const after = (outcome: Outcome): Outcome =>
  beside(outcome, (bounds, _, latest) => {
    const first = next(latest, 1)
    return inYears(first)
      ? keeping(bounds, `${first}${isApproximate(bounds) ? "~" : ""}/..`, first, null)
      : "DateImpossible"
  })

/** Returns the reading "from the first of these days on". */
export const from = (outcome: Outcome): Outcome =>
  typeof outcome === "string" || outcome.earliest === null
    ? outcome
    : keeping(outcome, `${outcome.earliest}${isApproximate(outcome) ? "~" : ""}/..`, outcome.earliest, null)

export const roughly = (outcome: Outcome): Outcome =>
  typeof outcome === "string"
    ? outcome
    : marked({ ...outcome, edtf: /[/~]/u.test(outcome.edtf) ? outcome.edtf : `${outcome.edtf}~` }, "DateApproximate")

/** Returns the first, middle or last third of a period. */
export const third = (which: 0 | 1 | 2, outcome: Outcome): Outcome =>
  beside(outcome, (bounds, earliest, latest) => {
    const length = Day.between(earliest, latest) + 1
    if (length < 3 || isApproximate(bounds)) return "DateIsProse"
    const first = next(earliest, Math.floor((length * which) / 3))
    const last = next(earliest, Math.floor((length * (which + 1)) / 3) - 1)
    return keeping(bounds, `${first}~/${last}~`, first, last)
  })

/** Returns the days from the first of one to the last of another. */
export const span = (a: Outcome, b: Outcome): Outcome =>
  beside(a, (left, earliest, firstEnd) =>
    beside(b, (right, lastBegin, latest) => {
      if (earliest > lastBegin || firstEnd > latest) return "DateImpossible"
      const oddities = new Set([...(left.oddities ?? []), ...(right.oddities ?? [])])
      const both = interval(`${end(left, earliest)}/${end(right, latest)}`, earliest, latest)
      return oddities.size === 0 ? both : { ...both, oddities: [...oddities] }
    })
  )

/** Returns whether the second begins on the day after the first ends. */
export const adjoin = (a: Outcome, b: Outcome): boolean =>
  typeof a !== "string" &&
  typeof b !== "string" &&
  a.latest !== null &&
  b.earliest !== null &&
  Day.between(a.latest, b.earliest) === 1

/** Returns whether the second begins before the first. */
export const reversed = (a: Outcome, b: Outcome): boolean =>
  typeof a !== "string" &&
  typeof b !== "string" &&
  a.earliest !== null &&
  b.earliest !== null &&
  b.earliest < a.earliest
