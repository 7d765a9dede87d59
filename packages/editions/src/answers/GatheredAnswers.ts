/**
 * The answers of all sheets as one proposal, whatever the order they came in. Pure. What two people answered differently, what
 * is not understood and what came too late is not proposed, but told.
 */
import { decideAll } from "@frist/domain/decisions/BatchDecision"
import type { Day } from "@frist/domain/Day"
import { isFact } from "@frist/domain/Event"
import type { ActivityId } from "@frist/domain/Names"
import { planAt } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import { basisOf, type Proposal } from "@frist/domain/decisions/Proposal"
import type { NewEvent, RecordedEvent, Source } from "@frist/domain/RecordedEvent"
import { isClosed } from "@frist/domain/Status"
import { severities } from "../Irregularity.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { answersIn, type ReadSheet, type StrayAnswers } from "./AnsweredSheet.ts"
import type { AskFile } from "./AskFile.ts"
import { type EarlyDate, earlyDate } from "./EarlyDates.ts"
import { isInEffect, isRecordedAs } from "./KnownAnswers.ts"
import {
  type AnswerColumn,
  columnsOfAnswers,
  type AnswerDoubt,
  leavesAsIs,
  rowAnswers,
  type RowAnswer
} from "./RowAnswers.ts"

/** A row by its number, and its activity. */
interface RowNamed {
  readonly number: number
  readonly activity: ActivityId
}

/** Words of an answer, and the file that has them. */
interface Said {
  readonly document: string
  readonly words: string
}

/** What became of the answers. Everything is in the order of the rows, and then of the columns. */
export interface GatheredAnswers {
  readonly proposals: ReadonlyArray<Proposal>
  readonly events: ReadonlyArray<NewEvent>
  /** Cells that were answered in several ways: none of them is proposed. */
  readonly differing: ReadonlyArray<RowNamed & { readonly column: AnswerColumn; readonly answers: ReadonlyArray<Said> }>
  /** Answers that are not understood, and why. */
  readonly doubtful: ReadonlyArray<RowNamed & Said & { readonly column: AnswerColumn; readonly doubt: AnswerDoubt }>
  /** Answers that nothing has changed: they are given, and change nothing. */
  readonly unchanged: ReadonlyArray<RowNamed & Said & { readonly column: AnswerColumn }>
  /** Requests for a date that are proposed, and are before a day that they should be after. */
  readonly early: ReadonlyArray<RowNamed & Said & EarlyDate>
  /** Answers about rows that were closed since they were asked about, or that the plan does not have on that day. */
  readonly closed: ReadonlyArray<RowNamed & Said>
  /** Rows with answers whose facts changed since they were asked about. */
  readonly changedSince: ReadonlyArray<RowNamed & { readonly records: ReadonlyArray<RecordedEvent> }>
  /** Words that were changed where no answer is read. */
  readonly overwritten: ReadonlyArray<Said & { readonly number: number; readonly heading: string }>
  readonly strays: ReadonlyArray<StrayAnswers & { readonly document: string }>
  /** The number of answers that the plan has already. */
  readonly known: number
}

/** The sheets as read, what was asked, the log, and the day that the answers hold for. */
interface Gathering {
  readonly ask: AskFile
  readonly sheets: ReadonlyArray<ReadSheet>
  readonly log: ReadonlyArray<RecordedEvent>
  readonly heldOn: Day
  readonly vocabulary: Vocabulary
}

/** An answer and where it was given. */
interface GivenAnswer extends RowAnswer {
  readonly source: Source
}

