/**
 * Appending to PostgreSQL in one round trip. Batches for one plan that come while another is on its way wait for it, and
 * then share a call and its commit, each with a verdict of its own.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import * as PgTypes from "@effect/sql-pg/PgTypes"
import { Event, type PlanId } from "@frist/domain"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { randomBytes } from "node:crypto"
import { type Appended, type Batch, Conflict, EventLogError } from "../EventLog.ts"
import { typed } from "./PgErrors.ts"

const { OID } = PgTypes
const call = `select verdict, first::float8, last::float8, recorded_at::float8, head::float8, touched
  from frist.append(${Array.from({ length: 18 }, (_, at) => `$${at + 1}`).join(", ")})`

const encodeEvent = Schema.encodeSync(Event)
const encoder = new TextEncoder()

const array = (values: ReadonlyArray<unknown>, oid: number) => Result.getOrThrow(PgTypes.array(values, oid))
const big = (value: number | null) => (value === null ? null : BigInt(value))

const parameters = (plan: PlanId, batches: ReadonlyArray<Batch>): ReadonlyArray<unknown> => {
  const events = batches.flatMap((batch) => batch.events)
  const salts = randomBytes(32 * events.length)
  const texts = (of: (event: (typeof events)[number]) => string | null) => array(events.map(of), OID.text)
  return [
    plan,
    array(
      batches.map((each) => each.batch),
      OID.text
    ),
    array(
      batches.map((each) => each.actor),
      OID.text
    ),
    array(
      batches.map((each) => big(each.condition.after)),
      OID.int8
    ),
    array(
      batches.map((each) => each.condition.activities.length),
      OID.int4
    ),
    array(
      batches.flatMap((each) => each.condition.activities),
      OID.text
    ),
    array(
      batches.map((each) => each.events.length),
      OID.int4
    ),
    texts((each) => each.activity),
    texts((each) => each.event._tag),
    texts((each) => each.effectiveOn),
    texts((each) => each.provenance),
    texts((each) => each.source?.document ?? null),
    texts((each) => each.source?.sha256 ?? null),
    texts((each) => each.source?.table ?? null),
    array(
      events.map((each) => big(each.source?.row ?? null)),
      OID.int8
    ),
    texts((each) => each.source?.column ?? null),
    array(
      events.map((each) => encoder.encode(JSON.stringify(encodeEvent(each.event)))),
      OID.bytea
    ),
    array(
      events.map((_, at) => salts.subarray(32 * at, 32 * at + 32)),
      OID.bytea
    )
  ]
}

/** A verdict of the function, as this batch's answer. */
const answerOf = ({ condition, plan }: Batch, row: ReadonlyArray<unknown>): Result.Result<Appended, Conflict> => {
  const [verdict, first, last, recordedAt, head, touched] = row
  if (verdict === "conflict") {
    const changed = new Set(Array.isArray(touched) ? touched : [])
    const activities = condition.activities.filter((activity) => changed.has(activity))
    return Result.fail(new Conflict({ plan, after: condition.after, head: Number(head), activities }))
  }
  return Result.succeed({
    first: Number(first),
    last: Number(last),
    recordedAt: Number(recordedAt),
    repeated: verdict === "repeated"
  })
}

/** Appends batches of one plan in one call: in the transaction that is open, or in one of its own. */
export const appendNow = (
  sql: PgClient,
  plan: PlanId,
  batches: ReadonlyArray<Batch>
): Effect.Effect<ReadonlyArray<Result.Result<Appended, Conflict>>, EventLogError> =>
  Effect.flatMap(typed(sql.unsafe(call, parameters(plan, batches)).values), (rows) => {
    const answers = batches.flatMap((batch, at) => {
      const row = rows[at]
      return row === undefined ? [] : [answerOf(batch, row)]
    })
    return answers.length === batches.length
      ? Effect.succeed(answers)
      : Effect.fail(new EventLogError({ reason: "corrupt", detail: "frist.append gave too few verdicts" }))
  })
