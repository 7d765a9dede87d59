/**
 * How the words and symbols of a status cell are read: `Klart 2023-11-30`, `22-10-03 KLART`, `FÖRSENAT`.
 */
import { type PlannedDate, unread } from "../PlannedDate.ts"
import { expressionsIn, read as readDate } from "../PlannedDateReading.ts"
import { delayed, inProgress, notStated, type Status } from "../Status.ts"
import type { Code } from "./Irregularity.ts"

/** A part of a row that was completed on a day of its own. */
export interface CompletedPart {
  readonly name: string
  readonly on: PlannedDate
  readonly oddities: ReadonlyArray<Code>
}

export interface StatusReading {
  readonly status: Status
  readonly parts: ReadonlyArray<CompletedPart>
  readonly codes: ReadonlyArray<Code>
}

const completed =
  /(?:^|[^\p{L}])(klara?t?|färdigt?|slutförd?t?|genomförd?t?|avslutad|done|completed|finished)(?=[^\p{L}]|$)|[✔✓☑✅🟢]/iu
/** Words before "done" that say that it is not: `ej klart`, `beräknas vara klart 2024-06`. */
const notYet =
  /(?:^|[^\p{L}])(?:ej|inte|icke|aldrig|nästan|delvis|snart|beräknas|planeras|väntas|förväntas|not|never|nearly|almost|partly|expected)(?: (?:är|än|ännu|helt|vara|bli|yet|to be|be))* (?:klar|färdig|slutför|genomför|avslutad|done|completed|finished)/iu
const vocabulary: ReadonlyArray<readonly [RegExp, Status]> = [
  [/^(?:arbete(?:t)? pågår|pågår|pågående|i ?gång|in progress|ongoing|gul|yellow|🟡|🟨)$/iu, inProgress],
  [/^(?:försenat?d?|sen|delayed|late|röd|red|🔴|🟥)$/iu, delayed],
  [/^(?:ej angivet|inte angivet|not stated|-|–)$/iu, notStated]
]
const discontinued =
  /^(?:utgår|utgått|avbruten|avbrutet|nedlagd|nedlagt|struken|discontinued|cancelled)(?=[^\p{L}]|$)/iu

const lines = (words: string): ReadonlyArray<string> =>
  words
    .split(/\r\n|[\r\n]/u)
    .map((line) => line.trim())
    .filter((line) => line !== "")

/** Reads a status cell. Total: words that are no status are named by `StatusUnreadable` and state nothing. */
export const readStatus = (words: string): StatusReading => {
  const text = words.trim().replace(/[.!\s]+$/u, "")
  if (text === "") return { status: notStated, parts: [], codes: [] }
  for (const [pattern, status] of vocabulary) if (pattern.test(text)) return { status, parts: [], codes: [] }
  if (discontinued.test(text)) return { status: { _tag: "Discontinued", reason: words }, parts: [], codes: [] }
  if (completed.test(text) && !deniesCompletion(text)) return completion(words)
  return { status: notStated, parts: [], codes: ["StatusUnreadable"] }
}

/** True of words that speak of completion only to say that it has not come. */
export const deniesCompletion = (words: string): boolean => notYet.test(words.replace(/\s+/gu, " "))

const completion = (words: string): StatusReading => {
  const dated = lines(words).flatMap((line) => {
    const found = expressionsIn(line)
    return found.map(({ at, words }) => ({ line, words, at, alone: found.length === 1 }))
  })
  const only = dated[0]
  if (only === undefined)
    return { status: { _tag: "Completed", on: unread(words) }, parts: [], codes: ["CompletedWithoutDate"] }
  if (dated.some(({ alone }) => !alone))
    return { status: { _tag: "Completed", on: unread(words) }, parts: [], codes: ["SeveralDates"] }
  if (dated.length === 1) {
    const reading = readDate(only.words)
    return { status: { _tag: "Completed", on: { ...reading.date, words } }, parts: [], codes: reading.oddities }
  }
  const parts = dated.map(({ line, at, words: date }) => {
    const reading = readDate(date)
    const name = `${line.slice(0, at)} ${line.slice(at + date.length)}`
      .replace(completed, " ")
      .replace(/^[\s\-–:,.]+|[\s\-–:,.]+$/gu, "")
    return { name, on: reading.date, oddities: reading.oddities }
  })
  return {
    status: {
      _tag: "Completed",
      on: span(
        words,
        parts.map((part) => part.on)
      )
    },
    parts,
    codes: ["SeveralCompletions"]
  }
}

/** All of several dates together, as an EDTF set: from the first to the last of them, if every one can be read. */
export const span = (words: string, dates: ReadonlyArray<PlannedDate>): PlannedDate => {
  const earliest = dates.map((date) => date.earliest).sort()[0]
  const latest = dates
    .map((date) => date.latest)
    .sort()
    .at(-1)
  return dates.some((date) => date.edtf === null || date.earliest === null || date.latest === null) ||
    earliest == null ||
    latest == null
    ? unread(words)
    : { words, edtf: `{${dates.map((date) => date.edtf).join(",")}}`, earliest, latest }
}
