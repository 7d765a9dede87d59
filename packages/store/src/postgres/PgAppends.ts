/**
 * Appends any number of batches to PostgreSQL in one round trip.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import * as PgTypes from "@effect/sql-pg/PgTypes"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { conflictOver } from "../AppendDecision.ts"
import { type Batch, EventLogError } from "../EventLog.ts"
import { hashedEvents } from "../BatchRecords.ts"
import { typed } from "./PgErrors.ts"
import type { AppendAnswer } from "./AppendBatcher.ts"

const answer = "verdict, first::float8[], last::float8[], recorded_at::float8[], head::float8[], touched"
const appending = `frist.append(${Array.from({ length: 21 }, (_, at) => `$${at + 1}`).join(", ")})`
const call = `select ${answer} from ${appending}`

/** Keeps the editions of recorded batches in the same statement. `of_` is the number of the batch, from 1. */
const keepingCall = `with appended as materialized (select * from ${appending})
  select ${answer}, kept.editions
  from appended cross join lateral (
    select count(frist.keep(($1::text[])[k.of_], k.sha256, k.document, k.content)) as editions
    from unnest($22::integer[], $23::text[], $24::text[], $25::bytea[]) k (of_, sha256, document, content)
    where appended.verdict[k.of_] = 'recorded'
  ) kept`

const parameter = (oid: number, values: ReadonlyArray<unknown>): PgTypes.Parameter =>
  Result.getOrThrow(PgTypes.array(values, oid))
const texts = (values: ReadonlyArray<string | null>) => parameter(PgTypes.OID.text, values)
const int4s = (values: ReadonlyArray<number>) => parameter(PgTypes.OID.int4, values)
const int8s = (values: ReadonlyArray<number | null>) =>
  parameter(
    PgTypes.OID.int8,
    values.map((value) => (value === null ? null : BigInt(value)))
  )
const byteas = (values: ReadonlyArray<Uint8Array>) => parameter(PgTypes.OID.bytea, values)

const parameters = (batches: ReadonlyArray<Batch>): ReadonlyArray<unknown> => {
  const ofs: Array<number> = []
  const nths: Array<number> = []
  const events = batches.flatMap((batch, at) => {
    for (const nth of batch.events.keys()) {
      ofs.push(at + 1)
      nths.push(nth + 1)
    }
    return hashedEvents(batch)
  })
  const ofEvents = (of: (event: NewEvent) => string | null) => texts(events.map(({ event }) => of(event)))
  return [
    texts(batches.map((each) => each.plan)),
    texts(batches.map((each) => each.batch)),
    texts(batches.map((each) => each.actor)),
    int8s(batches.map((each) => each.condition.after)),
    int4s(batches.map((each) => each.condition.activities.length)),
    texts(batches.flatMap((each) => each.condition.activities)),
    int4s(batches.map((each) => each.events.length)),
    int4s(ofs),
    int4s(nths),
    ofEvents((each) => each.activity),
    ofEvents((each) => each.event._tag),
    ofEvents((each) => each.effectiveOn),
    ofEvents((each) => each.provenance),
    ofEvents((each) => each.source?.document ?? null),
    ofEvents((each) => each.source?.sha256 ?? null),
    ofEvents((each) => each.source?.table ?? null),
    int8s(events.map(({ event }) => event.source?.row ?? null)),
    ofEvents((each) => each.source?.column ?? null),
    byteas(events.map((each) => each.bytes)),
    byteas(events.map((each) => each.salt)),
    byteas(events.map((each) => each.headerHash))
  ]
}

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
