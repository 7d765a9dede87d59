/**
 * Decodes the events of rows, checking every field. What the events of a row share is checked once.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { StoredRecord } from "@frist/evidence/StoredEvent"
import * as Result from "effect/Result"
import { isUtf8 } from "node:buffer"
import { damagedEvent, decodeHeaderAndEvent, eventIn, missingEvent } from "../EventDecoder.ts"
import type { EventLogError } from "../EventLog.ts"
import * as Check from "../HeaderCheck.ts"
import type { BatchColumns } from "./BatchRow.ts"
import { type Origin, type RowParts, partsOf } from "./RowParts.ts"
import { contentAt, EventWithEvidence, headerAt } from "./StoredEvents.ts"

/** Lists of origins that were checked. Consecutive rows mostly share one. */
const sound = new WeakSet<ReadonlyArray<Origin>>()

const areSound = (origins: ReadonlyArray<Origin>): boolean => {
  if (sound.has(origins)) return true
  for (const [effectiveOn, provenance, ...source] of origins) {
    if (!Check.isDay(effectiveOn) || !Check.isProvenance(provenance)) return false
    if (source.length > 0 && !Check.isDocument(source[0], source[1], source[2])) return false
  }
  sound.add(origins)
  return true
}

const isSound = ({ actor, batch, first, plan, recordedAt }: BatchColumns, row: RowParts): boolean =>
  Check.isPlace(first, recordedAt) &&
  Check.isPlan(plan) &&
  Check.isActor(actor) &&
  Check.isBatch(batch) &&
  areSound(row.origins) &&
  row.activities.every(Check.isActivity) &&
  // Each event is cut out of it. One that began or ended within a character would not be JSON.
  isUtf8(row.content)

/**
 * Decodes one event of a sound row; `undefined` if it is none, without saying why. `memory` is what the content of the row is
 * a part of.
 */
const decodedAt = (
  columns: BatchColumns,
  row: RowParts,
  memory: Buffer,
  at: number,
  start: number
): RecordedEvent | undefined => {
  const entry = row.entries[at]
  const origin = row.origins[entry?.[3] ?? 0]
  if (entry === undefined || origin === undefined) return undefined
  const [bytes, about, type] = entry
  // Of an event with a source. The lengths of entry and origin belong together.
  const line = entry[4] ?? null
  const column = entry[5] ?? null
  if (!Check.isCell(line, column)) return undefined
  const from = row.content.byteOffset + start
  const event = bytes === null ? null : eventIn(memory.toString("utf8", from, from + bytes))
  if (event === undefined || (event !== null && event._tag !== type)) return undefined
  // Every field was checked, here or once for the row.
  return {
    plan: columns.plan,
    position: (columns.first as number) + at,
    activity: about === null ? null : row.activities[about],
    type,
    event,
    effectiveOn: origin[0],
    recordedAt: columns.recordedAt,
    actor: columns.actor,
    batch: columns.batch,
    provenance: origin[1],
    source: origin.length === 2 ? null : { document: origin[2], sha256: origin[3], table: origin[4], row: line, column }
  } as RecordedEvent
}

/** Makes what a reader wants of an event: it alone, or with its evidence. */
type Made<A> = (record: RecordedEvent, row: RowParts, at: number, start: number) => A

/**
 * Decodes at most `limit` events after position `after`, which `rows` have in order, from the row that has the first of
 * them. Fails at the first that is missing or damaged.
 */
const decodedRows = <A>(
  rows: Iterable<BatchColumns>,
  plan: PlanId,
  after: number,
  limit: number,
  make: Made<A>
): Result.Result<ReadonlyArray<A>, EventLogError> => {
  const made: Array<A> = []
  /** Of consecutive rows mostly the same. A view of it costs as much as the text of an event. */
  let memory: Buffer = Buffer.alloc(0)
  for (const columns of rows) {
    if (made.length >= limit) break
    const next = after + made.length + 1
    const first = Number(columns.first)
    if (first > next || (first < next && made.length > 0)) return Result.fail(missingEvent(plan, next))
    const row = partsOf(columns)
    if (row === undefined) return Result.fail(damagedEvent(plan, next, "its row is damaged"))
    const isWhole = isSound(columns, row)
    if (memory.buffer !== row.content.buffer) memory = Buffer.from(row.content.buffer)
    let start = 0
    for (let at = 0; at < row.entries.length && made.length < limit; at += 1) {
      if (first + at > after) {
        let record = isWhole ? decodedAt(columns, row, memory, at, start) : undefined
        if (record === undefined) {
          const slow = decodeHeaderAndEvent(headerAt(columns, row, at), contentAt(row, at, start))
          if (Result.isFailure(slow)) return Result.fail(slow.failure)
          record = slow.success
        }
        made.push(make(record, row, at, start))
      }
      start += row.entries[at]?.[0] ?? 0
    }
  }
  return Result.succeed(made)
}

const alone: Made<RecordedEvent> = (record) => record
const withEvidence: Made<StoredRecord> = (record, row, at, start) => new EventWithEvidence(record, row, at, start)

/** Decodes at most `limit` events after a position, as `decodedRows`. */
export const eventsIn = (rows: Iterable<BatchColumns>, plan: PlanId, after: number, limit: number) =>
  decodedRows(rows, plan, after, limit, alone)

/** Decodes at most `limit` events after a position with their evidence, as `decodedRows`. */
export const recordsIn = (rows: Iterable<BatchColumns>, plan: PlanId, after: number, limit: number) =>
  decodedRows(rows, plan, after, limit, withEvidence)
