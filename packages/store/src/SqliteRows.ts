/**
 * The statements of a log in SQLite, and between its rows and records.
 */
import type { RecordedEvent } from "@frist/domain"
import type { DatabaseSync, StatementSync } from "node:sqlite"
import type { StoredRecord } from "./EventLog.ts"
import { readBack } from "./ReadBack.ts"

/** An event's columns, in the order in which they are written and read. */
const columns = `plan, position, activity, type, effective_on, recorded_at, actor, batch, provenance,
  source_document, source_sha256, source_table, source_row, source_column, content, salt, leaf`

/** Rows as arrays where Node can (since 22.16): of a row that is an object, asking for fields costs most of reading. */
const inArrays = (statement: StatementSync): StatementSync => {
  if ("setReturnArrays" in statement) statement.setReturnArrays(true)
  return statement
}

export const statements = (db: DatabaseSync) => ({
  head: db.prepare("select head, recorded_at from plan where plan = ?"),
  batch: db.prepare("select first, last, recorded_at from batch where plan = ? and batch = ?"),
  touched: db.prepare("select distinct activity from event where plan = ? and position > ?"),
  start: db.prepare("insert into plan (plan, head, recorded_at) values (?, ?, ?)"),
  grow: db.prepare("update plan set head = ?, recorded_at = ? where plan = ?"),
  remember: db.prepare("insert into batch (plan, batch, first, last, recorded_at) values (?, ?, ?, ?, ?)"),
  insert: db.prepare(`insert into event (${columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
  read: inArrays(db.prepare(`select ${columns} from event where plan = ? and position > ? order by position limit ?`)),
  plans: db.prepare("select plan, head from plan order by plan"),
  begin: db.prepare("begin immediate"),
  commit: db.prepare("commit"),
  rollback: db.prepare("rollback")
})

export type Statements = ReturnType<typeof statements>

/** Stores an event exactly as it is. */
export const insertRecord = ({ insert }: Statements, { bytes, leaf, record, salt }: StoredRecord): void => {
  const { source } = record
  insert.run(
    record.plan,
    record.position,
    record.activity,
    record.type,
    record.effectiveOn,
    record.recordedAt,
    record.actor,
    record.batch,
    record.provenance,
    source?.document ?? null,
    source?.sha256 ?? null,
    source?.table ?? null,
    source?.row ?? null,
    source?.column ?? null,
    bytes,
    salt,
    leaf
  )
}

const bytesOf = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : null)

/** The row as a record; `readBack` checks every field against the schema, so nothing here is believed. */
export const recordOf = (row: object) => {
  const [
    plan,
    position,
    activity,
    type,
    effectiveOn,
    recordedAt,
    actor,
    batch,
    provenance,
    document,
    sha256,
    table,
    sourceRow,
    column,
    content,
    salt,
    leaf
  ]: ReadonlyArray<unknown> = Object.values(row)
  const source = document === null ? null : { document, sha256, table, row: sourceRow, column }
  return readBack({
    record: { plan, position, activity, type, effectiveOn, recordedAt, actor, batch, provenance, source } as Omit<
      RecordedEvent,
      "event"
    >,
    bytes: bytesOf(content),
    salt: bytesOf(salt),
    leaf: bytesOf(leaf) ?? new Uint8Array()
  })
}
