/**
 * A date as a plan states it: the words as written, and what they can mean.
 */
import * as Schema from "effect/Schema"
import { Day } from "./Day.ts"
import { fault, Text } from "./text/Text.ts"

const schema = Schema.Struct({
  words: Text,
  edtf: Schema.NullOr(Schema.String),
  earliest: Schema.NullOr(Day),
  latest: Schema.NullOr(Day)
})

/**
 * A date as written. `words` never change. `edtf` is their reading in EDTF (ISO 8601-2), or null when they cannot be
 * read. `earliest` and `latest` are the first and last day that they can mean; null is an open end, or no reading.
 */
export type PlannedDate = typeof schema.Type

/**
 * A slip in signed whole days, as an interval. Null is an unknown end: `{ min: 731, max: null }` is at least 731 days,
 * `{ min: null, max: null }` says nothing.
 */
export const Slip = Schema.Struct({ min: Schema.NullOr(Schema.Int), max: Schema.NullOr(Schema.Int) })
export type Slip = typeof Slip.Type

/**
 * Whether a deadline has passed: `certainly`, `possibly`, `no`, or `unknown` when the words cannot be read.
 * A period of the calendar (2024, 2024-06, a quarter, a week) ends with its last day. A season, an approximation
 * or an open end has possibly passed from its second day on.
 */
export const Lateness = Schema.Literals(["certainly", "possibly", "no", "unknown"])
export type Lateness = typeof Lateness.Type

const exact = (day: Day): PlannedDate => ({ words: day, edtf: day, earliest: day, latest: day })

const slip = (a: PlannedDate | null, b: PlannedDate | null): Slip => {
  const min = a?.latest != null && b?.earliest != null ? Day.between(a.latest, b.earliest) : null
  // Mostly both are days.
  if (min !== null && a?.earliest === a?.latest && b?.earliest === b?.latest) return { min, max: min }
  return { min, max: a?.earliest != null && b?.latest != null ? Day.between(a.earliest, b.latest) : null }
}

/** Returns whether two readings are the same days in the same way, however they are written: a quarter, or its months. */
const sameDays = (a: PlannedDate, b: PlannedDate): boolean =>
  a.earliest === b.earliest &&
  a.latest === b.latest &&
  [a, b].every(({ edtf }) => edtf !== null && !edtf.startsWith("{")) &&
  isVague(a.edtf ?? "") === isVague(b.edtf ?? "")

/** Returns the members of a set of days in one order; the words of any other date. */
const inOrder = (edtf: string): string =>
  edtf.startsWith("{") ? `{${edtf.slice(1, -1).split(",").sort().join(",")}}` : edtf

const isVague = (edtf: string): boolean => /[~?]|\.\.|^\d{4}-2[1-4]$/.test(edtf)

/** The dates that `unread` has made: to say so is no part of the date, and is not stored. */
const meantUnread = new WeakSet<PlannedDate>()

/** The schema of a planned date, with its functions: `PlannedDate.slip(a, b)`, `PlannedDate.lateness(date, today)`. */
export const PlannedDate = /* @__PURE__ */ Object.assign(schema, {
  /** Returns an exact day, in its own ISO words. */
  exact,

  /** Returns words that are to stay unread, whatever they are. `record` takes no other unread date. */
  unread: (words: string): PlannedDate => {
    const date = { words, edtf: null, earliest: null, latest: null }
    meantUnread.add(date)
    return date
  },

  /** Returns whether this very date was made by `unread`. */
  isMeantUnread: (date: PlannedDate): boolean => meantUnread.has(date),

  /** Returns whether the words name one day. */
  isExact: (date: PlannedDate): boolean => date.earliest !== null && date.earliest === date.latest,

  /** Returns whether a reading can have given the date: days need an `edtf` that can be stored, and are in order. */
  isSound: ({ earliest, edtf, latest }: PlannedDate): boolean =>
    edtf === null
      ? earliest === null && latest === null
      : edtf.trim() !== "" && fault(edtf) === undefined && (earliest === null || latest === null || earliest <= latest),

  /** Returns whether two dates say the same: the same days, or the same words where either is unread. */
  same: (a: PlannedDate | null, b: PlannedDate | null): boolean =>
    a === null || b === null
      ? a === b
      : a.edtf === null || b.edtf === null
        ? a.edtf === b.edtf && a.words.trim() === b.words.trim()
        : a.edtf === b.edtf || inOrder(a.edtf) === inOrder(b.edtf) || sameDays(a, b),

  /** Returns the slip from `a` to `b`: `[b.earliest - a.latest, b.latest - a.earliest]`. */
  slip,

  /** Returns whether a date has possibly passed from its second day on: a season, an approximation or an open end. */
  isVague: (date: PlannedDate): boolean => date.edtf !== null && isVague(date.edtf),

  /** Returns how late a deadline is on `today`. */
  lateness: (deadline: PlannedDate | null, today: Day): Lateness => {
    if (deadline === null || deadline.edtf === null) return "unknown"
    if (deadline.latest !== null && today > deadline.latest) return "certainly"
    if (deadline.earliest !== null && today > deadline.earliest && isVague(deadline.edtf)) return "possibly"
    return "no"
  },

  /** Returns the days past the deadline on `today`, as a slip from it. Negative days are days left. */
  daysPast: (deadline: PlannedDate | null, today: Day): Slip => slip(deadline, exact(today))
})
