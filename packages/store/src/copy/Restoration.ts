/**
 * Taking a plan in from elsewhere, the same for every adapter: each event is verified before it is handed on, in pages,
 * so that a plan of any size passes through little memory.
 */
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { type EventLogError } from "../EventLog.ts"
import { EvidenceBroken, type StoredRecord } from "@frist/evidence/StoredEvent"
import type { TreeHead } from "@frist/evidence/MerkleTree"
import { type BatchSpan, recordVerifier } from "../evidence/RecordVerifier.ts"

/**
 * Stores the events that follow those before, and the batches that ended among them, within the transaction that the
 * adapter has open. Gives the first of the batches that stood there already, if one did: then nothing is kept.
 */
export type WritePage = (
  records: ReadonlyArray<StoredRecord>,
  batches: ReadonlyArray<BatchSpan>
) => Effect.Effect<BatchSpan | undefined, EventLogError>

/** What is taken in, and when the last of it was recorded: what a plan's row says. */
export interface RestoredPlan extends TreeHead {
  readonly recordedAt: number
}

/** How much a page holds at most: events, and bytes of content unless one event alone has more. */
const manyEvents = 500
const manyBytes = 4_194_304

/** Verifies and writes every event of the stream; what fails leaves it to the adapter to undo what was written. */
export const restoreRecords = Effect.fnUntraced(function* <E, R>(
  plan: PlanId,
  records: Stream.Stream<StoredRecord, E, R>,
  write: WritePage
) {
  const verifier = recordVerifier(plan)
  let page: Array<StoredRecord> = []
  let batches: Array<BatchSpan> = []
  let bytes = 0

  const flush = Effect.suspend(() =>
    Effect.flatMap(write(page, batches), (repeated) => {
      page = []
      batches = []
      bytes = 0
      return repeated === undefined
        ? Effect.void
        : Effect.fail(new EvidenceBroken({ plan, position: repeated.first, flaw: "batch" }))
    })
  )

  yield* Stream.runForEachArray(
    records,
    Effect.fnUntraced(function* (given) {
      for (const each of given) {
        const { ended, stored } = yield* Effect.fromResult(verifier.take(each))
        if (ended !== undefined) batches.push(ended)
        const size = stored.bytes?.length ?? 0
        if (page.length === manyEvents || (page.length > 0 && bytes + size > manyBytes)) yield* flush
        page.push(stored)
        bytes += size
      }
    })
  )
  const { ended, head } = yield* Effect.fromResult(verifier.end())
  if (ended !== undefined) batches.push(ended)
  yield* flush
  return { ...head, recordedAt: ended?.recordedAt ?? 0 } satisfies RestoredPlan
})
