/**
 * Checks a batch by remembered values and guards, several times as fast as by its schema. What does not pass here, the
 * schema decides, and says what is wrong.
 */
import { Event } from "@frist/domain/Event"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Batch, Condition, KeptEdition } from "./EventLog.ts"
import { isFrequentEvent } from "./EventGuards.ts"
import * as Check from "./HeaderCheck.ts"

const decodeEvent = Schema.decodeUnknownResult(Schema.toType(Event))

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null

/** Returns a copy of plain values, lists and objects. */
const copied = <A>(value: A): A => {
  if (!isObject(value)) return value
  if (Array.isArray(value)) return value.map(copied) as A
  const copy: Record<string, unknown> = { ...value }
  for (const name in copy) if (isObject(copy[name])) copy[name] = copied(copy[name])
  return copy as A
}

const soundEvent = (given: unknown, copies: boolean): NewEvent | undefined => {
  if (!isObject(given)) return undefined
  const { activity, effectiveOn, event, provenance, source } = given
  if (activity !== null && !Check.isActivity(activity)) return undefined
  if (!Check.isDay(effectiveOn) || !Check.isProvenance(provenance)) return undefined
  if (source !== null && (!isObject(source) || !Check.isSource(source))) return undefined
  const isFrequent = isFrequentEvent(event)
  if (isFrequent && !copies) return given as unknown as NewEvent
  const own = isFrequent ? copied(event as Event) : Result.getOrUndefined(decodeEvent(event))
  if (own === undefined) return undefined
  if (source === null) return { activity, event: own, effectiveOn, provenance, source }
  const { column, document, row, sha256, table } = source as NonNullable<NewEvent["source"]>
  return { activity, event: own, effectiveOn, provenance, source: { document, sha256, table, row, column } }
}

/** Returns the copies of values, if each has one. */
const soundList = <A>(given: unknown, sound: (each: unknown) => A | undefined): ReadonlyArray<A> | undefined => {
  if (!Array.isArray(given)) return undefined
  const list: Array<A> = []
  for (const each of given) {
    const own = sound(each)
    if (own === undefined) return undefined
    list.push(own)
  }
  return list
}

const soundActivity = (given: unknown) => (Check.isActivity(given) ? given : undefined)

const soundCondition = (given: unknown): Condition | undefined => {
  if (!isObject(given)) return undefined
  const { after } = given
  const activities = soundList(given["activities"], soundActivity)
  return activities === undefined || !Number.isSafeInteger(after) || (after as number) < 0
    ? undefined
    : { after: after as number, activities }
}

const soundEdition = (given: unknown): KeptEdition | undefined => {
  if (!isObject(given)) return undefined
  const { content, document, sha256 } = given
  return Check.isDocument(document, sha256, null) && content instanceof Uint8Array
    ? { sha256: sha256 as string, document: document as string, content }
    : undefined
}

/**
 * Returns a copy of a batch that is beyond doubt; `undefined` if the schema must decide. Without `copies` it has the
 * caller's events, for one who is done with them before the caller can change them.
 */
export const soundBatch = (given: unknown, copies = true): Batch | undefined => {
  if (!isObject(given)) return undefined
  const { actor, batch, plan } = given
  if (!Check.isPlan(plan) || !Check.isBatch(batch) || !Check.isActor(actor)) return undefined
  const condition = soundCondition(given["condition"])
  const events = condition && soundList(given["events"], (each) => soundEvent(each, copies))
  if (condition === undefined || events === undefined) return undefined
  if (!("editions" in given)) return { plan, batch, actor, events, condition }
  const editions = soundList(given["editions"], soundEdition)
  return editions && { plan, batch, actor, events, condition, editions }
}
