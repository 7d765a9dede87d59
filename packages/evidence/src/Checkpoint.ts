/**
 * A checkpoint as text: the body of a C2SP tlog-checkpoint, three lines that say which log, how many events, and the root
 * of its tree. What a report carries, and what a signature covers.
 */
import type { PlanId } from "@frist/domain/Names"
import { base64, bytesOfBase64 } from "./Bytes.ts"
import type { TreeHead } from "./MerkleTree.ts"

export interface Checkpoint extends TreeHead {
  /** Which log. */
  readonly origin: string
}

/** The name of a plan's log in checkpoints, where its first checkpoint gave it no other. Not unique in the world. */
export const originOf = (plan: PlanId): string => `frist/${plan}`

/** The root as text: base64, as in a checkpoint. */
export const rootText = (root: Uint8Array): string => base64(root)

export const checkpointText = ({ origin, root, size }: Checkpoint): string => `${origin}\n${size}\n${rootText(root)}\n`

const body = /^([^\s+]+)\n(\d{1,16})\n([A-Za-z0-9+/]{43}=)\n$/u

/** The checkpoint that the text is: `undefined` for any text that differs from it in one byte. */
export const readCheckpoint = (text: string): Checkpoint | undefined => {
  const [, origin, size, encoded] = body.exec(text) ?? []
  if (origin === undefined || encoded === undefined) return undefined
  const root = bytesOfBase64(encoded)
  if (root === undefined) return undefined
  const checkpoint = { origin, size: Number(size), root }
  return Number.isSafeInteger(checkpoint.size) && checkpointText(checkpoint) === text ? checkpoint : undefined
}
