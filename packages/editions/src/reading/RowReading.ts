/**
 * Reads one row of an edition: its texts, its two dates, its status, and their oddities. Pure, and about this row
 * alone; its changes to a plan are decided elsewhere.
 */
import type { Day } from "@frist/domain/Day"
import type { DayOrder } from "@frist/domain/dates/DateReading"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import type { Status } from "@frist/domain/Status"
import type { FindingCode, Irregularity } from "../Irregularity.ts"
import { type Cells, type EditionRow, filledWords, type TableKind } from "../Edition.ts"
import type { EditionColumn } from "../EditionColumn.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { completion } from "./CompletionDate.ts"
import { type DateEvidence, filledDate, readDateCell } from "./DateCells.ts"
import { type Part, type PartForecast, readDeadline, readForecast, type RowMove } from "./RowDates.ts"
import { rowStatus } from "./RowStatus.ts"

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
  /** The new dates of parts, where the cell gives each its own. */
  readonly partForecasts: ReadonlyArray<PartForecast>
  readonly irregularities: ReadonlyArray<Irregularity>
}

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
  const ownArea = filledWords(cells.area)
  const ownGoal = filledWords(cells.goal)
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
  const stated = rowStatus(kind, cells, deadline.parts, vocabulary, context.heldOn)
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
    actions: filledWords(cells.actions),
    responsible: filledWords(cells.responsible),
    deadline: deadline.date,
    newDeadline: moves.at(-1)?.date ?? null,
    moves,
    status: status.status,
    statusFrom: status.from,
    statesNoStatus: stated.statesNoStatus && status.status._tag === "NotStated",
    note: filledWords(cells.followUp),
    parts: milestone ? [] : [...deadline.parts, ...stated.parts],
    partForecasts: milestone ? [] : forecast.parts,
    irregularities
  }
}
