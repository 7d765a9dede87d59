/**
 * Reads the words and symbols of a status cell: `Klart 2023-11-30`, `22-10-03 KLART`, `FÖRSENAT`.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { expressionsIn, readDate } from "@frist/domain/dates/DateReading"
import { delayed, inProgress, notStated, type Status } from "@frist/domain/Status"
import { besideADate, withoutEdges, withoutEnd } from "../matching/Edges.ts"
import type { FindingCode } from "../changes/Irregularity.ts"
import { anyOf, oncePer } from "../vocabulary/Patterns.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"

/** A part of a row that was completed on a day of its own. */
interface CompletedPart {
  readonly name: string
  readonly on: PlannedDate
  readonly oddities: ReadonlyArray<FindingCode>
}

export interface StatusReading {
  readonly status: Status
  readonly parts: ReadonlyArray<CompletedPart>
  readonly codes: ReadonlyArray<FindingCode>
}

const patternsOf = oncePer(({ statuses }: Vocabulary) => {
  const { delayBetween, delayConjunctions, delay: delays, notYetBetween, perhapsBetween } = statuses
  const { beforeNegation, doneBriefly, limits, negations, notYet, otherwise, perhaps } = statuses
  const stems = anyOf(statuses.doneStems)
  const end = "(?=[^\\p{L}]|$)"
  const start = "(?:^|[^\\p{L}])"
  const beginning: ReadonlyArray<readonly [RegExp, Status]> = [
    [new RegExp(`^(?:${anyOf(statuses.notStated)}|-|–|—)$`, "iu"), notStated],
    [new RegExp(`^${anyOf(statuses.late)}$|^(?:🔴|🟥)`, "iu"), delayed],
    [/^(?:🟡|🟨)/u, inProgress],
    [new RegExp(`^${anyOf(statuses.delayed)}${end}`, "iu"), delayed],
    [new RegExp(`^${anyOf(statuses.inProgress)}${end}`, "iu"), inProgress]
  ]
  return {
    /** The statuses that a cell states whole, or begins with: `Försenat pga resurs`. */
    beginning,
    completed: new RegExp(`${start}${anyOf(statuses.done)}${end}|[✔✓☑✅]`, "iu"),
    completedFirst: new RegExp(`^[^\\p{L}]*${anyOf(statuses.doneFirst)}`, "iu"),
    /** Words before "done" that say that it is not: `ej klart`, `beräknas vara klart 2024-06`. */
    notYet: new RegExp(`${start}${anyOf(notYet)}(?: ${anyOf(notYetBetween)})* ${stems}`, "iu"),
    /** "Done" as a plan or in part: `ska bli klart`, `klart senast`, `80 % klart`. */
    perhaps: new RegExp(
      `${start}(?:${anyOf(perhaps)}|\\d+ ?%)(?: ${anyOf(perhapsBetween)})* ${stems}|` +
        `${anyOf(doneBriefly)} (?:${anyOf(limits)}|\\d+ ?%)|[%?]\\s*$`,
      "iu"
    ),
    goesOn: new RegExp(`${start}${anyOf(statuses.goesOn)}${end}`, "iu"),
    /** Words that are not a status, or reverse one after the first word. */
    otherwise: new RegExp(`^\\p{L}+(?: ${anyOf(beforeNegation)})? ${anyOf(negations)}${end}|${anyOf(otherwise)}`, "iu"),
    alsoDelayed: new RegExp(
      `(?:[,;.:–-]|${anyOf(delayConjunctions)})\\s+(?:${anyOf(delayBetween)}\\s+)?${anyOf(delays)}${end}`,
      "iu"
    ),
    anyDelay: new RegExp(anyOf(delays), "iu"),
    /** The words that statuses are usually written in, which say no more than the status does. */
    usual: new RegExp(`^(?:${anyOf(statuses.usual)}|[-–—]?)$`, "iu"),
    discontinued: new RegExp(`^${anyOf(statuses.discontinued)}${end}`, "iu")
  }
})

const lines = (words: string): ReadonlyArray<string> =>
  words
    .split(/\r\n|[\r\n]/u)
    .map((line) => line.trim())
    .filter((line) => line !== "")

