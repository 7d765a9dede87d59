/**
 * The answers of one row: each a command, or a question where its words are not understood. The cells are read as those of
 * every document: whole, or not at all.
 */
import type { Command } from "@frist/domain/Command"
import type { Day } from "@frist/domain/Day"
import * as FollowUp from "@frist/domain/plan/FollowUp"
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { isClosed, sameStatus } from "@frist/domain/Status"
import { noCells } from "../Edition.ts"
import type { EditionColumn } from "../EditionColumn.ts"
import type { FindingCode, Irregularity } from "../Irregularity.ts"
import { readRow } from "../reading/RowReading.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { FilledRow } from "./SheetRows.ts"

/** The columns of answers, in the order in which they are proposed: a row that is closed takes no request. */
export const columnsOfAnswers = ["responsible", "followUp", "newDeadline", "status"] as const
export type AnswerColumn = (typeof columnsOfAnswers)[number]

/** Why an answer is asked about: a code of a finding, or what only answers can be. */
export type AnswerDoubt = FindingCode | "dateOfClosed" | "reasonWithoutDate"

/**
 * An answer. `command` is null where its words are not understood, and `doubt` is why. `key` is the same for answers that say
 * the same. `findings` are oddities of a cell that was understood.
 */
export interface RowAnswer {
  readonly column: AnswerColumn
  readonly words: string
  readonly key: string
  readonly command: Command | null
  readonly doubt: AnswerDoubt | null
  readonly findings: ReadonlyArray<Irregularity>
}

/** What answers are read with: the activity as of the day that they hold for. */
interface AnswerContext {
  readonly activity: Activity
  readonly heldOn: Day
  readonly vocabulary: Vocabulary
  /** Whether the sheet asks who is responsible. */
  readonly asksResponsible: boolean
}

/** Reads the answers of a row; none for cells that are empty, or say that there is nothing. */
export const rowAnswers = (filled: FilledRow, context: AnswerContext): ReadonlyArray<RowAnswer> => {
  const { activity, asksResponsible, heldOn, vocabulary } = context
  const { reason, row } = filled
  const { followUp, newDeadline, responsible, status } = row.cells
  const { actions, area, goal, id } = activity
  const cells = { ...noCells, area, goal, actions, status, followUp, newDeadline }
  const reading = readRow("activities", cells, null, vocabulary, { days: row.days, heldOn })
  const oddities = (column: EditionColumn): ReadonlyArray<Irregularity> => [
    ...reading.irregularities.filter((each) => each.column === column),
    // What is inserted with changes tracked was an empty cell when it was sent.
    ...row.remarks.filter((each) => each.column === column && each.code !== "TrackedChange")
  ]
  const answer = (column: AnswerColumn, words: string, command: Command, key: unknown): RowAnswer => ({
    column,
    words,
    command,
    key: JSON.stringify(key),
    doubt: null,
    findings: oddities(column)
  })
  const doubtful = (column: AnswerColumn, words: string, otherwise: AnswerDoubt): RowAnswer => ({
    column,
    words,
    command: null,
    key: JSON.stringify(["?", words.replace(/\s+/gu, " ").trim()]),
    doubt: oddities(column)[0]?.code ?? otherwise,
    findings: []
  })
  const answers: Array<RowAnswer> = []
  if (asksResponsible && isFilled(responsible)) {
    const to = responsible.trim()
    answers.push(answer("responsible", to, { _tag: "ChangeResponsible", activity: id, to }, to))
  }
  if (reading.note !== null) {
    const text = wholeFollowUp(activity, reading.note)
    const lines = reading.note.split(/[\r\n]/u).map((line) => line.trim())
    const said = lines.filter((line) => line !== "").join("\n")
    answers.push(answer("followUp", reading.note, { _tag: "NoteFollowUp", activity: id, text }, said))
  }
  const why = isFilled(reason) ? reason.trim() : null
  if (isFilled(newDeadline)) {
    const said = why === null ? newDeadline : `${newDeadline}; ${why}`
    const [only, ...others] = reading.moves
    if (only !== undefined && others.length === 0 && reading.partForecasts.length === 0) {
      const command = { _tag: "RequestExtension", activity: id, to: only.date, reason: why } as const
      answers.push(answer("newDeadline", said, command, [only.date.edtf, why]))
    } else if (only !== undefined || oddities("newDeadline").length > 0) {
      answers.push(doubtful("newDeadline", newDeadline, "SeveralDates"))
    } else if (why !== null) answers.push(doubtful("newDeadline", why, "reasonWithoutDate"))
  } else if (why !== null) answers.push(doubtful("newDeadline", why, "reasonWithoutDate"))
  if (isFilled(status)) {
    const { status: to } = reading
    const isNotBegun = oddities("status").some(({ code }) => code === "StatusNotBegun")
    // A number or a date beside a status would be lost where the status is known: `Pågår, ny tid 2025-06-30`.
    const saysMore = oddities("status").some(({ code }) => code === "StatusInOtherWords") && /\d/u.test(status)
    if (saysMore && to._tag !== "Completed") {
      answers.push(doubtful("status", status, "StatusInOtherWords"))
      return answers
    }
    const isRead = (to._tag !== "NotStated" || isNotBegun) && reading.parts.length === 0
    if (isRead) {
      const day = to._tag === "Completed" ? (to.on?.edtf ?? null) : null
      answers.push(answer("status", status, { _tag: "ChangeStatus", activity: id, to }, [to._tag, day]))
    } else if (reading.statesNoStatus || reading.parts.length > 0 || oddities("status").length > 0) {
      answers.push(doubtful("status", status, "StatusUnreadable"))
    }
  }
  return answers
}

const isFilled = (cell: string | null): cell is string => cell !== null && cell.trim() !== ""

/** Returns the follow-up as the row has it with what is new: earlier words, and then the answer. */
const wholeFollowUp = ({ followUp }: Activity, answer: string): string =>
  followUp === null || followUp.trim() === "" ? answer : `${followUp}\n${answer}`

/** Returns whether the plan says already what an answer says. */
export const isInEffect = ({ command, words }: RowAnswer, activity: Activity): boolean => {
  switch (command?._tag) {
    case "ChangeResponsible":
      return command.to === activity.responsible
    case "NoteFollowUp":
      return activity.notes.length > 0 && FollowUp.addedTo(activity.notes, words) === null
    case "RequestExtension":
      return PlannedDate.same(command.to, activity.deadline)
    case "ChangeStatus":
      return (
        sameStatus(command.to, activity.status) ||
        (isClosed(command.to) && command.to._tag === activity.status._tag && isUndated(command.to))
      )
  }
  return false
}

const isUndated = (status: Activity["status"]): boolean => status._tag !== "Completed" || status.on?.edtf == null

/** Returns whether an event is what an answer became when it was recorded. */
export const isRecordedAs = ({ command }: RowAnswer, { event }: RecordedEvent): boolean => {
  switch (command?._tag) {
    case "ChangeResponsible":
      return event?._tag === "ResponsibleChanged" && event.to === command.to
    case "RequestExtension":
      return (
        event?._tag === "ExtensionRequested" &&
        PlannedDate.same(event.to, command.to) &&
        event.reason === command.reason
      )
    case "ChangeStatus":
      return event?._tag === "StatusChanged" && sameStatus(event.to, command.to)
  }
  return false
}
