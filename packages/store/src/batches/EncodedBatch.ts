/**
 * Encodes and hashes a checked batch: everything of its rows but their place in the log.
 */
import { contentDigest, headerHash, leafOf } from "@frist/evidence/Leaf"
import type { Batch } from "../EventLog.ts"
import { type BatchChunk, type BatchRow, hashBytes } from "./BatchRow.ts"
import { ChunkWriter } from "./ChunkWriter.ts"
import { RandomPool } from "./RandomPool.ts"

/** A part of a batch that is one row, before the log has a place for it. */
export interface EncodedChunk extends BatchChunk {
  /** The hash of what the caller gave, 32 bytes an event: all that a leaf needs but its position and time. */
  readonly said: Uint8Array
}

const salts = new RandomPool()

/** Returns the rows of a checked batch without their place: one, or several for a long batch; none for an empty one. */
export const encodedBatch = ({ actor, batch, events, plan }: Batch): ReadonlyArray<EncodedChunk> => {
  const chunks: Array<EncodedChunk> = []
  let writer = new ChunkWriter()
  let left = events.length
  const hashes: Array<Uint8Array> = []
  const own: Array<Uint8Array> = []
  const end = () => {
    chunks.push({ ...writer.columns(joined(own)), said: joined(hashes) })
    writer = new ChunkWriter()
    hashes.length = 0
    own.length = 0
  }
  for (const { activity, effectiveOn, event, provenance, source } of events) {
    const content = Buffer.from(JSON.stringify(event))
    const header = { plan, activity, type: event._tag, effectiveOn, actor, batch, provenance, source }
    if (writer.isFullFor(content)) end()
    const salt = salts.take(hashBytes)
    writer.add(header, content)
    own.push(salt)
    hashes.push(headerHash(header, contentDigest(salt, content)))
    left -= 1
    if (left === 0) end()
  }
  return chunks
}

/** Returns byte strings one after another. */
export const joined = (parts: ReadonlyArray<Uint8Array>): Uint8Array => {
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts)
}

/** Returns the rows of an encoded batch that is recorded after position `head`. */
export const placedRows = (
  { actor, batch, plan }: Batch,
  chunks: ReadonlyArray<EncodedChunk>,
  head: number,
  recordedAt: number
): ReadonlyArray<BatchRow> => {
  let first = head + 1
  return chunks.map(({ said, ...columns }, chunk) => {
    const row = { ...columns, plan, first, chunk, recordedAt, batch, actor, leaf: leavesOf(said, first, recordedAt) }
    first += columns.size
    return row
  })
}

/** Returns the leaves of consecutive events, of which this is the hash of what the caller gave. */
const leavesOf = (said: Uint8Array, first: number, recordedAt: number): Uint8Array => {
  const leaves: Array<Uint8Array> = []
  for (let at = 0; at < said.length; at += hashBytes) {
    leaves.push(leafOf(first + at / hashBytes, recordedAt, said.subarray(at, at + hashBytes)))
  }
  return joined(leaves)
}
