/**
 * `frist seal`: verifies the log, stores a checkpoint and prints it.
 */
import { jsonText } from "@frist/domain/text/InertText"
import { evidenceTexts } from "../texts/EvidenceTexts.ts"
import { originOf, rootText } from "@frist/evidence/checkpoints/Checkpoint"
import { verifierKeyText } from "@frist/evidence/checkpoints/Note"
import { type Signer, signerOf } from "@frist/evidence/checkpoints/NoteSigner"
import { LogBroken, OtherOrigin, sealPlan } from "@frist/store/evidence/PlanSeal"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { chosenPlan } from "../arguments/ChosenPlan.ts"
import { type Failure, refused, wrongUsage } from "../failures/Failure.ts"
import { readSession } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import type { SealView } from "../JsonViews.ts"
import { bytesOf } from "../files/FileBytes.ts"
import { nameOf } from "../files/UnreadableFile.ts"
import { readingProgress } from "../terminal/import/ReadingProgress.ts"
import { writingNewFile } from "../files/NewFile.ts"

interface Input {
  readonly key: Option.Option<string>
  readonly origin: Option.Option<string>
  readonly out: Option.Option<string>
}

/** Seals the chosen plan; prints the note and nothing else, so that it can be kept unchanged. */
export const runSeal = Effect.fn("runSeal")(function* (input: Input) {
  const session = yield* readSession
  const texts = evidenceTexts[session.phrase.language]
  const origin = Option.getOrUndefined(input.origin)
  if (origin !== undefined && !/^[^\s+;|"—]{1,200}$/u.test(origin)) return yield* wrongUsage(texts.notAnOrigin(origin))
  const key = Option.getOrUndefined(input.key)
  const pem = key === undefined ? undefined : new TextDecoder().decode(yield* bytesOf(key, session))
  if (pem !== undefined && signerOf(pem, "x") === undefined) return yield* refused(texts.noSigner(nameOf(key ?? "")))
  let used: Signer | undefined
  const signer =
    pem === undefined
      ? undefined
      : (name: string) => {
          used = signerOf(pem, name)
          if (used === undefined) throw new Error("The key was one a moment ago.")
          return used
        }
  const { clear, show } = readingProgress(session.phrase)
  const sealing = (take: (note: string) => Effect.Effect<void, Failure>) =>
    withLog(
      session,
      false,
      Effect.gen(function* () {
        const { plan } = yield* chosenPlan(session)
        // Such a name is that of another plan's log.
        if (origin !== undefined && /^frist\/[a-z0-9-]{1,64}$/u.test(origin) && origin !== originOf(plan)) {
          return yield* wrongUsage(texts.notAnOrigin(origin))
        }
        const sealed = yield* sealPlan(plan, { origin, signer, progress: show, take }).pipe(
          Effect.ensuring(clear),
          Effect.mapError((error) =>
            error instanceof LogBroken
              ? refused(texts.notSealed)
              : error instanceof OtherOrigin
                ? refused(texts.otherOrigin(error.origin))
                : error
          )
        )
        return { plan, sealed }
      })
    )
  // Written before the log keeps it: a note that finds no room is not kept.
  const { plan, sealed } = yield* Option.isNone(input.out)
    ? sealing(() => Effect.void)
    : writingNewFile(input.out.value, session, sealing)
  const { note, root, size } = sealed
  if (session.format === "json") {
    const shape: SealView = {
      view: "frist/sealed",
      version: 1,
      plan,
      origin: sealed.origin,
      size,
      root: rootText(root),
      note,
      key: used === undefined ? null : verifierKeyText(used.key)
    }
    return yield* Console.log(jsonText(shape))
  }
  return yield* Console.log(note.trimEnd())
})
