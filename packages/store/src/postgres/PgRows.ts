/**
 * Between rows of PostgreSQL and records: what is asked for, as values by position, and what becomes of it.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent, RecordHeader } from "@frist/domain/RecordedEvent"
import type * as Result from "effect/Result"
import type { EventLogError } from "../EventLog.ts"
import type { StoredRecord, StoredRow } from "@frist/evidence/StoredEvent"
import { decodeHeaderAndEvent, decodeRecord } from "../EventDecoder.ts"

/** Numbers as float8, which holds every position and instant exactly and arrives as a number. */
const columns = `position::float8, activity, type, effective_on, recorded_at::float8, actor, batch, provenance, content,
  source_document, source_sha256, source_table, source_row::float8, source_column`

/**
 * By the positions themselves, which have no gaps, not by a limit: the planner knows nothing of what a plan holds, and
 * might look through all that is left of it for each page.
 */
const from = "from frist.event where plan = $1 and position > $2 and position <= $3 order by position"

const end = 2n ** 63n - 1n

/** The parameters of a page: positions after `after`, `limit` of them at most. */
export const pageOf = (plan: PlanId, after: number, limit: number | undefined): ReadonlyArray<unknown> => [
  plan,
  BigInt(after),
  limit === undefined ? end : BigInt(after) + BigInt(limit)
]

/** A page of events, and the same with their evidence. */
export const eventsSql = `select ${columns} ${from}`
export const recordsSql = `select ${columns}, salt, leaf, digest ${from}`

/** The same by how many: of rows that may have gaps. */
export const rowsSql = `select ${columns}, salt, leaf, digest from frist.event where plan = $1 and position > $2
  order by position limit $3`

const empty = new Uint8Array()

/** What stands in the columns; nothing of it is believed before it is read back. */
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

export const pgEvent = (plan: PlanId, row: ReadonlyArray<unknown>): Result.Result<RecordedEvent, EventLogError> =>
  decodeHeaderAndEvent(headerOf(plan, row), bytesOf(row[8]))

export const pgRow = (plan: PlanId, row: ReadonlyArray<unknown>): StoredRow => ({
  record: headerOf(plan, row),
  bytes: bytesOf(row[8]),
  salt: bytesOf(row[14]),
  digest: bytesOf(row[16]),
  leaf: bytesOf(row[15]) ?? empty
})

export const pgRecord = (plan: PlanId, row: ReadonlyArray<unknown>): Result.Result<StoredRecord, EventLogError> =>
  decodeRecord(pgRow(plan, row))
