/**
 * Slips and lateness in words, the same in the terminal, in every report and in the page. The page bundles this module,
 * so it loads no more than the words of one language.
 */
import type { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import type { BoardRow } from "@frist/projections/Board"
import type { MoveTally } from "@frist/projections/moves/MoveTally"
import type { Language } from "./Language.ts"
import type { svReport } from "../texts/svReport.ts"
import type { svSpoken } from "../texts/svSpoken.ts"

/** A language, its words and its numbers. */
export interface Spoken {
  readonly language: Language
  readonly text: typeof svSpoken & { readonly report: typeof svReport }
  readonly number: (n: number) => string
}

/** Returns a whole number by the language's rules: U+2212 and non-breaking thousands in Swedish. */
export const grouped = (n: number, language: Language): string => {
  const [minus, space] = language === "sv" ? ["\u2212", "\u00a0"] : ["-", ","]
  const digits = String(Math.abs(n))
  const first = digits.length % 3 || 3
  const groups = [digits.slice(0, first), ...(digits.slice(first).match(/.{3}/gu) ?? [])]
  return `${n < 0 ? minus : ""}${groups.join(space)}`
}

/** Returns a slip in days: `730 dagar`, `883–942 dagar`, `minst 731 dagar`, `30 dagar tidigare`. */
export const slipWords = ({ max, min }: Slip, { number, text }: Spoken): string => {
  const days = (from: number, to: number) =>
    from === to ? text.day(from, number(from)) : text.day(2, `${number(from)}–${number(to)}`)
  if (min === null && max === null) return text.unknownSlip
  if (max === null) return text.atLeastDays(number(min ?? 0))
  if (min === null) return text.atMostDays(number(max))
  if (min >= 0) return days(min, max)
  return max < 0 ? text.earlier(days(-max, -min)) : text.fromEarlierToLater(days(-min, -min), days(max, max))
}

/**
 * Returns the number of changes of a deadline, and the net slip: `2 gånger, 912 dagar (3 av 4 delar, 1 okänd)`. No days
 * where the dates measure different things.
 */
export const changeWords = (tally: MoveTally, spoken: Spoken): string => {
  const times = spoken.text.timesMoved(tally.count)
  if (tally.count === 0 || !tally.alike) return times
  const slip = `${times}, ${slipWords(tally.net, spoken)}`
  return tally.parts === null ? slip : `${slip} (${spoken.text.ofParts(tally.parts)})`
}

/**
 * Returns the share of a slip that was spent waiting: `varav högst 730 i väntan på SDV`. Null where nothing was waited
 * for, or for no days.
 */
export const waitingWords = ({ max, min }: Slip, on: string | null, { number, text }: Spoken): string | null => {
  if ((max !== null && max <= 0) || (min !== null && min < 0)) return null
  const days =
    max === null
      ? min === null || min === 0
        ? text.waiting.unknown
        : text.waiting.atLeast(number(min))
      : min === max
        ? number(max)
        : min === null || min === 0
          ? text.waiting.atMost(number(max))
          : `${number(min)}–${number(max)}`
  return text.waiting.share(days, on)
}

/** Returns whether a deadline has passed, and by how much, or the days that are left. */
export const latenessWords = ({ days, passed }: BoardRow["lateness"]["original"], spoken: Spoken): string => {
  const { text } = spoken
  switch (passed) {
    case "certainly":
      return text.overdue(slipWords(days, spoken))
    case "possibly":
      return text.late.possibly
    case "no":
      return days.min === null ? text.late.no : daysLeft(days, spoken)
    case "unknown":
      return text.late.unknown
  }
}

/** Returns the days to the last day that a date can mean; the most there can be, where it can mean several. */
const daysLeft = ({ max, min }: Slip, { number, text }: Spoken): string => {
  const days = text.day(min ?? 0, number(Math.abs(min ?? 0)))
  return min === max ? text.inDays(days) : text.atMostInDays(days)
}

/** Returns a date in its own words; null is an empty text. */
export const dateWords = (date: PlannedDate | null): string => date?.words ?? ""

/** Returns the text, cut to `most` characters with an ellipsis where it is longer. */
export const excerpt = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words
