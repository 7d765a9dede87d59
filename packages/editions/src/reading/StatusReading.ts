/**
 * Reads a status cell: `Klart 2023-11-30`, `22-10-03 KLART`, `☐ Klar ☒ Pågår`. The grammar is closed: all of the cell is
 * read, or none of it.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { type DateReading, setOfDates } from "@frist/domain/dates/DateReading"
import { delayed, inProgress, notStated, type Status } from "@frist/domain/Status"
import type { FindingCode } from "../Irregularity.ts"
import { oncePer } from "../vocabulary/Patterns.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { optionsOf } from "./status/CheckBoxes.ts"
import { type CompletedPart, completedParts } from "./status/CompletedParts.ts"
import { doneDate } from "./status/DoneDate.ts"
import { isRemark, meaningOfPhrase, phrasesOf, type PhraseMeaning } from "./status/StatusPhrases.ts"
import { longestStatus, phraseKey, splitsOf, statusText, withoutStop } from "./status/StatusText.ts"

/**
 * What a status cell holds: nothing, a status, words that work has not begun, a form without a tick, or words that are
 * not known.
 */
type StatusCell = "empty" | "status" | "notBegun" | "unticked" | "unread"

export interface StatusReading {
  readonly cell: StatusCell
  /** `NotStated` unless the cell holds a status. */
  readonly status: Status
  readonly parts: ReadonlyArray<CompletedPart>
  readonly codes: ReadonlyArray<FindingCode>
}

const empty: StatusReading = { cell: "empty", status: notStated, parts: [], codes: [] }
const unticked: StatusReading = { ...empty, cell: "unticked" }
const unread: StatusReading = { cell: "unread", status: notStated, parts: [], codes: ["StatusUnreadable"] }
const notBegun: StatusReading = { cell: "notBegun", status: notStated, parts: [], codes: ["StatusNotBegun"] }

/** The most readings that are kept: few status cells of a document differ. */
const mostKept = 5000

/** The readings of a vocabulary, by words. */
const keptOf = oncePer(() => new Map<string, StatusReading>())

/** Reads a status cell. Total: words that are no status get the code `StatusUnreadable` and state nothing. */
export const readStatus = (words: string, vocabulary: Vocabulary): StatusReading => {
  const kept = keptOf(vocabulary)
  const known = kept.get(words)
  if (known !== undefined) return known
  const reading = readCell(words, vocabulary)
  if (words.length <= longestStatus && kept.size < mostKept) kept.set(words, reading)
  return reading
}

/** Whether a text is a status or an option of one: *vilande*, which is not read, is one among statuses too. */
export const namesStatus = (words: string, vocabulary: Vocabulary): boolean => {
  const { cell } = readStatus(words, vocabulary)
  return cell === "status" || cell === "notBegun" || phrasesOf(vocabulary).options.has(phraseKey(statusText(words)))
}

const readCell = (words: string, vocabulary: Vocabulary): StatusReading => {
  const text = words.length > 10 * longestStatus ? words : statusText(words)
  if (text === "" || /^[-–—.\s]{1,9}$/u.test(text)) return empty
  if (text.length <= longestStatus) {
    const options = optionsOf(text)
    if (options !== null) return options === "unclear" ? unread : ofOptions(options, words, vocabulary)
    const found = statement(text, vocabulary)
    if (found !== null) return asReading(found, words)
  }
  const parts = completedParts(words, vocabulary)
  return parts === null ? unread : ofParts(parts, words)
}

/** A status in words, with the day of completion and whether a remark follows. */
interface Statement {
  readonly meaning: PhraseMeaning
  readonly date: DateReading | null
  readonly isRemarked: boolean
}

const said = (meaning: PhraseMeaning, date: DateReading | null = null, isRemarked = false): Statement => ({
  meaning,
  date,
  isRemarked
})

/** Symbols that say that something is done. */
const done = /^[✓✔☑✅🗹]$/u

const meaningOf = (text: string, vocabulary: Vocabulary): PhraseMeaning | undefined =>
  done.test(text) ? "completed" : meaningOfPhrase(text, vocabulary)

