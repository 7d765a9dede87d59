/**
 * Verifying the rows of a log as they come, with its checkpoints: what does not hold is named by position. The same code
 * verifies a database, and a bundle in a page.
 */
import type { PlanId } from "@frist/domain/Names"
import { type Checkpoint, originOf } from "./Checkpoint.ts"
import type { StoredRow } from "./StoredEvent.ts"
import { type Broken, examination } from "./RowExamination.ts"
import type { TreeHead } from "./MerkleTree.ts"
import { type CheckpointNote, readCheckpointNote } from "./Note.ts"
import { sameBytes } from "./ProofCheck.ts"

/**
 * What is wrong with a checkpoint: it cannot be read as one (`unreadable`), is of another log (`origin`), of more events
 * than there are (`beyond`), or its `root` is not that of the first events. Two may be taken at the same time, so they need
 * not be in order.
 */
export type CheckpointFault = "unreadable" | "origin" | "beyond" | "root"

/**
 * A checkpoint, held against the log. Where it does not hold, an event is another than it was, or is missing, from
 * position `from` to position `to`; both are null where the checkpoint says nothing of the log.
 */
export interface Held {
  readonly checkpoint: Checkpoint | undefined
  /** The text, as it was given or kept. */
  readonly note: string
  readonly kept: boolean
  readonly fault: CheckpointFault | undefined
  readonly from: number | null
  readonly to: number | null
}

export interface Verified extends TreeHead {
  readonly plan: PlanId
  /** The name of the log: that of its first checkpoint. */
  readonly origin: string
  /** Events that do not hold, from the first: a hundred at most. */
  readonly broken: ReadonlyArray<Broken>
  /** Whether events after the last broken one could not be looked at. */
  readonly stopped: boolean
  readonly checkpoints: ReadonlyArray<Held>
  /** Decided to be removed, and still there. */
  readonly unerased: ReadonlyArray<number>
  readonly erased: number
}

export const holds = ({ broken, checkpoints }: Verified): boolean =>
  broken.length === 0 && checkpoints.every(({ fault }) => fault === undefined)

const mostBroken = 100

/** The name of the log in its checkpoints: the first that was kept gave it. */
export const originAmong = (plan: PlanId, notes: ReadonlyArray<string>): string => {
  const [first = ""] = notes
  return readCheckpointNote(first)?.checkpoint.origin ?? originOf(plan)
}

export interface Verifier {
  /** Takes the next row; false where nothing can be said of those that follow. */
  readonly take: (row: StoredRow) => boolean
  /** How many rows were taken. */
  readonly size: () => number
  /** What was found, when there are no more rows; `least` and `most` are how many there had to be. */
  readonly end: (least: number, most: number) => Verified
}

/** Verifies a plan against the checkpoints that were kept with it, and others, as the text of notes. */
export const verifier = (plan: PlanId, kept: ReadonlyArray<string>, given: ReadonlyArray<string>): Verifier => {
  const origin = originAmong(plan, kept)
  const notes = [...kept.map((note) => ({ note, kept: true })), ...given.map((note) => ({ note, kept: false }))]
  const read = notes.map(({ note }) => readCheckpointNote(note))
  const sizes = new Set(read.flatMap((each) => (each === undefined ? [] : [each.checkpoint.size])))
  const examined = examination(plan)
  const roots = new Map<number, TreeHead>()
  const broken: Array<Broken> = []
  let stopped = false
  if (sizes.has(0)) roots.set(0, examined.head())
  return {
    size: examined.size,
    take: (row) => {
      const position = examined.size() + 1
      const flaw = examined.take(row)
      if (flaw !== undefined) broken.push({ position, flaw })
      stopped = flaw === "plan" || flaw === "position" || broken.length === mostBroken
      if (!stopped && sizes.has(position)) roots.set(position, examined.head())
      return !stopped
    },
    end: (least, most) => {
      const size = examined.size()
      if (!stopped) {
        for (const position of examined.undecided()) {
          if (broken.length < mostBroken) broken.push({ position, flaw: "removed" })
        }
        if (size < least) broken.push({ position: size + 1, flaw: "position" })
        if (size > most) broken.push({ position: most + 1, flaw: "position" })
      }
      return {
        plan,
        origin,
        ...examined.head(),
        broken,
        stopped,
        checkpoints: heldAgainst(notes, read, roots, { origin, plan, size }),
        unerased: [...examined.unerased()],
        erased: examined.erased()
      }
    }
  }
}

/** Each checkpoint with what is wrong with it, and between which events that lies. */
const heldAgainst = (
  notes: ReadonlyArray<{ readonly note: string; readonly kept: boolean }>,
  read: ReadonlyArray<CheckpointNote | undefined>,
  roots: ReadonlyMap<number, TreeHead>,
  { origin, plan, size }: { readonly origin: string; readonly plan: PlanId; readonly size: number }
): ReadonlyArray<Held> => {
  const isOurs = (checkpoint: Checkpoint) => checkpoint.origin === origin || checkpoint.origin === originOf(plan)
  const isRight = (checkpoint: Checkpoint): boolean => {
    const head = roots.get(checkpoint.size)
    return head !== undefined && isOurs(checkpoint) && sameBytes(head.root, checkpoint.root)
  }
  const right = read.flatMap((each) => (each && isRight(each.checkpoint) ? [each.checkpoint.size] : []))
  return notes.map(({ kept, note }, at) => {
    const checkpoint = read[at]?.checkpoint
    const nothing = { checkpoint, note, kept, from: null, to: null }
    if (checkpoint === undefined) return { ...nothing, fault: "unreadable" }
    if (!isOurs(checkpoint)) return { ...nothing, fault: "origin" }
    if (isRight(checkpoint)) return { ...nothing, fault: undefined }
    // What a smaller tree holds is as it was.
    const from = Math.max(0, ...right.filter((each) => each < checkpoint.size)) + 1
    return checkpoint.size > size
      ? { ...nothing, fault: "beyond", from: Math.max(from, size + 1), to: checkpoint.size }
      : { ...nothing, fault: "root", from, to: checkpoint.size }
  })
}