/** Gathers the answers. The same sheets give the same proposal in any order. */
export const gatheredAnswers = ({ ask, heldOn, log, sheets, vocabulary }: Gathering): GatheredAnswers => {
  const basis = basisOf(log, heldOn)
  const { activities: now } = planAt(log)
  const since = log.filter(({ position }) => position > ask.log.size)
  const inOrder = [...sheets].sort((a, b) => orderOf(a.document, b.document) || orderOf(a.sha256, b.sha256))
  const gathered = { differing: [], doubtful: [], unchanged: [], early: [], closed: [], changedSince: [] } as {
    -readonly [K in "changedSince" | "closed" | "differing" | "doubtful" | "early" | "unchanged"]: Array<
      GatheredAnswers[K][number]
    >
  }
  const proposals: Array<Proposal> = []
  let known = 0
  for (const { activity: id, number } of [...ask.rows].sort((a, b) => a.number - b.number)) {
    const row: RowNamed = { number, activity: id }
    const activity = basis.plan.activities.get(id)
    const last = now.get(id)
    const filled = inOrder.flatMap(({ document, rows, sha256, sheet }) =>
      rows.filter((each) => each.number === number).map((each) => ({ document, sha256, sheet, each }))
    )
    if (activity === undefined || last === undefined) {
      for (const { document, each } of filled)
        for (const words of answersIn(each)) gathered.closed.push({ ...row, document, words })
      continue
    }
    const given = filled.flatMap(({ document, each, sha256, sheet }): ReadonlyArray<GivenAnswer> => {
      const asksResponsible = sheet.responsible === null
      return rowAnswers(each, { activity, heldOn, vocabulary, asksResponsible }).map((answer) => ({
        ...answer,
        source: { document, sha256, table: ask.table, row: number, column: ask.headings[answer.column] }
      }))
    })
    const isKnown = (answer: GivenAnswer) => isInEffect(answer, activity) || isInLog(answer, id, since)
    if (isClosed(activity.status) || isClosed(last.status)) {
      const late = given.filter((answer) => !leavesAsIs(answer) && !isKnown(answer))
      for (const { source, words } of late) gathered.closed.push({ ...row, document: source.document, words })
      known += given.filter(isKnown).length
      continue
    }
    // An answer that the plan has already still differs from another.
    const agreed = takenOf(row, given, gathered)
    const taken = agreed.filter((answer) => !isKnown(answer))
    known += agreed.length - taken.length
    if (taken.length === 0) continue
    proposals.push(...taken.flatMap((answer) => proposalsOf(answer, id)))
    for (const { command, source, words } of taken) {
      const early = command?._tag === "RequestExtension" ? earlyDate(command.to, activity, heldOn) : null
      if (early !== null) gathered.early.push({ ...row, document: source.document, words, ...early })
    }
    const records = changesSince(since, ask, id)
    if (records.length > 0) gathered.changedSince.push({ ...row, records })
  }
  const held: Proposal = { command: { _tag: "HoldReview", heldOn, title: null }, provenance: "stated", source: null }
  const all = proposals.length === 0 ? [] : [held, ...proposals]
  return {
    ...gathered,
    proposals: all,
    events: decideAll(all, basis, heldOn).events,
    overwritten: inOrder.flatMap(({ document, rows }) =>
      rows.flatMap(({ number, overwritten }) => overwritten.map((each) => ({ document, number, ...each })))
    ),
    strays: inOrder.flatMap(({ document, strays }) => strays.map((each) => ({ document, ...each }))),
    known
  }
}

const orderOf = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Whether an answer was recorded since it was asked for, from a sheet: it is not recorded again after the plan went on. */
const isInLog = (answer: GivenAnswer, activity: ActivityId, since: ReadonlyArray<RecordedEvent>): boolean =>
  since.some(
    (record) =>
      record.activity === activity && record.source?.table === answer.source.table && isRecordedAs(answer, record)
  )

/** Returns the answers of a row that are proposed, one of each column, and tells of the others. */
const takenOf = (
  row: RowNamed,
  answers: ReadonlyArray<GivenAnswer>,
  gathered: Pick<{ [K in keyof GatheredAnswers]: Array<unknown> }, "differing" | "doubtful" | "unchanged">
): ReadonlyArray<GivenAnswer> => {
  const taken = columnsOfAnswers.flatMap((column): ReadonlyArray<GivenAnswer> => {
    const all = answers.filter((answer) => answer.column === column)
    const words = all.filter((answer) => !leavesAsIs(answer))
    // A person without news does not contradict one who has some.
    const own = column === "followUp" && words.length > 0 ? words : all
    const [first] = own
    if (first === undefined) return []
    if (own.every(({ key }) => key === first.key)) {
      for (const { source, words: said } of all.filter(leavesAsIs))
        gathered.unchanged.push({ ...row, column, document: source.document, words: said })
      return own.filter((answer) => !leavesAsIs(answer)).slice(0, 1)
    }
    const said = own.map(({ source, words }) => ({ document: source.document, words }))
    gathered.differing.push({ ...row, column, answers: said })
    return []
  })
  const closes = taken.some(({ command }) => command?._tag === "ChangeStatus" && isClosed(command.to))
  return taken.filter(({ column, command, doubt, source, words }) => {
    const why = doubt ?? (closes && command?._tag === "RequestExtension" ? "dateOfClosed" : null)
    if (why !== null) gathered.doubtful.push({ ...row, column, document: source.document, words, doubt: why })
    return why === null
  })
}

/** Returns the proposal of an answer, and those of the oddities that it was read with. */
const proposalsOf = ({ command, findings, source }: GivenAnswer, activity: ActivityId): ReadonlyArray<Proposal> =>
  command === null
    ? []
    : [
        { command, provenance: "stated", source },
        ...findings.map(({ code, words }): Proposal => ({
          command: { _tag: "RaiseFinding", activity, code, severity: severities[code], column: source.column, words },
          provenance: "stated",
          source
        }))
      ]

/** Returns what was recorded about a row since it was asked about, apart from findings and from answers of this round. */
const changesSince = (
  since: ReadonlyArray<RecordedEvent>,
  ask: AskFile,
  activity: Activity["id"]
): ReadonlyArray<RecordedEvent> =>
  since.filter(
    (record) =>
      record.activity === activity &&
      record.event !== null &&
      isFact(record.event) &&
      !["FindingRaised", "FindingWaived"].includes(record.type) &&
      record.source?.table !== ask.table
  )
