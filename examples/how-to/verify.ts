import { checkProof, checkpointsIn, isIntact, readProof, verifyBundle } from "@frist/evidence"
import { sealPlan, verifyPlan } from "@frist/store"
import type { PlanId } from "@frist/domain"
import { Effect, Option } from "effect"

/** Seals a plan's log, and verifies it against the checkpoints of a report. Needs an `EventLog` and its `EvidenceLog`. */
export const verifiedAgainst = (plan: PlanId, report: Uint8Array) =>
  Effect.gen(function* () {
    const sealed = yield* sealPlan(plan)
    const verified = yield* verifyPlan(plan, checkpointsIn(report))
    return { sealed: sealed.size, isIntact: isIntact(verified) }
  })

/** Verifies a bundle and a proof, with neither a log nor a database. */
export const verifiedFiles = (bundle: Uint8Array, proof: string) => ({
  bundle: verifyBundle(bundle, [], "").isIntact,
  proof: Option.isSome(Option.flatMapNullishOr(readProof(proof), checkProof))
})
