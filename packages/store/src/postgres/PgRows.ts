/**
 * The columns of an event in PostgreSQL, and the conversion of rows to records.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent, RecordHeader } from "@frist/domain/RecordedEvent"
import type * as Result from "effect/Result"
import type { EventLogError } from "../EventLog.ts"
import type { StoredRecord, StoredRow } from "@frist/evidence/StoredEvent"
import { decodeHeaderAndEvent, decodeRecord } from "../EventDecoder.ts"

/** Numbers as float8: it holds every position and instant exactly and arrives as a number. */
const columns = `position::float8, activity, type, effective_on, recorded_at::float8, actor, batch, provenance, content,
  source_document, source_sha256, source_table, source_row::float8, source_column`

/**
 * By position instead of limit, because positions have no gaps. The planner has no statistics of a plan, and might scan
 * the rest of it for each page.
 */
const from = "from frist.event where plan = $1 and position > $2 and position <= $3 order by position"

const end = 2n ** 63n - 1n

/** Returns the parameters of a page: at most `limit` positions after `after`. */
export const pageOf = (plan: PlanId, after: number, limit: number | undefined): ReadonlyArray<unknown> => [
  plan,
  BigInt(after),
  limit === undefined ? end : BigInt(after) + BigInt(limit)
]

/** A page of events. */
export const eventsSql = `select ${columns} ${from}`
/** A page of events with their evidence. */
export const recordsSql = `select ${columns}, salt, leaf, digest ${from}`

/** A page of rows by limit, because rows that were tampered with may have gaps. */
export const rowsSql = `select ${columns}, salt, leaf, digest from frist.event where plan = $1 and position > $2
  order by position limit $3`

const empty = new Uint8Array()

/** Converts the columns of a header. Nothing is trusted before it is decoded. */
const headerOf = (plan: PlanId, row: ReadonlyArray<unknown>) =>
  ({
    plan,
    position: row[0],
    activity: row[1],
    type: row[2],
    effectiveOn: row[3],
    recordedAt: row[4],
    actor: row[5],
    batch: row[6],
    provenance: row[7],
    source: row.slice(9, 14).every((value) => value === null)
      ? null
      : { document: row[9], sha256: row[10], table: row[11], row: row[12], column: row[13] }
  }) as RecordHeader

const bytesOf = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : null)

/** Decodes an event. */
export const pgEvent = (plan: PlanId, row: ReadonlyArray<unknown>): Result.Result<RecordedEvent, EventLogError> =>
  decodeHeaderAndEvent(headerOf(plan, row), bytesOf(row[8]))

/** Converts a row without validating it. */
export const pgRow = (plan: PlanId, row: ReadonlyArray<unknown>): StoredRow => ({
  record: headerOf(plan, row),
  bytes: bytesOf(row[8]),
  salt: bytesOf(row[14]),
  digest: bytesOf(row[16]),
  leaf: bytesOf(row[15]) ?? empty
})

/** Decodes a record. */
export const pgRecord = (plan: PlanId, row: ReadonlyArray<unknown>): Result.Result<StoredRecord, EventLogError> =>
  decodeRecord(pgRow(plan, row))
