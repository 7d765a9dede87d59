/**
 * Reads one row of an edition: its texts, its two dates, its status, and their oddities. Pure, and about this row
 * alone; its changes to a plan are decided elsewhere.
 */
import { comparable } from "@frist/domain/ComparableText"
import { slug } from "@frist/domain/Slug"
import type { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { type DayOrder, saysNoDate, wordsBeside } from "@frist/domain/dates/DateReading"
import { notStated, type Status } from "@frist/domain/Status"
import type { Cells, EditionColumn, EditionRow, TableKind } from "../Edition.ts"
import type { FindingCode, Irregularity } from "../changes/Irregularity.ts"
import { anyOf, oncePer } from "../vocabulary/Patterns.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { completion } from "./CompletionDate.ts"
import { type DateEvidence, readDateCell, readWords } from "./DateCells.ts"
import { dueParts } from "./DueParts.ts"
import { doneDate } from "./status/DoneDate.ts"
import { hasDenial } from "./status/StatusPhrases.ts"
import { statusText, withoutStop } from "./status/StatusText.ts"
import { readStatus, spanOfDates } from "./StatusReading.ts"

/** A unit's deadline, or a part's completion, from a cell that holds several. */
export interface Part {
  readonly name: string
  readonly deadline: PlannedDate | null
  readonly status: Status
  readonly irregularities: ReadonlyArray<Irregularity>
}

/** A revised deadline, and the heading of its cell; null for the column of the new deadline. */
interface RowMove {
  readonly date: PlannedDate
  readonly heading: string | null
}

/** What a row is read with beside its cells: days and revisions of its file, and the day of the review. */
interface RowContext {
  readonly days?: EditionRow["days"]
  readonly revisions?: EditionRow["revisions"]
  readonly orders?: Partial<Record<EditionColumn, DayOrder | null>>
  readonly heldOn?: Day
}

export interface RowReading {
  readonly area: string | null
  readonly goal: string | null
  readonly actions: string | null
  readonly responsible: string | null
  readonly deadline: PlannedDate | null
  /** The forecast, null if none is given or the words cannot be read. */
  readonly newDeadline: PlannedDate | null
  /** The revised deadlines that the row shows, oldest first; the last one is the forecast. */
  readonly moves: ReadonlyArray<RowMove>
  readonly status: Status
  /** The column that states the status. */
  readonly statusFrom: "completedOn" | "status"
  /** Whether the status cell has words that state no status: they are not known, or say that work has not begun. */
  readonly statesNoStatus: boolean
  readonly note: string | null
  readonly parts: ReadonlyArray<Part>
  readonly irregularities: ReadonlyArray<Irregularity>
}

const filled = (cell: string | null): string | null => (cell === null || cell.trim() === "" ? null : cell)

const patternsOf = oncePer(({ rows }: Vocabulary) => ({
  // A ditto mark is not one of these: it repeats the row above.
  noDate: new RegExp(`^(?:[-–—.\\s]+|${anyOf(rows.noDate)})$`, "iu"),
  fillers: new Set(rows.dateFillers),
  notDone: new RegExp(anyOf(rows.notDone), "iu")
}))

/** Whether a date cell says that there is no date: a dash, `ej satt`, `TBC`. */
export const hasNoDate = (cell: string, vocabulary: Vocabulary): boolean =>
  patternsOf(vocabulary).noDate.test(cell.trim()) || saysNoDate(cell)

const filledDate = (cell: string | null, vocabulary: Vocabulary): string | null =>
  cell === null || hasNoDate(cell, vocabulary) ? null : filled(cell)

/** Reads a row of a table of that kind; `above` is the area that an empty area cell inherits. */
export const readRow = (
  kind: TableKind,
  cells: Cells,
  above: string | null,
  vocabulary: Vocabulary,
  context: RowContext = {}
): RowReading => {
  const irregularities: Array<Irregularity> = []
  const note = (column: Irregularity["column"], words: string) => (code: FindingCode) => {
    irregularities.push({ code, column, words })
  }
  const milestone = kind === "timeline"
  const ownArea = filled(cells.area)
  const ownGoal = filled(cells.goal)
  if (!milestone && ownArea === null && above !== null) note("area", above)("AreaInherited")
  const evidence = (column: "completedOn" | "deadline" | "newDeadline"): DateEvidence => ({
    day: context.days?.[column],
    order: context.orders?.[column]
  })
  const deadline = readDeadline(filledDate(cells.deadline, vocabulary), evidence("deadline"), vocabulary)
  deadline.codes.forEach(note("deadline", cells.deadline ?? ""))
  const revised = (context.revisions ?? []).flatMap(({ day, heading, words }): ReadonlyArray<RowMove> => {
    if (filledDate(words, vocabulary) === null) return []
    const { codes, date } = readDateCell(words, { day: day ?? undefined, order: context.orders?.newDeadline })
    codes.forEach(note("newDeadline", `${heading}: ${words}`))
    return date.edtf === null ? [] : [{ date, heading }]
  })
  const forecast = readForecast(cells, vocabulary, evidence("newDeadline"))
  forecast.codes.forEach(note("newDeadline", cells.newDeadline ?? ""))
  const moves = [...revised, ...forecast.moves]
  const own = notAhead(kind, statusOf(kind, cells, vocabulary), context.heldOn)
  const stated = kind === "completed" ? own : ofAllParts(own, deadline.parts)
  for (const { column, words } of stated.contradictions) note(column, words)("DoneButRed")
  const done = filledDate(cells.completedOn, vocabulary)
  const status = completion(stated, done, {
    evidence: evidence("completedOn"),
    heldOn: context.heldOn,
    hasStatus: filledDate(cells.status, vocabulary) !== null
  })
  status.codes.forEach(note("status", cells.status ?? ""))
  status.ofDate.forEach(note("completedOn", done ?? ""))
  return {
    // A milestone has only its name, in either of two columns.
    area: !milestone ? (ownArea ?? above) : ownGoal === null ? null : ownArea,
    goal: milestone ? (ownGoal ?? ownArea) : ownGoal,
    actions: filled(cells.actions),
    responsible: filled(cells.responsible),
    deadline: deadline.date,
    newDeadline: moves.at(-1)?.date ?? null,
    moves,
    status: status.status,
    statusFrom: status.from,
    statesNoStatus: stated.statesNoStatus && status.status._tag === "NotStated",
    note: filled(cells.followUp),
    parts: milestone ? [] : [...deadline.parts, ...stated.parts],
    irregularities
  }
}

interface Dated {
  readonly date: PlannedDate | null
  readonly codes: ReadonlyArray<FindingCode>
  readonly parts: ReadonlyArray<Part>
}

const readDeadline = (words: string | null, evidence: DateEvidence, vocabulary: Vocabulary): Dated => {
  if (words === null) return { date: null, codes: [], parts: [] }
  const due = dueParts(words, evidence.order ?? null, vocabulary)
  if (due === null) return { ...readDateCell(words, evidence), parts: [] }
  // A date without a name is no part: it may be a move, or the date of the others.
  if (due.length === 0) return { date: PlannedDate.unread(words), codes: ["SeveralDates"], parts: [] }
  return {
    date: spanOfDates(
      words,
      due.map(({ deadline }) => deadline)
    ),
    codes: ["SeveralDeadlines"],
    parts: due.map(({ deadline, line, name, oddities }) => ({
      name,
      deadline,
      status: notStated,
      irregularities: oddities.map((code) => ({ code, column: "deadline", words: line }))
    }))
  }
}

interface Forecast {
  readonly moves: ReadonlyArray<RowMove>
  readonly codes: ReadonlyArray<FindingCode>
}

const readForecast = (cells: Cells, vocabulary: Vocabulary, evidence: DateEvidence): Forecast => {
  const words = filledDate(cells.newDeadline, vocabulary)
  if (words === null) return { moves: [], codes: [] }
  const { codes, date } = readDateCell(words, evidence)
  if (date.edtf === null) {
    const moves = successive(words, evidence)
    return { moves, codes: moves.length === 0 ? codes : [] }
  }
  const differs = speaksOfSomethingElse(wordsBeside(words), `${cells.goal ?? ""} ${cells.actions ?? ""}`, vocabulary)
  return { moves: [{ date, heading: null }], codes: differs ? [...codes, "DeadlineSubjectDiffers"] : codes }
}

/** The most dates of one cell that are moves. */
const mostMoves = 20

/** Returns the dates of a cell that holds nothing else, each later than the one before; none for any other cell. */
const successive = (words: string, { order }: DateEvidence): ReadonlyArray<RowMove> => {
  const pieces = words
    .split(/\r\n|[\r\n,;→]/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "")
  if (pieces.length < 2 || pieces.length > mostMoves) return []
  const dates = pieces.map((piece) => readWords(piece, order))
  const areLater = dates.every(({ date, oddities }, at) => {
    const above = dates[at - 1]?.date.latest
    return (
      oddities.length === 0 &&
      date.earliest !== null &&
      date.latest !== null &&
      (at === 0 || (above != null && above < date.earliest))
    )
  })
  return areLater ? dates.map(({ date }) => ({ date, heading: null })) : []
}

const stems = (text: string, fillers: ReadonlySet<string>): ReadonlyArray<string> =>
  slug(text, 100_000)
    .split("-")
    .filter((word) => word.length >= 5 && !fillers.has(word))
    .map((word) => word.slice(0, 5))

/** Whether the words around a new date name something that neither goal nor actions mention. */
const speaksOfSomethingElse = (prose: string, row: string, vocabulary: Vocabulary): boolean => {
  const { fillers } = patternsOf(vocabulary)
  const spoken = stems(prose, fillers)
  const known = new Set(stems(row, fillers))
  return spoken.length > 0 && spoken.every((stem) => !known.has(stem))
}

/** The status of a row, and the cells that bear it. */
export interface StatedStatus {
  readonly status: Status
  readonly statesNoStatus: boolean
  readonly codes: ReadonlyArray<FindingCode>
  readonly parts: ReadonlyArray<Part>
  /** The cells that contradict each other about completion, if any. */
  readonly contradictions: ReadonlyArray<{ readonly column: "status" | "followUp"; readonly words: string }>
}

const statusOf = (kind: TableKind, cells: Cells, vocabulary: Vocabulary): StatedStatus => {
  const { notDone } = patternsOf(vocabulary)
  const words = filled(cells.status) ?? ""
  const followUp = cells.followUp ?? ""
  const reading = readStatus(words, vocabulary)
  const parts: ReadonlyArray<Part> = reading.parts.map(({ name, oddities, on }) => ({
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

/** Whether a date may be after a day: of a date that is not read only the numbers are known that may be its year. */
const mayBeAhead = ({ latest, words }: PlannedDate, heldOn: Day): boolean => {
  if (latest !== null) return latest > heldOn
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