/** Returns what all of a text states; `null` if any of it is not understood. */
const statement = (whole: string, vocabulary: Vocabulary): Statement | null => {
  const text = withoutStop(whole)
  const meaning = meaningOf(text, vocabulary)
  if (meaning !== undefined) return said(meaning)
  const splits = splitsOf(text)
  for (const { left, right } of splits.toReversed()) {
    const first = meaningOf(left, vocabulary)
    const found = first === undefined ? null : beside(first, left, right, vocabulary)
    if (found !== null) return found
  }
  for (const { left, right } of splits) {
    // `2024 klara` may be a number of them.
    const isDate = meaningOf(right, vocabulary) === "completed" && !/^\d+$/u.test(left)
    const date = isDate ? doneDate(left, vocabulary, right) : null
    if (date !== null) return said("completed", date)
  }
  return null
}

/** Reads what follows a status: a date of completion, a remark, or both. */
const beside = (meaning: PhraseMeaning, left: string, right: string, vocabulary: Vocabulary): Statement | null => {
  if (isRemark(right, meaning, vocabulary)) return said(meaning, null, true)
  if (meaning !== "completed") return null
  // A symbol and its word: `✔ Klart`.
  if (done.test(left)) {
    const same = statement(right, vocabulary)
    if (same?.meaning === "completed") return same
  }
  const date = doneDate(right, vocabulary, left)
  if (date !== null) return said(meaning, date)
  for (const { left: day, right: remark } of splitsOf(right).toReversed()) {
    if (!isRemark(remark, meaning, vocabulary)) continue
    const on = doneDate(day, vocabulary, left)
    if (on !== null) return said(meaning, on, true)
  }
  return null
}

const asReading = ({ date, isRemarked, meaning }: Statement, words: string): StatusReading => {
  const codes: ReadonlyArray<FindingCode> = isRemarked ? ["StatusInOtherWords"] : []
  const stated = (status: Status): StatusReading => ({ cell: "status", status, parts: [], codes })
  switch (meaning) {
    case "completed": {
      if (date !== null)
        return { ...stated({ _tag: "Completed", on: { ...date.date, words } }), codes: [...date.oddities, ...codes] }
      return {
        ...stated({ _tag: "Completed", on: PlannedDate.unread(words) }),
        codes: ["CompletedWithoutDate", ...codes]
      }
    }
    case "inProgress":
      return stated(inProgress)
    case "delayed":
      return stated(delayed)
    case "discontinued":
      return { ...stated({ _tag: "Discontinued", reason: words }), codes: [] }
    case "notBegun":
      return notBegun
    case "notStated":
      return empty
  }
}

/** Reads a form: the one option that is ticked. Every other option must be known too, since all of the cell is read. */
const ofOptions = (
  options: ReadonlyArray<{ readonly words: string; readonly isTicked: boolean }>,
  words: string,
  vocabulary: Vocabulary
): StatusReading => {
  const known = phrasesOf(vocabulary)
  const [ticked, ...others] = options.filter(({ isTicked }) => isTicked)
  const isKnown = (option: string) =>
    known.options.has(phraseKey(option)) || meaningOfPhrase(option, vocabulary) !== undefined
  if (others.length > 0 || !options.every((each) => each.isTicked || isKnown(each.words))) return unread
  if (ticked === undefined) return unticked
  const found = statement(ticked.words, vocabulary)
  return found === null ? unread : asReading(found, words)
}

const ofParts = (parts: ReadonlyArray<CompletedPart>, words: string): StatusReading => ({
  cell: "status",
  status: {
    _tag: "Completed",
    on: spanOfDates(
      words,
      parts.map((part) => part.on)
    )
  },
  parts,
  codes: ["SeveralCompletions"]
})

/** Returns several dates as an EDTF set, from the first to the last, if every one can be read. */
export const spanOfDates = (words: string, dates: ReadonlyArray<PlannedDate>): PlannedDate => {
  const set = setOfDates(dates)
  return set === null ? PlannedDate.unread(words) : { words, ...set }
}
