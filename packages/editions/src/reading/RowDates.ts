/**
 * The deadlines of a row: the first, with the parts of a cell that holds several, and those that revise it.
 */
import { wordsBeside } from "@frist/domain/dates/DateReading"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { slugWords } from "@frist/domain/text/Slug"
import { notStated, type Status } from "@frist/domain/Status"
import type { FindingCode, Irregularity } from "../Irregularity.ts"
import type { Cells } from "../Edition.ts"
import { oncePer } from "../vocabulary/Patterns.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { type DateEvidence, filledDate, readDateCell, readWords } from "./DateCells.ts"
import { dueParts } from "./DueParts.ts"
import { spanOfDates } from "./StatusReading.ts"

/** A unit's deadline, or a part's completion, from a cell that holds several. */
export interface Part {
  readonly name: string
  readonly deadline: PlannedDate | null
  readonly status: Status
  readonly irregularities: ReadonlyArray<Irregularity>
}

/** A revised deadline, and the heading of its cell; null for the column of the new deadline. */
export interface RowMove {
  readonly date: PlannedDate
  readonly heading: string | null
}

/** The new date of one part, from a cell that gives each its own. */
export interface PartForecast {
  readonly name: string
  readonly date: PlannedDate
  readonly irregularities: ReadonlyArray<Irregularity>
}

interface Dated {
  readonly date: PlannedDate | null
  readonly codes: ReadonlyArray<FindingCode>
  readonly parts: ReadonlyArray<Part>
}

/** Reads the cell of the first deadline. */
export const readDeadline = (words: string | null, evidence: DateEvidence, vocabulary: Vocabulary): Dated => {
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
  readonly parts: ReadonlyArray<PartForecast>
  readonly codes: ReadonlyArray<FindingCode>
}

/** Reads the cell of the new deadline: a date, several that each follow the one before, or one for each part. */
export const readForecast = (cells: Cells, vocabulary: Vocabulary, evidence: DateEvidence): Forecast => {
  const words = filledDate(cells.newDeadline, vocabulary)
  if (words === null) return { moves: [], parts: [], codes: [] }
  const { codes, date } = readDateCell(words, evidence)
  if (date.edtf === null) {
    const moves = successive(words, evidence)
    if (moves.length > 0) return { moves, parts: [], codes: [] }
    const parts = partForecasts(words, evidence, vocabulary)
    if (parts.length === 0) return { moves, parts, codes }
    const span = spanOfDates(
      words,
      parts.map(({ date }) => date)
    )
    return { moves: [{ date: span, heading: null }], parts, codes: ["SeveralDeadlines"] }
  }
  const differs = speaksOfSomethingElse(wordsBeside(words), `${cells.goal ?? ""} ${cells.actions ?? ""}`, vocabulary)
  return { moves: [{ date, heading: null }], parts: [], codes: differs ? [...codes, "DeadlineSubjectDiffers"] : codes }
}

const partForecasts = (words: string, { order }: DateEvidence, vocabulary: Vocabulary): ReadonlyArray<PartForecast> =>
  (dueParts(words, order ?? null, vocabulary) ?? []).map(({ deadline, line, name, oddities }) => ({
    name,
    date: deadline,
    irregularities: oddities.map((code) => ({ code, column: "newDeadline", words: line }))
  }))

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

const fillersOf = oncePer(({ rows }: Vocabulary) => new Set(rows.dateFillers))

const stems = (text: string, fillers: ReadonlySet<string>): ReadonlyArray<string> =>
  slugWords(text, 100_000)
    .filter((word) => word.length >= 5 && !fillers.has(word))
    .map((word) => word.slice(0, 5))

/** Whether the words around a new date name something that neither goal nor actions mention. */
const speaksOfSomethingElse = (prose: string, row: string, vocabulary: Vocabulary): boolean => {
  const fillers = fillersOf(vocabulary)
  const spoken = stems(prose, fillers)
  if (spoken.length === 0) return false
  const known = new Set(stems(row, fillers))
  return spoken.every((stem) => !known.has(stem))
}
