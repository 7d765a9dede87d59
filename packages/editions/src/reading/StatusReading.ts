/**
 * How the words and symbols of a status cell are read: `Klart 2023-11-30`, `22-10-03 KLART`, `FÖRSENAT`.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { expressionsIn, read as readDate } from "@frist/domain/dates/DateReading"
import { delayed, inProgress, notStated, type Status } from "@frist/domain/Status"
import { besideADate, withoutEdges, withoutEnd } from "../matching/Edges.ts"
import type { Code } from "../changes/Irregularity.ts"

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
  /(?:^|[^\p{L}])(klara?t?|färdigt?|slutförd?t?|genomförd?t?|avslutad|done|completed|finished)(?=[^\p{L}]|$)|[✔✓☑✅]/iu
/** Words before "done" that say that it is not: `ej klart`, `beräknas vara klart 2024-06`. */
const notYet =
  /(?:^|[^\p{L}])(?:ej|inte|icke|aldrig|nästan|delvis|snart|beräknas|planeras|väntas|förväntas|not|never|nearly|almost|partly|expected)(?: (?:är|än|ännu|helt|vara|bli|yet|to be|be))* (?:klar|färdig|slutför|genomför|avslutad|done|completed|finished)/iu
/** "Done" as a plan or in part: `ska bli klart`, `klart senast`, `80 % klart`. In the table of the completed these are done. */
const perhaps =
  /(?:^|[^\p{L}])(?:ska|skall|blir|bör|kan|måste|hoppas|planerat|planerad|beräknat|beräknad|should|will|must|\d+ ?%)(?: (?:vara|bli|be))* (?:klar|färdig|slutför|genomför|avslutad|done|completed|finished)|(?:klara?t?|färdigt?|done) (?:senast|tidigast|att \p{L}|till \d+ ?%|\d+ ?%|no later)|[%?]\s*$/iu
const goesOn =
  /(?:^|[^\p{L}])(?:pågår|återstår|kvarstår|fortsätter|försena[dt]|ongoing|in progress|delayed)(?=[^\p{L}]|$)/iu
const end = "(?=[^\\p{L}]|$)"
/** The whole cell, or with a reason after it: `Försenat pga resurs`. */
const vocabulary: ReadonlyArray<readonly [RegExp, Status]> = [
  [/^(?:ej angivet|inte angivet|not stated|-|–|—)$/iu, notStated],
  [/^(?:sen|late)$|^(?:🔴|🟥)/iu, delayed],
  [/^(?:🟡|🟨)/u, inProgress],
  [new RegExp(`^(?:försena(?:d|t|de)|delayed|röd|rött|red)${end}`, "iu"), delayed],
  [
    new RegExp(
      `^(?:arbete(?:t)? pågår|pågår|pågående|påbörja(?:d|t|de)|starta(?:d|t|de)|löper|i ?gång|in progress|ongoing|started|gul|gult|yellow)${end}`,
      "iu"
    ),
    inProgress
  ]
]
/** What is no status of ours, or turns one into its opposite, somewhere after the first word. */
const otherwise =
  /^\p{L}+(?: pågår)? (?:ej|inte|icke|aldrig|not)(?=[^\p{L}]|$)|pausa|vilande|stoppa[dt]|avbr[uö]t|nedlag|utgår|på is(?=[^\p{L}]|$)|on hold|paused|cancelled/iu
const alsoDelayed = /(?:[,;.:–-]|men|och|but)\s+(?:är\s+|nu\s+)?(?:försena[dt]|delayed)(?=[^\p{L}]|$)/iu
const anyDelay = /försena(?:d|t|de)|delayed/iu
/** The words that the statuses are usually written in, and that say no more than the status does. */
const usual =
  /^(?:arbete(?:t)? pågår|pågår|in progress|ongoing|försena[dt]|delayed|klara?t?|done|completed|ej angivet|inte angivet|not stated|[-–—]?)$/iu
const discontinued =
  /^(?:utgår|utgått|avbruten|avbrutet|nedlagd|nedlagt|struken|discontinued|cancelled)(?=[^\p{L}]|$)/iu

const lines = (words: string): ReadonlyArray<string> =>
  words
    .split(/\r\n|[\r\n]/u)
    .map((line) => line.trim())
    .filter((line) => line !== "")

/** Reads a status cell. Total: words that are no status are named by `StatusUnreadable` and state nothing. */
export const readStatus = (words: string): StatusReading => {
  const text = withoutEnd(words.trim(), /[.!\s]/u)
  if (text === "") return { status: notStated, parts: [], codes: [] }
  for (const [pattern, status] of vocabulary) {
    const found = pattern.exec(text)
    if (found !== null) return stated(status, text, text.slice(found[0].length))
  }
  if (discontinued.test(text)) return { status: { _tag: "Discontinued", reason: words }, parts: [], codes: [] }
  return saysDone(text) ? completion(words) : unreadable
}

const unreadable: StatusReading = { status: notStated, parts: [], codes: ["StatusUnreadable"] }

/** A status that the cell begins with, unless the rest of the cell says something else. */
const stated = (status: Status, text: string, rest: string): StatusReading => {
  if (otherwise.test(text) || (completed.test(rest) && !deniesCompletion(rest))) return unreadable
  const delays = status._tag === "InProgress" && anyDelay.test(rest)
  if (delays && !alsoDelayed.test(rest)) return unreadable
  return { status: delays ? delayed : status, parts: [], codes: usual.test(text) ? [] : ["StatusInOtherWords"] }
}

/** True of words that say that all is done, and not that it will be, or that a part is. */
const saysDone = (text: string): boolean => {
  const line = text.replace(/\s+/gu, " ")
  const begins = /^[^\p{L}]*(?:klar|färdig|done|completed)/iu.test(line)
  return completed.test(line) && !notYet.test(line) && !perhaps.test(line) && (begins || !goesOn.test(line))
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
    return { status: { _tag: "Completed", on: PlannedDate.unread(words) }, parts: [], codes: ["CompletedWithoutDate"] }
  if (dated.some(({ alone }) => !alone))
    return { status: { _tag: "Completed", on: PlannedDate.unread(words) }, parts: [], codes: ["SeveralDates"] }
  if (dated.length === 1) {
    const reading = readDate(only.words)
    const rest = words
      .replace(only.words, " ")
      .replace(/[^\p{L}\p{S}]+/gu, " ")
      .trim()
    const codes: ReadonlyArray<Code> =
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
    ? PlannedDate.unread(words)
    : { words, edtf: `{${dates.map((date) => date.edtf).join(",")}}`, earliest, latest }
}
