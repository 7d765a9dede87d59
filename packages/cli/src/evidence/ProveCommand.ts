/**
 * Writing proofs: of one event, or of two checkpoints.
 */
import type { ActivityId, PlanId } from "@frist/domain/Names"
import { evidenceTexts } from "../texts/EvidenceTexts.ts"
import { checkpointText, originOf } from "@frist/evidence/Checkpoint"
import { copied } from "@frist/evidence/CopyFormat"
import { EventLog } from "@frist/store/EventLog"
import { EvidenceLog } from "@frist/store/EvidenceLog"
import type { Levels } from "@frist/evidence/TreeLevels"
import { readCheckpointNote } from "@frist/evidence/Note"
import { sameBytes } from "@frist/evidence/ProofCheck"
import { levelsOf } from "@frist/store/evidence/Seal"
import { originAmong } from "@frist/evidence/Verifier"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { chosenPlan } from "../ChosenPlan.ts"
import { positionArgument } from "../commands/Arguments.ts"
import { refused, wrongUsage } from "../Failure.ts"
import { activityAmong, session, type Session, withLog } from "../Session.ts"
import type { ConsistencyProof, EventProof } from "../JsonViews.ts"
import { checkpointsOf, nameOf, writeOut } from "./EvidenceFiles.ts"
import { pathText } from "./ProofFile.ts"

interface Input {
  readonly what: ReadonlyArray<string>
  readonly between: boolean
  readonly against: Option.Option<string>
  readonly out: Option.Option<string>
}

export const prove = Effect.fn("prove")(function* (input: Input) {
  const own = yield* session
  const texts = evidenceTexts[own.phrase.language]
  const { plural } = own.phrase.text
  const file = Option.getOrUndefined(input.against)
  const given = file === undefined ? [] : yield* checkpointsOf(file, own)
  if (input.what.length !== (input.between ? 2 : 1))
    return yield* wrongUsage(input.between ? texts.notTwo : texts.notOne)
  const proof = yield* withLog(
    own,
    false,
    Effect.gen(function* () {
      const { events, plan } = yield* chosenPlan(own)
      const evidenceLog = yield* EvidenceLog
      const levels = yield* levelsOf(plan)
      const origin = originAmong(plan, yield* evidenceLog.sealed(plan))
      if (levels.size === 0) return yield* refused(texts.emptyPlan(plan))
      if (input.between) {
        const [from, to] = input.what.map((words) => Option.getOrUndefined(positionArgument(words)))
        if (from === undefined || to === undefined || from > to) return yield* wrongUsage(texts.notTwo)
        if (to > levels.size) return yield* wrongUsage(texts.beyond(plan, plural.events(events), String(to)))
        return consistency(plan, origin, levels, from, to, own)
      }
      // The one in the document that is of this log, and that the log still fits.
      const fitting = given.find(({ note }) => isOfLog(note, plan, origin, levels))
      if (file !== undefined && fitting === undefined) return yield* refused(texts.otherLog(nameOf(file), origin))
      const checkpoint = readCheckpointNote(fitting?.note ?? "")?.checkpoint ?? { origin, ...levels.head() }
      const position = yield* positionOf(input.what[0] ?? "", plan, checkpoint.size, own)
      if (position > checkpoint.size) {
        return yield* wrongUsage(texts.beyond(plan, plural.events(checkpoint.size), String(position)))
      }
      const [stored] = yield* evidenceLog.records(plan, { after: position - 1, limit: 1 })
      if (stored === undefined) return yield* refused(texts.emptyPlan(plan))
      const { record } = stored
      const { activity, actor, batch, effectiveOn, provenance, recordedAt, source, type, ...evidence } = copied(stored)
      const { content, digest, leaf, salt } = evidence
      const said = { position, activity, type, effectiveOn, recordedAt, actor, batch, provenance, source }
      const proof: EventProof = {
        view: "frist/proof",
        version: 1,
        sentence: texts.eventProof(position, plan, checkpoint.size),
        plan,
        recorded: new Date(record.recordedAt).toISOString(),
        event: { ...said, content, salt, digest, leaf },
        path: pathText(levels.inclusion(position - 1, checkpoint.size)),
        checkpoint: fitting?.note ?? checkpointText(checkpoint)
      }
      return proof
    })
  )
  yield* writeOut(input.out, `${JSON.stringify(proof, null, 2)}\n`, texts.written, own)
})

const isOfLog = (note: string, plan: PlanId, origin: string, levels: Levels): boolean => {
  const checkpoint = readCheckpointNote(note)?.checkpoint
  return (
    checkpoint !== undefined &&
    (checkpoint.origin === origin || checkpoint.origin === originOf(plan)) &&
    checkpoint.size <= levels.size &&
    sameBytes(levels.head(checkpoint.size).root, checkpoint.root)
  )
}

const consistency = (plan: PlanId, origin: string, levels: Levels, from: number, to: number, own: Session) => {
  const proof: ConsistencyProof = {
    view: "frist/consistency-proof",
    version: 1,
    sentence: evidenceTexts[own.phrase.language].treeProof(from, to, plan),
    plan,
    earlier: checkpointText({ origin, ...levels.head(from) }),
    later: checkpointText({ origin, ...levels.head(to) }),
    path: pathText(levels.consistency(from, to))
  }
  return proof
}

/** A number as it is; of an activity its last move, or else its last event. */
const positionOf = Effect.fnUntraced(function* (words: string, plan: PlanId, size: number, own: Session) {
  const position = positionArgument(words)
  if (Option.isSome(position)) return position.value
  const events = (yield* (yield* EventLog).read(plan)).slice(0, size)
  const ids = new Set(
    events.flatMap(({ activity }): ReadonlyArray<ActivityId> => (activity === null ? [] : [activity]))
  )
  const activity = yield* activityAmong(words, ids, own.phrase)
  const about = events.filter((each) => each.activity === activity)
  const found = about.findLast(({ type }) => type === "DeadlineMoved") ?? about.at(-1)
  return found?.position ?? (yield* refused(evidenceTexts[own.phrase.language].noSuchEvent(activity)))
})
