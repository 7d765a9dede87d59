/**
 * The tables of earlier versions, whose rows are events.
 */
import * as PgTypes from "@effect/sql-pg/PgTypes"
import type { StoredRecord } from "@frist/evidence/StoredEvent"
import * as Effect from "effect/Effect"
import { readdirSync, readFileSync } from "node:fs"
import { session } from "../PgSessions.ts"

const migrations = new URL("../../src/postgres/migrations/", import.meta.url)
/** Creates the tables of a version up to 7, and returns a session of the superuser. */
export const tablesOf = Effect.fnUntraced(function* (url: string, version: number, partitions = 0) {
  const sql = yield* session(url)
  yield* sql.withTransaction(
    Effect.gen(function* () {
      yield* sql.unsafe("select set_config('frist.partitions', $1, true)", [String(partitions)])
      for (const name of readdirSync(migrations).toSorted()) {
        if (!(Number(name.slice(0, 4)) <= version)) continue
        yield* sql.unsafe(readFileSync(new URL(name, migrations), "utf8")).unprepared
        if (name.startsWith("0001")) {
          yield* sql.unsafe("set local role frist_owner")
          yield* sql.unsafe(
            "create table frist.migration (version integer not null primary key, name text not null, applied_at timestamptz not null default now())"
          )
        }
        yield* sql.unsafe("insert into frist.migration (version, name) values ($1, $2)", [
          Number(name.slice(0, 4)),
          name
        ])
      }
    })
  )
  return sql
})

const oldColumns = [
  ["plan", PgTypes.text],
  ["position", PgTypes.int8],
  ["activity", PgTypes.text],
  ["type", PgTypes.text],
  ["effective_on", PgTypes.text],
  ["recorded_at", PgTypes.int8],
  ["actor", PgTypes.text],
  ["batch", PgTypes.text],
  ["provenance", PgTypes.text],
  ["source_document", PgTypes.text],
  ["source_sha256", PgTypes.text],
  ["source_table", PgTypes.text],
  ["source_row", PgTypes.int8],
  ["source_column", PgTypes.text],
  ["batch_size", PgTypes.int4],
  ["content", PgTypes.bytea],
  ["salt", PgTypes.bytea],
  ["leaf", PgTypes.bytea],
  ["digest", PgTypes.bytea]
] as const
const insert = `insert into frist.event (${oldColumns.map(([name]) => name).join()}) values (${oldColumns.map((_, at) => `$${at + 1}`).join()})`

const cellsOf = (stored: StoredRecord, size: number | null): ReadonlyArray<unknown> => {
  const { record } = stored
  const { source } = record
  return [
    record.plan,
    BigInt(record.position),
    record.activity,
    record.type,
    record.effectiveOn,
    BigInt(record.recordedAt),
    record.actor,
    record.batch,
    record.provenance,
    source?.document ?? null,
    source?.sha256 ?? null,
    source?.table ?? null,
    source?.row == null ? null : BigInt(source.row),
    source?.column ?? null,
    size,
    stored.bytes,
    stored.salt,
    stored.leaf,
    stored.digest
  ]
}

/** Writes the records of plans as version 7 stored them. */
export const writeEarlier = Effect.fnUntraced(function* (
  sql: Effect.Success<ReturnType<typeof tablesOf>>,
  records: ReadonlyArray<StoredRecord>
) {
  const sizes = Map.groupBy(records, ({ record }) => record.batch)
  for (const [at, stored] of records.entries()) {
    const begins = records[at - 1]?.record.batch !== stored.record.batch
    const cells = cellsOf(stored, begins ? (sizes.get(stored.record.batch)?.length ?? 0) : null)
    yield* sql.unsafe(
      insert,
      cells.map((cell, column) => oldColumns[column]?.[1](cell as never))
    )
  }
  yield* sql.unsafe(
    "insert into frist.plan select plan, max(position), max(recorded_at) from frist.event group by plan"
  )
})
