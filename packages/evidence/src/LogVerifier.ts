/**
 * Verifies the rows of a plan in order: leaf, position, clock and batch of each, removals, the tree, and the checkpoints
 * that were taken of it. The one verifier: databases, copies, reports and the page of a bundle all feed it rows.
 */
import type { PlanId } from "@frist/domain/Names"
import { hex, sameBytes } from "./Bytes.ts"
import { namesLog, originOf } from "./checkpoints/Checkpoint.ts"
import { type CheckpointMatch, checkpointMatches } from "./checkpoints/CheckpointMatch.ts"
import { hasLeaf, leafHash } from "./Leaf.ts"
import { GrowingTree, type TreeHead } from "./tree/MerkleTree.ts"
import { readCheckpointNote } from "./checkpoints/Note.ts"
import { RowOrder } from "./RowOrder.ts"
import type { Flaw, StoredRow } from "./StoredEvent.ts"

/** An event that does not hold, by its position; from there on to `to` where several in a row are missing or misplaced. */
export interface BrokenEvent {
  readonly position: number
  readonly to: number
  /** What is wrong with its row, or that it has none. */
  readonly flaw: Flaw | "missing"
}

/** The findings on a whole log. */
export interface LogVerification extends TreeHead {
  readonly plan: PlanId
  /** The name of the log, from its first checkpoint. */
  readonly origin: string
  /** Events that do not hold, in order: of those that are missing, misplaced and altered, the first 100 each. */
  readonly broken: ReadonlyArray<BrokenEvent>
  /** Whether verification stopped at an event of another plan, so that later events were not examined. */
  readonly stopped: boolean
  readonly checkpoints: ReadonlyArray<CheckpointMatch>
  /** Positions whose content a decision removes and which still have it. */
  readonly unerased: ReadonlyArray<number>
  /** The number of events whose content a decision removed, and whose evidence holds. */
  readonly erased: number
  /** What the log says is kept of editions. */
  readonly editions: NamedEditions
}

/** What a log says last of a kept document: the SHA-256 of what is kept, null for nothing; and whether it was erased from. */
interface NamedEdition {
  readonly content: string | null
  readonly isErased: boolean
}

/** What a log says is kept, by the SHA-256 of the document. All are in hex. */
export type NamedEditions = ReadonlyMap<string, NamedEdition>

/** Returns whether every event and every checkpoint holds. */
export const isIntact = ({ broken, checkpoints }: LogVerification): boolean =>
  broken.length === 0 && checkpoints.every(({ fault }) => fault === undefined)

/** Returns the name of the log in checkpoints: the origin of the first that was kept of any event, or the default. */
export const logOrigin = (plan: PlanId, notes: ReadonlyArray<string>): string => {
  for (const note of notes) {
    const checkpoint = readCheckpointNote(note)?.checkpoint
    if (checkpoint !== undefined && namesLog(checkpoint, plan)) return checkpoint.origin
  }
  return originOf(plan)
}

/** Verifies all rows of one plan, in order. */
export interface LogVerifier {
  /** Verifies the next row, and returns what is wrong with it. */
  readonly take: (row: StoredRow) => Flaw | undefined
  /** Whether no further row can be verified: one was of another plan. */
  readonly hasStopped: () => boolean
  /** The number of rows verified before the first that is missing or misplaced. */
  readonly size: () => number
  /** The tree over the leaves of these. */
  readonly head: () => TreeHead
  /** Positions whose content is missing, and whose removal no later event has decided yet. */
  readonly undecided: () => ReadonlySet<number>
  /** What the rows so far say is kept of editions. */
  readonly editions: () => NamedEditions
  /** Ends the verification. The plan must have at least `least` events and at most `most`. */
  readonly end: (least: number, most: number) => LogVerification
}

const mostBroken = 100
const noDigest = new Uint8Array(32)

