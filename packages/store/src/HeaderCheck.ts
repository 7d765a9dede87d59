/**
 * Checks the header of a stored event, field by field. Consecutive events mostly share actor, batch, day and document,
 * so values that passed are remembered.
 */
import { Day } from "@frist/domain/Day"
import { ActivityId, Actor, type BatchId, PlanId } from "@frist/domain/Names"
import { Provenance, type RecordHeader, Source } from "@frist/domain/RecordedEvent"
import { Text } from "@frist/domain/text/Text"
import * as Schema from "effect/Schema"

/** The most values that are remembered, and the longest. */
const mostKnown = 1000
const longestKnown = 200

/** Returns a check that remembers what passed. */
const remembering = <A extends string>(schema: Schema.Schema<A>): ((value: unknown) => value is A) => {
  const is = Schema.is(schema)
  let known = new Set<unknown>()
  return (value): value is A => {
    if (known.has(value)) return true
    if (!is(value)) return false
    if (known.size === mostKnown) known = new Set()
    if (value.length <= longestKnown) known.add(value)
    return true
  }
}

export const isPlan = remembering(PlanId)
export const isActivity = remembering(ActivityId)
export const isActor = remembering(Actor)
/** Whether a value is the id of a batch. Not remembered: most come once. */
export const isBatch = (value: unknown): value is BatchId => {
  if (typeof value !== "string" || value.length === 0 || value.length > 200) return false
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at)
    if (code < 0x21 || code > 0x7e) return false
  }
  return true
}
const isKnownDay = remembering(Day)

const digitAt = (text: string, at: number): number => {
  const digit = text.charCodeAt(at) - 48
  return digit >= 0 && digit <= 9 ? digit : Number.NaN
}

/** Whether a value is a day: until the 28th of a month by its digits, which costs less than to look it up. */
export const isDay = (value: unknown): value is Day => {
  if (typeof value !== "string" || value.length !== 10) return false
  const year = digitAt(value, 0) + digitAt(value, 1) + digitAt(value, 2) + digitAt(value, 3)
  const month = 10 * digitAt(value, 5) + digitAt(value, 6)
  const day = 10 * digitAt(value, 8) + digitAt(value, 9)
  const isCertain =
    year >= 0 &&
    value.charCodeAt(0) !== 48 &&
    value.charCodeAt(4) === 45 &&
    value.charCodeAt(7) === 45 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 28
  return isCertain || isKnownDay(value)
}
export const isProvenance = remembering(Provenance)
const isText = remembering(Text)
const isSha256 = remembering(Source.fields.sha256)

/** Whether these are the row and the column of a source. */
export const isCell = (row: unknown, column: unknown): boolean =>
  (row === null || Number.isSafeInteger(row)) && (column === null || isText(column))

/** Whether these are the document and the table of a source. */
export const isDocument = (document: unknown, sha256: unknown, table: unknown): boolean =>
  isText(document) && isSha256(sha256) && (table === null || isText(table))

/** Whether these are the fields of a source. */
export const isSource = (source: Readonly<Record<string, unknown>>): boolean =>
  isDocument(source["document"], source["sha256"], source["table"]) && isCell(source["row"], source["column"])

/** Whether these are a position and a time of a log. */
export const isPlace = (position: unknown, recordedAt: unknown): boolean =>
  Number.isSafeInteger(position) && (position as number) >= 1 && Number.isSafeInteger(recordedAt)

/** Whether every field of a header is one of an event. */
export const isHeader = (record: RecordHeader): boolean =>
  isPlace(record.position, record.recordedAt) &&
  typeof record.type === "string" &&
  isPlan(record.plan) &&
  (record.activity === null || isActivity(record.activity)) &&
  isDay(record.effectiveOn) &&
  isActor(record.actor) &&
  isBatch(record.batch) &&
  isProvenance(record.provenance) &&
  (record.source === null || isSource(record.source))
