/**
 * Restores a plan into PostgreSQL. Only the owner of the tables may write rows as they are.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import * as PgTypes from "@effect/sql-pg/PgTypes"
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Stream from "effect/Stream"
import type { BatchRow } from "../batches/BatchRow.ts"
import { RecordRows } from "../batches/RecordRows.ts"
import { restoreRecords, type RestoredPlan } from "../copy/Restoration.ts"
import type { BatchSpan } from "../evidence/RecordVerifier.ts"
import { restoreConflict } from "../AppendDecision.ts"
import { type Conflict, EventLogError, type KeptEdition } from "../EventLog.ts"
import type { CopiedNote } from "@frist/evidence/CopyFormat"
import { type EvidenceBroken, type StoredRecord } from "@frist/evidence/StoredEvent"
import { typed } from "./PgErrors.ts"
import { headSql } from "./PgRows.ts"

const { OID } = PgTypes

/** The columns after the plan, with their types. */
const columns = [
  ["first", OID.int8],
  ["last", OID.int8],
  ["chunk", OID.int4],
  ["recorded_at", OID.int8],
  ["batch", OID.text],
  ["actor", OID.text],
  ["activities", OID.text],
  ["origins", OID.text],
  ["header", OID.text],
  ["content", OID.bytea],
  ["salt", OID.bytea],
  ["leaf", OID.bytea]
] as const

const types = { [OID.int8]: "bigint", [OID.int4]: "integer", [OID.text]: "text", [OID.bytea]: "bytea" }
const names = columns.map(([name]) => name).join(", ")

const insert = `insert into frist.chunk (plan, ${names})
  select $1, * from unnest(${columns.map(([, oid], at) => `$${at + 2}::${types[oid]}[]`).join(", ")})`

const cellsOf = (row: BatchRow): ReadonlyArray<unknown> => [
  BigInt(row.first),
  BigInt(row.first + row.size - 1),
  row.chunk,
  BigInt(row.recordedAt),
  row.batch,
  row.actor,
  row.activities,
  row.origins,
  row.header,
  row.content,
  row.salt,
  row.leaf
]

const parametersOf = (plan: PlanId, rows: ReadonlyArray<BatchRow>): ReadonlyArray<unknown> => {
  const cells = rows.map(cellsOf)
  return [
    plan,
    ...columns.map(([, oid], at) =>
      Result.getOrThrow(
        PgTypes.array(
          cells.map((row) => row[at]),
          oid
        )
      )
    )
  ]
}

/** The state of a server where somebody was ahead with the same key. */
const taken = "23505"

const noneBefore = Effect.fnUntraced(function* (sql: PgClient, plan: PlanId) {
  const [row] = yield* sql.unsafe(headSql, [plan]).values
  const conflict = restoreConflict(plan, Number(row?.[0] ?? 0))
  if (conflict !== undefined) return yield* conflict
})

/**
 * Restores a plan in the open transaction or in a new one. Locks the plan, as an append does. An append waits for the lock
 * only for a while, so it may be ahead of the first row all the same.
 */
export const pgRestore = <E, R>(
  sql: PgClient,
  plan: PlanId,
  records: Stream.Stream<StoredRecord | KeptEdition | CopiedNote, E, R>
): Effect.Effect<RestoredPlan, E | Conflict | EvidenceBroken | EventLogError, R> =>
  typed(
    sql.withTransaction(
      Effect.gen(function* () {
        yield* sql.unsafe("select frist.queue($1, 10000)", [plan])
        yield* noneBefore(sql, plan)
        let rows = new RecordRows()
        let read = 0
        const write = (page: ReadonlyArray<StoredRecord>, batches: ReadonlyArray<BatchSpan>) => {
          const whole = page.flatMap((each) => rows.add(each) ?? [])
          read += page.length
          if (batches.at(-1)?.last === read) {
            const last = rows.end()
            if (last !== undefined) whole.push(last)
            rows = new RecordRows()
          }
          return whole.length === 0 ? Effect.void : Effect.asVoid(typed(sql.unsafe(insert, parametersOf(plan, whole))))
        }
        const keep = (kept: KeptEdition | CopiedNote) =>
          Effect.asVoid(
            typed(
              "note" in kept
                ? sql.unsafe("select frist.seal($1, $2)", [plan, kept.note])
                : sql.unsafe("select frist.keep($1, $2, $3, $4)", [plan, kept.sha256, kept.document, kept.content])
            )
          )
        return yield* restoreRecords(plan, records, write, keep)
      })
    )
  ).pipe(
    Effect.tapError((error) =>
      error instanceof EventLogError && error.sqlState === taken ? typed(noneBefore(sql, plan)) : Effect.void
    )
  )
