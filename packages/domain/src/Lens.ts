/**
 * The lens: the facts of a plan at two times. It applies corrections, removals and back-dating once, for every view.
 */
import type { Day } from "./Day.ts"
import { type Fact, isFact } from "./Event.ts"
import type { Position } from "./Names.ts"
import type { RecordedEvent } from "./RecordedEvent.ts"

/** A fact in effect, its record, and the correction that replaced it, if any. */
export interface Entry {
  readonly record: RecordedEvent
  readonly fact: Fact
  readonly corrected: RecordedEvent | null
}

/** Two times. `asOf`: what was true by the end of a day. `knownAt`: what was recorded by an instant, in milliseconds. */
export interface Times {
  readonly asOf?: Day | undefined
  readonly knownAt?: number | undefined
}

/**
 * Returns the facts in effect, ordered by (`effectiveOn`, `position`): recorded by `knownAt`, effective by `asOf`, with
 * corrections and removals applied. The last correction of a position decides. Takes a plan's events in any order.
 */
export const lens = (recorded: ReadonlyArray<RecordedEvent>, times: Times = {}): ReadonlyArray<Entry> => {
  const known = times.knownAt ?? Infinity
  const corrections = new Map<Position, RecordedEvent>()
  const removed = new Set<Position>()
  for (const record of recorded) {
    if (record.recordedAt > known || record.event === null) continue
    if (record.event._tag === "Redacted") removed.add(record.event.position)
  }
  for (const record of recorded) {
    if (record.recordedAt > known || removed.has(record.position)) continue
    if (record.event?._tag === "Corrected") {
      const earlier = corrections.get(record.event.position)
      if (earlier === undefined || earlier.position < record.position) {
        corrections.set(record.event.position, record)
      }
    }
  }
  const inEffect: Array<Entry> = []
  for (const record of recorded) {
    if (record.recordedAt > known) continue
    const correction = corrections.get(record.position) ?? null
    const fact = factOf(record, correction, removed)
    if (fact !== null) inEffect.push({ record, fact, corrected: correction })
  }
  inEffect.sort((a, b) =>
    a.record.effectiveOn < b.record.effectiveOn
      ? -1
      : a.record.effectiveOn > b.record.effectiveOn
        ? 1
        : a.record.position - b.record.position
  )
  return entriesBy(inEffect, times.asOf)
}

/** Returns the entries that are in effect by the end of a day, of entries in the order of the lens; all without a day. */
export const entriesBy = (entries: ReadonlyArray<Entry>, day: Day | undefined): ReadonlyArray<Entry> => {
  if (day === undefined) return entries
  let [from, to] = [0, entries.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const entry = entries[middle]
    if (entry !== undefined && entry.record.effectiveOn <= day) from = middle + 1
    else to = middle
  }
  return entries.slice(0, from)
}

/**
 * Returns the fact at a position as its last correction left it, or as first recorded where it was withdrawn;
 * `undefined` if the position holds no fact, or an erased one.
 */
export const factAt = (recorded: ReadonlyArray<RecordedEvent>, position: Position): Fact | undefined => {
  const entry = lens(recorded).find(({ record }) => record.position === position)
  if (entry !== undefined) return entry.fact
  const first = recorded.find((record) => record.position === position)?.event
  return first != null && isFact(first) ? first : undefined
}

const factOf = (
  record: RecordedEvent,
  correction: RecordedEvent | null,
  removed: ReadonlySet<Position>
): Fact | null => {
  if (correction?.event?._tag === "Corrected") return correction.event.replacement
  if (record.event === null || removed.has(record.position)) return null
  return isFact(record.event) ? record.event : null
}
