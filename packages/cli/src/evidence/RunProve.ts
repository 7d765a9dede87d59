/**
 * `frist prove`: writes a proof of one event, or of two checkpoints.
 */
import { jsonText } from "@frist/domain/text/InertText"
import type { ActivityId, PlanId } from "@frist/domain/Names"
import { planAt } from "@frist/domain/plan/Plan"
import { evidenceTexts } from "../texts/EvidenceTexts.ts"
import { checkpointText } from "@frist/evidence/checkpoints/Checkpoint"
import { EventLog } from "@frist/store/EventLog"
import { EvidenceLog } from "@frist/store/EvidenceLog"
import { readCheckpointNote } from "@frist/evidence/checkpoints/Note"
import { matchesTree, proveConsistency, proveEvent } from "@frist/evidence/Proof"
import { EvidenceBroken } from "@frist/evidence/StoredEvent"
import { levelsOf } from "@frist/store/evidence/PlanSeal"
import { logOrigin } from "@frist/evidence/LogVerifier"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { chosenPlan } from "../arguments/ChosenPlan.ts"
import { activityArgument, positionIn } from "../arguments/ArgumentValues.ts"
import { evidenceFailure } from "../copy/CopyFailure.ts"
import { copyTexts } from "../texts/CopyTexts.ts"
import { refused, wrongUsage } from "../failures/Failure.ts"
import { readSession, type Session } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import { writeNewFile } from "../files/NewFile.ts"
import { nameOf } from "../files/UnreadableFile.ts"
import { namesIn } from "../terminal/ActivityName.ts"
import { checkpointsOf } from "./CheckpointFiles.ts"

interface Input {
  readonly what: ReadonlyArray<string>
  readonly between: boolean
  readonly against: Option.Option<string>
  readonly out: Option.Option<string>
}

/** Writes a proof to a new file, or prints it. */
export const runProve = Effect.fn("runProve")(function* (input: Input) {
  const session = yield* readSession
  const { language } = session.phrase
  const texts = evidenceTexts[language]
  const { plural } = session.phrase.text
  const file = Option.getOrUndefined(input.against)
  const given = file === undefined ? [] : yield* checkpointsOf(file, session)
  if (input.what.length !== (input.between ? 2 : 1))
    return yield* wrongUsage(input.between ? texts.notTwo : texts.notOne)
  const proof = yield* withLog(
    session,
    false,
    Effect.gen(function* () {
      const { events, plan } = yield* chosenPlan(session)
      const evidence = yield* EvidenceLog
      const copies = copyTexts[language]
      const levels = yield* levelsOf(plan).pipe(
        Effect.mapError((error) =>
          error instanceof EvidenceBroken ? evidenceFailure(error, copies.inLog(error.position), copies) : error
        )
      )
      const origin = logOrigin(plan, yield* evidence.sealed(plan))
      if (levels.size === 0) return yield* refused(texts.emptyPlan(plan))
      if (input.between) {
        const [from, to] = input.what.map((words) => Option.getOrUndefined(positionIn(words)))
        if (from === undefined || to === undefined || from > to) return yield* wrongUsage(texts.notTwo)
        if (to > levels.size) return yield* wrongUsage(texts.beyond(plan, plural.events(events), String(to)))
        return proveConsistency({ language, plan, levels }, origin, from, to)
      }
      // A document can hold checkpoints of several logs.
      const fitting = given.find(({ note }) => matchesTree(note, plan, origin, levels))
      if (file !== undefined && fitting === undefined) return yield* refused(texts.otherLog(nameOf(file), origin))
      const checkpoint = readCheckpointNote(fitting?.note ?? "")?.checkpoint ?? { origin, ...levels.head() }
      const position = yield* positionOf(input.what[0] ?? "", plan, checkpoint.size, session)
      if (position > checkpoint.size) {
        return yield* wrongUsage(texts.beyond(plan, plural.events(checkpoint.size), String(position)))
      }
      const [stored] = yield* evidence.records(plan, { after: position - 1, limit: 1 })
      if (stored === undefined) return yield* refused(texts.emptyPlan(plan))
      return proveEvent({ language, plan, levels }, stored, fitting?.note ?? checkpointText(checkpoint))
    })
  )
  const written = jsonText(proof, 2)
  if (Option.isNone(input.out)) return yield* Console.log(written)
  yield* writeNewFile(input.out.value, `${written}\n`, session)
  yield* Console.log(texts.written(input.out.value))
})

/** Returns the event number, or the position of an activity's last move, otherwise of its last event. */
const positionOf = Effect.fnUntraced(function* (words: string, plan: PlanId, size: number, session: Session) {
  const position = positionIn(words)
  if (Option.isSome(position)) return position.value
  const all = yield* (yield* EventLog).read(plan)
  const known = planAt(all)
  const events = all.slice(0, size)
  const ids = new Set(
    events.flatMap(({ activity }): ReadonlyArray<ActivityId> => (activity === null ? [] : [activity]))
  )
  const activity = yield* activityArgument(words, { plan: known }, session.phrase, ids)
  const about = events.filter((each) => each.activity === activity)
  const found = about.findLast(({ type }) => type === "DeadlineMoved") ?? about.at(-1)
  return (
    found?.position ?? (yield* refused(evidenceTexts[session.phrase.language].noSuchEvent(namesIn(known)(activity))))
  )
})
