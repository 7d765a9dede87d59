/**
 * Whether the evidence of a plan's events holds: asked of each event in turn, from the first, before it is believed.
 */
import type { BatchId, PlanId } from "@frist/domain"
import * as Result from "effect/Result"
import { EvidenceBroken, type Flaw, type StoredRecord } from "../EventLog.ts"
import { contentDigest, leafHash } from "../Leaf.ts"
import { emptyTree, grown, headOf, type Tree, type TreeHead } from "../Merkle.ts"
import { readBack } from "../ReadBack.ts"

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

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

/** What is wrong with an event by itself, whatever stands beside it. */
const flawOf = ({ bytes, leaf, record, salt }: StoredRecord): Flaw | undefined => {
  if (leaf.length !== 32) return "unreadable"
  if (bytes === null || salt === null) return bytes === salt ? undefined : "unreadable"
  if (salt.length !== 32) return "unreadable"
  return equal(leafHash(record, contentDigest(salt, bytes)), leaf) ? undefined : "leaf"
}

export const verification = (plan: PlanId): Verification => {
  let tree: Tree = emptyTree
  let span: Span | undefined
  let by: string | undefined
  // Events without content, until a later event says by which decision. Only they are kept.
  const undecided = new Set<number>()

  const broken = (flaw: Flaw, position = tree.size + 1) => Result.fail(new EvidenceBroken({ plan, position, flaw }))

  const take: Verification["take"] = (given) => {
    if (given.record.plan !== plan) return broken("plan")
    if (given.record.position !== tree.size + 1) return broken("position")
    const read = readBack(given)
    if (Result.isFailure(read)) return broken("unreadable")
    const stored = read.success
    const flaw = flawOf(stored)
    if (flaw !== undefined) return broken(flaw)
    const { actor, batch, event, position, recordedAt } = stored.record
    const before = span
    if (before !== undefined && recordedAt < before.recordedAt) return broken("clock")
    const goesOn = before?.batch === batch
    if (before !== undefined && goesOn && (actor !== by || recordedAt !== before.recordedAt)) {
      return broken("batch")
    }
    if (event === null) undecided.add(position)
    if (event?._tag === "Redacted") undecided.delete(event.position)
    span = { batch, first: before !== undefined && goesOn ? before.first : position, last: position, recordedAt }
    by = actor
    tree = grown(tree, stored.leaf)
    return Result.succeed({ stored, ended: goesOn ? undefined : before })
  }

  return {
    take,
    end: () => {
      const [removed] = undecided
      return removed === undefined ? Result.succeed({ head: headOf(tree), ended: span }) : broken("removed", removed)
    },
    awaitsDecision: () => undecided.size > 0
  }
}
