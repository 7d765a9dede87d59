/**
 * Encodes and hashes a checked batch: everything of its rows but their place in the log.
 */
import { leafInto, saidInto } from "@frist/evidence/Leaf"
import type { Batch } from "../EventLog.ts"
import { type BatchChunk, type BatchRow, chunkEvents, hashBytes } from "./BatchRow.ts"
import { ChunkWriter } from "./ChunkWriter.ts"
import { RandomPool } from "./RandomPool.ts"

/** A part of a batch that is one row, before the log has a place for it. */
export interface EncodedChunk extends BatchChunk {
  /** The hash of what the caller gave, 32 bytes an event: all that a leaf needs but its position and time. */
  readonly said: Uint8Array
}

const salts = new RandomPool()

/**
 * Returns the rows of a checked batch without their place: one, or several for a long batch; none for an empty one. Each
 * is made when it is asked for, so that a long batch is not held twice.
 */
export function* encodedBatch({ actor, batch, events, plan }: Batch): Generator<EncodedChunk, void> {
  const most = Math.min(events.length, chunkEvents)
  let writer = new ChunkWriter()
  let salt = new Uint8Array()
  let said = new Uint8Array()
  const ended = (): EncodedChunk => {
    const length = writer.size * hashBytes
    return { ...writer.columns(salt.subarray(0, length)), said: said.subarray(0, length) }
  }
  for (const { activity, effectiveOn, event, provenance, source } of events) {
    const content = Buffer.from(JSON.stringify(event))
    if (writer.isFullFor(content)) {
      yield ended()
      writer = new ChunkWriter()
    }
    if (writer.size === 0) {
      salt = salts.take(most * hashBytes)
      said = new Uint8Array(most * hashBytes)
    }
    const at = writer.size * hashBytes
    const header = { plan, activity, type: event._tag, effectiveOn, actor, batch, provenance, source }
    writer.add(header, content)
    saidInto(said, at, header, salt.subarray(at, at + hashBytes), content)
  }
  if (events.length > 0) yield ended()
}

/** Returns byte strings one after another. */
export const joined = (parts: ReadonlyArray<Uint8Array>): Uint8Array => {
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts)
}

/** Returns the rows of an encoded batch that is recorded after position `head`, each when it is asked for. */
export function* placedRows(
  { actor, batch, plan }: Batch,
  chunks: Iterable<EncodedChunk>,
  head: number,
  recordedAt: number
): Generator<BatchRow, void> {
  let first = head + 1
  let chunk = 0
  for (const { said, ...columns } of chunks) {
    yield { ...columns, plan, first, chunk, recordedAt, batch, actor, leaf: leavesOf(said, first, recordedAt) }
    first += columns.size
    chunk += 1
  }
}

/** Returns the leaves of consecutive events, of which this is the hash of what the caller gave. */
const leavesOf = (said: Uint8Array, first: number, recordedAt: number): Uint8Array => {
  const leaves = new Uint8Array(said.length)
  for (let at = 0; at < said.length; at += hashBytes) {
    leafInto(leaves, at, first + at / hashBytes, recordedAt, said.subarray(at, at + hashBytes))
  }
  return leaves
}
