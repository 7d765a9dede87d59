/**
 * Appends any number of batches to PostgreSQL in one round trip: right after rows that are named, or with a verdict for
 * each.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import * as PgTypes from "@effect/sql-pg/PgTypes"
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { conflictOver } from "../AppendDecision.ts"
import { type EncodedChunk, encodedBatch } from "../batches/EncodedBatch.ts"
import { type Batch, EventLogError } from "../EventLog.ts"
import { typed } from "./PgErrors.ts"
import type { AppendAnswer } from "./AppendBatcher.ts"

const places = (first: number, many: number) => Array.from({ length: many }, (_, at) => `$${first + at}`).join(", ")
const answer = "verdict, first::float8[], last::float8[], recorded_at::float8[], head::float8[], touched"
const appending = `frist.append(${places(1, 14)})`
const call = `select ${answer} from ${appending}`

/** Keeps the editions of recorded batches in the same statement. `of_` is the number of the batch, from 1. */
const keepingCall = `with appended as materialized (select * from ${appending})
  select ${answer}, kept.editions
  from appended cross join lateral (
    select count(frist.keep(($1::text[])[k.of_], k.sha256, k.document, k.content)) as editions
    from unnest($15::integer[], $16::text[], $17::text[], $18::bytea[]) k (of_, sha256, document, content)
    where appended.verdict[k.of_] = 'recorded'
  ) kept`

/** Both answer a row for each row that they record. Positions follow from what is sent. */
const oneCall = `select plan, recorded_at::float8 from frist.append_one(${places(1, 12)})`
const nextCall = `select plan, recorded_at::float8 from frist.append_next(${places(1, 13)})`

const parameter = (oid: number, values: ReadonlyArray<unknown>): PgTypes.Parameter =>
  Result.getOrThrow(PgTypes.array(values, oid))
const texts = (values: ReadonlyArray<string>) => parameter(PgTypes.OID.text, values)
const int4s = (values: ReadonlyArray<number>) => parameter(PgTypes.OID.int4, values)
const int8s = (values: ReadonlyArray<number>) => parameter(PgTypes.OID.int8, values.map(BigInt))
const byteas = (values: ReadonlyArray<Uint8Array>) => parameter(PgTypes.OID.bytea, values)

const encoded = Symbol("encoded")

/** A checked batch, which carries its rows: a weak map would cost an append a microsecond, and more when memory is freed. */
interface EncodedOnce extends Batch {
  [encoded]?: ReadonlyArray<EncodedChunk>
}

/** Returns the rows of a checked batch without their place in the log. They are made once. */
export const chunksOf = (batch: EncodedOnce): ReadonlyArray<EncodedChunk> =>
  (batch[encoded] ??= [...encodedBatch(batch)])

const columns = (chunks: ReadonlyArray<EncodedChunk>): ReadonlyArray<unknown> => [
  int4s(chunks.map(({ size }) => size)),
  texts(chunks.map(({ activities }) => activities)),
  texts(chunks.map(({ origins }) => origins)),
  texts(chunks.map(({ header }) => header)),
  byteas(chunks.map(({ content }) => content)),
  byteas(chunks.map(({ salt }) => salt)),
  byteas(chunks.map(({ said }) => said))
]

/** A batch that goes right after the row of its plan from `row` to `after`, and after those before it in the call. */
export interface NextBatch {
  readonly batch: Batch
  readonly row: number
  readonly after: number
}

/** A row after the row of its plan. */
interface NextRow extends NextBatch {
  readonly chunk: EncodedChunk
  readonly at: number
}

const oneParameters = ({ after, batch, chunk, row }: NextRow): ReadonlyArray<unknown> => [
  batch.plan,
  BigInt(row),
  BigInt(after),
  batch.batch,
  batch.actor,
  PgTypes.int4(chunk.size),
  chunk.activities,
  chunk.origins,
  chunk.header,
  chunk.content,
  chunk.salt,
  chunk.said
]

