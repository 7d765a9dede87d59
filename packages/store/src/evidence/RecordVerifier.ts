/**
 * Decodes and verifies the records of a plan, and refuses the first that does not hold. For whatever must not pass on an
 * unverified event: restoring, exporting and reporting.
 */
import type { BatchId, PlanId } from "@frist/domain/Names"
import { logVerifier, type NamedEditions } from "@frist/evidence/LogVerifier"
import type { TreeHead } from "@frist/evidence/tree/MerkleTree"
import { EvidenceBroken, type Flaw, type StoredRecord, type StoredRow } from "@frist/evidence/StoredEvent"
import * as Result from "effect/Result"
import { decodeRecord } from "../EventDecoder.ts"

/** A whole batch, as a log remembers it. */
export interface BatchSpan {
  readonly batch: BatchId
  readonly first: number
  readonly last: number
  readonly recordedAt: number
}

/** Takes every record of one plan, in order. After a failure it must not be used. */
export interface RecordVerifier {
  /** Verifies the next record. Returns it decoded, with the batch that ended before it, if one did. */
  readonly take: (
    row: StoredRow
  ) => Result.Result<{ readonly stored: StoredRecord; readonly ended: BatchSpan | undefined }, EvidenceBroken>
  /**
   * Ends the verification. Returns the tree and the last batch; fails if a removal was never decided, and where a kept
   * checkpoint does not match.
   */
  readonly end: () => Result.Result<{ readonly head: TreeHead; readonly ended: BatchSpan | undefined }, EvidenceBroken>
  /** What the records so far say is kept of editions. */
  readonly editions: () => NamedEditions
  /** Whether an event has no content and the decision that removes it has not come yet. */
  readonly awaitsDecision: () => boolean
}

/** Returns a verifier of the records of a plan, and of the checkpoints `kept` with them, as notes. */
export const recordVerifier = (plan: PlanId, kept: ReadonlyArray<string> = []): RecordVerifier => {
  const verifier = logVerifier(plan, kept)
  let span: BatchSpan | undefined

  const broken = (flaw: Flaw, position: number) => Result.fail(new EvidenceBroken({ plan, position, flaw }))

  const take: RecordVerifier["take"] = (row) => {
    const position = verifier.size() + 1
    const decoded = decodeRecord(row)
    // A row out of place is named so, whatever it holds.
    if (row.record.plan !== plan) return broken("plan", position)
    if (row.record.position !== position) return broken("position", position)
    const flaw = Result.isFailure(decoded) ? "unreadable" : verifier.take(row)
    if (flaw !== undefined || Result.isFailure(decoded)) return broken(flaw ?? "unreadable", position)
    const stored = decoded.success
    const { batch, recordedAt } = stored.record
    const before = span
    const continues = before !== undefined && before.batch === batch
    span = { batch, first: continues ? before.first : position, last: position, recordedAt }
    return Result.succeed({ stored, ended: continues ? undefined : before })
  }

  return {
    take,
    end: () => {
      const [removed] = verifier.undecided()
      if (removed !== undefined) return broken("removed", removed)
      const { checkpoints } = verifier.end(0, Infinity)
      const failing = checkpoints.find(({ fault }) => fault !== undefined)
      return failing === undefined
        ? Result.succeed({ head: verifier.head(), ended: span })
        : broken("checkpoint", failing.checkpoint?.size ?? 0)
    },
    editions: () => verifier.editions(),
    awaitsDecision: () => verifier.undecided().size > 0
  }
}
