/**
 * Restores a plan, the same for every adapter. Each event is verified before it is written, page by page, so that a
 * plan of any size needs little memory.
 */
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { CopiedNote } from "@frist/evidence/CopyFormat"
import { checkedNote } from "../CheckedInput.ts"
import { EventLogError, type KeptEdition } from "../EventLog.ts"
import { contentHash } from "../KeptContent.ts"
import type { StoredRecord } from "@frist/evidence/StoredEvent"
import type { TreeHead } from "@frist/evidence/tree/MerkleTree"
import { type BatchSpan, recordVerifier } from "../evidence/RecordVerifier.ts"

/** Writes the next records, and the batches that ended among them, within the adapter's open transaction. */
type WritePage = (
  records: ReadonlyArray<StoredRecord>,
  batches: ReadonlyArray<BatchSpan>
) => Effect.Effect<void, EventLogError>

/** Keeps one edition or checkpoint, within the adapter's open transaction. */
type WriteKept = (kept: KeptEdition | CopiedNote) => Effect.Effect<void, EventLogError>

/** The contents of the restored plan's row: its head, and when its last event was recorded. */
export interface RestoredPlan extends TreeHead {
  readonly recordedAt: number
}

/** The most events in a page, and the most bytes of content, unless one event alone has more. */
const manyEvents = 500
const manyBytes = 1_048_576

/**
 * Verifies and writes every record of the stream, and then the editions that they name and the checkpoints. If it fails, the adapter must
 * undo what was written.
 */
export const restoreRecords = Effect.fnUntraced(function* <E, R>(
  plan: PlanId,
  records: Stream.Stream<StoredRecord | KeptEdition | CopiedNote, E, R>,
  write: WritePage,
  keep: WriteKept
) {
  const verifier = recordVerifier(plan)
  let page: Array<StoredRecord> = []
  let batches: Array<BatchSpan> = []
  let bytes = 0

  const flush = Effect.suspend(() =>
    Effect.map(write(page, batches), () => {
      page = []
      batches = []
      bytes = 0
    })
  )

  /** Ends the records, once. */
  let restored: RestoredPlan | undefined
  const end = Effect.gen(function* () {
    const { ended, head } = yield* Effect.fromResult(verifier.end())
    if (ended !== undefined) batches.push(ended)
    yield* flush
    return { ...head, recordedAt: ended?.recordedAt ?? 0 } satisfies RestoredPlan
  })

  yield* Stream.runForEachArray(
    records,
    Effect.fnUntraced(function* (given) {
      for (const each of given) {
        if (!("record" in each)) {
          restored ??= yield* end
          if ("note" in each) yield* Effect.andThen(checkedNote(each.note), keep(each))
          else if (verifier.editions().get(each.sha256)?.content === contentHash(each.content)) yield* keep(each)
          continue
        }
        if (restored !== undefined) return yield* recordAfterKept
        const { ended, stored } = yield* Effect.fromResult(verifier.take(each))
        if (ended !== undefined) batches.push(ended)
        const size = stored.bytes?.length ?? 0
        if (page.length === manyEvents || (page.length > 0 && bytes + size > manyBytes)) yield* flush
        page.push(stored)
        bytes += size
      }
    })
  )
  return restored ?? (yield* end)
})

const recordAfterKept = new EventLogError({
  reason: "invalid",
  detail: "an event comes after the editions or checkpoints"
})
