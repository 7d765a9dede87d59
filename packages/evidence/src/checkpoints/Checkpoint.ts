/**
 * Checkpoints as text: the body of a C2SP tlog-checkpoint, three lines with the name of the log, the number of events
 * and the root of its tree. Reports carry it, and signatures cover it.
 */
import type { PlanId } from "@frist/domain/Names"
import { base64, bytesOfBase64 } from "../Bytes.ts"
import type { TreeHead } from "../tree/MerkleTree.ts"

/** A checkpoint: the name of a log, the number of its events and the root of its tree. */
export interface Checkpoint extends TreeHead {
  /** The name of the log. */
  readonly origin: string
}

/**
 * Returns the name of a plan's log in checkpoints, unless its first checkpoint gave it another. It is not unique in the
 * world.
 */
export const originOf = (plan: PlanId): string => `frist/${plan}`

/** Returns whether a checkpoint is of the log of a plan: it has the log's own name, or the default one. */
export const belongsToLog = (
  checkpoint: Checkpoint,
  { origin, plan }: { readonly origin: string; readonly plan: PlanId }
): boolean => checkpoint.origin === origin || checkpoint.origin === originOf(plan)

/**
 * Returns whether a kept checkpoint can have given a plan's log its name. One of no event can give any name, and no log has
 * the default name of another.
 */
export const namesLog = ({ origin, size }: Checkpoint, plan: PlanId): boolean =>
  size > 0 && (!origin.startsWith("frist/") || origin === originOf(plan))

/** Encodes a root in base64, as in a checkpoint. */
export const rootText = (root: Uint8Array): string => base64(root)

/** Writes a checkpoint as its three lines. */
export const checkpointText = ({ origin, root, size }: Checkpoint): string => `${origin}\n${size}\n${rootText(root)}\n`

/** The most characters of a checkpoint; a name is not that long. */
const mostLetters = 1000

const body = /^([^\s+]+)\n(\d{1,16})\n([A-Za-z0-9+/]{43}=)\n$/u

/** Parses a checkpoint; `undefined` for a text that differs in any byte from the one form of a checkpoint. */
export const readCheckpoint = (text: string): Checkpoint | undefined => {
  if (text.length > mostLetters) return undefined
  const [, origin, size, encoded] = body.exec(text) ?? []
  if (origin === undefined || encoded === undefined) return undefined
  const root = bytesOfBase64(encoded)
  if (root === undefined) return undefined
  const checkpoint = { origin, size: Number(size), root }
  return Number.isSafeInteger(checkpoint.size) && checkpointText(checkpoint) === text ? checkpoint : undefined
}
