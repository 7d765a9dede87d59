/**
 * Whether the rows of a plan hold together: leaf, place, clock and batch of each, in turn, and the tree over them. The
 * same code runs where a log is verified, where a copy is taken in, and in the page of a bundle.
 */
import type { Flaw, StoredRow } from "./StoredEvent.ts"
import { contentDigest, leafHash } from "./Leaf.ts"
import { GrowingTree, type TreeHead } from "./MerkleTree.ts"
import { sameBytes } from "./ProofCheck.ts"

/** An event that does not hold. */
export interface Broken {
  readonly position: number
  readonly flaw: Flaw
}

/** Takes the rows of one plan, all and in order. */
export interface Examination {
  /** What is wrong with the row. After `plan` or `position` nothing more can be said of those that follow. */
  readonly take: (row: StoredRow) => Flaw | undefined
  /** How many rows were taken. */
  readonly size: () => number
  /** The tree over the leaves so far. */
  readonly head: () => TreeHead
  /** The events whose content is missing, and no later decision says so. */
  readonly undecided: () => Iterable<number>
  /** The events that a decision removes, and whose content is there. */
  readonly unerased: () => Iterable<number>
  /** How many events have lost their content. */
  readonly erased: () => number
}

/** What is wrong with a row by itself, whatever stands beside it. */
const flawOf = ({ bytes, digest, leaf, record, salt }: StoredRow): Flaw | undefined => {
  if (leaf.length !== 32) return "unreadable"
  if (!Number.isSafeInteger(record.recordedAt)) return "leaf"
  // In the leaf none is the same as one without a name, which no activity has.
  if (record.activity === "") return "unreadable"
  if (bytes === null || salt === null) {
    if (bytes !== salt || digest?.length !== 32) return "unreadable"
    return sameBytes(leafHash(record, digest), leaf) ? undefined : "leaf"
  }
  if (salt.length !== 32 || digest !== null) return "unreadable"
  return sameBytes(leafHash(record, contentDigest(salt, bytes)), leaf) ? undefined : "leaf"
}

const utf8 = new TextDecoder("utf-8", { fatal: true })

/** The event that a decision removes. */
const removedBy = (bytes: Uint8Array): number | undefined => {
  try {
    const event: unknown = JSON.parse(utf8.decode(bytes))
    return typeof event === "object" && event !== null && "position" in event && typeof event.position === "number"
      ? event.position
      : undefined
  } catch {
    return undefined
  }
}

export const examination = (plan: string): Examination => {
  const tree = new GrowingTree()
  let clock = -Infinity
  let batch: string | undefined
  let actor: string | undefined
  // Only these are kept of what was taken.
  const erased = new Set<number>()
  const missing = new Set<number>()
  const decided = new Set<number>()

  const beside = (record: StoredRow["record"]): Flaw | undefined =>
    record.recordedAt < clock
      ? "clock"
      : record.batch === batch && (record.actor !== actor || record.recordedAt !== clock)
        ? "batch"
        : undefined

  return {
    take: (row) => {
      const { bytes, leaf, record } = row
      if (record.plan !== plan) return "plan"
      if (record.position !== tree.size + 1) return "position"
      const flaw = flawOf(row) ?? beside(record)
      if (bytes === null) {
        erased.add(record.position)
        missing.add(record.position)
      } else if (record.type === "Redacted") {
        const removed = removedBy(bytes)
        missing.delete(removed ?? 0)
        if (removed !== undefined && removed < record.position && !erased.has(removed)) decided.add(removed)
      }
      clock = record.recordedAt
      batch = record.batch
      actor = record.actor
      tree.push(leaf.length === 32 ? leaf : new Uint8Array(32))
      return flaw
    },
    size: () => tree.size,
    head: () => tree.head(),
    undecided: () => missing,
    unerased: () => decided,
    erased: () => erased.size
  }
}
