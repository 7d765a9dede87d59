/**
 * The answers of a folder as proposals to a plan: reads every file, and then the log. Records nothing.
 */
import { Day } from "@frist/domain/Day"
import { type Plan, planAt } from "@frist/domain/plan/Plan"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { ProposalFile } from "../ProposalFile.ts"
import { UnreadableDocument } from "../UnreadableDocument.ts"
import { swedishHealthCare } from "../vocabulary/swedishHealthCare.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { readAnsweredSheet, type ReadSheet, type SheetNotRead } from "./AnsweredSheet.ts"
import type { AskFile } from "./AskFile.ts"
import { type GatheredAnswers, gatheredAnswers } from "./GatheredAnswers.ts"
import type { AnswerFile } from "./SheetWords.ts"

/** A review after the day of the answers is recorded already: they would change what it was told. */
export class LaterReview extends Schema.TaggedError<LaterReview>()("LaterReview", { heldOn: Day, later: Day }) {
  override get message() {
    return `The review of ${this.later} is recorded already. Give the answers on that day, or on a later one.`
  }
}

/** The files of a folder, as read. */
export interface ReadFolder {
  readonly sheets: ReadonlyArray<ReadSheet>
  readonly notRead: ReadonlyArray<SheetNotRead | UnreadableDocument>
}

/** Reads files one after the other. Default vocabulary: Swedish health care. */
export const readAnswers = Effect.fnUntraced(function* <E, R>(
  ask: AskFile,
  files: ReadonlyArray<Effect.Effect<AnswerFile, E | UnreadableDocument, R>>,
  vocabulary: Vocabulary = swedishHealthCare
): Effect.fn.Return<ReadFolder, Exclude<E, UnreadableDocument>, R> {
  const sheets: Array<ReadSheet> = []
  const notRead: Array<SheetNotRead | UnreadableDocument> = []
  for (const file of files) {
    const read = yield* Effect.flatMap(file, (each) => readAnsweredSheet(each, ask, vocabulary)).pipe(
      Effect.catchIf((error): error is UnreadableDocument => error instanceof UnreadableDocument, Effect.succeed)
    )
    if ("sheet" in read) sheets.push(read)
    else notRead.push(read)
  }
  return { sheets, notRead }
})

/** The sheets of a round, what was asked in it, and the day that the answers hold for. `sha256` is of the file of what was asked. */
interface AnswersToPropose {
  readonly ask: AskFile
  readonly document: string
  readonly sha256: string
  readonly sheets: ReadonlyArray<ReadSheet>
  readonly heldOn: Day
  readonly vocabulary?: Vocabulary | undefined
}

/** What the answers would change, the plan before them as of their day, and the proposals for a file. */
interface ProposedAnswers extends GatheredAnswers {
  readonly before: Plan
  readonly file: ProposalFile
}

/** Computes what answers would change, and the proposals for a file. Fails where a later review is recorded. */
export const proposeAnswers = Effect.fn("AnswerProposals.proposeAnswers")(function* (
  request: AnswersToPropose
): Effect.fn.Return<ProposedAnswers, EventLogError | LaterReview, EventLog> {
  const { ask, document, heldOn, sha256, sheets, vocabulary = swedishHealthCare } = request
  const log = yield* (yield* EventLog).read(ask.plan)
  const later = planAt(log)
    .reviews.filter((day) => day > heldOn)
    .sort()[0]
  if (later !== undefined) return yield* new LaterReview({ heldOn, later })
  const gathered = gatheredAnswers({ ask, sheets, log, heldOn, vocabulary })
  const file: ProposalFile = {
    format: "frist/proposals",
    version: 1,
    plan: ask.plan,
    heldOn,
    document,
    sha256,
    basedOn: log.length,
    matches: [],
    proposals: gathered.proposals
  }
  return { ...gathered, before: planAt(log, { asOf: heldOn }), file }
})
