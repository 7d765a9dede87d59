/**
 * Groups stored events into rows again, exactly as they are: for a restoration, and for tables of an earlier shape.
 */
import type { StoredRow } from "@frist/evidence/StoredEvent"
import { type BatchRow, hashBytes } from "./BatchRow.ts"
import { ChunkWriter } from "./ChunkWriter.ts"
import { joined } from "./EncodedBatch.ts"

/** Takes the events of a plan in order, and returns each row once it is whole. */
export class RecordRows {
  private writer = new ChunkWriter()
  private start: StoredRow["record"] | undefined
  private chunk = 0
  private readonly salts: Array<Uint8Array> = []
  private readonly leaves: Array<Uint8Array> = []

  /** Adds an event. Returns the row that ended before it, if one did. */
  add({ bytes, digest, leaf, record, salt }: StoredRow): BatchRow | undefined {
    const { start } = this
    const isSameBatch =
      start !== undefined &&
      record.plan === start.plan &&
      record.position === start.position + this.writer.size &&
      record.batch === start.batch &&
      record.actor === start.actor &&
      record.recordedAt === start.recordedAt
    const ended = isSameBatch && !this.writer.isFullFor(bytes) ? undefined : this.end()
    if (this.start === undefined) {
      this.chunk = isSameBatch ? this.chunk + 1 : 0
      this.start = record
    }
    this.writer.add(record, bytes)
    this.salts.push((bytes === null ? digest : salt) ?? new Uint8Array(hashBytes))
    this.leaves.push(leaf)
    return ended
  }

  /** Returns the last row, and starts over; `undefined` if there is none. */
  end(): BatchRow | undefined {
    const { chunk, leaves, salts, start, writer } = this
    if (start === undefined || writer.size === 0) return undefined
    const { actor, batch, plan, position, recordedAt } = start
    const columns = writer.columns(joined(salts))
    const row = { ...columns, plan, first: position, chunk, recordedAt, batch, actor, leaf: joined(leaves) }
    this.start = undefined
    this.writer = new ChunkWriter()
    salts.length = 0
    leaves.length = 0
    return row
  }
}
