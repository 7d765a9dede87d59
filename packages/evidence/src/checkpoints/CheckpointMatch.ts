/**
 * Checkpoints compared with the roots of a log.
 */
import type { PlanId } from "@frist/domain/Names"
import { sameBytes } from "../Bytes.ts"
import { belongsToLog, type Checkpoint } from "./Checkpoint.ts"
import type { TreeHead } from "../tree/MerkleTree.ts"
import type { CheckpointNote } from "./Note.ts"

/**
 * A fault of a checkpoint: it cannot be parsed (`unreadable`), belongs to another log (`origin`), covers events that are
 * missing (`beyond`), or its `root` differs from that of the events. Checkpoints need not be in order.
 */
export type CheckpointFault = "unreadable" | "origin" | "beyond" | "root"

/**
 * A checkpoint compared with the log. Where it does not match, an event between positions `from` and `to` was changed;
 * where it is `beyond` the log, those are the first that are missing. Both are null if it says nothing about this log.
 */
export interface CheckpointMatch {
  readonly checkpoint: Checkpoint | undefined
  /** The text of the note, as given or kept. */
  readonly note: string
  /** Whether it was kept with the log; otherwise it was given. */
  readonly kept: boolean
  readonly fault: CheckpointFault | undefined
  readonly from: number | null
  readonly to: number | null
}

/** Compares each checkpoint with the roots of the log, and narrows down where a difference lies. */
export const checkpointMatches = (
  notes: ReadonlyArray<{ readonly note: string; readonly kept: boolean }>,
  read: ReadonlyArray<CheckpointNote | undefined>,
  roots: ReadonlyMap<number, TreeHead>,
  {
    missing = [],
    origin,
    plan,
    size
  }: {
    readonly origin: string
    readonly plan: PlanId
    /** The position of the last event. */
    readonly size: number
    /** Events before it that are missing. */
    readonly missing?: ReadonlyArray<{ readonly position: number; readonly to: number }>
  }
): ReadonlyArray<CheckpointMatch> => {
  const isOurs = (checkpoint: Checkpoint) => belongsToLog(checkpoint, { origin, plan })
  const isRight = (checkpoint: Checkpoint): boolean => {
    const head = roots.get(checkpoint.size)
    return head !== undefined && isOurs(checkpoint) && sameBytes(head.root, checkpoint.root)
  }
  const right = read.flatMap((each) => (each && isRight(each.checkpoint) ? [each.checkpoint.size] : []))
  return notes.map(({ kept, note }, at) => {
    const checkpoint = read[at]?.checkpoint
    const nothing = { checkpoint, note, kept, from: null, to: null }
    // A log keeps no checkpoint of nothing: it could give the log any name.
    if (checkpoint === undefined || (kept && checkpoint.size === 0)) return { ...nothing, fault: "unreadable" }
    if (!isOurs(checkpoint)) return { ...nothing, fault: "origin" }
    if (isRight(checkpoint)) return { ...nothing, fault: undefined }
    // Events under a smaller checkpoint that matches are unchanged.
    const from = Math.max(0, ...right.filter((each) => each < checkpoint.size)) + 1
    const gap = missing.find(({ position, to }) => position <= checkpoint.size && to < size)
    if (gap !== undefined) {
      return { ...nothing, fault: "beyond", from: gap.position, to: Math.min(gap.to, checkpoint.size) }
    }
    return checkpoint.size > size
      ? { ...nothing, fault: "beyond", from: Math.max(from, size + 1), to: checkpoint.size }
      : { ...nothing, fault: "root", from, to: checkpoint.size }
  })
}
