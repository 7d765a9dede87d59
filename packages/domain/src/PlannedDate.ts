/**
 * A date as a plan states it: the words as written, for ever, and beside them what they can mean.
 */
import * as Schema from "effect/Schema"
import * as Day from "./Day.ts"
import { fault, Text } from "./Text.ts"

/**
 * `words` are never altered. `edtf` is the reading in EDTF (ISO 8601-2), or null when the words cannot be read.
 * `earliest` and `latest` are the first and last day the words can mean; null is an open end, or no reading at all.
 */
export const PlannedDate = Schema.Struct({
  words: Text,
  edtf: Schema.NullOr(Schema.String),
  earliest: Schema.NullOr(Day.Day),
  latest: Schema.NullOr(Day.Day)
})
export type PlannedDate = typeof PlannedDate.Type

/** Whether a reading can have given this: days only beside a reading that can be stored, the first before the last. */
export const isSound = ({ earliest, edtf, latest }: PlannedDate): boolean =>
  edtf === null
    ? earliest === null && latest === null
    : edtf.trim() !== "" && fault(edtf) === undefined && (earliest === null || latest === null || earliest <= latest)

/** An exact day, in its own ISO words. */
export const exact = (day: Day.Day): PlannedDate => ({ words: day, edtf: day, earliest: day, latest: day })

/** Words that could not be read. */
export const unread = (words: string): PlannedDate => ({ words, edtf: null, earliest: null, latest: null })

/** True when the words name one day. */
export const isExact = (date: PlannedDate): boolean => date.earliest !== null && date.earliest === date.latest

/** True when two dates say the same thing: the same reading, or where neither can be read the same words. */
export const same = (a: PlannedDate | null, b: PlannedDate | null): boolean =>
  a === null || b === null
    ? a === b
    : a.edtf === null || b.edtf === null
      ? a.edtf === b.edtf && a.words.trim() === b.words.trim()
      : a.edtf === b.edtf

/**
 * A slip in whole days, signed, as an interval. Null is an end that is not known:
 * `{ min: 731, max: null }` is at least 731 days, `{ min: null, max: null }` says nothing.
 */
export const Slip = Schema.Struct({ min: Schema.NullOr(Schema.Int), max: Schema.NullOr(Schema.Int) })
export type Slip = typeof Slip.Type

/** The slip from `a` to `b`: `[b.earliest - a.latest, b.latest - a.earliest]`. One number between two exact days. */
export const slip = (a: PlannedDate | null, b: PlannedDate | null): Slip => ({
  min: a?.latest != null && b?.earliest != null ? Day.between(a.latest, b.earliest) : null,
  max: a?.earliest != null && b?.latest != null ? Day.between(a.earliest, b.latest) : null
})

/**
 * Whether a deadline has passed: `certainly`, `possibly`, `no`, or `unknown` when the words cannot be read.
 * A period of the calendar (2024, 2024-06, a quarter, a week) means by its last day; a season, an approximation
 * or an open end has passed possibly from its first day on.
 */
export const Lateness = Schema.Literals(["certainly", "possibly", "no", "unknown"])
export type Lateness = typeof Lateness.Type

const isVague = (edtf: string): boolean => /[~?]|\.\.|^\d{4}-2[1-4]$/.test(edtf)

/** How late a deadline is on `today`. */
export const lateness = (deadline: PlannedDate | null, today: Day.Day): Lateness => {
  if (deadline === null || deadline.edtf === null) return "unknown"
  if (deadline.latest !== null && today > deadline.latest) return "certainly"
  if (deadline.earliest !== null && today > deadline.earliest && isVague(deadline.edtf)) return "possibly"
  return "no"
}

/** Days past the deadline on `today`, as a slip from it; negative days are days left. */
export const daysPast = (deadline: PlannedDate | null, today: Day.Day): Slip => slip(deadline, exact(today))
