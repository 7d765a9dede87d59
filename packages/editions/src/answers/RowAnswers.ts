/**
 * The answers of one row: each a command, a word that all stands as it is, or a question where its words are not understood.
 * The cells are read as those of every document: whole, or not at all.
 */
import type { Command } from "@frist/domain/Command"
import type { Day } from "@frist/domain/Day"
import type { Activity } from "@frist/domain/plan/Activity"
import { type Status, sameStatus } from "@frist/domain/Status"
import { noCells } from "../Edition.ts"
import type { EditionColumn } from "../EditionColumn.ts"
import type { FindingCode, Irregularity } from "../Irregularity.ts"
import { readWords } from "../reading/DateCells.ts"
import { readRow } from "../reading/RowReading.ts"
import { readStatus } from "../reading/StatusReading.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { effectOf, type MeaningDoubt, type MeaningEffect } from "./AnswerMeaning.ts"
import type { FilledRow } from "./SheetRows.ts"

/** The columns of answers, in the order in which they are proposed: a row that is closed takes no request. */
export const columnsOfAnswers = ["responsible", "followUp", "newDeadline", "status"] as const
export type AnswerColumn = (typeof columnsOfAnswers)[number]

/** Why an answer is asked about: a code of a finding, or what only answers can be. */
export type AnswerDoubt = FindingCode | MeaningDoubt | "dateOfClosed" | "isDate" | "isStatus" | "reasonWithoutDate"

/**
 * An answer. `command` is null where its words are not understood, and `doubt` is why; both are null where the answer is that
 * nothing has changed. `key` is the same for answers that say the same. `findings` are oddities of a cell that was understood.
 */
export interface RowAnswer {
  readonly column: AnswerColumn
  readonly words: string
  readonly key: string
  readonly command: Command | null
  readonly doubt: AnswerDoubt | null
  readonly findings: ReadonlyArray<Irregularity>
}

/** Whether an answer says that nothing has changed. */
export const leavesAsIs = ({ command, doubt }: RowAnswer): boolean => command === null && doubt === null

/** What answers are read with: the activity as of the day that they hold for. */
interface AnswerContext {
  readonly activity: Activity
  readonly heldOn: Day
  readonly vocabulary: Vocabulary
  /** Whether the sheet asks who is responsible. */
  readonly asksResponsible: boolean
}

/** An answer that is asked about. */
const doubtful = (column: AnswerColumn, words: string, doubt: AnswerDoubt): RowAnswer => ({
  column,
  words,
  command: null,
  key: JSON.stringify(["?", words.replace(/\s+/gu, " ").trim()]),
  doubt,
  findings: []
})

