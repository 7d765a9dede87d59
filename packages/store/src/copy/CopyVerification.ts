/**
 * Whether the evidence of a plan's events holds: asked of each event in turn, from the first, before it is believed.
 */
import type { BatchId, PlanId } from "@frist/domain/Names"
import * as Result from "effect/Result"
import { EvidenceBroken, type Flaw, type StoredRecord } from "@frist/evidence/StoredEvent"
import { examination } from "@frist/evidence/RowExamination"
import type { TreeHead } from "@frist/evidence/MerkleTree"
import { readBack } from "../EventDecoder.ts"

/** A batch that has ended, as a log remembers it. */
export interface Span {
  readonly batch: BatchId
  readonly first: number
  readonly last: number
  readonly recordedAt: number
}

/** Takes the events of one plan, all and in order; it stands still at the first that does not hold. */
export interface Verification {
  /** The event as it may be stored, and the batch that ended before it, if one did. */
  readonly take: (
    stored: StoredRecord
  ) => Result.Result<{ readonly stored: StoredRecord; readonly ended: Span | undefined }, EvidenceBroken>
  /** Where it stands, once there is no more to come, and the batch that ended last. */
  readonly end: () => Result.Result<{ readonly head: TreeHead; readonly ended: Span | undefined }, EvidenceBroken>
  /** Whether an event was removed by a decision that has not come yet. */
  readonly awaitsDecision: () => boolean
}

export const verification = (plan: PlanId): Verification => {
  const examined = examination(plan)
  let span: Span | undefined

  const broken = (flaw: Flaw, position = examined.size() + 1) =>
    Result.fail(new EvidenceBroken({ plan, position, flaw }))

  const take: Verification["take"] = (given) => {
    const position = examined.size() + 1
    if (given.record.plan !== plan) return broken("plan")
    if (given.record.position !== position) return broken("position")
    const read = readBack(given)
    if (Result.isFailure(read)) return broken("unreadable")
    const stored = read.success
    const flaw = examined.take(stored)
    if (flaw !== undefined) return broken(flaw, position)
    const { batch, recordedAt } = stored.record
    const before = span
    const goesOn = before !== undefined && before.batch === batch
    span = { batch, first: goesOn ? before.first : position, last: position, recordedAt }
    return Result.succeed({ stored, ended: goesOn ? undefined : before })
  }

  return {
    take,
    end: () => {
      const [removed] = examined.undecided()
      return removed === undefined ? Result.succeed({ head: examined.head(), ended: span }) : broken("removed", removed)
    },
    awaitsDecision: () => [...examined.undecided()].length > 0
  }
}
