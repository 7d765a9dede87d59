/**
 * The lens: the facts of a plan at two times. It applies corrections, removals and back-dating once, for every view.
 */
import type { Day } from "../Day.ts"
import { type Fact, isFact } from "../Event.ts"
import type { Position } from "../Names.ts"
import type { RecordedEvent } from "../RecordedEvent.ts"
import { type Removal, type Removals, removalsIn, standIn } from "./Removal.ts"

/** A fact in effect, its record, the correction that replaced it, if any, and the decision that removed its content, if any. */
export interface Entry {
  readonly record: RecordedEvent
  readonly fact: Fact
  readonly corrected: RecordedEvent | null
  readonly removed: string | null
}

/** Two times. `asOf`: what was true by the end of a day. `knownAt`: what was recorded by an instant, in milliseconds. */
export interface Times {
  readonly asOf?: Day | undefined
  readonly knownAt?: number | undefined
}

/**
 * Returns the facts in effect, ordered by (`effectiveOn`, `position`): recorded by `knownAt`, effective by `asOf`, with
 * corrections applied, and what remains of removed facts. The last correction of a position decides. Takes a plan's events
 * in any order.
 */
export const lens = (
  recorded: ReadonlyArray<RecordedEvent>,
  times: Times = {},
  removals: Removals = removalsIn(recorded)
): ReadonlyArray<Entry> => {
  const known = times.knownAt ?? Infinity
  /** The removal of an event by then; of an erased one, whenever it was removed. */
  const removalOf = ({ event, position }: RecordedEvent): Removal | null => {
    const removal = removals.get(position)
    return removal !== undefined && (event === null || removal.recordedAt <= known) ? removal : null
  }
  const corrections = new Map<Position, Correction>()
  for (const record of recorded) {
    if (record.recordedAt > known || record.type !== "Corrected") continue
    const correction = correctionIn(record, removalOf(record))
    // Only what was recorded before can have been recorded wrongly.
    if (correction === null || correction.position >= record.position) continue
    const earlier = corrections.get(correction.position)
    if (earlier === undefined || earlier.record.position < record.position) {
      corrections.set(correction.position, correction)
    }
  }
  const inEffect: Array<Entry> = []
  for (const record of recorded) {
    if (record.recordedAt > known) continue
    const correction = corrections.get(record.position)
    const removal = removalOf(record)
    const fact = correction === undefined ? factIn(record, removal) : correction.replacement
    if (fact === null) continue
    const removed = (correction === undefined ? removal : correction.removal)?.decided.decision ?? null
    inEffect.push({ record, fact, corrected: correction?.record ?? null, removed })
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

/** A correction, as recorded or as a removal left it. */
interface Correction {
  readonly record: RecordedEvent
  readonly position: Position
  readonly replacement: Fact | null
  readonly removal: Removal | null
}

const correctionIn = (record: RecordedEvent, removal: Removal | null): Correction | null => {
  if (removal !== null) {
    const { corrects, remains = null } = removal.decided
    return corrects === undefined ? null : { record, position: corrects, replacement: remains, removal }
  }
  return record.event?._tag === "Corrected"
    ? { record, position: record.event.position, replacement: record.event.replacement, removal }
    : null
}

const factIn = (record: RecordedEvent, removal: Removal | null): Fact | null => {
  if (removal === null) return record.event !== null && isFact(record.event) ? record.event : null
  const { corrects, remains } = removal.decided
  return corrects !== undefined ? null : remains === undefined ? standIn(record, removal.decided) : remains
}