/** Reads a status cell. Total: words that are no status get the code `StatusUnreadable` and state nothing. */
export const readStatus = (words: string, vocabulary: Vocabulary): StatusReading => {
  const text = withoutEnd(words.trim(), /[.!\s]/u)
  if (text === "") return { status: notStated, parts: [], codes: [] }
  const { beginning, discontinued } = patternsOf(vocabulary)
  for (const [pattern, status] of beginning) {
    const found = pattern.exec(text)
    if (found !== null) return stated(status, text, text.slice(found[0].length), vocabulary)
  }
  if (discontinued.test(text)) return { status: { _tag: "Discontinued", reason: words }, parts: [], codes: [] }
  return saysDone(text, vocabulary) ? completion(words, vocabulary) : unreadable
}

const unreadable: StatusReading = { status: notStated, parts: [], codes: ["StatusUnreadable"] }

/** Returns the status that a cell begins with, unless the rest of the cell contradicts it. */
const stated = (status: Status, text: string, rest: string, vocabulary: Vocabulary): StatusReading => {
  const { alsoDelayed, anyDelay, completed, otherwise, usual } = patternsOf(vocabulary)
  if (otherwise.test(text) || (completed.test(rest) && !deniesCompletion(rest, vocabulary))) return unreadable
  const delays = status._tag === "InProgress" && anyDelay.test(rest)
  if (delays && !alsoDelayed.test(rest)) return unreadable
  return { status: delays ? delayed : status, parts: [], codes: usual.test(text) ? [] : ["StatusInOtherWords"] }
}

/** Whether words say that all is done: not that it will be, nor that a part is. */
const saysDone = (text: string, vocabulary: Vocabulary): boolean => {
  const { completed, completedFirst, goesOn, notYet, perhaps } = patternsOf(vocabulary)
  const line = text.replace(/\s+/gu, " ")
  const begins = completedFirst.test(line)
  return completed.test(line) && !notYet.test(line) && !perhaps.test(line) && (begins || !goesOn.test(line))
}

/** Whether words mention completion only to deny it. */
export const deniesCompletion = (words: string, vocabulary: Vocabulary): boolean =>
  patternsOf(vocabulary).notYet.test(words.replace(/\s+/gu, " "))

const completion = (words: string, vocabulary: Vocabulary): StatusReading => {
  const { completed, usual } = patternsOf(vocabulary)
  const dated = lines(words).flatMap((line) => {
    const found = expressionsIn(line)
    return found.map(({ at, words }) => ({ line, words, at, alone: found.length === 1 }))
  })
  const only = dated[0]
  if (only === undefined)
    return { status: { _tag: "Completed", on: PlannedDate.unread(words) }, parts: [], codes: ["CompletedWithoutDate"] }
  if (dated.some(({ alone }) => !alone))
    return { status: { _tag: "Completed", on: PlannedDate.unread(words) }, parts: [], codes: ["SeveralDates"] }
  if (dated.length === 1) {
    const reading = readDate(only.words)
    const rest = words
      .replace(only.words, " ")
      .replace(/[^\p{L}\p{S}]+/gu, " ")
      .trim()
    const codes: ReadonlyArray<FindingCode> =
      reading.oddities.length > 0 || usual.test(rest) ? reading.oddities : ["StatusInOtherWords"]
    return { status: { _tag: "Completed", on: { ...reading.date, words } }, parts: [], codes }
  }
  const parts = dated.map(({ line, at, words: date }) => {
    const reading = readDate(date)
    const beside = `${line.slice(0, at)} ${line.slice(at + date.length)}`.replace(completed, " ")
    const name = withoutEdges(beside, besideADate)
    return { name, on: reading.date, oddities: reading.oddities }
  })
  return {
    status: {
      _tag: "Completed",
      on: spanOfDates(
        words,
        parts.map((part) => part.on)
      )
    },
    parts,
    codes: ["SeveralCompletions"]
  }
}

/** Returns several dates as an EDTF set, from the first to the last, if every one can be read. */
export const spanOfDates = (words: string, dates: ReadonlyArray<PlannedDate>): PlannedDate => {
  const earliest = dates.map((date) => date.earliest).sort()[0]
  const latest = dates
    .map((date) => date.latest)
    .sort()
    .at(-1)
  return dates.some((date) => date.edtf === null || date.earliest === null || date.latest === null) ||
    earliest == null ||
    latest == null
    ? PlannedDate.unread(words)
    : { words, edtf: `{${dates.map((date) => date.edtf).join(",")}}`, earliest, latest }
}
