/**
 * Whether a plan's log holds, and still is the one that checkpoints were taken of: what does not is named by position.
 */
import type { PlanId } from "@frist/domain"
import * as Effect from "effect/Effect"
import { type Checkpoint, originOf } from "./Checkpoint.ts"
import { EventLog, type StoredRow } from "./EventLog.ts"
import { type Broken, examination } from "./Examining.ts"
import type { TreeHead } from "./Merkle.ts"
import { readCheckpointNote, type CheckpointNote } from "./Note.ts"
import { sameBytes } from "./Proving.ts"

/**
 * What is wrong with a checkpoint: it cannot be read as one (`unreadable`), is of another log (`origin`), of more events
 * than there are (`beyond`), or its `root` is not that of the first events; `order`: it is of fewer events than one that was
 * kept before it.
 */
export type CheckpointFault = "unreadable" | "origin" | "beyond" | "root" | "order"

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

/** How many events are read at a time. */
const pageSize = 4000
const mostBroken = 100

/** The name of the log in its checkpoints: the first that was kept gave it. */
export const originAmong = (plan: PlanId, notes: ReadonlyArray<string>): string => {
  const [first = ""] = notes
  return readCheckpointNote(first)?.checkpoint.origin ?? originOf(plan)
}

/** Hands every row of a plan to `take`, a page at a time, until there is none or it says that it has seen enough. */
export const eachRow = Effect.fnUntraced(function* (
  plan: PlanId,
  take: (row: StoredRow) => boolean,
  progress: (taken: number) => Effect.Effect<void> = () => Effect.void
) {
  const log = yield* EventLog
  let after = 0
  for (let taken = 0; ;) {
    const page = yield* log.rows(plan, { after, limit: pageSize })
    for (const row of page) if (!take(row)) return
    const last = page.at(-1)?.record.position
    taken += page.length
    yield* progress(taken)
    if (page.length < pageSize || last === undefined || !(last > after)) return
    after = last
  }
})

/** One more than there are for each plan, so that what is missing at the end is found. */
const headOfPlan = (plan: PlanId) =>
  Effect.flatMap(EventLog, (log) =>
    Effect.map(log.plans, (plans) => plans.find((each) => each.plan === plan)?.events ?? 0)
  )

/**
 * Verifies the whole log, with the checkpoints that were kept and those given as the text of notes. Of the latter it is
 * said what is wrong too; `progress` is told how many events have been read.
 */
export const verifyPlan = Effect.fn("Verification.verifyPlan")(function* (
  plan: PlanId,
  given: ReadonlyArray<string> = [],
  progress?: (taken: number) => Effect.Effect<void>
) {
  const log = yield* EventLog
  const kept = yield* log.sealed(plan)
  const origin = originAmong(plan, kept)
  const notes = [...kept.map((note) => ({ note, kept: true })), ...given.map((note) => ({ note, kept: false }))]
  const read = notes.map(({ note }) => readCheckpointNote(note))
  const sizes = new Set(read.flatMap((each) => (each === undefined ? [] : [each.checkpoint.size])))
  const expected = yield* headOfPlan(plan)

  const examined = examination(plan)
  const roots = new Map<number, TreeHead>()
  const broken: Array<Broken> = []
  let stopped = false
  if (sizes.has(0)) roots.set(0, examined.head())
  yield* eachRow(
    plan,
    (row) => {
      const position = examined.size() + 1
      const flaw = examined.take(row)
      if (flaw !== undefined) broken.push({ position, flaw })
      stopped = flaw === "plan" || flaw === "position" || broken.length === mostBroken
      if (stopped) return false
      if (sizes.has(position)) roots.set(position, examined.head())
      return true
    },
    progress
  )
  if (!stopped) {
    for (const position of examined.undecided()) {
      if (broken.length < mostBroken) broken.push({ position, flaw: "removed" })
    }
    if (examined.size() < expected) broken.push({ position: examined.size() + 1, flaw: "position" })
    // Those that came since are no others; those that nobody counted are.
    else if (examined.size() > (yield* headOfPlan(plan))) broken.push({ position: expected + 1, flaw: "position" })
  }
  const result: Verified = {
    plan,
    origin,
    ...examined.head(),
    broken,
    stopped,
    checkpoints: heldAgainst(notes, read, roots, { origin, plan, size: examined.size() }),
    unerased: [...examined.unerased()],
    erased: examined.erased()
  }
  return result
})

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
  let before = 0
  return notes.map(({ kept, note }, at) => {
    const checkpoint = read[at]?.checkpoint
    const nothing = { checkpoint, note, kept, from: null, to: null }
    if (checkpoint === undefined) return { ...nothing, fault: "unreadable" }
    if (kept && checkpoint.size < before) return { ...nothing, fault: "order" }
    if (kept) before = checkpoint.size
    if (!isOurs(checkpoint)) return { ...nothing, fault: "origin" }
    if (isRight(checkpoint)) return { ...nothing, fault: undefined }
    // What a smaller tree holds is as it was.
    const from = Math.max(0, ...right.filter((each) => each < checkpoint.size)) + 1
    return checkpoint.size > size
      ? { ...nothing, fault: "beyond", from: Math.max(from, size + 1), to: checkpoint.size }
      : { ...nothing, fault: "root", from, to: checkpoint.size }
  })
}
