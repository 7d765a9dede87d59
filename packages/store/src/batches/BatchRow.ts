/**
 * A batch as a row, the same for every database. Its events lie one after another in `content`, and `header` has an
 * entry for each. A long batch is several rows, its chunks.
 *
 * `activities` and `origins` are what the events share, as JSON: `["webb","webb.del-1"]`, and a list of `[effectiveOn,
 * provenance]` or, with a source, `[effectiveOn, provenance, document, sha256, table]`. An entry of `header` is
 * `[bytes, activity, type, origin]`, with a source also `row` and `column`: `activity` and `origin` are places in the
 * two lists, from 0. Every value is part of a leaf, so nothing can be changed unseen. Only `chunk` is not: it follows from
 * the rows before, and verification compares it with them.
 *
 * `salt` and `leaf` have 32 bytes an event. Of an erased event, `bytes` is null, nothing is left in `content`, and the
 * digest of salt and content is in the place of its salt.
 */
import type { Actor, BatchId, PlanId } from "@frist/domain/Names"

/** The columns that do not depend on the place of the events in the log. */
export interface BatchChunk {
  /** The number of its events. */
  readonly size: number
  /** The activities that its events are about, as a list in JSON. */
  readonly activities: string
  /** The days, provenances and documents of its events, as a list in JSON. */
  readonly origins: string
  /** An entry for each event, in JSON. */
  readonly header: string
  /** The exact bytes of every event, one after another. */
  readonly content: Uint8Array
  /** 32 bytes an event. */
  readonly salt: Uint8Array
}

/** A row as it is written. */
export interface BatchRow extends BatchChunk {
  readonly plan: PlanId
  /** The position of its first event. */
  readonly first: number
  /** The number of the row among those of its batch, from 0. */
  readonly chunk: number
  readonly recordedAt: number
  readonly batch: BatchId
  readonly actor: Actor
  /** 32 bytes an event. */
  readonly leaf: Uint8Array
}

/**
 * The columns of a row, as a database returns them. Nothing in them is trusted. Salt and leaf are undefined where only the
 * events were asked for, and chunk where they are not verified.
 */
export type BatchColumns = Readonly<
  Record<
    | "plan"
    | "first"
    | "recordedAt"
    | "batch"
    | "actor"
    | "activities"
    | "origins"
    | "header"
    | "content"
    | "salt"
    | "leaf"
    | "chunk",
    unknown
  >
>

/** The most events of a row, and the most bytes of content, unless one event alone has more. */
export const chunkEvents = 500
export const chunkBytes = 1_048_576

/** The bytes of a hash, and of a salt. */
export const hashBytes = 32
