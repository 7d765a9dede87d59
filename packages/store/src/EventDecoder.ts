/**
 * Decodes stored events, the same for every adapter. Nothing that a store returns is trusted.
 */
import { Event } from "@frist/domain/Event"
import type { PlanId } from "@frist/domain/Names"
import { RecordedEvent, type RecordHeader } from "@frist/domain/RecordedEvent"
import { upcast } from "@frist/domain/Upcasting"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Compiler from "effect/schema/SchemaJITCompiler"
import { oneLine } from "./CheckedInput.ts"
import { EventLogError } from "./EventLog.ts"
import { isFrequentEvent } from "./EventGuards.ts"
import { isHeader } from "./HeaderCheck.ts"
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

const decodedText = (text: string): Result.Result<Event, Schema.SchemaError> => {
  const stored = upcast(JSON.parse(text))
  if (isFrequentEvent(stored)) return Result.succeed(stored as Event)
  decoder ??= Schema.decodeUnknownResult(Event)
  return decoder(stored)
}

/** Decodes the text of an event; `undefined` if it is none. */
export const eventIn = (text: string): Event | undefined => {
  try {
    return Result.getOrUndefined(decodedText(text))
  } catch {
    return undefined
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true })

const decoded = (bytes: Uint8Array): Result.Result<Event, string> => {
  try {
    return Result.mapError(decodedText(utf8.decode(bytes)), oneLine)
  } catch (error) {
    return Result.fail(oneLine(error))
  }
}

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

/** Returns the error of a log whose event at this position is damaged. */
export const damagedEvent = (plan: PlanId, position: number, why: string, kind = ""): EventLogError =>
  new EventLogError({
    reason: "corrupt",
    detail: `plan ${plan}, event ${position}${kind}: ${why}`,
    ...(Number.isSafeInteger(position) ? { position } : {})
  })
