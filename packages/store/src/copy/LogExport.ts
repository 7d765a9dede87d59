/**
 * Exports the log of a plan, page by page, as it was at the start. Its evidence is verified on the way, so that every
 * copy can be restored.
 */
import { type PlanId, Position } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import { createHash } from "node:crypto"
import { checkpointText, originOf } from "@frist/evidence/Checkpoint"
import { EventLog, EventLogError } from "../EventLog.ts"
import { missingEvent } from "../EventDecoder.ts"
import { EvidenceLog } from "../EvidenceLog.ts"
import type { TreeHead } from "@frist/evidence/MerkleTree"
import { readCheckpointNote } from "@frist/evidence/Note"
import { copiedEvent, endLine, eventLine, noteLine, startLine } from "@frist/evidence/CopyFormat"
import { recordVerifier } from "../evidence/RecordVerifier.ts"

/** The number of events of a copy, and the tree at the last of them. */
export interface ExportedPlan extends TreeHead {
  readonly events: number
}

/** Events per page. */
const pageSize = 500

/**
 * Passes the lines of a copy to `write`: the events from position `from` up to the head at the start, and the
 * checkpoints that were kept of any of them. Earlier events are read too, because the root covers them.
 */
export const exportPlan = Effect.fnUntraced(function* <E, R>(
  plan: PlanId,
  from: number,
  write: (lines: string) => Effect.Effect<void, E, R>
) {
  const log = yield* EventLog
  const evidence = yield* EvidenceLog
  const headNow = Effect.map(log.plans, (plans) => plans.find((each) => each.plan === plan)?.events ?? 0)
  const verifier = recordVerifier(plan)
  const sum = createHash("sha256")
  const put = (lines: string) => {
    sum.update(lines)
    return write(lines)
  }

  let head = yield* headNow
  if (from < 1 || from > head + 1) {
    return yield* new EventLogError({ reason: "invalid", detail: `plan ${plan} has ${head} events, none at ${from}` })
  }
  yield* put(startLine({ plan, from: Position.make(from) }))
  let after = 0
  for (;;) {
    while (after < head) {
      const page = yield* evidence.records(plan, { after, limit: Math.min(pageSize, head - after) })
      if (page.length === 0) {
        return yield* missingEvent(plan, after + 1)
      }
      after += page.length
      for (const each of page) yield* Effect.fromResult(verifier.take(each))
      const lines = page.filter(({ record }) => record.position >= from).map((each) => eventLine(copiedEvent(each)))
      if (lines.length > 0) yield* put(lines.join(""))
    }
    if (!verifier.awaitsDecision()) break
    // An event was erased while it was read. The decision to do so is a later event.
    const grown = yield* headNow
    if (grown === head) break
    head = grown
  }
  const { head: tree } = yield* Effect.fromResult(verifier.end())
  for (const note of yield* evidence.sealed(plan)) {
    const size = readCheckpointNote(note)?.checkpoint.size ?? 0
    if (size >= from && size <= head) yield* put(noteLine({ note }))
  }
  const events = head - from + 1
  const checkpoint = checkpointText({ origin: originOf(plan), ...tree })
  yield* write(endLine({ events, checkpoint, sha256: sum.digest("hex") }))
  return { ...tree, events } satisfies ExportedPlan
})
