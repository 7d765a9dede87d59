/**
 * Reads the whole log of a plan and examines it on the way: its events, and its checkpoint at a time.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { Checkpoint } from "@frist/evidence/checkpoints/Checkpoint"
import { logOrigin } from "@frist/evidence/LogVerifier"
import { emptyTree, treeHead, withLeaf } from "@frist/evidence/tree/MerkleTree"
import type { EvidenceBroken } from "@frist/evidence/StoredEvent"
import * as Effect from "effect/Effect"
import type { EventLog, EventLogError } from "../EventLog.ts"
import type { EvidenceLog } from "../EvidenceLog.ts"
import { examined } from "./Examination.ts"

/** Returns all events of a plan, and the checkpoint of those recorded by `knownAt` (milliseconds; default: all). */
export const verifiedLog = Effect.fnUntraced(function* (
  plan: PlanId,
  knownAt: number | undefined
): Effect.fn.Return<
  { readonly events: ReadonlyArray<RecordedEvent>; readonly checkpoint: Checkpoint },
  EvidenceBroken | EventLogError,
  EventLog | EvidenceLog
> {
  const events: Array<RecordedEvent> = []
  let known = emptyTree
  const { sealed } = yield* examined(plan, (page) =>
    Effect.sync(() => {
      for (const { leaf, record } of page) {
        events.push(record)
        if (knownAt === undefined || record.recordedAt <= knownAt) known = withLeaf(known, leaf)
      }
    })
  )
  const origin = logOrigin(plan, sealed)
  return { events, checkpoint: { origin, ...treeHead(known) } satisfies Checkpoint }
})
