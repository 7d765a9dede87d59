/**
 * Decodes stored rows, the same for every adapter. Nothing that a store returns is trusted.
 */
import { Day } from "@frist/domain/Day"
import { ActivityId, Actor, BatchId, PlanId } from "@frist/domain/Names"
import { Event } from "@frist/domain/Event"
import { Provenance, RecordedEvent, Source, type RecordHeader } from "@frist/domain/RecordedEvent"
import { upcast } from "@frist/domain/Upcasting"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Compiler from "effect/schema/SchemaJITCompiler"
import { oneLine } from "./CheckedInput.ts"
import { EventLogError } from "./EventLog.ts"
import { type StoredRecord, type StoredRow } from "@frist/evidence/StoredEvent"

/** Created when the first event is read, so that it may be compiled before. */
let decoder: ((content: unknown) => Result.Result<Event, Schema.SchemaError>) | undefined

/**
 * Compiles the schema of events, which halves the time to decode one. Worth its few milliseconds to a process that
 * reads thousands of events. Where code generation is forbidden, nothing changes.
 */
export const compileEvents = (): void => {
  Compiler.enable(Event.ast)
  decoder = undefined
}

const utf8 = new TextDecoder("utf-8", { fatal: true })

const decoded = (bytes: Uint8Array): Result.Result<Event, string> => {
  try {
    decoder ??= Schema.decodeUnknownResult(Event)
    return Result.mapError(decoder(upcast(JSON.parse(utf8.decode(bytes)))), oneLine)
  } catch (error) {
    return Result.fail(oneLine(error))
  }
}

/** Consecutive events mostly share actor, batch, day and document, so values that passed are remembered. */
const remembering = (schema: Schema.Schema<string>): ((value: unknown) => boolean) => {
  const is = Schema.is(schema)
  let known = new Set<unknown>()
  return (value) => {
    if (known.has(value)) return true
    if (!is(value)) return false
    if (known.size === 1000) known = new Set()
    if (value.length <= 200) known.add(value)
    return true
  }
}

const isPlan = remembering(PlanId)
const isActivity = remembering(ActivityId)
const isActor = remembering(Actor)
const isBatch = remembering(BatchId)
const isDay = remembering(Day)
const isProvenance = Schema.is(Provenance)
const isDocument = remembering(Source.fields.document)
const isSha256 = remembering(Source.fields.sha256)
const isTable = remembering(Source.fields.document)

const isSource = (source: RecordedEvent["source"]): boolean =>
  source === null ||
  (isDocument(source.document) &&
    isSha256(source.sha256) &&
    (source.table === null || isTable(source.table)) &&
    (source.row === null || Number.isSafeInteger(source.row)) &&
    (source.column === null || isTable(source.column)))

const isHeader = (record: RecordHeader): boolean =>
  Number.isSafeInteger(record.position) &&
  record.position >= 1 &&
  Number.isSafeInteger(record.recordedAt) &&
  typeof record.type === "string" &&
  isPlan(record.plan) &&
  (record.activity === null || isActivity(record.activity)) &&
  isDay(record.effectiveOn) &&
  isActor(record.actor) &&
  isBatch(record.batch) &&
  isProvenance(record.provenance) &&
  isSource(record.source)

/** Decodes a row into a record with its evidence. */
export const decodeRecord = ({ record, ...evidence }: StoredRow): Result.Result<StoredRecord, EventLogError> =>
  Result.map(decodeHeaderAndEvent(record, evidence.bytes), (whole) => ({ record: whole, ...evidence }))

/** Decodes a header and the exact bytes of its event, which are null if they were erased. */
export const decodeHeaderAndEvent = (
  record: RecordHeader,
  bytes: Uint8Array | null
): Result.Result<RecordedEvent, EventLogError> => {
  const event = bytes === null ? Result.succeed(null) : decoded(bytes)
  if (Result.isFailure(event)) return unreadable(record, event.failure)
  if (!isHeader(record)) return unreadable(record, "its fields are not those of an event")
  if (event.success !== null && event.success._tag !== record.type) {
    return unreadable(record, "its type and content differ")
  }
  const whole = RecordedEvent.of({
    plan: record.plan,
    position: record.position,
    activity: record.activity,
    type: record.type,
    event: event.success,
    effectiveOn: record.effectiveOn,
    recordedAt: record.recordedAt,
    actor: record.actor,
    batch: record.batch,
    provenance: record.provenance,
    source: record.source
  })
  return Result.succeed(whole)
}

const unreadable = ({ plan, position, type }: RecordHeader, why: string) =>
  Result.fail(damagedEvent(plan, position, why, ` (${type})`))

/** Returns the error of a log whose event at this position is missing. */
export const missingEvent = (plan: PlanId, position: number): EventLogError =>
  damagedEvent(plan, position, "it is missing")

const damagedEvent = (plan: PlanId, position: number, why: string, kind = ""): EventLogError =>
  new EventLogError({
    reason: "corrupt",
    detail: `plan ${plan}, event ${position}${kind}: ${why}`,
    ...(Number.isSafeInteger(position) ? { position } : {})
  })
