/**
 * Compares the checkpoints that are kept with a log with the leaves of its events: quicker than a verification, which
 * examines the events too.
 */
import type { PlanId } from "@frist/domain/Names"
import { checkpointMatches } from "@frist/evidence/checkpoints/CheckpointMatch"
import { logOrigin } from "@frist/evidence/LogVerifier"
import { GrowingTree, type TreeHead } from "@frist/evidence/tree/MerkleTree"
import { readCheckpointNote } from "@frist/evidence/checkpoints/Note"
import * as Effect from "effect/Effect"
import { EventLog, type EventLogError } from "../EventLog.ts"
import { EvidenceLog } from "../EvidenceLog.ts"
import { eachRow } from "./PlanVerification.ts"

/** The checkpoints that were compared, and those that do not match: the plan, and how many events they cover. */
interface ComparedCheckpoints {
  readonly compared: number
  readonly differing: ReadonlyArray<{ readonly plan: PlanId; readonly size: number }>
}

const comparedIn = Effect.fnUntraced(function* (plan: PlanId) {
  const notes = yield* (yield* EvidenceLog).sealed(plan)
  const read = notes.map(readCheckpointNote)
  const sizes = new Set(read.flatMap((each) => each?.checkpoint.size ?? []))
  const tree = new GrowingTree()
  const roots = new Map<number, TreeHead>()
  const most = Math.max(0, ...sizes)
  if (most > 0) {
    yield* eachRow(plan, ({ leaf }) => {
      tree.push(leaf)
      if (sizes.has(tree.size)) roots.set(tree.size, tree.head())
      return tree.size < most
    })
  }
  return checkpointMatches(
    notes.map((note) => ({ note, kept: true })),
    read,
    roots,
    { origin: logOrigin(plan, notes), plan, size: tree.size }
  )
})

/** Compares every checkpoint that is kept with the plans of a log. */
export const comparedCheckpoints: Effect.Effect<ComparedCheckpoints, EventLogError, EventLog | EvidenceLog> =
  Effect.gen(function* () {
    const differing: Array<ComparedCheckpoints["differing"][number]> = []
    let compared = 0
    for (const { plan } of yield* (yield* EventLog).plans) {
      for (const { checkpoint, fault } of yield* comparedIn(plan)) {
        compared += 1
        if (fault !== undefined) differing.push({ plan, size: checkpoint?.size ?? 0 })
      }
    }
    return { compared, differing }
  })
