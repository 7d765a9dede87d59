/**
 * The status that a row states in its cells, in its kind of table.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import type { Day } from "@frist/domain/Day"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import { notStated, type Status } from "@frist/domain/Status"
import type { FindingCode } from "../Irregularity.ts"
import { type Cells, filledWords, type TableKind } from "../Edition.ts"
import { anyOf, oncePer } from "../vocabulary/Patterns.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { Part } from "./RowDates.ts"
import { namedCompletions } from "./status/CompletedParts.ts"
import { doneDate } from "./status/DoneDate.ts"
import { hasDenial } from "./status/StatusPhrases.ts"
import { statusText, withoutStop } from "./status/StatusText.ts"
import { readStatus } from "./StatusReading.ts"

/** The status of a row, and the cells that bear it. */
export interface StatedStatus {
  readonly status: Status
  readonly statesNoStatus: boolean
  readonly codes: ReadonlyArray<FindingCode>
  readonly parts: ReadonlyArray<Part>
  /** The cells that contradict each other about completion, if any. */
  readonly contradictions: ReadonlyArray<{ readonly column: "status" | "followUp"; readonly words: string }>
}

const notDoneIn = oncePer(({ rows }: Vocabulary) => new RegExp(anyOf(rows.notDone), "iu"))

/**
 * Reads the status that a row's cells state. A completion holds only on days that have come, and only for all parts that
 * have deadlines in `due`.
 */
export const rowStatus = (
  kind: TableKind,
  cells: Cells,
  due: ReadonlyArray<Part>,
  vocabulary: Vocabulary,
  heldOn: Day | undefined
): StatedStatus => {
  const own = notAhead(kind, statusOf(kind, cells, due, vocabulary), heldOn)
  return kind === "completed" ? own : ofAllParts(own, due)
}

const statusOf = (kind: TableKind, cells: Cells, due: ReadonlyArray<Part>, vocabulary: Vocabulary): StatedStatus => {
  const notDone = notDoneIn(vocabulary)
  const words = filledWords(cells.status) ?? ""
  const followUp = cells.followUp ?? ""
  const reading = readStatus(words, vocabulary)
  // Words that are no status of the row may be of the parts that its deadlines name.
  const names = new Set(due.map(({ name }) => comparable(name)))
  const completed = reading.cell === "unread" ? namedCompletions(words, names, vocabulary) : reading.parts
  const parts: ReadonlyArray<Part> = completed.map(({ name, oddities, on }) => ({
    name,
    deadline: null,
    status: { _tag: "Completed", on },
    irregularities: oddities.map((code) => ({ code, column: "status", words: on.words }))
  }))
  const statesNoStatus = ["unread", "notBegun", "unticked"].includes(reading.cell)
  const plain = { status: reading.status, statesNoStatus, codes: reading.codes, parts, contradictions: [] }
  if (kind !== "completed") return plain
  const isDenied = notDone.test(words) || (reading.cell === "unread" && hasDenial(words, vocabulary))
  if (isDenied || notDone.test(followUp)) {
    const contradictions = [
      ...(words === "" ? [] : [{ column: "status" as const, words }]),
      ...(notDone.test(followUp) ? [{ column: "followUp" as const, words: followUp }] : [])
    ]
    return { status: notStated, statesNoStatus: true, codes: [], parts: [], contradictions }
  }
  return amongCompleted(words, plain, vocabulary)
}

/**
 * Takes back a completion on days that had not all come at the review: it may be a plan. The table of the completed
 * itself says that its rows are done.
 */
const notAhead = (kind: TableKind, stated: StatedStatus, heldOn: Day | undefined): StatedStatus => {
  const { codes, parts, status } = stated
  if (kind === "completed" || heldOn === undefined || status._tag !== "Completed") return stated
  if (codes.includes("CompletedWithoutDate")) return stated
  const dates = [status.on, ...parts.map((part) => (part.status._tag === "Completed" ? part.status.on : null))]
  return dates.some((on) => on !== null && mayBeAhead(on, heldOn))
    ? { ...stated, status: notStated, statesNoStatus: true, codes: ["CompletionAhead"], parts: [] }
    : stated
}

/** A day in numbers, of which the month may be either of the first two. */
const inNumbers = /(?<!\d)(?<one>\d{1,2})[./-](?<other>\d{1,2})[./-](?<year>(?:19|20)\d\d)(?!\d)/gu

/**
 * Whether a date may be after a day: of a date that is not read, both days are known that numbers may mean, or else only
 * the numbers that may be its year.
 */
const mayBeAhead = ({ latest, words }: PlannedDate, heldOn: Day): boolean => {
  if (latest !== null) return latest > heldOn
  const days = Array.from(words.matchAll(inNumbers), ({ groups: { one = "", other = "", year = "" } = {} }) =>
    [one, other].map((each) => each.padStart(2, "0")).flatMap((each, at, both) => `${year}-${each}-${both[1 - at]}`)
  ).flat()
  const months = days.filter((day) => day.slice(5, 7) <= "12")
  if (months.length > 0) return months.some((day) => day > heldOn)
  const years = words.match(/(?:19|20)\d\d/gu) ?? words.match(/(?<!\d)\d\d(?!\d)/gu)?.map((year) => `20${year}`) ?? []
  return years.some((year) => year >= heldOn.slice(0, 4))
}

/** Takes back a completion of some parts where the row has deadlines for others too. Each part keeps its own. */
const ofAllParts = (stated: StatedStatus, due: ReadonlyArray<Part>): StatedStatus => {
  const done = new Set(stated.parts.map(({ name }) => comparable(name)))
  return done.size === 0 || due.every(({ name }) => done.has(comparable(name)))
    ? stated
    : { ...stated, status: notStated, statesNoStatus: true, codes: ["StatusUnreadable"] }
}

/** Reads the status of a row in the table of completed activities, which says that it is done where its cell is empty. */
const amongCompleted = (words: string, plain: StatedStatus, vocabulary: Vocabulary): StatedStatus => {
  switch (plain.status._tag) {
    case "Completed":
    case "Discontinued":
      return plain
    case "InProgress":
    case "Delayed":
      return { ...plain, codes: ["StatusAgainstTable"] }
    case "NotStated": {
      const done = { ...plain, statesNoStatus: false }
      const date = doneDate(withoutStop(statusText(words)), vocabulary)
      if (date !== null)
        return { ...done, status: { _tag: "Completed", on: { ...date.date, words } }, codes: date.oddities }
      // Words that are not understood may say that it is not done.
      if (plain.codes.includes("StatusNotBegun")) return { ...plain, codes: ["StatusAgainstTable"] }
      // So does a form without a tick.
      if (plain.statesNoStatus) return plain.codes.length > 0 ? plain : { ...plain, codes: ["StatusAgainstTable"] }
      return { ...done, status: { _tag: "Completed", on: null }, codes: ["CompletedWithoutStatus"] }
    }
  }
}
