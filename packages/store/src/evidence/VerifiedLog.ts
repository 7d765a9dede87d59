/**
 * A plan's log read whole, each event's evidence verified on the way: the events, and the checkpoint at any of them.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import type { Checkpoint } from "@frist/evidence/Checkpoint"
import { EvidenceLog } from "../EvidenceLog.ts"
import { emptyTree, grown, headOf } from "@frist/evidence/MerkleTree"
import { originAmong } from "@frist/evidence/Verifier"
import { verification } from "../copy/CopyVerification.ts"

/** How many events are read at a time. */
const pageSize = 500

/** The events of a plan, and what a checkpoint at the last that was recorded by `knownAt` says. */
export const verifiedLog = Effect.fnUntraced(function* (plan: PlanId, knownAt: number | undefined) {
  const evidence = yield* EvidenceLog
  const verified = verification(plan)
  const events: Array<RecordedEvent> = []
  let known = emptyTree
  for (;;) {
    const page = yield* evidence.records(plan, { after: events.length, limit: pageSize })
    for (const each of page) {
      const { stored } = yield* Effect.fromResult(verified.take(each))
      events.push(stored.record)
      if (knownAt === undefined || stored.record.recordedAt <= knownAt) known = grown(known, stored.leaf)
    }
    // An event may be removed while it is read: the decision to do so is recorded after it.
    if (page.length === 0 || (page.length < pageSize && !verified.awaitsDecision())) break
  }
  yield* Effect.fromResult(verified.end())
  const origin = originAmong(plan, yield* evidence.sealed(plan))
  return { events, checkpoint: { origin, ...headOf(known) } satisfies Checkpoint }
})
