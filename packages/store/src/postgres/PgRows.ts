/**
 * Between rows of PostgreSQL and records: what is asked for, as values by position, and what becomes of it.
 */
import type { PlanId, RecordedEvent } from "@frist/domain"
import type * as Result from "effect/Result"
import type { EventLogError, StoredRecord } from "../EventLog.ts"
import { readBack } from "../StoredEvent.ts"

/** Numbers as float8, which holds every position and instant exactly and arrives as a number. */
const columns = `position::float8, activity, type, effective_on, recorded_at::float8, actor, batch, provenance, content,
  source_document, source_sha256, source_table, source_row::float8, source_column`

const from = "from frist.event where plan = $1 and position > $2 order by position limit $3"

/** A page of events, and the same with their evidence. */
export const readSql = `select ${columns} ${from}`
export const recordsSql = `select ${columns}, salt, leaf ${from}`

const empty = new Uint8Array()

/** The row as a record; `readBack` checks every field, so nothing here is believed. */
export const recordOf = (plan: PlanId, row: ReadonlyArray<unknown>): Result.Result<StoredRecord, EventLogError> => {
  const [position, activity, type, effectiveOn, recordedAt, actor, batch, provenance, content] = row
  const [document, sha256, table, sourceRow, column, salt, leaf] = row.slice(9)
  return readBack({
    record: {
      plan,
      position,
      activity,
      type,
      effectiveOn,
      recordedAt,
      actor,
      batch,
      provenance,
      source: document === null ? null : { document, sha256, table, row: sourceRow, column }
    } as Omit<RecordedEvent, "event">,
    bytes: bytesOf(content),
    salt: bytesOf(salt),
    leaf: bytesOf(leaf) ?? empty
  })
}

const bytesOf = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : null)