/** Returns a verifier of a plan, which compares it with checkpoints that were `kept` with it or `given`, as notes. */
export const logVerifier = (
  plan: PlanId,
  kept: ReadonlyArray<string> = [],
  given: ReadonlyArray<string> = []
): LogVerifier => {
  const origin = logOrigin(plan, kept)
  const notes = [...kept.map((note) => ({ note, kept: true })), ...given.map((note) => ({ note, kept: false }))]
  const read = notes.map(({ note }) => readCheckpointNote(note))
  const sizes = new Set(read.flatMap((each) => (each === undefined ? [] : [each.checkpoint.size])))
  const tree = new GrowingTree()
  const order = new RowOrder()
  const roots = new Map<number, TreeHead>()
  const broken: Array<BrokenEvent> = []
  let stopped = false
  // Of earlier rows only these are kept: a log may have millions of events.
  let previous: Pick<StoredRow["record"], "recordedAt" | "batch" | "actor"> | undefined
  const endedBatches = new Set<string>()
  const erased = new Set<number>()
  const unproven = new Set<number>()
  const undecided = new Set<number>()
  const unerased = new Set<number>()
  const editions = new Map<string, NamedEdition>()
  if (sizes.has(0)) roots.set(0, tree.head())

  /** Remembers content that is missing, and the removals that are decided. */
  const noteRemoval = ({ bytes, record }: StoredRow): void => {
    if (bytes === null) {
      erased.add(record.position)
      undecided.add(record.position)
    } else if (record.type === "Redacted") {
      const removed = removedBy(bytes)
      undecided.delete(removed ?? 0)
      if (removed !== undefined && removed < record.position && !erased.has(removed)) unerased.add(removed)
    }
  }

  const examine = (row: StoredRow): Flaw | undefined => {
    const { leaf, record } = row
    if (record.plan !== plan) return "plan"
    const own = flawOf(row)
    if (!order.take(record.position, own)) return "position"
    if (previous !== undefined && previous.batch !== record.batch) endedBatches.add(previous.batch)
    const flaw =
      own ??
      flawAfter(previous, record) ??
      (endedBatches.has(record.batch) ? "batch" : undefined) ??
      (order.isWhole() && !isMoveFrom(row, tree) ? "root" : undefined)
    noteRemoval(row)
    noteEdition(row, editions)
    previous = record
    // The root of a tree without one of its leaves says nothing.
    if (order.isWhole()) tree.push(leaf.length === 32 ? leaf : noDigest)
    return flaw
  }

  return {
    size: () => tree.size,
    head: () => tree.head(),
    undecided: () => undecided,
    editions: () => editions,
    hasStopped: () => stopped,
    take: (row) => {
      const flaw = examine(row)
      // The order of rows is told at the end, when it is known which are missing.
      if (flaw === "position") return flaw
      stopped = flaw === "plan"
      const position = stopped ? order.last() + 1 : row.record.position
      if (flaw !== undefined) {
        if (stopped || broken.length < mostBroken) broken.push({ position, to: position, flaw })
        if (erased.has(position)) unproven.add(position)
      }
      if (order.isWhole() && sizes.has(position)) roots.set(position, tree.head())
      return flaw
    },
    end: (least, most) => {
      const missing = order.missing(stopped ? 0 : least)
      const misplaced = order.misplaced(least, most)
      // What is missing may be the decision.
      if (!stopped && missing.length === 0 && misplaced.length === 0) {
        for (const position of undecided) {
          if (broken.length < mostBroken) broken.push({ position, to: position, flaw: "removed" })
        }
      }
      const all = [...missing.slice(0, mostBroken), ...misplaced.slice(0, mostBroken), ...broken]
      return {
        plan,
        origin,
        ...tree.head(),
        broken: all.toSorted((one, other) => one.position - other.position),
        stopped,
        checkpoints: checkpointMatches(notes, read, roots, { origin, plan, size: order.last(), missing }),
        unerased: [...unerased],
        erased: [...erased].filter((position) => !undecided.has(position) && !unproven.has(position)).length,
        editions
      }
    }
  }
}

/** Returns what is wrong with a row by itself. */
const flawOf = ({ bytes, digest, leaf, record, salt }: StoredRow): Flaw | undefined => {
  if (leaf.length !== 32) return "unreadable"
  if (!Number.isSafeInteger(record.recordedAt)) return "leaf"
  // The leaf does not distinguish no activity from one without a name, which cannot exist.
  if (record.activity === "") return "unreadable"
  if (bytes === null || salt === null) {
    if (bytes !== salt || digest?.length !== 32) return "unreadable"
    return sameBytes(leafHash(record, digest), leaf) ? undefined : "leaf"
  }
  if (salt.length !== 32 || digest !== null) return "unreadable"
  return hasLeaf(record, salt, bytes, leaf) ? undefined : "leaf"
}

/** Returns what is wrong with a row after the previous one. */
const flawAfter = (
  previous: Pick<StoredRow["record"], "recordedAt" | "batch" | "actor"> | undefined,
  { actor, batch, recordedAt }: StoredRow["record"]
): Flaw | undefined => {
  if (previous === undefined) return undefined
  if (recordedAt < previous.recordedAt) return "clock"
  return batch === previous.batch && (actor !== previous.actor || recordedAt !== previous.recordedAt)
    ? "batch"
    : undefined
}

const utf8 = new TextDecoder("utf-8", { fatal: true })

/** Returns the fields of an event; none if it is not one. */
const fieldsOf = (bytes: Uint8Array): Readonly<Record<string, unknown>> => {
  try {
    const event: unknown = JSON.parse(utf8.decode(bytes))
    return typeof event === "object" && event !== null ? { ...event } : {}
  } catch {
    return {}
  }
}

/** Returns the position that a `Redacted` removes. */
const removedBy = (bytes: Uint8Array): number | undefined => {
  const { position } = fieldsOf(bytes)
  return typeof position === "number" ? position : undefined
}

/** Returns whether an event names the root of the events before it, if it closes the log. */
const isMoveFrom = ({ bytes, record }: StoredRow, tree: GrowingTree): boolean =>
  record.type !== "PlanMoved" || bytes === null || fieldsOf(bytes)["root"] === hex(tree.head().root)

/** Notes what an event says is kept of a document. */
const noteEdition = ({ bytes, record: { type } }: StoredRow, editions: Map<string, NamedEdition>): void => {
  if (bytes === null || (type !== "EditionKept" && type !== "EditionErased")) return
  const { content, sha256 } = fieldsOf(bytes)
  if (typeof sha256 !== "string") return
  const isErased = type === "EditionErased" || editions.get(sha256)?.isErased === true
  editions.set(sha256, { content: typeof content === "string" ? content : null, isErased })
}
