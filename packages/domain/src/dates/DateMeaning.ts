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
  | "DateOrderFromColumn"
  | "DateIsProse"
  | "DateWithoutYear"
  | "SeveralDates"

/** A value in EDTF with its first and last day, and what is odd about the words. */
export interface DateMeaning {
  readonly edtf: string
  /** Null: an open end. */
  readonly earliest: Day | null
  readonly latest: Day | null
  readonly oddities?: ReadonlyArray<Oddity>
  /** Whether this is either of two winters, so that neither its beginning nor its end is known. */
  readonly eitherWinter?: true
}

/** A reading, or the reason why there is none. */
export type MeaningOrOddity = DateMeaning | Oddity

const pad = (value: number) => String(value).padStart(2, "0")

export const interval = (edtf: string, earliest: Day, latest: Day): DateMeaning => ({ edtf, earliest, latest })

export const days = (earliest: Day, latest: Day): DateMeaning => interval(`${earliest}/${latest}`, earliest, latest)

/** An approximate interval. */
export const about = (earliest: Day, latest: Day): DateMeaning => interval(`${earliest}~/${latest}~`, earliest, latest)

export const dayOf = (y: number, m: number, d: number): MeaningOrOddity =>
  Day.exists(y, m, d) ? interval(Day.of(y, m, d), Day.of(y, m, d), Day.of(y, m, d)) : "DateImpossible"

export const monthOf = (y: number, m: number): MeaningOrOddity =>
  m >= 1 && m <= 12 ? monthsOf(`${y}-${pad(m)}`, y, m, m) : "DateImpossible"

const monthsOf = (edtf: string, y: number, first: number, last: number): DateMeaning =>
  interval(edtf, Day.of(y, first, 1), Day.of(y, last, Day.lengthOfMonth(y, last)))

export const yearOf = (y: number): DateMeaning => monthsOf(String(y), y, 1, 12)

/** Quarters are 33 to 36 in EDTF, thirds of a year 37 to 39. */
export const quarter = (y: number, q: number): DateMeaning => monthsOf(`${y}-${32 + q}`, y, q * 3 - 2, q * 3)
export const tertial = (y: number, t: number): DateMeaning => monthsOf(`${y}-${36 + t}`, y, t * 4 - 3, t * 4)
/** Spring, summer, autumn and winter are 21 to 24. A winter of one year can be the one that ends or begins in it. */
export const season = (y: number, code: number): DateMeaning =>
  code === 24
    ? {
        ...interval(`${y}-24`, Day.of(y, 1, 1), Day.of(y + 1, 2, Day.lengthOfMonth(y + 1, 2))),
        eitherWinter: true
      }
    : monthsOf(`${y}-${code}`, y, (code - 20) * 3, (code - 20) * 3 + 2)
export const half = (y: number, h: number): DateMeaning =>
  h === 1 ? monthsOf(`${y}-01/${y}-06`, y, 1, 6) : monthsOf(`${y}-07/${y}-12`, y, 7, 12)

/** A week of ISO 8601, Monday to Sunday; it belongs to the year of its Thursday. */
export const week = (y: number, w: number): MeaningOrOddity => {
  const fourth = Day.toNumber(Day.of(y, 1, 4))
  const firstMonday = fourth - ((fourth + 3) % 7)
  const monday = firstMonday + (w - 1) * 7
  const thursday = Day.fromNumber(monday + 3)
  return w >= 1 && thursday.startsWith(String(y))
    ? days(Day.fromNumber(monday), Day.fromNumber(monday + 6))
    : "DateImpossible"
}

/** Returns the meaning with one more oddity; an oddity alone stays as it is. */
export const withOddity = (outcome: MeaningOrOddity, oddity: Oddity): MeaningOrOddity =>
  typeof outcome === "string" ? outcome : { ...outcome, oddities: [...new Set([...(outcome.oddities ?? []), oddity])] }

const isApproximate = ({ edtf }: DateMeaning): boolean => edtf.includes("~")

/** A season or a quarter, which readers of EDTF accept only alone: not with `~` and not in an interval or a set. */
const onlyAlone = /^(\d{4})-(?:2[1-4]|3[3-9])$/u

const monthIn = (day: Day): string => day.slice(0, 7)

