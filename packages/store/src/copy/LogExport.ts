/**
 * Exports the log of a plan, page by page, as it was at the start. Its evidence is verified on the way, so that every
 * copy can be restored.
 */
import { type PlanId, Position } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import { createHash } from "node:crypto"
import { keptEditionsIn } from "@frist/domain/plan/KeptEditions"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { contentHash } from "../KeptContent.ts"
import { checkpointText, originOf } from "@frist/evidence/checkpoints/Checkpoint"
import { EventLog, EventLogError } from "../EventLog.ts"
import type { TreeHead } from "@frist/evidence/tree/MerkleTree"
import { readCheckpointNote } from "@frist/evidence/checkpoints/Note"
import { copiedEvent, editionLine, endLine, eventLine, noteLine, startLine } from "@frist/evidence/CopyFormat"
import { EvidenceBroken, type StoredRecord } from "@frist/evidence/StoredEvent"
import { examined, planHead } from "../evidence/Examination.ts"
import { namedEditions } from "../evidence/KeptVerification.ts"

/** The number of events of a copy, and the tree at the last of them; and what it has of editions. */
export interface ExportedPlan extends TreeHead {
  readonly events: number
  readonly editions: ExportedEditions
  /** The kept checkpoints that are part of the copy, as notes. */
  readonly notes: ReadonlyArray<string>
}

/** Of how many documents a copy has the cells, and of how many it lacks all or some. */
export interface ExportedEditions {
  readonly kept: number
  /** Cells were erased on a decision: of these documents, all or some. */
  readonly erased: number
  /** The log names what is kept, and the store does not have it. */
  readonly missing: number
}

/** Events per page: few, because a copy is written as it is read, in little memory. */
const pageSize = 150

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
  const sum = createHash("sha256")
  const put = (lines: string) => {
    sum.update(lines)
    return write(lines)
  }

  const first = yield* planHead(plan)
  if (from < 1 || from > first + 1) {
    return yield* new EventLogError({ reason: "invalid", detail: `plan ${plan} has ${first} events, none at ${from}` })
  }
  const version = (yield* log.editions(plan)).length === 0 ? 1 : 2
  yield* put(startLine({ plan, from: Position.make(from), version }))
  /** The documents whose cells events of the copy name, and the last such event of each. */
  const named = new Map<string, number>()
  const about: Array<RecordedEvent> = []
  const takePage = (page: ReadonlyArray<StoredRecord>) => {
    for (const { record } of page) {
      if (record.event?._tag !== "EditionKept" && record.event?._tag !== "EditionErased") continue
      about.push(record)
      if (record.position >= from) named.set(record.event.sha256, record.position)
    }
    const lines = page.filter(({ record }) => record.position >= from).map((each) => eventLine(copiedEvent(each)))
    return lines.length > 0 ? put(lines.join("")) : Effect.void
  }
  const { sealed, ...tree } = yield* examined(plan, takePage, pageSize)
  const head = tree.size
  const editions = { kept: 0, erased: 0, missing: 0 }
  const names = new Map((yield* log.editions(plan)).map(({ document, sha256 }) => [sha256, document]))
  for (const [sha256, { content, erasures }] of keptEditionsIn(about)) {
    if (!named.has(sha256)) continue
    if (erasures.length > 0) editions.erased += 1
    if (content === null) continue
    const bytes = version === 1 ? undefined : yield* log.edition(plan, sha256)
    if (bytes === undefined) editions.missing += 1
    else if (contentHash(bytes) !== content) {
      // What was erased since the head was read is no longer what these events name.
      const since = (yield* namedEditions(plan)).get(sha256)?.content
      if (erasures.length === 0 && since === content) {
        return yield* new EvidenceBroken({ plan, position: named.get(sha256) ?? 0, flaw: "edition" })
      }
      editions.missing += 1
    } else {
      editions.kept += 1
      const edition = { sha256, document: names.get(sha256) ?? "", content: Buffer.from(bytes).toString("base64") }
      yield* put(editionLine({ edition }))
    }
  }
  const notes = sealed.filter((note) => {
    const size = readCheckpointNote(note)?.checkpoint.size ?? 0
    return size >= from && size <= head
  })
  for (const note of notes) yield* put(noteLine({ note }))
  const events = head - from + 1
  const checkpoint = checkpointText({ origin: originOf(plan), ...tree })
  yield* write(endLine({ events, checkpoint, sha256: sum.digest("hex") }))
  return { ...tree, events, editions, notes } satisfies ExportedPlan
})
