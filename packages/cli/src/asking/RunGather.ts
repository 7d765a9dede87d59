/**
 * `frist gather`: the answers in a folder as one proposal. The reading itself is `@frist/editions/answers`.
 */
import { jsonText } from "@frist/domain/text/InertText"
import { type LaterReview, proposeAnswers, readAnswers } from "@frist/editions/answers/AnswerProposals"
import type { AskFile } from "@frist/editions/answers/AskFile"
import { rootText } from "@frist/evidence/checkpoints/Checkpoint"
import { emptyTree, treeHead, withLeaf } from "@frist/evidence/tree/MerkleTree"
import { EvidenceLog } from "@frist/store/EvidenceLog"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { dayArgument } from "../arguments/ArgumentValues.ts"
import { writeProposals } from "../editions/ProposalsOnDisk.ts"
import { refused, wrongUsage } from "../failures/Failure.ts"
import { canvas, printBelow } from "../Output.ts"
import { readSession, type Session } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import { gatheredText, leftOutOf } from "../terminal/asking/GatheredText.ts"
import { importText } from "../terminal/import/ImportText.ts"
import { askTexts } from "../texts/AskTexts.ts"
import { askFileName, readAskFolder } from "./AskFolder.ts"
import { answeredSheets } from "./AnsweredSheets.ts"
import { gatheredView } from "./AskViews.ts"

/** The arguments of the command, as given. */
interface GatherInput {
  readonly folder: string
  readonly heldOn: string
  readonly propose: Option.Option<string>
}

/** Proposes the answers of a folder, and prints what they change; fails where some are left out. */
export const runGather = Effect.fn("runGather")(function* ({ folder, heldOn: held, propose }: GatherInput) {
  const session = yield* readSession
  const { phrase } = session
  const texts = askTexts[phrase.language]
  const heldOn = yield* dayArgument(held, phrase)
  const { ask, files, sha256 } = yield* readAskFolder(folder, session)
  if (Option.isSome(session.plan) && session.plan.value !== ask.plan)
    return yield* wrongUsage(phrase.text.errors.otherPlan(ask.plan))
  const read = yield* readAnswers(ask, files)
  const asked = { ask, document: askFileName, sha256, sheets: read.sheets, heldOn }
  const gathered = yield* withLog(session, false, Effect.andThen(checkLog(ask, session), proposeAnswers(asked))).pipe(
    Effect.catchTag("LaterReview", ({ later }: LaterReview) => Effect.fail(refused(texts.laterReview(later))))
  )
  const { before, events, file, known, proposals } = gathered
  const taken = proposals.filter(({ command, source }) => source !== null && command._tag !== "RaiseFinding").length
  if (taken > 0 && Option.isSome(propose)) yield* writeProposals(propose.value, file, session)
  if (session.format === "json") {
    yield* Console.log(jsonText(gatheredView(gathered, { ask, heldOn, read }), 2))
  } else {
    const missing = ask.sheets.length - answeredSheets(ask, read)
    const who = missing === 0 ? texts.allAnswered : texts.whoIsMissing(missing, ask.sheets.length, folder)
    yield* Console.log(`${taken === 0 ? texts.noAnswers : texts.gathered(taken)} ${who}`)
    if (known > 0) yield* Console.log(texts.known(known))
    if (taken > 0 && Option.isSome(propose)) yield* Console.log(phrase.text.outcomes.proposed(propose.value))
    yield* printBelow(importText({ events, before, corrected: new Map(), isRecorded: false }, phrase, canvas()))
    yield* printBelow(gatheredText({ ...gathered, notRead: read.notRead, ask }, phrase, canvas()))
  }
  const left = leftOutOf(gathered)
  // A file that is no sheet lies there by chance, and so does a folder. Of any other, the answers are missing.
  const missed = read.notRead.filter(({ problem }) => problem !== "noSheet" && problem !== "directory").length
  const said = [...(left > 0 ? [texts.leftOut(left)] : []), ...(missed > 0 ? [texts.filesMissed(missed)] : [])]
  if (said.length > 0) return yield* refused(said.join(" "))
})

/** Refuses the answers to questions about another log: one that does not begin as it was when it was asked. */
const checkLog = Effect.fnUntraced(function* ({ log, plan }: AskFile, { phrase }: Session) {
  const records = yield* (yield* EvidenceLog).records(plan, { limit: log.size })
  let tree = emptyTree
  for (const { leaf } of records) tree = withLeaf(tree, leaf)
  const { root, size } = treeHead(tree)
  if (size !== log.size || rootText(root) !== log.root) return yield* refused(askTexts[phrase.language].otherLog(plan))
})