/** One end of an interval: the reading itself where it is simple, the first or last month of a season, or a day. */
const end = (meaning: DateMeaning, day: Day): string =>
  onlyAlone.test(meaning.edtf)
    ? monthIn(day)
    : /[/{]/u.test(meaning.edtf)
      ? `${day}${isApproximate(meaning) ? "~" : ""}`
      : meaning.edtf

/** Reads on from a meaning with two ends; an open end, or either of two winters, is an oddity. */
const ifClosed = (
  outcome: MeaningOrOddity,
  read: (meaning: DateMeaning, earliest: Day, latest: Day) => MeaningOrOddity
): MeaningOrOddity => {
  if (typeof outcome === "string") return outcome
  const { earliest, latest } = outcome
  if (earliest === null || latest === null) return outcome.oddities?.[0] ?? "DateIsProse"
  return outcome.eitherWinter === true ? "DateAmbiguous" : read(outcome, earliest, latest)
}

const withSameOddities = (
  meaning: DateMeaning,
  edtf: string,
  earliest: Day | null,
  latest: Day | null
): DateMeaning => ({
  edtf,
  earliest,
  latest,
  ...(meaning.oddities === undefined ? {} : { oddities: meaning.oddities })
})

const next = (day: Day, by: number): Day => Day.fromNumber(Day.toNumber(day) + by)

const inYears = (day: Day): boolean => Day.parse(day) !== undefined

/** Returns the reading "before the first of these days". */
export const before = (outcome: MeaningOrOddity): MeaningOrOddity =>
  ifClosed(outcome, (meaning, earliest) => {
    const last = next(earliest, -1)
    return inYears(last)
      ? withSameOddities(meaning, `../${last}${isApproximate(meaning) ? "~" : ""}`, null, last)
      : "DateImpossible"
  })

/** Returns the reading "after the last of these days". */
export const after = (outcome: MeaningOrOddity): MeaningOrOddity =>
  ifClosed(outcome, (meaning, _, latest) => {
    const first = next(latest, 1)
    return inYears(first)
      ? withSameOddities(meaning, `${first}${isApproximate(meaning) ? "~" : ""}/..`, first, null)
      : "DateImpossible"
  })

/** Returns the reading "from the first of these days on". */
export const from = (outcome: MeaningOrOddity): MeaningOrOddity =>
  typeof outcome === "string"
    ? outcome
    : outcome.earliest === null
      ? "DateIsProse"
      : withSameOddities(outcome, `${outcome.earliest}${isApproximate(outcome) ? "~" : ""}/..`, outcome.earliest, null)

const approximately = (meaning: DateMeaning): string => {
  const { earliest, edtf, latest } = meaning
  if (onlyAlone.test(edtf) && earliest !== null && latest !== null) return `${monthIn(earliest)}~/${monthIn(latest)}~`
  return edtf
    .split("/")
    .map((each) => (/^\.\.$|[~}]$/u.test(each) ? each : `${each}~`))
    .join("/")
}

/** Returns the reading "about this time". */
export const roughly = (outcome: MeaningOrOddity): MeaningOrOddity =>
  typeof outcome === "string" ? outcome : withOddity({ ...outcome, edtf: approximately(outcome) }, "DateApproximate")

/** Returns the first, middle or last third of a period. */
export const third = (which: 0 | 1 | 2, outcome: MeaningOrOddity): MeaningOrOddity =>
  ifClosed(outcome, (meaning, earliest, latest) => {
    const length = Day.between(earliest, latest) + 1
    if (length < 3 || isApproximate(meaning)) return "DateIsProse"
    const first = next(earliest, Math.floor((length * which) / 3))
    const last = next(earliest, Math.floor((length * (which + 1)) / 3) - 1)
    return withSameOddities(meaning, `${first}~/${last}~`, first, last)
  })

/** Returns the days from the first of one to the last of another. */
export const span = (a: MeaningOrOddity, b: MeaningOrOddity): MeaningOrOddity =>
  ifClosed(a, (left, earliest, firstEnd) =>
    ifClosed(b, (right, lastBegin, latest) => {
      if (earliest > lastBegin || firstEnd > latest) return "DateImpossible"
      const oddities = new Set([...(left.oddities ?? []), ...(right.oddities ?? [])])
      const both = interval(`${end(left, earliest)}/${end(right, latest)}`, earliest, latest)
      return oddities.size === 0 ? both : { ...both, oddities: [...oddities] }
    })
  )

/** A member of a set, where an interval is written with two full stops. */
const member = (meaning: DateMeaning): string =>
  onlyAlone.test(meaning.edtf) && meaning.earliest !== null && meaning.latest !== null
    ? `${monthIn(meaning.earliest)}..${monthIn(meaning.latest)}`
    : meaning.edtf.replace("/", "..")

/** Returns the set of these dates, from the first day of any to the last; `undefined` if one has an open end. */
export const setOf = (dates: ReadonlyArray<DateMeaning>): DateMeaning | undefined => {
  const days = dates.flatMap(({ earliest, latest }) =>
    earliest === null || latest === null ? [] : [{ earliest, latest }]
  )
  const earliest = days.map((each) => each.earliest).sort()[0]
  const latest = days
    .map((each) => each.latest)
    .sort()
    .at(-1)
  return days.length < dates.length || earliest === undefined || latest === undefined
    ? undefined
    : interval(`{${dates.map(member).join(",")}}`, earliest, latest)
}

/** Returns whether the second begins on the day after the first ends. */
export const adjoin = (a: MeaningOrOddity, b: MeaningOrOddity): boolean =>
  typeof a !== "string" &&
  typeof b !== "string" &&
  a.latest !== null &&
  b.earliest !== null &&
  Day.between(a.latest, b.earliest) === 1

/** Returns whether the second begins before the first. */
export const reversed = (a: MeaningOrOddity, b: MeaningOrOddity): boolean =>
  typeof a !== "string" &&
  typeof b !== "string" &&
  a.earliest !== null &&
  b.earliest !== null &&
  b.earliest < a.earliest
