/**
 * Seals a plan: verifies its log and keeps a checkpoint of it.
 */
import type { PlanId } from "@frist/domain/Names"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import { checkpointText } from "@frist/evidence/checkpoints/Checkpoint"
import type { EventLog, EventLogError } from "../EventLog.ts"
import { EvidenceLog } from "../EvidenceLog.ts"
import { TreeLevels } from "@frist/evidence/tree/TreeLevels"
import type { TreeHead } from "@frist/evidence/tree/MerkleTree"
import { noteText } from "@frist/evidence/checkpoints/Note"
import { signed, type Signer } from "@frist/evidence/checkpoints/NoteSigner"
import { examined } from "./Examination.ts"
import { verifyPlan } from "./PlanVerification.ts"
import { isIntact, type LogVerification } from "@frist/evidence/LogVerifier"

/** Nothing was sealed: the log does not hold. */
export class LogBroken extends Data.TaggedError("LogBroken")<{ readonly verified: LogVerification }> {
  override get message() {
    return `No checkpoint was taken of ${this.verified.origin}: its log does not hold.`
  }
}

/** Nothing was sealed: earlier checkpoints give the log another name. */
export class OtherOrigin extends Data.TaggedError("OtherOrigin")<{
  /** The name of the log. */
  readonly origin: string
}> {
  override get message() {
    return `No checkpoint was taken: the name of the log is ${this.origin}.`
  }
}

interface SealedPlan extends TreeHead {
  readonly origin: string
  /** The text of the note, signed if there is a key. */
  readonly note: string
}

/** Verifies the log of a plan and keeps a checkpoint of it. The first checkpoint names the log. */
export const sealPlan = Effect.fn("PlanSeal.sealPlan")(function* <E = never>(
  plan: PlanId,
  options: {
    readonly origin?: string | undefined
    readonly signer?: ((origin: string) => Signer) | undefined
    readonly progress?: (taken: number) => Effect.Effect<void>
    /** Takes the note before the log keeps it; nothing is kept if it fails. */
    readonly take?: (note: string) => Effect.Effect<void, E>
  } = {}
): Effect.fn.Return<SealedPlan, LogBroken | OtherOrigin | EventLogError | E, EventLog | EvidenceLog> {
  const evidence = yield* EvidenceLog
  const verified = yield* verifyPlan(plan, [], options.progress)
  if (!isIntact(verified)) return yield* new LogBroken({ verified })
  const origin = options.origin ?? verified.origin
  if (verified.checkpoints.length > 0 && origin !== verified.origin) {
    return yield* new OtherOrigin({ origin: verified.origin })
  }
  const { root, size } = verified
  const text = checkpointText({ origin, root, size })
  const note = options.signer === undefined ? text : noteText(signed(text, options.signer(origin)))
  if (options.take !== undefined) yield* options.take(note)
  yield* evidence.seal(plan, note)
  return { origin, size, root, note } satisfies SealedPlan
})

/** Reads the tree of a plan with all its levels, and the log on the way, which must hold. */
export const levelsOf = Effect.fn("PlanSeal.levelsOf")(function* (plan: PlanId) {
  const levels = new TreeLevels()
  yield* examined(plan, (page) =>
    Effect.sync(() => {
      for (const { leaf } of page) levels.push(leaf)
    })
  )
  return levels
})
