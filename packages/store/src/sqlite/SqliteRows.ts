/**
 * The statements of a log in SQLite, and the conversion between rows and records.
 */
import type { DatabaseSync, StatementSync } from "node:sqlite"
import type { StoredRecord, StoredRow } from "@frist/evidence/StoredEvent"
import type { PlanId } from "@frist/domain/Names"
import type { KeptEdition } from "../EventLog.ts"
import { contentHash } from "../KeptContent.ts"
import { decodeRecord } from "../EventDecoder.ts"

/** The columns of an event, in the order of writing and reading. */
const columns = `plan, position, activity, type, effective_on, recorded_at, actor, batch, provenance,
  source_document, source_sha256, source_table, source_row, source_column, content, salt, digest, leaf`

/** Reads rows as arrays where Node can (since 22.16). Reading fields of row objects would take most of the time. */
const inArrays = (statement: StatementSync): StatementSync => {
  if ("setReturnArrays" in statement) statement.setReturnArrays(true)
  return statement
}

/**
 * Reads integers as bigints, at twice the cost: a row that was tampered with may have values too large for a number.
 */
const bigints = (statement: StatementSync): StatementSync => {
  statement.setReadBigInts(true)
  return statement
}

/** Prepares the statements of a log on a connection. */
export const statements = (db: DatabaseSync) => ({
  head: db.prepare("select head, recorded_at from plan where plan = ?"),
  batch: db.prepare("select first, last, recorded_at from batch where plan = ? and batch = ?"),
  touched: db.prepare("select distinct activity from event where plan = ? and position > ?"),
  start: db.prepare("insert into plan (plan, head, recorded_at) values (?, ?, ?)"),
  grow: db.prepare("update plan set head = ?, recorded_at = ? where plan = ?"),
  remember: db.prepare("insert into batch (plan, batch, first, last, recorded_at) values (?, ?, ?, ?, ?)"),
  insert: db.prepare(`insert into event (${columns}) values (${columns.replace(/\w+/gu, "?")})`),
  wide: bigints(db.prepare(`select ${columns} from event where plan = ? and position > ? order by position limit ?`)),
  read: inArrays(db.prepare(`select ${columns} from event where plan = ? and position > ? order by position limit ?`)),
  decision:
    db.prepare(`select 1 from event where plan = ? and position > ? and type = 'Redacted' and content is not null
    and json_extract(cast(content as text), '$.position') = ?`),
  content: db.prepare("select type, content, salt from event where plan = ? and position = ?"),
  erase: db.prepare("update event set content = null, salt = null, digest = ? where plan = ? and position = ?"),
  notes: db.prepare("select note from checkpoint where plan = ? order by number"),
  seal: db.prepare(`insert into checkpoint (plan, number, note)
    select ?1, last.number + 1, ?2
    from (select coalesce(max(number), 0) as number from checkpoint where plan = ?1) last
    where not exists (select 1 from checkpoint c where c.plan = ?1 and c.number = last.number and c.note = ?2)`),
  keep: db.prepare(`insert into edition (plan, sha256, document, digest, content) values (?, ?, ?, ?, ?)
    on conflict (plan, sha256) do update set digest = excluded.digest, content = excluded.content`),
  editions: db.prepare("select sha256, document from edition where plan = ? and content is not null order by sha256"),
  edition: db.prepare("select content from edition where plan = ? and sha256 = ?"),
  aboutEdition: db.prepare(`select type, json_extract(cast(content as text), '$.content') as named from event
    where plan = ? and type in ('EditionKept', 'EditionErased')
      and json_extract(cast(content as text), '$.sha256') = ? order by position desc limit 1`),
  eraseEdition: db.prepare("update edition set digest = ?, content = ? where plan = ? and sha256 = ?"),
  plans: db.prepare("select plan, head from plan order by plan"),
  begin: db.prepare("begin immediate"),
  commit: db.prepare("commit"),
  rollback: db.prepare("rollback")
})

type Statements = ReturnType<typeof statements>

/** Inserts a record exactly as it is. */
export const insertRecord = ({ insert }: Statements, { bytes, digest, leaf, record, salt }: StoredRecord): void => {
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
    digest,
    leaf
  )
}

/** Keeps what the log names of an edition. */
export const keepEdition = ({ keep }: Statements, plan: PlanId, { content, document, sha256 }: KeptEdition): void => {
  keep.run(plan, sha256, document, contentHash(content), content)
}

const numberOf = (value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value)
const bytesOf = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : null)

/** Converts a row without validating it. Numbers may be bigints. */
export const sqliteRow = (row: object): StoredRow => {
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
    digest,
    leaf
  ]: ReadonlyArray<unknown> = Object.values(row)
  const nothing = document === null && sha256 === null && table === null && sourceRow === null && column === null
  const source = nothing ? null : { document, sha256, table, row: numberOf(sourceRow), column }
  return {
    record: {
      plan,
      position: numberOf(position),
      activity,
      type,
      effectiveOn,
      recordedAt: numberOf(recordedAt),
      actor,
      batch,
      provenance,
      source
    } as StoredRow["record"],
    bytes: bytesOf(content),
    salt: bytesOf(salt),
    digest: bytesOf(digest),
    leaf: bytesOf(leaf) ?? new Uint8Array()
  }
}

/** Decodes a row, checking every field against the schema. */
export const sqliteRecord = (row: object) => decodeRecord(sqliteRow(row))
