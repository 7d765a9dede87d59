/**
 * Reads the events of a log in PostgreSQL, from its rows.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { StoredRecord, StoredRow } from "@frist/evidence/StoredEvent"
import * as Effect from "effect/Effect"
import type * as Result from "effect/Result"
import type { BatchColumns } from "../batches/BatchRow.ts"
import { eventsIn, recordsIn } from "../batches/RowDecoder.ts"
import { storedRows } from "../batches/StoredRows.ts"
import { checkedRange } from "../CheckedInput.ts"
import type { EventLog, EventLogError, ReadOptions } from "../EventLog.ts"
import {
  endOf,
  eventsSql,
  laterSql,
  leavesSql,
  nothingKnown,
  pageSql,
  recordsSql,
  rowColumns,
  rowsSql,
  rowSpan,
  knownTextsOf
} from "./PgRows.ts"

/** Runs a query, and answers with its rows. */
export type Query = (
  statement: string,
  parameters: ReadonlyArray<unknown>
) => Effect.Effect<ReadonlyArray<ReadonlyArray<unknown>>, EventLogError>

/** Called with the last row of a plan that was read to its end. */
type Ended = (plan: PlanId, row: number, last: number) => Effect.Effect<void>

type Decode<A> = (
  rows: Iterable<BatchColumns>,
  plan: PlanId,
  after: number,
  limit: number
) => Result.Result<ReadonlyArray<A>, EventLogError>

const page = <A>(statement: string, decode: Decode<A>, query: Query, ended: Ended) => {
  let lastKnown = nothingKnown
  return Effect.fnUntraced(function* (plan: PlanId, options?: ReadOptions) {
    const { after, limit } = yield* checkedRange(plan, options)
    const known = lastKnown
    const rows = yield* query(statement, [plan, BigInt(after), endOf(after, limit), known.actor, known.origins])
    const columns = rows.map((row) => rowColumns(plan, row, known))
    const end = columns.at(-1)
    if (end !== undefined) lastKnown = knownTextsOf(end)
    const made = yield* Effect.fromResult(decode(columns, plan, after, limit ?? Number.POSITIVE_INFINITY))
    const last = rows.at(-1)
    if (last !== undefined && (limit === undefined || made.length < limit)) {
      yield* ended(plan, ...rowSpan(last))
    }
    return made
  })
}

/** Returns `EventLog.read` by this query. */
export const eventPages = (
  query: Query,
  ended: Ended
): ((plan: PlanId, options?: ReadOptions) => Effect.Effect<ReadonlyArray<RecordedEvent>, EventLogError>) =>
  page(eventsSql, eventsIn, query, ended)

/** Returns `EvidenceLog.records` by this query. */
export const recordPages = (
  query: Query,
  ended: Ended
): ((plan: PlanId, options?: ReadOptions) => Effect.Effect<ReadonlyArray<StoredRecord>, EventLogError>) =>
  page(recordsSql, recordsIn, query, ended)

/** Returns `EventLog.page` by this query. */
export const pagesWithLeaves = (query: Query, ended: Ended): EventLog["Service"]["page"] =>
  Effect.fnUntraced(function* (plan, after, limit) {
    const rows = yield* query(pageSql, [plan, BigInt(after), endOf(after, limit)])
    const before = rows.findLast((row) => row.at(-2) !== null)
    const columns = rows.filter((row) => rowSpan(row)[1] > after).map((row) => rowColumns(plan, row.slice(0, -2)))
    const events = yield* Effect.fromResult(eventsIn(columns, plan, after, limit))
    const last = rows.at(-1)
    if (last !== undefined && events.length < limit) yield* ended(plan, ...rowSpan(last))
    return { events, before: bytesOf(before?.at(-2)), last: bytesOf(last?.at(-1)) }
  })

/** Returns `EventLog.plans` by this query. */
export const readPlans = (query: Query): EventLog["Service"]["plans"] =>
  Effect.map(query("select plan, head::float8 from frist.plan order by plan", []), (rows) =>
    rows.map(([plan, head]) => ({ plan: plan as PlanId, events: Number(head) }))
  )

/** Returns `EventLog.leaves` by this query. */
export const leavesOf =
  (query: Query): EventLog["Service"]["leaves"] =>
  (of) =>
    of.length === 0
      ? Effect.succeed([])
      : Effect.map(query(leavesSql, [of.map(({ plan }) => plan), of.map(({ position }) => position)]), (rows) =>
          rows.map(([leaf]) => bytesOf(leaf))
        )

const bytesOf = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : null)

/** Rows that are fetched at a time beyond a gap. */
const manyLater = 100n

/** Returns `EvidenceLog.rows` by this query. */
export const rowPages = (
  query: Query
): ((plan: PlanId, options?: ReadOptions) => Effect.Effect<ReadonlyArray<StoredRow>, EventLogError>) =>
  Effect.fnUntraced(function* (plan, options) {
    const { after, limit = Number.MAX_SAFE_INTEGER } = yield* checkedRange(plan, options)
    const found = [...(yield* query(rowsSql, [plan, BigInt(after), endOf(after, limit), BigInt(limit) + 2n]))]
    for (;;) {
      const columns = found.map((row) => rowColumns(plan, row))
      const stored = storedRows(columns, after, limit)
      if (stored.length === limit) return stored
      // Rows that were tampered with may have gaps.
      const [from] = rowSpan(found.at(-1) ?? [after])
      const later = yield* query(laterSql, [plan, BigInt(from), manyLater])
      const last = later.at(-1)
      // A position beyond all that a number holds would be read again and again.
      if (last === undefined || rowSpan(last)[0] <= from) return stored
      found.push(...later)
    }
  })
