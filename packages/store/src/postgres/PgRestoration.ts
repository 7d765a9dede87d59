/**
 * Restores a plan into PostgreSQL. Only the owner of the tables may write rows as they are.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import * as PgTypes from "@effect/sql-pg/PgTypes"
import type { PlanId } from "@frist/domain/Names"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Stream from "effect/Stream"
import { restoreRecords, type RestoredPlan } from "../copy/Restoration.ts"
import type { BatchSpan } from "../evidence/RecordVerifier.ts"
import { restoreConflict } from "../AppendDecision.ts"
import type { Conflict, EventLogError, KeptEdition } from "../EventLog.ts"
import { type EvidenceBroken, type StoredRecord } from "@frist/evidence/StoredEvent"
import { typed } from "./PgErrors.ts"

const { OID } = PgTypes

/** The columns after the plan, with their types. */
const columns = [
  ["position", OID.int8],
  ["activity", OID.text],
  ["type", OID.text],
  ["effective_on", OID.text],
  ["recorded_at", OID.int8],
  ["actor", OID.text],
  ["batch", OID.text],
  ["provenance", OID.text],
  ["source_document", OID.text],
  ["source_sha256", OID.text],
  ["source_table", OID.text],
  ["source_row", OID.int8],
  ["source_column", OID.text],
  ["batch_size", OID.int4],
  ["content", OID.bytea],
  ["salt", OID.bytea],
  ["leaf", OID.bytea],
  ["digest", OID.bytea]
] as const

const types = { [OID.int8]: "bigint", [OID.int4]: "integer", [OID.text]: "text", [OID.bytea]: "bytea" }
const names = columns.map(([name]) => name).join(", ")

const insert = `insert into frist.event (plan, ${names})
  select $1, * from unnest(${columns.map(([, oid], at) => `$${at + 2}::${types[oid]}[]`).join(", ")})`

const big = (value: number | null) => (value === null ? null : BigInt(value))

/** Returns the columns of an event. The first event of a batch also has the size of the batch. */
const rowOf = ({ bytes, digest, leaf, record, salt }: StoredRecord, size: number | null): ReadonlyArray<unknown> => [
  BigInt(record.position),
  record.activity,
  record.type,
  record.effectiveOn,
  BigInt(record.recordedAt),
  record.actor,
  record.batch,
  record.provenance,
  record.source?.document ?? null,
  record.source?.sha256 ?? null,
  record.source?.table ?? null,
  big(record.source?.row ?? null),
  record.source?.column ?? null,
  size,
  bytes,
  salt,
  leaf,
  digest
]

const parametersOf = (plan: PlanId, rows: ReadonlyArray<ReadonlyArray<unknown>>): ReadonlyArray<unknown> => [
  plan,
  ...columns.map(([, oid], at) =>
    Result.getOrThrow(
      PgTypes.array(
        rows.map((row) => row[at]),
        oid
      )
    )
  )
]

class Nothing extends Data.TaggedError("Nothing")<{ readonly taken: RestoredPlan }> {}

/** Restores a plan in the open transaction or in a new one. Locks the plan's row first, as every append does. */
export const pgRestore = <E, R>(
  sql: PgClient,
  plan: PlanId,
  records: Stream.Stream<StoredRecord | KeptEdition, E, R>
): Effect.Effect<RestoredPlan, E | Conflict | EvidenceBroken | EventLogError, R> =>
  typed(
    sql
      .withTransaction(
        Effect.gen(function* () {
          yield* sql.unsafe(
            "insert into frist.plan (plan, head, recorded_at) values ($1, 0, 0) on conflict do nothing",
            [plan]
          )
          const [row] = yield* sql.unsafe("select head::float8 from frist.plan where plan = $1 for update", [plan])
            .values
          const head = Number(row?.[0])
          const conflict = restoreConflict(plan, head)
          if (conflict !== undefined) return yield* conflict

          // The first event of a batch needs its size, so it waits until the batch has ended.
          let last: StoredRecord | undefined
          const waiting = new Map<number, StoredRecord>()
          const write = Effect.fnUntraced(function* (
            page: ReadonlyArray<StoredRecord>,
            batches: ReadonlyArray<BatchSpan>
          ) {
            const rows: Array<ReadonlyArray<unknown>> = []
            for (const each of page) {
              if (each.record.batch === last?.record.batch) rows.push(rowOf(each, null))
              else waiting.set(each.record.position, each)
              last = each
            }
            for (const span of batches) {
              const first = waiting.get(span.first)
              waiting.delete(span.first)
              if (first !== undefined) rows.push(rowOf(first, span.last - span.first + 1))
            }
            if (rows.length > 0) yield* typed(sql.unsafe(insert, parametersOf(plan, rows)))
          })
          const keep = ({ content, document, sha256 }: KeptEdition) =>
            Effect.asVoid(typed(sql.unsafe("select frist.keep($1, $2, $3, $4)", [plan, sha256, document, content])))
          const taken = yield* restoreRecords(plan, records, write, keep)
          // Rolls back: a plan without events has no row.
          if (taken.size === 0) return yield* new Nothing({ taken })
          yield* sql.unsafe("update frist.plan set head = $2, recorded_at = $3 where plan = $1", [
            plan,
            BigInt(taken.size),
            BigInt(taken.recordedAt)
          ])
          return taken
        })
      )
      .pipe(
        Effect.catchIf(
          (error) => error instanceof Nothing,
          ({ taken }) => Effect.succeed(taken)
        )
      )
  )
