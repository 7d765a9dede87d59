/**
 * A deadline cell with a line for each part, each with its date: `Ögonmottagningen 2021-12-31`. The lines are parts only
 * if every one of them is: a line about a decision, a beginning or a revision is none.
 */
import { type DayOrder, expressionsIn } from "@frist/domain/dates/DateReading"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import type { FindingCode } from "../Irregularity.ts"
import { withoutEdges } from "./Edges.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { readWords } from "./DateCells.ts"
import { hasDenial, isAside, meaningOfPhrase } from "./status/StatusPhrases.ts"
import { statusText } from "./status/StatusText.ts"

/** A part with its deadline, and the line that says so. */
interface DuePart {
  readonly name: string
  readonly deadline: PlannedDate
  readonly line: string
  readonly oddities: ReadonlyArray<FindingCode>
}

/** The most lines of a cell, and the longest name. */
const mostLines = 40
const longestName = 80

/** Characters around a name, and all that a name may be. */
const edge = /[\s\-–—:;,.•*·]/u
const named = /^[\p{L}\d][\p{L}\d '’&/+.–-]*$/u
/** A year alone, which may be of the name: `Agenda 2030`. */
const yearAlone = /^\d{4}(?:\/\d{4})?$/u

/**
 * Returns the parts of a cell of which at least two lines have one date each; none if a line is no part; `null` for any
 * other cell.
 */
export const dueParts = (
  words: string,
  order: DayOrder | null,
  vocabulary: Vocabulary
): ReadonlyArray<DuePart> | null => {
  const lines = words
    .split(/\r\n|[\r\n]/u)
    .map((line) => line.trim())
    .filter((line) => line !== "")
  if (lines.length < 2) return null
  const dated = lines.slice(0, mostLines).map((line) => ({ line, found: expressionsIn(line) }))
  if (dated.filter(({ found }) => found.length === 1).length < 2) return null
  const parts = dated.flatMap(({ found: [only, ...others], line }) => {
    const part = only === undefined || others.length > 0 ? null : partOf(line, only, order, vocabulary)
    return part === null ? [] : [part]
  })
  const names = new Set(parts.map(({ name }) => name.toLowerCase()))
  return names.size === lines.length ? parts : []
}

const partOf = (
  line: string,
  { at, words }: { readonly at: number; readonly words: string },
  order: DayOrder | null,
  vocabulary: Vocabulary
): DuePart | null => {
  const before = withoutEdges(line.slice(0, at), edge)
  const after = withoutEdges(line.slice(at + words.length), edge)
  const name = before === "" ? after : before
  if ((before !== "" && after !== "") || !isName(statusText(name), vocabulary)) return null
  const { date, oddities } = readWords(words, order)
  return yearAlone.test(date.edtf ?? "") ? null : { name, deadline: date, line, oddities }
}

/** Whether words can only name a part. A status at an end of them is the part's own, and is not read here. */
const isName = (name: string, vocabulary: Vocabulary): boolean => {
  if (name.length > longestName || !named.test(name) || !/\p{L}/u.test(name)) return false
  const own = name.split(/[ /]+/u)
  const isStatus = (word = "") => meaningOfPhrase(word, vocabulary) !== undefined
  return !hasDenial(name, vocabulary) && !isAside(name, vocabulary) && !isStatus(own[0]) && !isStatus(own.at(-1))
}
