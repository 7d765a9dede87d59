/**
 * The JSON that `frist gather` and `frist ask --status` print: what is proposed, and everything that a person has to see.
 */
import { Day } from "@frist/domain/Day"
import { ActivityId, PlanId } from "@frist/domain/Names"
import { NewEvent } from "@frist/domain/RecordedEvent"
import { strayReasons } from "@frist/editions/answers/AnsweredSheet"
import { earlyReasons } from "@frist/editions/answers/EarlyDates"
import { columnsOfAnswers } from "@frist/editions/answers/RowAnswers"
import type { AskFile } from "@frist/editions/answers/AskFile"
import type { GatheredAnswers } from "@frist/editions/answers/GatheredAnswers"
import type { ReadFolder } from "@frist/editions/answers/AnswerProposals"
import * as Schema from "effect/Schema"
import { answeredIn } from "./AnsweredSheets.ts"

const said = { document: Schema.String, words: Schema.String }
const row = { number: Schema.Int, activity: ActivityId }
const Column = Schema.Literals(columnsOfAnswers)

/** A file of the folder that is not read, and why. */
const FileNotRead = Schema.Struct({ document: Schema.String, problem: Schema.String, detail: Schema.String })

/** Who was asked: the rows of each, how many of them have answers, and the files that have them. */
const Asked = Schema.Struct({
  responsible: Schema.NullOr(Schema.String),
  rows: Schema.Array(Schema.Int),
  answered: Schema.Int,
  documents: Schema.Array(Schema.String)
})

/** What `frist ask --status` prints. */
export const AskStatusView = Schema.Struct({
  view: Schema.Literal("frist/ask-status"),
  version: Schema.Literal(1),
  plan: PlanId,
  review: Day,
  answersBy: Day,
  asked: Schema.Array(Asked),
  notRead: Schema.Array(FileNotRead)
})

/**
 * What `frist gather` prints: the events that the answers give, how many answers the plan has already, and the answers that
 * are left out or to be checked, as the lists in the terminal.
 */
export const GatheredView = Schema.Struct({
  view: Schema.Literal("frist/gathered"),
  version: Schema.Literal(1),
  plan: PlanId,
  heldOn: Day,
  events: Schema.Array(NewEvent),
  known: Schema.Int,
  asked: Schema.Array(Asked),
  differing: Schema.Array(Schema.Struct({ ...row, column: Column, answers: Schema.Array(Schema.Struct(said)) })),
  doubtful: Schema.Array(Schema.Struct({ ...row, column: Column, ...said, doubt: Schema.String })),
  /** Answers that nothing has changed. */
  unchanged: Schema.Array(Schema.Struct({ ...row, column: Column, ...said })),
  /** Requests among the events for a date before the review, or before the date that the row has: `than`. */
  early: Schema.Array(Schema.Struct({ ...row, ...said, why: Schema.Literals(earlyReasons), than: Day })),
  closed: Schema.Array(Schema.Struct({ ...row, ...said })),
  /** Rows with proposed answers that changed since they were asked about, by the positions of the changes. */
  changedSince: Schema.Array(Schema.Struct({ ...row, positions: Schema.Array(Schema.Int) })),
  overwritten: Schema.Array(Schema.Struct({ number: Schema.Int, heading: Schema.String, ...said })),
  strays: Schema.Array(
    Schema.Struct({
      number: Schema.NullOr(Schema.Int),
      ...said,
      why: Schema.Literals(strayReasons)
    })
  ),
  notRead: Schema.Array(FileNotRead)
})

const askedOf = (ask: AskFile, read: ReadFolder): (typeof AskStatusView.Type)["asked"] =>
  ask.sheets.map((sheet) => {
    const { responsible, rows } = sheet
    return { responsible, rows, ...answeredIn(read, sheet) }
  })

const notReadOf = ({ notRead }: ReadFolder): (typeof AskStatusView.Type)["notRead"] =>
  notRead.map(({ detail, document, problem }) => ({ document, problem, detail }))

/** Returns who has answered in a folder. */
export const askStatusView = (ask: AskFile, read: ReadFolder): typeof AskStatusView.Type => ({
  view: "frist/ask-status",
  version: 1,
  plan: ask.plan,
  review: ask.review,
  answersBy: ask.answersBy,
  asked: askedOf(ask, read),
  notRead: notReadOf(read)
})

/** Returns what became of the answers in a folder. */
export const gatheredView = (
  gathered: GatheredAnswers,
  { ask, heldOn, read }: { readonly ask: AskFile; readonly heldOn: Day; readonly read: ReadFolder }
): typeof GatheredView.Type => {
  const { changedSince, closed, differing, doubtful, early, events, known, overwritten, strays, unchanged } = gathered
  return {
    view: "frist/gathered",
    version: 1,
    plan: ask.plan,
    heldOn,
    events,
    known,
    asked: askedOf(ask, read),
    differing,
    doubtful,
    unchanged,
    early,
    closed,
    changedSince: changedSince.map(({ activity, number, records }) => ({
      number,
      activity,
      positions: records.map(({ position }) => position)
    })),
    overwritten,
    strays,
    notRead: notReadOf(read)
  }
}