/** Reads the answers of a row; none for cells that are empty, or have a dash. */
export const rowAnswers = (filled: FilledRow, context: AnswerContext): ReadonlyArray<RowAnswer> => {
  const { activity, asksResponsible, heldOn, vocabulary } = context
  const { reason, row } = filled
  const effectIn = (column: AnswerColumn): MeaningEffect => effectOf(column, row.cells[column], vocabulary)
  const effects = {
    responsible: asksResponsible ? effectIn("responsible") : "empty",
    followUp: effectIn("followUp"),
    newDeadline: effectIn("newDeadline"),
    status: effectIn("status"),
    reason: effectOf("reason", reason, vocabulary)
  } as const
  const wordsOf = (column: AnswerColumn) => (effects[column] === null ? row.cells[column] : null)
  const { actions, area, goal, id } = activity
  const followUp = wordsOf("followUp")
  const [newDeadline, status] = [wordsOf("newDeadline"), wordsOf("status")]
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
  const stands = (column: AnswerColumn, words: string): RowAnswer => ({
    column,
    words: words.trim(),
    command: null,
    key: JSON.stringify(standing(column, activity)),
    doubt: null,
    findings: []
  })
  /** An answer of the closed list: that all stands, or what is asked about. */
  const listed = (column: AnswerColumn, effect: MeaningEffect, words: string): ReadonlyArray<RowAnswer> =>
    effect === "empty" || effect === null
      ? []
      : [effect === "stands" ? stands(column, words) : doubtful(column, words, effect)]

  const ofResponsible = (): ReadonlyArray<RowAnswer> => {
    const words = row.cells.responsible?.trim() ?? ""
    if (effects.responsible !== null) return listed("responsible", effects.responsible, words)
    return [answer("responsible", words, { _tag: "ChangeResponsible", activity: id, to: words }, words)]
  }

  const ofNews = (): ReadonlyArray<RowAnswer> => {
    if (effects.followUp !== null) return listed("followUp", effects.followUp, row.cells.followUp ?? "")
    if (reading.note === null) return []
    const { note } = reading
    const said = bareStatus(note, vocabulary)
    if (said !== null && effects.status === "empty")
      return [sameStatus(said, activity.status) ? stands("followUp", note) : doubtful("followUp", note, "isStatus")]
    if (isBareDate(note) && effects.newDeadline === "empty") return [doubtful("followUp", note, "isDate")]
    const text = wholeFollowUp(activity, note)
    const lines = note.split(/[\r\n]/u).map((line) => line.trim())
    const key = lines.filter((line) => line !== "").join("\n")
    return [answer("followUp", note, { _tag: "NoteFollowUp", activity: id, text }, key)]
  }

  const ofReasonAlone = (): ReadonlyArray<RowAnswer> => {
    const words = reason?.trim() ?? ""
    if (effects.reason !== null) return listed("newDeadline", effects.reason, words)
    return [doubtful("newDeadline", words, isBareDate(words) ? "isDate" : "reasonWithoutDate")]
  }

  const ofDate = (): ReadonlyArray<RowAnswer> => {
    const words = row.cells.newDeadline ?? ""
    if (effects.newDeadline !== null) {
      const own = listed("newDeadline", effects.newDeadline, words)
      const beside = ofReasonAlone()
      // A reason that nobody asked for goes before a date that stands: its words would be lost.
      return own.length === 0 || beside.some(({ doubt }) => doubt !== null) ? beside : own
    }
    const why = effects.reason === null ? (reason?.trim() ?? "") : null
    const said = effects.reason === "empty" ? words : `${words}; ${reason?.trim() ?? ""}`
    const [only, ...others] = reading.moves
    if (only === undefined && oddities("newDeadline").length === 0)
      // Other words for no date: `ej satt`.
      return why === null ? [stands("newDeadline", words)] : ofReasonAlone()
    if (only === undefined || others.length > 0 || reading.partForecasts.length > 0) {
      const isStatus = only === undefined && bareStatus(words, vocabulary) !== null
      const doubt = isStatus ? "isStatus" : (oddities("newDeadline")[0]?.code ?? "SeveralDates")
      return [doubtful("newDeadline", words, doubt)]
    }
    // The same reason as before, or as another row has: the request is recorded with its own.
    if (effects.reason !== null && effects.reason !== "empty")
      return [doubtful("newDeadline", said, effects.reason === "stands" ? "refersElsewhere" : effects.reason)]
    const command = { _tag: "RequestExtension", activity: id, to: only.date, reason: why } as const
    return [answer("newDeadline", said, command, [only.date.edtf, why])]
  }

  const ofStatus = (): ReadonlyArray<RowAnswer> => {
    if (effects.status !== null) return listed("status", effects.status, row.cells.status ?? "")
    const words = status ?? ""
    const { status: to } = reading
    const found = oddities("status")
    const isNotBegun = found.some(({ code }) => code === "StatusNotBegun")
    // A number or a date beside a status would be lost where the status is known: `Pågår, ny tid 2025-06-30`.
    const saysMore = found.some(({ code }) => code === "StatusInOtherWords") && /\d/u.test(words)
    if (saysMore && to._tag !== "Completed") return [doubtful("status", words, "StatusInOtherWords")]
    if ((to._tag !== "NotStated" || isNotBegun) && reading.parts.length === 0)
      return [answer("status", words, { _tag: "ChangeStatus", activity: id, to }, keyOf(to))]
    if (found.every(({ code }) => code === "StatusUnreadable") && isBareDate(words))
      return [doubtful("status", words, "isDate")]
    return reading.statesNoStatus || reading.parts.length > 0 || found.length > 0
      ? [doubtful("status", words, found[0]?.code ?? "StatusUnreadable")]
      : [stands("status", words)]
  }

  return [...ofResponsible(), ...ofNews(), ...ofDate(), ...ofStatus()]
}

const keyOf = (status: Status): unknown => [status._tag, status._tag === "Completed" ? (status.on?.edtf ?? null) : null]

/** Returns the key of the answer that a column stands as it is: that of the value which it has. */
const standing = (column: AnswerColumn, { deadline, responsible, status }: Activity): unknown =>
  ({
    responsible,
    followUp: "",
    newDeadline: [deadline?.edtf ?? null, null],
    status: keyOf(status)
  })[column]

/** Returns the status that words are and nothing else; null for any other words. */
const bareStatus = (words: string, vocabulary: Vocabulary): Status | null => {
  const { cell, codes, status } = readStatus(words, vocabulary)
  return (cell === "status" || cell === "notBegun") && !codes.includes("StatusInOtherWords") ? status : null
}

/** Whether words are a date and nothing else. */
const isBareDate = (words: string): boolean => words.length <= 40 && readWords(words.trim()).date.edtf !== null

/** Returns the follow-up as the row has it with what is new: earlier words, and then the answer. */
const wholeFollowUp = ({ followUp }: Activity, answer: string): string =>
  followUp === null || followUp.trim() === "" ? answer : `${followUp}\n${answer}`