const nextParameters = (rows: ReadonlyArray<NextRow>): ReadonlyArray<unknown> => [
  texts(rows.map(({ batch }) => batch.plan)),
  int8s(rows.map(({ row }) => row)),
  int8s(rows.map(({ after }) => after)),
  texts(rows.map(({ batch }) => batch.batch)),
  texts(rows.map(({ batch }) => batch.actor)),
  int4s(rows.map(({ at }) => at)),
  ...columns(rows.map(({ chunk }) => chunk))
]

const rowsOf = (group: ReadonlyArray<NextBatch>): ReadonlyArray<NextRow> => {
  const rows: Array<NextRow> = []
  for (const { after, batch, row } of group) {
    for (const [at, chunk] of chunksOf(batch).entries()) rows.push({ batch, row, after, chunk, at })
  }
  return rows
}

/**
 * Records batches right after the rows that they name: of each plan all of them, in their order, or none. Answers when each
 * plan was recorded.
 */
export const appendNext = (
  sql: PgClient,
  group: ReadonlyArray<NextBatch>
): Effect.Effect<ReadonlyMap<PlanId, number>, EventLogError> => {
  const rows = rowsOf(group)
  const [only] = rows
  const answered =
    only !== undefined && rows.length === 1
      ? sql.unsafe(oneCall, oneParameters(only)).values
      : sql.unsafe(nextCall, nextParameters(rows)).values
  return typed(
    Effect.map(answered, (found) => new Map(found.map(([plan, recordedAt]) => [plan as PlanId, Number(recordedAt)])))
  )
}

const parameters = (batches: ReadonlyArray<Batch>): ReadonlyArray<unknown> => [
  texts(batches.map((each) => each.plan)),
  texts(batches.map((each) => each.batch)),
  texts(batches.map((each) => each.actor)),
  int8s(batches.map((each) => each.condition.after)),
  int4s(batches.map((each) => each.condition.activities.length)),
  texts(batches.flatMap((each) => each.condition.activities)),
  int4s(batches.map((each) => chunksOf(each).length)),
  ...columns(batches.flatMap(chunksOf))
]

const keptParameters = (batches: ReadonlyArray<Batch>): ReadonlyArray<unknown> => {
  const kept = batches.flatMap(({ editions = [] }, at) => editions.map((edition) => ({ ...edition, of: at + 1 })))
  return [
    int4s(kept.map(({ of }) => of)),
    texts(kept.map(({ sha256 }) => sha256)),
    texts(kept.map(({ document }) => document)),
    byteas(kept.map(({ content }) => content))
  ]
}

const itemOf = (column: unknown, at: number): unknown => (Array.isArray(column) ? column[at] : null)

/** Converts the verdict of `frist.append` on a batch. */
const answerOf = (batch: Batch, row: ReadonlyArray<unknown>, at: number): AppendAnswer => {
  const [verdict, first, last, recordedAt, head, touched] = row.map((column) => itemOf(column, at))
  if (verdict === "alone") return verdict
  if (verdict === "conflict") {
    const changed = typeof touched === "string" ? touched.split("\n") : []
    return Result.fail(conflictOver(batch, Number(head), changed))
  }
  return Result.succeed({
    first: Number(first),
    last: Number(last),
    recordedAt: Number(recordedAt),
    repeated: verdict === "repeated"
  })
}

const asked = (sql: PgClient, batches: ReadonlyArray<Batch>) =>
  batches.some(({ editions = [] }) => editions.length > 0)
    ? sql.unsafe(keepingCall, [...parameters(batches), ...keptParameters(batches)])
    : sql.unsafe(call, parameters(batches))

/** Appends batches in one call, grouped by plan, in the open transaction or in a new one. */
export const appendNow = (
  sql: PgClient,
  batches: ReadonlyArray<Batch>
): Effect.Effect<ReadonlyArray<AppendAnswer>, EventLogError> =>
  Effect.flatMap(typed(asked(sql, batches).values), ([row]) =>
    Array.isArray(row?.[0]) && row[0].length === batches.length
      ? Effect.succeed(batches.map((batch, at) => answerOf(batch, row, at)))
      : Effect.fail(new EventLogError({ reason: "corrupt", detail: "frist.append returned too few verdicts" }))
  )
