/**
 * Slips, lateness, statuses and dates in words and symbols, the same in every view.
 */
import type { PlannedDate, Status } from "@frist/domain"
import type { BoardRow, MoveTally } from "@frist/projections"
import type { Language, Texts } from "../texts/Texts.ts"
import { texts } from "../texts/Texts.ts"
import type { Piece, Style } from "./Table.ts"

/** What a writer needs: a language and its texts. */
export interface Phrases {
  readonly language: Language
  readonly text: Texts
  readonly number: (n: number) => string
  readonly compare: (a: string, b: string) => number
}

/** Numbers and order as in that language: U+2212 minus and non-breaking thousands, å ä ö last, in Swedish. */
export const phrases = (language: Language): Phrases => {
  const locale = language === "sv" ? "sv-SE" : "en-GB"
  // Loading a language's rules takes as long as showing a board, and most boards need none of them.
  let format: Intl.NumberFormat | undefined
  let collator: Intl.Collator | undefined
  return {
    language,
    text: texts[language],
    number: (n) =>
      Number.isSafeInteger(n) ? grouped(n, language) : (format ??= new Intl.NumberFormat(locale)).format(n),
    compare: (a, b) => (collator ??= new Intl.Collator(locale, { numeric: true })).compare(a, b)
  }
}

/** A whole number as the language's rules write it. */
const grouped = (n: number, language: Language): string => {
  const [minus, space] = language === "sv" ? ["\u2212", "\u00a0"] : ["-", ","]
  return `${n < 0 ? minus : ""}${String(Math.abs(n)).replace(/\B(?=(?:\d{3})+$)/gu, space)}`
}

/** A slip in days: `730 dagar`, `883–942 dagar`, `minst 731 dagar`, `30 dagar tidigare`. */
export const slipWords = ({ max, min }: PlannedDate.Slip, phrase: Phrases): string => {
  const { number, text } = phrase
  const days = (from: number, to: number) =>
    from === to ? text.day(from, number(from)) : text.day(2, `${number(from)}–${number(to)}`)
  if (min === null && max === null) return text.unknownSlip
  if (max === null) return text.atLeastDays(number(min ?? 0))
  if (min === null) return text.atMostDays(number(max))
  if (min >= 0) return days(min, max)
  return max < 0 ? text.earlier(days(-max, -min)) : text.fromEarlierToLater(days(-min, -min), days(max, max))
}

/** How often and how far: `minst 1 gång, 730 dagar`. */
export const tallyWords = (tally: MoveTally, phrase: Phrases): string => {
  const times = phrase.text.timesMoved(tally.count, tally.atLeast)
  return tally.count === 0 ? times : `${times}, ${slipWords(tally.net, phrase)}`
}

type Against = BoardRow["lateness"]["original"]

/** Whether a deadline has passed, and by how much or in how long. */
export const latenessWords = ({ days, passed }: Against, phrase: Phrases): string => {
  const { text } = phrase
  switch (passed) {
    case "certainly":
      return text.overdue(slipWords(days, phrase))
    case "possibly":
      return text.late.possibly
    case "no":
      return days.min === null ? text.late.no : text.inDays(text.day(days.min, phrase.number(Math.abs(days.min))))
    case "unknown":
      return text.late.unknown
  }
}

const marks: Readonly<Record<Status["_tag"], readonly [string, Style]>> = {
  NotStated: ["○", "plain"],
  InProgress: ["◐", "yellow"],
  Delayed: ["●", "red"],
  Completed: ["✔", "green"],
  Discontinued: ["✖", "dim"]
}

/** A status by symbol, word and colour. */
export const statusPiece = (status: Status, { text }: Phrases): Piece => {
  const [mark, style] = marks[status._tag]
  return { text: `${mark} ${text.status[status._tag]}`, style }
}

/** A date in its own words. */
export const dateWords = (date: PlannedDate.PlannedDate | null): string => date?.words ?? ""

/** What a finding means; a code from a newer version stands for itself. */
export const sentence = (findings: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(findings, code) ? (findings[code] ?? code) : code

/** The beginning of a long text. */
export const excerpt = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words

/** An instant to the second, in UTC, as `--known-at` takes it: `2024-06-17 12:00:07Z`. */
export const instantWords = (iso: string): string => `${iso.slice(0, 19).replace("T", " ")}Z`
