/**
 * Reconstructs the row of a recorded edition from its events, to compare it again after an older edition was imported.
 * The row is assumed to have repeated whatever the events do not mention.
 *
 * Findings quote a cell. Their words are read again as that cell, by the reader of its column. No text for people is
 * parsed, except by the inverse of the function that wrote it (`LatenessWords.ts`).
 */
import type { Fact } from "@frist/domain/Event"
import type { Entry } from "@frist/domain/Lens"
import type { Activity } from "@frist/domain/Plan"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { isClosed, notStated, type Status } from "@frist/domain/Status"
import { type EditionColumn, EditionColumn as ColumnSchema, noCells } from "../Edition.ts"
import { columnShown } from "../formats/grid/Headings.ts"
import { type Part, readRow, type RowReading } from "../reading/RowReading.ts"
import { readStatus } from "../reading/StatusReading.ts"
import { readLateness } from "../rules/LatenessWords.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { FindingCode } from "./Irregularity.ts"
import * as Schema from "effect/Schema"

type Of<Tag extends Fact["_tag"]> = Extract<Fact, { readonly _tag: Tag }>

/** The events that one edition recorded about an activity, and the activity before and after it. */
export interface EditionEffect {
  readonly entries: ReadonlyArray<Entry>
  readonly before: Activity | undefined
  readonly after: Activity
}

/** A row as its events describe it. */
export interface ReconstructedRow {
  readonly reading: RowReading
  /** The words of the status cell, or the closest words in the events. */
  readonly status: string | null
}

const factsOf = <Tag extends Fact["_tag"]>(entries: ReadonlyArray<Entry>, tag: Tag): ReadonlyArray<Of<Tag>> =>
  entries.flatMap(({ fact }) => (fact._tag === tag ? [fact as Of<Tag>] : []))

const findingsOf = (entries: ReadonlyArray<Entry>, code: FindingCode): ReadonlyArray<Of<"FindingRaised">> =>
  factsOf(entries, "FindingRaised").filter((finding) => finding.code === code)

/** The words of the first finding of that code. */
const wordsOf = (entries: ReadonlyArray<Entry>, code: FindingCode): string | undefined =>
  findingsOf(entries, code)[0]?.words

/** The status that the row stated; an inferred reopening is not a statement. */
const statedStatus = (entries: ReadonlyArray<Entry>): Status | undefined =>
  factsOf(
    entries.filter(({ record }) => record.provenance === "stated"),
    "StatusChanged"
  ).at(-1)?.to

/** The status and the forecast that a closed row gave, quoted in findings instead of recorded. */
const closedRowCells = (entries: ReadonlyArray<Entry>, vocabulary: Vocabulary) => {
  const quoted = findingsOf(entries, "ClosedRowChanged").map(({ column, words }) => ({
    column: columnOf(column, vocabulary),
    words
  }))
  return {
    status: quoted
      .filter(({ column }) => column === "status")
      .map(({ words }) => readStatus(words, vocabulary).status)
      .find(isClosed),
    forecast: quoted
      .filter(({ column }) => column !== "status")
      .flatMap(
        ({ words }) => readRow("activities", { ...noCells, newDeadline: words }, null, vocabulary).newDeadline ?? []
      )
      .at(0)
  }
}

/** Findings about a status cell with words that state no status. */
const statesNone: ReadonlyArray<FindingCode> = ["StatusUnreadable", "StatusNotBegun", "ColourUnknown", "DoneButRed"]

const isColumn = Schema.is(ColumnSchema)

/** The column that a finding was raised under: by its heading, or by its name where the table had no such heading. */
const columnOf = (heading: string | null, vocabulary: Vocabulary): EditionColumn | "table" | undefined =>
  heading === null ? undefined : isColumn(heading) ? heading : columnShown(heading, vocabulary)

/** Reconstructs the row of an activity and its parts in an edition. */
export const reconstructRow = (
  { after, before, entries }: EditionEffect,
  parts: ReadonlyArray<EditionEffect>,
  vocabulary: Vocabulary
): ReconstructedRow => {
  const registered = factsOf(entries, "ActivityRegistered").at(0)
  const texts = registered ?? after
  const moved = factsOf(entries, "DeadlineMoved").at(-1)?.to
  const closed = closedRowCells(entries, vocabulary)
  const isUnread = statesNone.some((code) => findingsOf(entries, code).length > 0)
  const repeated = registered === undefined && !isUnread ? before?.status : undefined
  const status = statedStatus(entries) ?? closed.status ?? repeated ?? notStated
  const newDeadline =
    moved ?? closed.forecast ?? (registered === undefined && !isClosed(status) ? repeatedForecast(before) : null)
  const reading: RowReading = {
    area: texts.area,
    goal: texts.goal,
    actions: texts.actions,
    responsible: texts.responsible,
    deadline: deadlineOf(registered, entries, before, after, vocabulary),
    newDeadline,
    moves: newDeadline === null ? [] : [{ date: newDeadline, heading: null }],
    status,
    statusFrom: "status",
    statesNoStatus: status._tag === "NotStated" && (isUnread || statedStatus(entries) !== undefined),
    // A note of the row that registered the activity is an event of its own.
    note: registered === undefined ? after.cell : null,
    parts: parts.flatMap(partOf),
    irregularities: []
  }
  const words =
    status._tag === "Completed"
      ? (status.on?.words ?? wordsOf(entries, "StatusUnreadable"))
      : status._tag === "Discontinued"
        ? status.reason
        : lateStatus(entries, reading, before)
  return { reading, status: words ?? null }
}

/** The words of the status cell that a finding about lateness quotes. */
const lateStatus = (
  entries: ReadonlyArray<Entry>,
  { deadline, newDeadline, parts }: RowReading,
  before: Activity | undefined
): string | undefined => {
  const words = wordsOf(entries, "InProgressThoughLate")
  const dates = [newDeadline, before?.deadline ?? null, ...parts.map((part) => part.deadline), deadline]
  return words === undefined
    ? undefined
    : readLateness(
        words,
        dates.flatMap((date) => (date === null ? [] : [date.words]))
      )?.status
}

const deadlineOf = (
  registered: Of<"ActivityRegistered"> | undefined,
  entries: ReadonlyArray<Entry>,
  before: Activity | undefined,
  after: Activity,
  vocabulary: Vocabulary
): PlannedDate | null => {
  if (registered !== undefined) return registered.deadline
  if (after.kind === "milestone") return after.deadline
  const rewritten = wordsOf(entries, "BaselineRewritten")
  return rewritten === undefined
    ? (before?.original ?? null)
    : readRow("activities", { ...noCells, deadline: rewritten }, null, vocabulary).deadline
}

/** The forecast of a row that moved nothing: the current one, unless it is only the first deadline. */
const repeatedForecast = (before: Activity | undefined): PlannedDate | null =>
  before === undefined ||
  before.kind === "milestone" ||
  isClosed(before.status) ||
  PlannedDate.same(before.deadline, before.original)
    ? null
    : before.deadline

const partOf = ({ after, entries }: EditionEffect): ReadonlyArray<Part> => {
  const registered = factsOf(entries, "ActivityRegistered").at(0)
  const status = statedStatus(entries)
  return registered === undefined && status === undefined
    ? []
    : [
        {
          name: after.goal ?? "",
          deadline: (registered ?? { deadline: after.original }).deadline,
          status: status ?? notStated,
          irregularities: []
        }
      ]
}
