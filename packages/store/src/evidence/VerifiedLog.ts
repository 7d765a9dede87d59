/**
 * Reads the whole log of a plan and verifies it on the way: its events, and its checkpoint at a time.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { Checkpoint } from "@frist/evidence/Checkpoint"
import { logOrigin } from "@frist/evidence/LogVerifier"
import { emptyTree, treeHead, withLeaf } from "@frist/evidence/MerkleTree"
import type { EvidenceBroken } from "@frist/evidence/StoredEvent"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { EventLogError } from "../EventLog.ts"
import { EvidenceLog } from "../EvidenceLog.ts"
import { readAhead } from "../ReadAhead.ts"
import { recordVerifier } from "./RecordVerifier.ts"

/** Events per page. */
const pageSize = 2000

/** Returns all events of a plan, and the checkpoint of those recorded by `knownAt` (milliseconds; default: all). */
export const verifiedLog = Effect.fnUntraced(function* (
  plan: PlanId,
  knownAt: number | undefined
): Effect.fn.Return<
  { readonly events: ReadonlyArray<RecordedEvent>; readonly checkpoint: Checkpoint },
  EvidenceBroken | EventLogError,
  EvidenceLog | Scope.Scope
> {
  const evidence = yield* EvidenceLog
  const verifier = recordVerifier(plan)
  const events: Array<RecordedEvent> = []
  let known = emptyTree
  const read = yield* readAhead((after) => evidence.records(plan, { after, limit: pageSize }), pageSize)
  for (;;) {
    const page = yield* read(events.length)
    for (const each of page) {
      const { stored } = yield* Effect.fromResult(verifier.take(each))
      events.push(stored.record)
      if (knownAt === undefined || stored.record.recordedAt <= knownAt) known = withLeaf(known, stored.leaf)
    }
    // An event may be removed while the log is read. Its decision is a later event.
    if (page.length === 0 || (page.length < pageSize && !verifier.awaitsDecision())) break
  }
  yield* Effect.fromResult(verifier.end())
  const origin = logOrigin(plan, yield* evidence.sealed(plan))
  return { events, checkpoint: { origin, ...treeHead(known) } satisfies Checkpoint }
}, Effect.scoped)
