/**
 * Exports the log of a plan, page by page, as it was at the start. Its evidence is verified on the way, so that every
 * copy can be restored.
 */
import { type PlanId, Position } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import { createHash } from "node:crypto"
import { keptEditionsIn } from "@frist/domain/KeptEditions"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { contentHash } from "../KeptContent.ts"
import { checkpointText, originOf } from "@frist/evidence/Checkpoint"
import { EventLog, EventLogError } from "../EventLog.ts"
import { missingEvent } from "../EventDecoder.ts"
import { EvidenceLog } from "../EvidenceLog.ts"
import type { TreeHead } from "@frist/evidence/MerkleTree"
import { readCheckpointNote } from "@frist/evidence/Note"
import { copiedEvent, editionLine, endLine, eventLine, noteLine, startLine } from "@frist/evidence/CopyFormat"
import { recordVerifier } from "../evidence/RecordVerifier.ts"

/** The number of events of a copy, and the tree at the last of them; and what it has of editions. */
export interface ExportedPlan extends TreeHead {
  readonly events: number
  readonly editions: ExportedEditions
}

/** Of how many documents a copy has the cells, and of how many it lacks all or some. */
export interface ExportedEditions {
  readonly kept: number
  /** Cells were erased on a decision: of these documents, all or some. */
  readonly erased: number
  /** The log names what is kept, and the store does not have it. */
  readonly missing: number
}

/** Events per page. */
const pageSize = 500

/**
 * Passes the lines of a copy to `write`: the events from position `from` up to the head at the start, what is kept of
 * the editions that any of them names, and the checkpoints that were kept of any of them. Earlier events are read too,
 * because the root covers them.
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
  const version = (yield* log.editions(plan)).length === 0 ? 1 : 2
  yield* put(startLine({ plan, from: Position.make(from), version }))
  const named = new Set<string>()
  const about: Array<RecordedEvent> = []
  let after = 0
  for (;;) {
    while (after < head) {
      const page = yield* evidence.records(plan, { after, limit: Math.min(pageSize, head - after) })
      if (page.length === 0) {
        return yield* missingEvent(plan, after + 1)
      }
      after += page.length
      for (const each of page) {
        const { record } = (yield* Effect.fromResult(verifier.take(each))).stored
        if (record.event?._tag !== "EditionKept" && record.event?._tag !== "EditionErased") continue
        about.push(record)
        if (record.position >= from) named.add(record.event.sha256)
      }
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
  const editions = { kept: 0, erased: 0, missing: 0 }
  const names = new Map((yield* log.editions(plan)).map(({ document, sha256 }) => [sha256, document]))
  for (const [sha256, { content, erasures }] of keptEditionsIn(about)) {
    if (!named.has(sha256)) continue
    if (erasures.length > 0) editions.erased += 1
    if (content === null) continue
    const bytes = version === 1 ? undefined : yield* log.edition(plan, sha256)
    // What was erased since the head was read is no longer what these events name.
    if (bytes === undefined || contentHash(bytes) !== content) editions.missing += 1
    else {
      editions.kept += 1
      const edition = { sha256, document: names.get(sha256) ?? "", content: Buffer.from(bytes).toString("base64") }
      yield* put(editionLine({ edition }))
    }
  }
  for (const note of yield* evidence.sealed(plan)) {
    const size = readCheckpointNote(note)?.checkpoint.size ?? 0
    if (size >= from && size <= head) yield* put(noteLine({ note }))
  }
  const events = head - from + 1
  const checkpoint = checkpointText({ origin: originOf(plan), ...tree })
  yield* write(endLine({ events, checkpoint, sha256: sum.digest("hex") }))
  return { ...tree, events, editions } satisfies ExportedPlan
})
